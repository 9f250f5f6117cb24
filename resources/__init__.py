"""The files the product ships beside its code: packs, fonts, icons, themes."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
"""Where they lie, in a checkout, in an installed copy and in a frozen one alike."""
