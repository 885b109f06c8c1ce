"""Conditions on q in [1, 2] and integers L >= 2, decided exactly."""
