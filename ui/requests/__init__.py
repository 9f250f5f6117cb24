"""Asking for help: the request, sending it, and the number to ring first."""
