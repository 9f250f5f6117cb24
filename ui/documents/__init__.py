"""Papers on the screen: preview, print, save, and choosing which."""
