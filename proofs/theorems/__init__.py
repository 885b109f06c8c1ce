"""One theorem of the paper (with its corollaries) a file."""
