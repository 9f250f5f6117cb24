"""The family drawn from its people list: who is whose child, who is a couple, who lives where.

Nothing of it is drawn by hand or kept. ``draw`` works it out from the people each time.
"""

from ehdesk.domain.genogram.drawing import Genogram, HomeBox, Line, Symbol
from ehdesk.domain.genogram.layout import draw
from ehdesk.domain.genogram.told import told

__all__ = ["Genogram", "HomeBox", "Line", "Symbol", "draw", "told"]
