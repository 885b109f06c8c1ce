"""Reparameterizations x = h(w): their flow is an orbit of one weight after another (theory: section 11.8)."""
