"""Verdicts: the catalogue of claims, their proofs as data, and the command line."""
