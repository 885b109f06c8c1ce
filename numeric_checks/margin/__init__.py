"""The margin of L_r, r = p/L: max_x min_i z_i.x subject to sum_k |x_k|^r <= 1, with its certificate."""
