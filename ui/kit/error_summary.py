"""What has to be put right on a page, as links to the questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.focus import RING_SPACE, ringed
from ui.kit.labels import label
from ui.kit.painting import draw_box, painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import escape_ampersands
from ui.kit.push_button import PushButton
from ui.theme import theme


class ErrorSummary(QFrame):
    """Hidden until there are problems; then it takes focus and is read out."""

    problem_chosen = Signal(str)
    """The key of the problem whose link was pressed: go to its question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._icon = QLabel(self)
        self._heading = label("", "section")
        self._heading.setContentsMargins(RING_SPACE, 0, 0, 0)  # in line with the links
        self._links = QVBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(theme().px(6))
        words.addWidget(self._heading)
        words.addLayout(self._links)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme().px(side) for side in (20, 18, 20, 18)))
        row.setSpacing(theme().px(6))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._links.setSpacing(theme().px(2))
        theme().changed.connect(self._draw_icon)
        self._draw_icon()
        self.hide()

    def links(self) -> list[QPushButton]:
        """The links, in the order of the page."""
        return [
            button
            for place in range(self._links.count())
            if (item := self._links.itemAt(place)) is not None
            and isinstance(button := item.widget(), QPushButton)
        ]

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Show (key, text) pairs in page order and take focus; none of them hides it."""
        for link in self.links():
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        if not problems:
            self.hide()
            return
        many = len(problems) > 1
        self._heading.setText(
            f"There are {len(problems)} things to fix on this page"
            if many
            else "There is a problem"
        )
        for key, text in problems:
            link = _ProblemLink(text, self)
            link.clicked.connect(lambda _on=False, key=key: self.problem_chosen.emit(key))
            self._links.addWidget(link)
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(". ".join(text for _key, text in problems))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        event = QAccessibleAnnouncementEvent(
            self, f"{self.accessibleName()}. {self.accessibleDescription()}"
        )
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            rect, radius = QRectF(self.rect()), 8.0
            if self.hasFocus():
                rect, radius = ringed(painter, rect, 10), 6.0
            ink = tokens.tone("overdue").ink
            draw_box(painter, rect, radius, fill=tokens.surface, edge=ink, width=2)

    def _draw_icon(self) -> None:
        self._icon.setPixmap(theme().pixmap("circle-alert", "overdue.ink", 22))


class _ProblemLink(PushButton):
    """Underlined words that wrap."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._words = text
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        words = self._paragraph(1e6)
        return QSize(round(words.width + 2 * RING_SPACE) + 2, round(words.height + RING_SPACE))

    def minimumSizeHint(self) -> QSize:
        wide = longest_word(self._words, "body_strong") + 2 * RING_SPACE
        return QSize(round(wide) + 2, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._paragraph(width - 2 * RING_SPACE).height + RING_SPACE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = self._paragraph(self.width() - 2 * RING_SPACE)
        with painting(self) as painter:
            if self.hasFocus():
                wide = words.width + 2 * RING_SPACE
                ringed(painter, QRectF(0, 0, wide, self.height()), 4)
            ink = theme().tokens.tone("overdue").ink
            words.paint(painter, RING_SPACE, RING_SPACE / 2, ink)

    def _paragraph(self, width: float) -> Paragraph:
        return Paragraph(self._words, "body_strong", width, underlined=True)
