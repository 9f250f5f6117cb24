"""Where a form looks for the chips of which several are picked; they live beside the tabs."""

from ui.kit.chip import ChipGroup

__all__ = ["ChipGroup"]
