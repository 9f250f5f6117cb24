"""Aids to writing on the screen: spelling in every box, and what stands under a long one."""
