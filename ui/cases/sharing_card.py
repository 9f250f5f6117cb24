"""What may be shared and with whom, to read: the newest choice for each agency and kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import consent_checks
from ehdesk.domain.sharing_lines import ANYONE_ELSE, choices_that_count, sharing_lines
from ehdesk.forms.run_time_options import helping
from ehdesk.forms.spec import Option
from ehdesk.kernel.dates import say_date
from ui.fields.sharing_grid import Party, SharingGrid
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.theme import theme


class SharingCard(QWidget):
    """``change_asked`` leads to the form in which the family chooses."""

    change_asked = Signal()

    def __init__(self, pack: Pack, *, read_only: bool) -> None:
        super().__init__()
        px = theme().px
        self._pack, self._read_only = pack, read_only
        self._shown: object = None
        self.grid = SharingGrid(pack.lists["sharing_choices"].options, read_only=True)
        self._checked = Label("", "help", "text2")
        self._told = Label("", "body", "text2")
        self._not_with = Label("", "body_medium")
        self.change_button = Button("Change a choice", "link")
        self.change_button.clicked.connect(self.change_asked)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("What may be shared, and with whom", "card_title"))
        words.addWidget(self._checked)
        head.addLayout(words, 1)
        head.addWidget(self.change_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        for part in (self._told, self.grid, self._not_with):
            column.addWidget(part)

    def show_case(self, case: Case, today: date) -> None:
        """Show the choices that count now."""
        shown = (case.consent, case.sharing, case.professionals, case.records, case.is_open, today)
        if shown == self._shown:
            return
        self._shown = shown
        pack, consent = self._pack, case.consent
        self.change_button.setVisible(case.is_open and not self._read_only)
        checks = consent_checks(case, pack)
        checked = f"Last checked {say_date(checks[-1].on, today)}" if checks else ""
        self._checked.setText(checked)
        self._checked.setVisible(bool(checked))
        covers = [pack.label("agencies", code) for code in consent.covers] if consent else []
        told = f"May be told: {', '.join(covers)}." if covers else "Nobody is named yet."
        self._told.setText(f"{told} No choices for kinds of information yet.")
        self._told.setVisible(not case.sharing)
        self.grid.setVisible(bool(case.sharing))
        self._not_with.setText(f"Not to see it: {consent.not_with}" if consent else "")
        self._not_with.setVisible(bool(consent and consent.not_with))
        self._show_choices(case, covers)

    def _show_choices(self, case: Case, covers: list[str]) -> None:
        rows = [(one.who, one.kind, one.choice) for one in case.sharing]
        helpers = helping((p.agency, p.name) for p in case.professionals)
        lines = sharing_lines(
            ((one.value, one.hint) for one in helpers), covers, (who for who, _, _ in rows)
        )
        chosen = choices_that_count(rows, lines)
        parties = [Party(one.who, one.detail, is_rest=one.who == ANYONE_ELSE) for one in lines]
        self.grid.set_lines(parties, self._kinds(chosen))
        for place, cell in self.grid.cells.items():
            cell.show_choice(chosen.get(place, ""))

    def _kinds(self, chosen: Mapping[tuple[str, str], str]) -> list[Option]:
        known = self._pack.lists["information_kinds"].options
        used = dict.fromkeys(kind for _who, kind in chosen)
        offered = [kind for kind in known if not kind.retired or kind.value in used]
        codes = {kind.value for kind in offered}
        return [*offered, *(Option(c, c or "Everything") for c in used if c not in codes)]
