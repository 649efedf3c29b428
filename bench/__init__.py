"""Speed, measured and printed as a table: `python -m bench`."""
