"""Reviews: every case with a plan, the next review first."""
