"""Oracles: ball arithmetic and certified trajectories of the weights, independent of the derivations they check."""
