"""The whole verification as one document: verdicts, Table 1, the Legendre map, every claim with its proof and
evidence."""
