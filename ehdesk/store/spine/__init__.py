"""The real things that forms edit: what a field's ``bind`` reads and writes.

``BINDINGS`` in ``catalogue`` is the one registry; a new binding is one line there.
"""

from ehdesk.store.spine.catalogue import BINDINGS
from ehdesk.store.spine.place import Binding, Place

__all__ = ["BINDINGS", "Binding", "Place"]
