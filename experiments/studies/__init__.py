"""One experiment a file, as data: grids, seeds, predictions, tolerances."""
