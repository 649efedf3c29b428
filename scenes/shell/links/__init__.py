"""Links: what one asks for, and the link of what is shown."""
