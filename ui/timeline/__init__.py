"""The timeline of a case: the drawing, its list and the page part that holds both."""
