"""Parts of life, one at a time: going well, worries, numbers, and whether it is a need (07)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.items import Area
from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row, Value
from ui.fields.all_areas import AllAreas
from ui.fields.area_page import AreaPage
from ui.fields.editor import Editor
from ui.fields.heading import ErrorLine
from ui.fields.surroundings import Surroundings
from ui.kit.chip import TabChips
from ui.theme import theme


class AreasEditor(Editor):
    """A chip for each area of the pack, ticked when done; the open one below. Any order."""

    has_heading = True

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._rows: dict[str, Row] = {}
        self._areas: dict[str, Area] = {area.code: area for area in around.pack.areas}
        self._pages: dict[str, AreaPage] = {}
        self._side = AllAreas(self._areas, around.pack)
        self._side.area_chosen.connect(self._on_area_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(18))
        pairs = [(area.code, area.name) for area in self._areas.values()]
        self.chips = TabChips(pairs, question.label)
        self.error = ErrorLine()
        self._column.addWidget(self.chips)
        self._column.addWidget(self.error)
        self.chips.value_changed.connect(self._on_chip)
        self.setAccessibleName(question.label)
        self.setFocusProxy(self.chips)
        self.set_value([])

    @property
    def open_area(self) -> str:
        """The code of the area on show."""
        return self.chips.value()

    def page(self) -> AreaPage:
        """The page of the area on show."""
        return self._pages[self.open_area]

    def value(self) -> list[Row]:
        return [dict(row) for row in self._rows.values()]

    def set_value(self, value: Value) -> None:
        kept = {row["id"]: row for row in value} if isinstance(value, list) else {}
        names = {code: area.name for code, area in self._areas.items()}
        blank = {
            code: kinds.row_of(self.question, code) | {"area": name}
            for code, name in names.items()
            if code not in kept
        }
        self._rows = {code: kept.get(code) or blank[code] for code in names}
        self._rows |= {code: row for code, row in kept.items() if code not in names}
        for code, page in self._pages.items():
            page.set_row(self._rows[code])
        self._show_open()
        self._tick_done()

    def refresh(self) -> None:
        for page in self._pages.values():
            page.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        whole = [problem for problem in problems if problem.row_id is None]
        self.error.say(" ".join(problem.message for problem in whole))
        for code, page in self._pages.items():
            page.show_problems([p for p in problems if p.row_id == code])

    def focus_problem(self, row_id: str | None) -> None:
        if row_id in self._areas:
            self.open(row_id)
        self.page().start()

    def open(self, code: str) -> None:
        """Show an area."""
        self.chips.set_value(code)
        self._on_chip()

    def side(self) -> QWidget:
        return self._side

    def next_part(self) -> str:
        after = self._code_after()
        return self._areas[after].name if after else ""

    def go_to_next_part(self) -> None:
        after = self._code_after()
        if after:
            self.open(after)
            self.page().start()

    def _code_after(self) -> str:
        codes = list(self._areas)
        place = codes.index(self.open_area) + 1
        return codes[place] if place < len(codes) else ""

    def _on_chip(self) -> None:
        self._show_open()
        self._tick_done()
        self.part_changed.emit()

    def _on_area_chosen(self, code: str) -> None:
        self.open(code)
        self.page().start()

    def _show_open(self) -> None:
        code = self.open_area
        if code not in self._pages:
            page = AreaPage(self._areas[code], self._rows[code], self.question, self.around)
            page.value_changed.connect(lambda: self._on_page_changed(code))
            self._pages[code] = page
            self._column.addWidget(page)
        for other, page in self._pages.items():
            page.setVisible(other == code)

    def _on_page_changed(self, code: str) -> None:
        self._rows[code] = self._pages[code].row()
        self._tick_done()
        self.value_changed.emit()

    def _tick_done(self) -> None:
        """Bring chips and the list beside the page to what is written."""
        is_done = kinds.KINDS["areas"].is_done
        assert is_done is not None  # noqa: S101 - areas repeat
        self.chips.set_done(code for code, row in self._rows.items() if is_done(row))
        self._side.show_areas(self._rows, self.open_area)
