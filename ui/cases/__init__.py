"""The cases list and the pages of one case."""
