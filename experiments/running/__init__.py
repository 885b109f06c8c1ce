"""Rows measured on processes or on Dask, guarded one by one, and kept as they come."""
