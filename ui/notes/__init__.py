"""Contacts and notes, written down quickly."""
