"""The sign flow (q = 1), solved exactly between its events."""
