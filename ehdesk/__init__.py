"""Early Help Desk: the core. Nothing below this package imports Qt."""

__version__ = "0.2.0"
