"""Proofs that a proof assistant checks, and the certificate of its run."""
