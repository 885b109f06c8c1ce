"""Steepest Mirror: statements about reparameterized steepest descent, derived, checked and judged."""
