"""What several theorems need."""
