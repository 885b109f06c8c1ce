"""The rules of inference: logic, algebra, sums over an index, calculus along a trajectory."""
