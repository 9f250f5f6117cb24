"""Aids to writing: spelling, plain words, how easy a text is to read, and text without its dress.

Nothing here knows a form or a store, and nothing leaves the computer.
"""
