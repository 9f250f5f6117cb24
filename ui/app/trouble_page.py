"""In place of a page that could not be read or drawn: what is true, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ui.app.crash import CrashReport
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Page
from ui.theme import theme


class TroublePage(Page):
    """A card in the middle with at most three things to do."""

    retry_chosen = Signal()
    today_chosen = Signal()

    def __init__(self, title: str, words: str, icon: str, colour: str) -> None:
        super().__init__()
        self._name = title
        self._icon = (icon, colour)
        self._report: CrashReport | None = None
        self._picture = QLabel()
        self._title = Label(title, "section")
        self._words = Label(words, "body", "text2")
        self._card = Card()
        head = QHBoxLayout()
        head.setSpacing(theme().px(14))
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(4))
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        head.addLayout(texts, 1)
        self._card.body.addLayout(head)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme().px(8))
        column = QVBoxLayout(self)
        margin = theme().px(40)
        column.setContentsMargins(margin, margin, margin, margin)
        top_left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._card, 0, top_left)
        column.addStretch()
        self._draw()
        theme().changed.connect(self._draw)

    @classmethod
    def of_error(cls, error: EhdeskError) -> TroublePage:
        """For what a person can act on, in its own words."""
        words = " ".join(part for part in (error.message, error.what_to_do) if part)
        page = cls(error.title, words, "circle-alert", "overdue.ink")
        page._offer(page._retry(), page._today())
        return page

    @classmethod
    def of_crash(cls, report: CrashReport, saved: str) -> TroublePage:
        """For what is our fault. ``saved`` is when the records were last saved: "10:42" or ""."""
        safe = f"Your records are safe and saved at {saved}." if saved else "Your records are safe."
        page = cls(
            "This page could not be drawn",
            f"{safe} Only this page stopped.",
            "triangle-alert",
            "soon.ink",
        )
        page._say_what(report.in_one_line)
        page._offer(page._retry("primary"), page._today())
        save = Button("Save a report for your support desk", "link")
        page._report = report
        save.clicked.connect(page.save_report)
        page._card.body.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def title(self) -> str:
        return self._name

    def focus_start(self) -> None:
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_report(self) -> None:
        """Write the report where the person wants it."""
        report = self._report
        if report is None:
            return
        path = ask.ask_save_path(
            self.window(), "Save the report", "ehdesk report.txt", "Text (*.txt)"
        )
        if path is not None:
            write_whole(path, report.as_text().encode())

    def _say_what(self, line: str) -> None:
        box = QFrame()
        box.setProperty("surface", "note")
        box.setProperty("tone", "none")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(*(theme().px(side) for side in (14, 10, 14, 12)))
        inside.setSpacing(theme().px(2))
        inside.addWidget(Label("What happened, no names in it", "help", "text2"))
        inside.addWidget(Label(line, "body_medium"))
        self._card.body.addWidget(box)

    def _retry(self, kind: str = "primary") -> Button:
        button = Button("Try again", kind, "refresh-cw")
        button.clicked.connect(self.retry_chosen)
        return button

    def _today(self) -> Button:
        button = Button("Go to Today")
        button.clicked.connect(self.today_chosen)
        return button

    def _offer(self, *buttons: Button) -> None:
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._card.body.addLayout(self._buttons)

    def _draw(self) -> None:
        name, colour = self._icon
        self._card.setFixedWidth(theme().px(620))
        self._picture.setPixmap(theme().pixmap(name, colour, 24, self.devicePixelRatioF()))
