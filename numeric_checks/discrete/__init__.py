"""Discrete descent in exact rationals, or in balls where these grow too long, and its exact laws."""
