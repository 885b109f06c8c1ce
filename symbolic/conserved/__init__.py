"""Conservation laws of x = G(w) under dw/dt = -<J^T g>^{q-1}, for every objective: found, and bounded from above."""
