"""The hub that allocates: its day, its queue and the slot that is heard."""
