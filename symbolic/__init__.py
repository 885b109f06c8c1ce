"""Derivations: from (q, L, Lambda) to closed forms, conditions and tables, by SymPy alone."""
