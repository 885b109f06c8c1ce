"""Reparameterization reparameterizations along their orbit, in balls."""
