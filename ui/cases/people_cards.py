"""The family and the people who help it, in full, as tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.case import Case
from ui.kit.data_table import Column, DataTable
from ui.kit.labels import Label
from ui.kit.table_rows import Cell, Row, TableRows
from ui.theme import theme


class _Listing(QWidget):
    """A heading and a table as high as its rows."""

    def __init__(self, title: str, headers: tuple[str, ...], columns: tuple[Column, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(Label(title, "card_title"))
        self.model = TableRows(headers, self)
        self.table = DataTable(title, columns)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.model)
        column.addWidget(self.table)
        self._rows: list[Row] = []
        theme().changed.connect(self._fit)

    def show_rows(self, rows: list[Row]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.model.set_rows(rows)
            self._fit()

    def _fit(self) -> None:
        self.table.setFixedHeight(self.table.content_height())


class ProfessionalsCard(_Listing):
    """Who works with the family, and how to reach them."""

    def __init__(self) -> None:
        super().__init__(
            "People helping",
            ("Name", "Agency", "Phone", "Email", "What they do"),
            (Column(26, keep=True), Column(22), Column(18), Column(24), Column(20)),
        )

    def show_people(self, case: Case) -> None:
        """Show everyone who helps now; the one who leads is marked."""
        self.setVisible(bool(case.professionals))
        self.show_rows(
            [
                Row(
                    str(p.id),
                    (
                        Cell(
                            p.name,
                            f"{p.role}, leads" if p.id == case.lead_practitioner_id else p.role,
                            avatar=p.name,
                            strong=True,
                        ),
                        Cell(p.agency),
                        Cell(p.phone),
                        Cell(p.email),
                        Cell(p.involvement, quiet=True),
                    ),
                )
                for p in case.professionals
            ]
        )
