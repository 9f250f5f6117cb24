"""The times that a family was helped before or after this case, each with a way to its record."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case, LinkedCase, OtherCase
from ehdesk.domain.pathway import Kind, state_words
from ehdesk.domain.words import plural
from ui.cases.emptied import empty
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class EarlierHelp(Card):
    """Hidden while there is nothing but this case. ``asked`` gives the key of another case."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._shown: object = None
        self.buttons: list[Button] = []
        self.hide()

    def show_case(self, case: Case, pack: Pack) -> None:
        """Show the other episodes of the family; how they are linked with this one is said."""
        joined = (case.joins, case.joined_by)
        shown = (case.id, case.other_cases, case.previous_case_id, joined)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.body)
        self.buttons = []
        linked = linked_families(case)
        self.setVisible(bool(case.other_cases or linked))
        self.set_title(heading(case))
        for other in case.other_cases:
            parts = (state_words(other.state, pack), _kind(other, pack), link_words(other, case))
            words = f"{other.told}. {', '.join(part for part in parts if part)}."
            self.body.addWidget(self._line(words, other.id, other.reference))
        for words, one in linked:
            self.body.addWidget(self._line(words, one.id, one.reference))

    def _line(self, words: str, case_id: UUID, reference: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(Label(words, "body"), 1)
        button = Button("Open", "secondary", "folder-open", "small")
        button.setAccessibleName(f"Open {reference}")
        button.clicked.connect(lambda _on=False: self.asked.emit(case_id))
        self.buttons.append(button)
        row.addWidget(button)
        return line


def heading(case: Case) -> str:
    """``Earlier help: 2 episodes``; ``Other help`` where one of them came later or still runs."""
    if not case.other_cases:
        return "Joined"
    only_earlier = all(one.closed_on and not _is_later(one, case) for one in case.other_cases)
    return f"{'Earlier' if only_earlier else 'Other'} help: " + plural(
        len(case.other_cases), "episode"
    )


def linked_families(case: Case) -> tuple[tuple[str, LinkedCase], ...]:
    """Cases of other families that are linked with this one by joining, with what is said."""
    own = {one.id for one in case.other_cases}
    found = []
    if case.joins is not None and case.joins.id not in own:
        lead = f", led by {case.joins.lead}" if case.joins.lead else ""
        found.append((f"{case.joins.told}{lead}. This request joined it.", case.joins))
    for one in case.joined_by:
        if one.id not in own:
            who = f"{one.asked_by} joined from it." if one.asked_by else "It joined this one."
            found.append((f"{one.told}. {who}", one))
    return tuple(found)


def link_words(other: OtherCase, case: Case) -> str:
    """How another case of the family belongs to this one, where the record says so."""
    if other.id == case.joins_case_id:
        return "this request joined it"
    if other.id in {one.id for one in case.joined_by}:
        return "it joined this one"
    if other.id == case.previous_case_id:
        return "this case goes on from it"
    return "begun after this case" if _is_later(other, case) else ""


def _is_later(other: OtherCase, case: Case) -> bool:
    return (
        other.reference > case.reference
        if other.opened_on == case.opened_on
        else (other.opened_on > case.opened_on)
    )


def _kind(other: OtherCase, pack: Pack) -> str:
    return pack.say("an assessment of one’s own") if other.kind == Kind.OWN_EHA else ""
