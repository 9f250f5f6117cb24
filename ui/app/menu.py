"""What stands in a menu of the menu bar."""

from __future__ import annotations

from dataclasses import dataclass

from ui.kit.navigation import Command


@dataclass(frozen=True)
class Menu:
    """A menu and what is in it; None stands for a line between."""

    title: str
    commands: tuple[Command | None, ...]
