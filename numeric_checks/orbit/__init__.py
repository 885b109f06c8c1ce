"""Separable reparameterizations along their orbit, in balls."""
