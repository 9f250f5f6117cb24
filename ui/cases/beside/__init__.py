"""Small pages for what is beside the pathway of a case."""
