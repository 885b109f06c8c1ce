"""A model of one's own under the same questions: balance, saddles, curvature, which q."""
