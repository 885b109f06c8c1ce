"""Products x = w_1 ... w_L: one object of the theory a file."""
