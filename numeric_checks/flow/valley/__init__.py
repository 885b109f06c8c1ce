"""Least squares without decay at 1 < q < 2 with several coordinates, followed in x = w_1 ... w_L through all zeros."""
