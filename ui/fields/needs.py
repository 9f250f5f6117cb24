"""The needs that people tick: a short list by area of life, or the whole catalogue to search in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.items import CatalogueNeed, Need
from ehdesk.domain.needs import count_needs, distinct_needs
from ehdesk.domain.words import join_names, plural
from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.ids import new_id
from ehdesk.kernel.words import begins_words
from ui.fields.editor import Editor
from ui.fields.need_group import NeedGroup
from ui.fields.need_line import NeedLine
from ui.fields.surroundings import Surroundings
from ui.kit.labels import Label
from ui.kit.search_input import SearchInput
from ui.theme import theme

CATALOGUE = "catalogue"
"""``options_from`` of a question that offers every need of the authority."""


class NeedsEditor(Editor):
    """Counted as they are ticked; a need said twice counts once, and says so.

    What is kept but not offered stands at the end under a heading of its own: a need of the other
    list, or one that this pack has dropped. Rows without a code, and a second row of one code, are
    kept and not shown.
    """

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.is_catalogue = question.options_from == CATALOGUE
        self.lines: dict[str, NeedLine] = {}
        self.groups: list[NeedGroup] = []
        self._unshown: list[Row] = []
        self._order: list[str] = []
        self._blank = kinds.row_of(question, str(new_id()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4 if self.is_catalogue else 12))
        self.count = Label("", "body_strong")
        self.search = SearchInput("Find a need", "A word of the need, such as rent", self)
        self._column.addLayout(self._head())
        self._nothing = Label("No need has those words", "body", "text3")
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        for title, needs in self._offered():
            if needs:
                self._add_group(title, needs)
        self._others: NeedGroup | None = None
        self.search.value_changed.connect(self._on_search)
        self.setFocusProxy(self._first())
        self._count_again()

    def value(self) -> list[Row]:
        rows = {line.row_id: line.row() for line in self.lines.values() if line.is_ticked()}
        rows |= {row["id"]: dict(row) for row in self._unshown}
        known = [row_id for row_id in self._order if row_id in rows]
        return [rows[row_id] for row_id in (*known, *(id_ for id_ in rows if id_ not in known))]

    def set_value(self, value: Value) -> None:
        rows = value if isinstance(value, list) else []
        self._order = [row["id"] for row in rows]
        by_code: dict[str, Row] = {}
        self._unshown = []
        for row in rows:
            if row["code"] and row["code"] not in by_code:
                by_code[row["code"]] = row
            else:
                self._unshown.append(row)
        for code in [code for code in by_code if code not in self.lines]:
            self._add_other(code)
        for code, line in self.lines.items():
            line.show_row(by_code.get(code))
        for group in self.groups:
            group.open_if_ticked()
        self._count_again()

    def refresh(self) -> None:
        for line in self.lines.values():
            line.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        for line in self.lines.values():
            line.show_problems([p for p in problems if p.row_id == line.row_id and p.column])

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._first().setAccessibleDescription(description)

    def _first(self) -> QWidget:
        """Where the keyboard begins."""
        if self.is_catalogue or not self.lines:
            return self.search
        return next(iter(self.lines.values())).tick

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        self.search.setMaximumWidth(theme().px(360))
        self.search.setVisible(self.is_catalogue)
        row.addWidget(self.search, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row

    def _offered(self) -> list[tuple[str, list[Need | CatalogueNeed]]]:
        pack = self.around.pack
        if self.is_catalogue:
            return [
                (head.name, [need for need in pack.catalogue_under(head.code) if need.usable])
                for head in pack.headlines
            ]
        return [
            (area.name, [need for need in pack.needs if need.area == area.code and need.usable])
            for area in pack.areas
        ]

    def _add_group(self, title: str, needs: Sequence[Need | CatalogueNeed]) -> None:
        group = NeedGroup(title, folds=self.is_catalogue)
        self.groups.append(group)
        self._column.addWidget(group)
        for need in needs:
            self._add_line(group, need.code, need.name, need.text)

    def _add_other(self, code: str) -> None:
        if self._others is None:
            title = "Ticked before, in plain words" if self.is_catalogue else "Other needs"
            self._others = NeedGroup(title, folds=self.is_catalogue)
            self.groups.append(self._others)
            self._column.addWidget(self._others)
        section = "needs" if any(n.code == code for n in self.around.pack.needs) else CATALOGUE
        self._add_line(self._others, code, self.around.pack.label(section, code), "")

    def _add_line(self, group: NeedGroup, code: str, name: str, text: str) -> None:
        line = NeedLine(
            code,
            name,
            text,
            self.question,
            self.around,
            self._blank,
            narrow=not self.is_catalogue,
        )
        self.lines[code] = line
        group.add(line)
        line.tick.value_changed.connect(lambda: self._on_ticked(line))
        line.note_changed.connect(self.value_changed)

    def _on_ticked(self, line: NeedLine) -> None:
        line.show_writing()
        self._count_again()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.count.text()))
        self.value_changed.emit()

    def _count_again(self) -> None:
        codes = [line.code for line in self.lines.values() if line.is_ticked()]
        number = count_needs(codes, self.around.pack)
        self.count.setText(plural(number, "need") if number else "No needs ticked yet")
        counted = set(distinct_needs(codes, self.around.pack))
        for line in self.lines.values():
            line.say_twice(self._twice(line, counted))
        for group in self.groups:
            group.count()

    def _twice(self, line: NeedLine, counted: set[str]) -> str:
        """A need of the catalogue stands beside the plain one that covers it: counted once."""
        if not line.is_ticked() or line.code in counted:
            return ""
        plain = [
            need.name
            for need in self.around.pack.needs
            if line.code in need.covers and need.code in counted
        ]
        return f"Counted once: “{join_names(plain)}” says it too"

    def _on_search(self) -> None:
        typed = self.search.value()
        found = 0
        for group in self.groups:
            found += group.show_fitting(lambda text: not typed or begins_words(typed, text))
            if typed:
                group.open_if_any()
        self._nothing.setVisible(found == 0)
        said = QAccessibleAnnouncementEvent(self.search, plural(found, "need") + " found")
        QAccessible.updateAccessibility(said)
