"""What somebody can do next for a family: its words, and the way to it from every screen."""
