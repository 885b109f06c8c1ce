"""The findings as text, Markdown, CSV and pictures."""
