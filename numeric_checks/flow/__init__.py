"""Trajectories of the weights, enclosed: smooth for q > 1, piece by piece for q = 1."""
