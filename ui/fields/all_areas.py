"""All areas at a glance, beside the one that is open (picture 07)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.authority.items import Area
from ehdesk.authority.pack import Pack
from ehdesk.domain.words import plural
from ehdesk.forms.spec import Row
from ui.fields.area_line import AreaLine
from ui.fields.area_summary import AreaSummary
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.tab_order import ReadingOrder
from ui.theme import theme

_WIDEST = 460
"""Of the list, in pixels at 100 %, where it stands under the page."""


class AllAreas(ReadingOrder):
    """A line for each area, how many are needs and what that points to, and the number to ring."""

    area_chosen = Signal(str)

    def __init__(
        self, areas: Mapping[str, Area], pack: Pack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(Label("All areas", "body_strong"))
        column.addWidget(Label("Average of everyone’s numbers", "help", "text2"))
        column.addSpacing(px(8))
        self.lines = {code: AreaLine(area.name) for code, area in areas.items()}
        for code, line in self.lines.items():
            line.setMaximumWidth(px(_WIDEST))
            line.clicked.connect(lambda _on=False, code=code: self.area_chosen.emit(code))
            column.addWidget(line)
        column.addSpacing(px(14))
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addSpacing(px(14))
        column.addLayout(self._make_needs())
        column.addSpacing(px(14))
        column.addWidget(_harm_note(pack))
        self.setAccessibleName("All areas")

    def show_areas(self, rows: Mapping[str, Row], open_code: str) -> None:
        """Bring every line to what the form holds now."""
        needs = 0
        for code, line in self.lines.items():
            summary = AreaSummary.of(rows[code])
            needs += summary.is_need
            line.show_area(summary, is_open=code == open_code)
        self._count.setText(f"{plural(needs, 'need') if needs else 'No needs'} so far")
        limits = self._pack.thresholds
        few = f"{limits.targeted_up_to} or fewer: Targeted support"
        many = f"{limits.assessment_from} or more: {self._pack.term('eha')}"
        self._points.setText(many if needs >= limits.assessment_from else few)
        self._points.setVisible(needs > 0)

    def _make_needs(self) -> QHBoxLayout:
        px = theme().px
        line = QHBoxLayout()
        line.setSpacing(px(10))
        flag = QLabel()
        flag.setPixmap(theme().pixmap("flag", "wait.ink", 18))
        line.addWidget(flag, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._count = Label("", "body_strong")
        self._points = Label("", "help", "text2")
        words.addWidget(self._count)
        words.addWidget(self._points)
        line.addLayout(words, 1)
        return line


def _harm_note(pack: Pack) -> Note:
    words = (
        "If anything here makes you worry a child is at risk of harm, stop and call "
        f"{pack.contact('das').phone}."
    )
    return Note(words, "neutral", icon="shield-alert")
