"""What the theorems say, held against certified trajectories and ball integrals."""
