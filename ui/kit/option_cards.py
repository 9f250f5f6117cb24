"""Where a form looks for the group of cards; it lives beside the card."""

from ui.kit.option_card import OptionCards

__all__ = ["OptionCards"]
