"""How a flag of supervision looks: its icon and the colour of it. The words are always beside."""

from __future__ import annotations

from typing import Final

FLAGS: Final[dict[str, tuple[str, str]]] = {
    "sign": ("pen-line", "wait.ink"),
    "overdue": ("triangle-alert", "overdue.ink"),
    "waiting": ("hourglass", "wait.ink"),
    "drift": ("repeat-2", "wait.ink"),
    "not_seen": ("eye-off", "soon.ink"),
    "no_words": ("quote", "voice.ink"),
    "quiet": ("clock", "soon.ink"),
}
