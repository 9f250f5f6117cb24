"""The last page of set-up: what was made, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from ehdesk.forms.spec import Help
from ui.kit.card import Card
from ui.setup.rule_line import RuleLine
from ui.setup.step_page import StepPage


class ReadyPage(StepPage):
    """Each line is something that is done."""

    def __init__(self, title: str, support: str, forward: str) -> None:
        super().__init__("Ready", title, support, forward)
        self._card = Card("Done")
        self.body.addWidget(self._card)

    def show_done(self, lines: Sequence[str]) -> None:
        """What was made."""
        for line in lines:
            rule = RuleLine(line)
            rule.set_kept(True)
            self._card.body.addWidget(rule)

    def help(self) -> tuple[Help, ...]:
        return (
            Help("Next", "Start a request, or look round with Ctrl+K."),
            Help("When you leave your desk", "Ctrl+L locks. It locks itself after 15 minutes."),
        )
