"""The flows with 1 < q <= 2: a producer of Taylor polynomials that is not trusted, and a checker that encloses."""
