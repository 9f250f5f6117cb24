"""One page of a short wizard, in the look of the long ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from ehdesk.forms.spec import Help
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.theme import theme


class StepPage(QWizardPage):
    """A title, what it is for, what to fix, and ``body`` for the questions.

    ``name`` stands in the rail, ``forward`` on the button that leaves the page.
    """

    changed = Signal()
    """The rail, the hint or the button may read otherwise now."""

    def __init__(self, name: str, title: str, support: str, forward: str = "Continue") -> None:
        super().__init__()
        self.name = name
        self.forward = forward
        self._rows: dict[str, FieldRow] = {}
        self.step_label = Label("", "help", "text2")
        self.heading = Label(title, "wizard_title")
        self.support = Label(support, "input", "text2")
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        content = QWidget()
        content.setObjectName("scrolled")
        self._column = QVBoxLayout(content)
        self._words = QVBoxLayout()
        for part in (self.step_label, self.heading, self.support):
            self._words.addWidget(part)
        self._column.addLayout(self._words)
        self._column.addWidget(self.summary)
        self.body = QVBoxLayout()
        self._column.addLayout(self.body)
        self._column.addStretch(1)
        self.scroller = QScrollArea(widgetResizable=True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)
        self._measure()
        theme().changed.connect(self._measure)

    # What a page may say of itself

    def help(self) -> Sequence[Help]:
        """What stands beside the page."""
        return ()

    def warning(self) -> tuple[str, str]:
        """A strong line and a line that stand first beside the page; ("", "") for none."""
        return "", ""

    def problems(self) -> list[tuple[str, str]]:
        """What is to be put right before going on: keys of rows and words."""
        return []

    def line(self) -> str:
        """The line under the name in the rail once the page is done."""
        return ""

    def hint(self) -> str:
        """Words beside Back."""
        return ""

    def may_continue(self) -> bool:
        """Whether the button is lit; almost always, since it says what is missing."""
        return True

    # What the frame does

    def point_to(self, key: str, row: FieldRow) -> None:
        """A question of the page that a problem can point to."""
        self._rows[key] = row
        row.editor.value_changed.connect(self._on_row_changed)  # type: ignore[attr-defined]

    def check(self) -> bool:
        """Show what is wrong, if anything; whether one may go on."""
        found = self.problems()
        self.show_problems(found)
        return not found

    def show_problems(self, found: Sequence[tuple[str, str]]) -> None:
        """Each beside its question, and all of them at the top."""
        for row in self._rows.values():
            row.clear_error()
        for key, words in found:
            if key in self._rows:
                self._rows[key].set_error(words)
        self.summary.show_problems(found)
        if found:
            self.scroller.verticalScrollBar().setValue(0)

    def say_problem(self, words: str) -> None:
        """Something could not be done: say so at the top of the page."""
        self.summary.show_problems([("", words)])
        self.scroller.verticalScrollBar().setValue(0)

    def show_number(self, number: int, total: int) -> None:
        """Step 2 of 6."""
        words = f"Step {number} of {total}"
        self.step_label.setText(words)
        self.heading.setAccessibleName(f"{self.heading.text()}. {words}")

    def focus_start(self) -> None:
        """Reading begins at the title; Tab goes on to the first question."""
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _on_row_changed(self) -> None:
        """Each error goes when its question is right."""
        if self.summary.isHidden():
            return
        left = {key for key, _words in self.problems()}
        for key, row in self._rows.items():
            if key not in left:
                row.clear_error()
        if not left:
            self.summary.show_problems([])

    def _on_problem_chosen(self, key: str) -> None:
        if key in self._rows:
            self._rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure(self) -> None:
        px = theme().px
        self._column.setContentsMargins(48, px(24), 40, px(28))
        self._column.setSpacing(px(14))
        self._words.setSpacing(px(2))
        self._words.setContentsMargins(0, 0, 0, px(4))
        self.body.setSpacing(px(14))
