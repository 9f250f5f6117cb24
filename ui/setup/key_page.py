"""The recovery key: shown once, put on paper, and read back in part (picture 19b)."""

from __future__ import annotations

from random import Random, SystemRandom

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ehdesk.documents import recovery_key as paper
from ehdesk.forms.spec import Help
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.dates import say_time
from ehdesk.kernel.files import write_whole
from ehdesk.store.recovery_key import groups
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.option_card import OptionCards
from ui.kit.print_pdf import print_pdf
from ui.kit.text_input import TextInput
from ui.setup.key_group import KeyGroup
from ui.setup.rule_line import RuleLine
from ui.setup.step_page import StepPage
from ui.theme import theme

_KEEPERS = (
    ("safe", "School or office safe", "Sealed and signed"),
    ("manager", "With my manager", "They sign that they hold it"),
    ("elsewhere", "Somewhere else", "Apart from this computer"),
)


class KeyPage(StepPage):
    """Continue is lit only when both groups are right: the one button that ever waits."""

    def __init__(self, clock: Clock, random: Random | None = None) -> None:
        super().__init__(
            "Recovery key",
            "Keep this recovery key safe",
            "If the password is lost, this key opens the store and asks for a new password.",
        )
        self._clock = clock
        self._random = random or SystemRandom()
        self._store = ""
        self._groups: tuple[str, ...] = ()
        self._boxes: list[KeyGroup] = []
        self.asked: tuple[int, ...] = ()
        self.answers: list[TextInput] = []
        self._right: list[RuleLine] = []
        self.print_ = Button("Print it, 1 page", "secondary", "printer")
        self.save = Button("Save as PDF", "secondary", "download")
        self.keeper = OptionCards(_KEEPERS, "Where will you keep it?")
        self._lay_out()
        self.print_.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)

    def show_key(self, store: str, key: str) -> None:
        """This key, for this store; from now on two groups of it are asked for."""
        self._store, self._groups = store, groups(key)
        self._card.set_title(f"Recovery key for {store}")
        for number, group in enumerate(self._groups, 1):
            box = KeyGroup(number, group)
            self._boxes.append(box)
            self._grid.addWidget(box)
        self.asked = tuple(sorted(self._random.sample(range(1, len(self._groups) + 1), 2)))
        first, second = self.asked
        self._explain.setText(
            f"Read groups {first} and {second} from your paper. They are hidden above while you "
            "check."
        )
        for number in self.asked:
            self._ask(number)

    def group(self, number: int) -> str:
        """One group of the key, from 1."""
        return self._groups[number - 1]

    @property
    def covered(self) -> tuple[int, ...]:
        """The groups that are hidden now."""
        return tuple(number for number, box in enumerate(self._boxes, 1) if box.is_covered)

    def forget(self) -> None:
        """The page is left: the key is kept nowhere on this computer."""
        self._groups = ()
        for answer in self.answers:
            answer.removeEventFilter(self)
            answer.set_value("")
        for box in self._boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes.clear()

    def problems(self) -> list[tuple[str, str]]:
        return [
            (str(number), f"Group {number} does not match your paper")
            for number, answer in zip(self.asked, self.answers, strict=True)
            if not self._is_right(number, answer)
        ]

    def may_continue(self) -> bool:
        return bool(self._groups) and not self.problems()

    def hint(self) -> str:
        wrong = [number for number, _words in self.problems()]
        if not wrong:
            return ""
        return (
            f"Group {wrong[0]} is still to do"
            if len(wrong) == 1
            else (f"Groups {wrong[0]} and {wrong[1]} are still to do")
        )

    def line(self) -> str:
        kept = {value: title for value, title, _line in _KEEPERS}.get(self.keeper.value())
        return kept or "On paper"

    def warning(self) -> tuple[str, str]:
        return "Lose both and the records are gone", "There is no back door."

    def help(self) -> tuple[Help, ...]:
        return (
            Help(
                "Keep it apart",
                "Not in the laptop bag, not in an email, not in a photo on your phone.",
            ),
            Help(
                "Shown once",
                "When you leave this page the key is not kept anywhere on this computer.",
            ),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self.answers and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._cover()
        return False

    def _ask(self, number: int) -> None:
        answer = TextInput()
        answer.setMaxLength(8)
        row = FieldRow(f"Group {number}", "", answer)
        self.point_to(str(number), row)
        right = RuleLine("4 letters or digits", "help")
        right.setContentsMargins(0, theme().px(6), 0, 0)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(row)
        both.addWidget(right)
        row.setMaximumWidth(theme().px(190))
        self._answers.insertLayout(len(self.answers), both, 1)
        self.answers.append(answer)
        self._right.append(right)
        answer.installEventFilter(self)
        answer.value_changed.connect(self._on_typed)

    def _is_right(self, number: int, answer: TextInput) -> bool:
        typed = answer.value().replace(" ", "").replace("-", "").upper()
        return bool(self._groups) and typed == self._groups[number - 1]

    def _on_typed(self) -> None:
        for number, answer, line in zip(self.asked, self.answers, self._right, strict=True):
            right = self._is_right(number, answer)
            full = len(answer.value().replace(" ", "")) >= 4
            line.set_kept(
                right,
                "Right"
                if right
                else f"Group {number} does not match your paper"
                if full
                else "4 letters or digits",
            )
        self._cover()
        self.changed.emit()

    def _cover(self) -> None:
        """The two groups are hidden from the moment one of them is being read back."""
        checking = any(answer.hasFocus() or answer.value() for answer in self.answers)
        for number in self.asked:
            self._boxes[number - 1].cover(checking)

    def _pdf(self) -> bytes:
        key = paper.RecoveryKey(store_name=self._store, groups=self._groups)
        return paper.build(key, when=self._clock.now())

    def _on_print(self) -> None:
        if print_pdf(self.window(), self._pdf(), "Recovery key"):
            self._done.set_kept(True, f"Printed {say_time(self._clock.now())}")
            self._done.show()

    def _on_save(self) -> None:
        path = ask.ask_save_path(
            self.window(), "Save the recovery key", "Recovery key.pdf", "PDF (*.pdf)"
        )
        if path is None:
            return
        try:
            write_whole(path, self._pdf())
        except OSError as error:
            self.say_problem(f"The key was not saved: {error.strerror}. Choose another place.")
            return
        self._done.set_kept(True, f"Saved {say_time(self._clock.now())}. Move it off this computer")
        self._done.show()

    def _lay_out(self) -> None:
        px = theme().px
        self._card = Card("Recovery key")
        self._card.add_action(Label("Made on this computer, just now", "help", "text2", wrap=False))
        self._grid = EqualColumns(gap=12, most=4)
        self._card.body.addLayout(self._grid)
        self._done = RuleLine("", "help")
        self._done.hide()
        deeds = QHBoxLayout()
        deeds.setSpacing(px(10))
        deeds.addWidget(self.print_)
        deeds.addWidget(self.save)
        deeds.addStretch()
        deeds.addWidget(self._done)
        self._card.body.addLayout(deeds)
        check = Card("Show that you have it")
        self._explain = Label("", "help", "text2")
        check.body.addWidget(self._explain)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(px(18))
        self._answers.addStretch(2)
        check.body.addLayout(self._answers)
        check.body.setSpacing(px(8))
        keep = Card("Where will you keep it?")
        keep.body.addWidget(self.keeper)
        for card in (self._card, check, keep):
            self.body.addWidget(card)
