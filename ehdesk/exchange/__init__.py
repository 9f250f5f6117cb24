"""What leaves the store for somebody else: the packet, its seal, and the covering email."""
