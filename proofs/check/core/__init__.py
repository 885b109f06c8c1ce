"""A claim of the user's own in the core: the formula read from its text, derived by the rules of `judging`."""
