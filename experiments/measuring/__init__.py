"""What measures one row, with JAX; imported by the process that measures."""
