"""Derived formulas as text, LaTeX and mpmath code."""
