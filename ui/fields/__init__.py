"""Questions on a page: an editor for each kind, the row that shows one, a section laid out."""
