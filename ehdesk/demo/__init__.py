"""A practice store of made-up families, one at every point of the pathway."""
