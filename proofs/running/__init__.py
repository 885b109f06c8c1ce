"""Worker processes, and verdicts that are kept between runs."""
