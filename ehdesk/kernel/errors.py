"""Errors that a person can act on. Anything else that is raised is a bug."""

from __future__ import annotations


class EhdeskError(Exception):
    """Something went wrong that the person at the screen can do something about.

    ``title`` says what is true in a few words, ``message`` what it means and what is safe,
    ``what_to_do`` the one thing to do. None of the three ever holds a family's details.
    """

    def __init__(self, title: str, message: str = "", what_to_do: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.message = message
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        said = (part.strip() for part in (self.title, self.message, self.what_to_do))
        return " ".join(part if part[-1] in ".!?" else f"{part}." for part in said if part)


class NotFound(EhdeskError):
    """What was asked for is not in the store."""


class NotAllowed(EhdeskError):
    """A rule of law or of the pathway says no; the message names it."""
