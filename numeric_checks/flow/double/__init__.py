"""Trajectories in double precision: quick, with an estimated error, nothing certified; no verdict rests on them."""
