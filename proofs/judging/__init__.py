"""From a claim to its verdict."""
