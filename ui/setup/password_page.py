"""First run and after the recovery key: a password that holds (picture 19a)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from ehdesk.forms.spec import Help
from ehdesk.store.passwords import LEAST, problem, strength, suggest
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.password_input import PasswordInput
from ui.setup.rule_line import RuleLine
from ui.setup.step_page import StepPage
from ui.setup.strength_meter import StrengthMeter
from ui.theme import theme


class PasswordPage(StepPage):
    """Four random words are offered; typed again to show that they are known.

    :param names: what must not be the password: the team's and the person's names, asked anew.
    """

    def __init__(self, names: Callable[[], Sequence[str]], forward: str) -> None:
        super().__init__(
            "Password",
            "Choose a password for this store",
            "It locks the file itself. Without it, or the recovery key, nobody can read the store.",
            forward,
        )
        self._names = names
        self.password = PasswordInput("Password")
        self.again = PasswordInput("Type it again")
        self.suggest = Button("Suggest another", "link")
        self._meter = StrengthMeter()
        self._verdict_icon = QLabel()
        self._verdict = Label("", "body_strong")
        self._advice = Label("", "help", "text2")
        self._match = RuleLine("The same password once more", "help")
        self._rules = {
            "length": RuleLine(f"{LEAST} letters or more, spaces count"),
            "names": RuleLine("Not your name, team or school"),
            "leaked": RuleLine("Not on the list of leaked passwords"),
            "own": RuleLine("Not used for anything else. You know best"),
        }
        self._lay_out()
        self.password.value_changed.connect(self._on_typed)
        self.again.value_changed.connect(self._on_typed)
        self.suggest.clicked.connect(self._on_suggest)
        theme().changed.connect(self._draw)
        self.password.show_typed(True)
        self._on_suggest()

    def value(self) -> str:
        """What was chosen."""
        return self.password.value()

    @property
    def verdict(self) -> str:
        """The sentence under the meter, which is what is read out."""
        return f"{self._verdict.text()} {self._advice.text()}".strip()

    def problems(self) -> list[tuple[str, str]]:
        wrong = problem(self.password.value(), self._names())
        if not self.password.value():
            return [("password", "Enter a password")]
        if wrong:
            return [("password", wrong)]
        if self.again.value() != self.password.value():
            return [("again", "Type the same password again")]
        return []

    def line(self) -> str:
        return strength(self.password.value(), self._names()).step.word

    def forget(self) -> None:
        """Empty both boxes once they are not needed."""
        self.password.clear()
        self.again.clear()

    def help(self) -> tuple[Help, ...]:
        return (
            Help(
                "Why words?",
                "Four random words are easier to remember and harder to guess than P@ssw0rd1.",
            ),
            Help("Keep it to yourself", "Write it down only where you would keep a house key."),
        )

    def warning(self) -> tuple[str, str]:
        return (
            "Nobody can reset it",
            "Not us, not the council. The next step gives you a recovery key for the day you "
            "need it.",
        )

    def _on_suggest(self) -> None:
        self.password.setText(suggest())
        self.password.show_typed(True)
        self.again.clear()

    def _on_typed(self) -> None:
        typed, names = self.password.value(), self._names()
        found = strength(typed, names)
        self._meter.set_step(found.step if typed else None)
        self._verdict.setText(f"{found.step.word}." if typed else "")
        self._advice.setText(found.advice if typed else "Type a password, or take the suggestion.")
        long_enough = len(typed) >= LEAST
        self._rules["length"].set_kept(long_enough)
        # Leaving the names out makes no difference: then they are not in it.
        free = problem(typed, names) == problem(typed)
        self._rules["names"].set_kept(long_enough and free)
        self._rules["leaked"].set_kept(long_enough and "leaked" not in problem(typed))
        same = bool(typed) and typed == self.again.value()
        self._match.set_kept(same, "They match" if same else "The same password once more")
        self._draw()
        self.changed.emit()

    def _lay_out(self) -> None:
        px = theme().px
        first = Card()
        row = FieldRow("Password", "", self.password)
        self.point_to("password", row)
        head = QGridLayout()
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        head.addWidget(self.suggest, 0, 0, corner)  # on the line of the label: read before the box
        head.addWidget(row, 0, 0)
        first.body.addLayout(head)
        self.suggest.raise_()
        first.body.addWidget(self._meter)
        verdict = QHBoxLayout()
        verdict.setSpacing(px(10))
        verdict.addWidget(self._verdict_icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._verdict)
        words.addWidget(self._advice)
        verdict.addLayout(words, 1)
        first.body.addLayout(verdict)
        second = Card()
        again = FieldRow("Type it again", "", self.again)
        self.point_to("again", again)
        second.body.addWidget(again)
        second.body.addWidget(self._match)
        second.body.setSpacing(px(6))
        third = Card("What makes it hold")
        rules = EqualColumns(gap=16, most=2)
        for rule in self._rules.values():
            rules.addWidget(rule)
        third.body.addLayout(rules)
        for card in (first, second, third):
            self.body.addWidget(card)

    def _draw(self) -> None:
        strong = bool(self.password.value()) and not problem(self.password.value(), self._names())
        icon, ink = ("shield-check", "accent") if strong else ("shield", "text2")
        pixmap = theme().pixmap(icon, ink, 20, self.devicePixelRatioF())
        self._verdict_icon.setPixmap(pixmap)
