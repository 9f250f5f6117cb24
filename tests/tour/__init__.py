"""The tour: the real window, offscreen, through a whole case, with pictures of every page."""
