"""Verdicts as documents and pictures."""
