"""The sharing log: who was told what, when and on what ground, and what was not shared and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import Disclosure
from ehdesk.domain.words import join_names
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_full_date
from ui.cases.emptied import empty
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme

_AT_A_TIME = 20
_HASH = 12
"""Characters of a file's SHA-256 that are shown; the log keeps it whole."""
_TOLD = {"yes": "Family told", "no": "Family not told"}


class SharingLog(QWidget):
    """Newest first, some at a time. ``correct_asked`` gives the key of a line that is wrong."""

    correct_asked = Signal(object)

    def __init__(self, pack: Pack, *, read_only: bool) -> None:
        super().__init__()
        card = Card("Sharing log, newest first")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self._pack, self._read_only = pack, read_only
        self._case: Case | None = None
        self._known: object = None
        self._today = date.min
        self._shown = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(16))
        self.more_button = Button("Show earlier lines", "secondary", "history")
        self.more_button.clicked.connect(self._show_more)
        card.body.addLayout(self._list)
        card.body.addWidget(self.more_button)

    def show_case(self, case: Case, today: date) -> None:
        """Show the log as it is now."""
        known = (case.disclosures, case.people, today)
        if known == self._known:
            return
        self._known, self._case, self._today, self._shown = known, case, today, 0
        empty(self._list)
        if not case.disclosures:
            words = (
                "Nothing that was shared is recorded. What you print for yourself is no sharing."
            )
            self._list.addWidget(Label(words, "body", "text2"))
        self._show_more()

    def _show_more(self) -> None:
        case = self._case
        lines = tuple(reversed(case.disclosures)) if case else ()
        upto = min(self._shown + _AT_A_TIME, len(lines))
        for line in lines[self._shown : upto]:
            self._list.addWidget(self._view(line))
        self._shown = upto
        self.more_button.setVisible(upto < len(lines))

    def _view(self, line: Disclosure) -> QWidget:
        assert self._case is not None  # noqa: S101 - it has the lines
        view = _LineView(line, self._case, self._pack, self._today, may_change=not self._read_only)
        view.correct_button.clicked.connect(lambda: self.correct_asked.emit(line.id))
        return view


class _LineView(QWidget):
    """When and by whom; to whom and what; on what ground and whether the family knows."""

    def __init__(
        self, line: Disclosure, case: Case, pack: Pack, today: date, *, may_change: bool
    ) -> None:
        super().__init__()
        px = theme().px
        places = SideBySide(self, gap=px(20), line_gap=px(6))
        at = f", {line.shared_at}" if line.shared_at else ""
        when, left = _block()
        left.addWidget(Label(f"{say_date(line.shared_on, today)}{at}", "body_medium"))
        left.addWidget(Label(line.by, "help", "text2"))
        recorded = local(line.recorded_at).date()
        if recorded != line.shared_on:
            left.addWidget(Label(f"Recorded {say_date(recorded, today)}", "help", "text3"))
        places.add(when, 3, px(130))
        what, middle = _block()
        whom = ", ".join(part for part in (line.recipient, line.agency) if part)
        middle.addWidget(Label(whom, "body_strong"))
        middle.addWidget(Label(line.title, "body"))
        for words in _more(line, case, pack):
            middle.addWidget(Label(words, "help", "text2"))
        places.add(what, 7, px(220))
        ground, right = _block()
        right.setSpacing(px(4))
        for pill in _pills(line):
            row = QHBoxLayout()
            row.addWidget(Pill(*pill))
            row.addStretch(1)
            right.addLayout(row)
        for words in _ground(line, pack):
            right.addWidget(Label(words, "help", "text2"))
        self.correct_button = Button("Correct this line", "link", size="small")
        self.correct_button.setAccessibleName(
            f"Correct the line of {say_full_date(line.shared_on)}, {whom}"
        )
        self.correct_button.setVisible(may_change)
        row = QHBoxLayout()
        row.addWidget(self.correct_button)
        row.addStretch(1)
        right.addLayout(row)
        places.add(ground, 5, px(190))


def _block() -> tuple[QWidget, QVBoxLayout]:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return block, column


def _more(line: Disclosure, case: Case, pack: Pack) -> tuple[str, ...]:
    """What it was for, whom it is about, which kinds, which files, and what it corrects."""
    about = join_names([p.first_name for p in case.people if p.id in line.people])
    kinds = ", ".join(pack.label("information_kinds", code) for code in line.information)
    files = [f"{file.name}, SHA-256 {file.sha256[:_HASH]}…" for file in line.files]
    wrong = next((one for one in case.disclosures if one.id == line.corrects), None)
    corrects = f"Corrects the line of {say_full_date(wrong.shared_on)}" if wrong else ""
    what = (corrects, line.purpose, f"About {about}" if about else "", kinds, *files)
    return tuple(words for words in what if words)


def _pills(line: Disclosure) -> tuple[tuple[str, str, str], ...]:
    if not line.shared:
        return (("Not shared", "none", "ban"),)
    found = [("Without agreement", "soon", "scale")] if line.override else []
    if line.family_told in _TOLD:
        told = line.family_told == "yes"
        found.append((_TOLD[line.family_told], *(("done", "check") if told else ("soon", "clock"))))
    return tuple(found)


def _ground(line: Disclosure, pack: Pack) -> tuple[str, ...]:
    """How it went and why it was lawful; for a decision not to share, why not."""
    way = pack.label("sending_routes", line.way) if line.way else ""
    how = ", ".join(part for part in (way, line.address) if part)
    told_on = f"Told {say_full_date(line.family_told_on)}" if line.family_told_on else ""
    receipt = f"Receipt {line.receipt}" if line.receipt else ""
    parts = (
        line.why_not,
        how,
        pack.label("lawful_bases", line.basis) if line.basis else "",
        line.override,
        line.necessity,
        line.harm_considered,
        told_on,
        line.family_not_told_why,
        receipt,
    )
    return tuple(part for part in parts if part)
