"""Today: what is due, for whom, and the one thing to do about each."""
