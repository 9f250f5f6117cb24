"""What stands quietly under a long box: how many words, and a hint to say it more plainly."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.writing.plain_words import PlainWords
from ehdesk.writing.reading_age import OLDEST, count_words, measure
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.theme import theme
from ui.writing.switches import switches

PAUSE = 500
"""Milliseconds without a key before the text is looked at."""
MOST_WORDS = 3
"""Hard words that are named at once; the others come when these are gone."""


def words_told(number: int) -> str:
    """``1 word``, ``1,204 words``; "" for none."""
    return "" if not number else "1 word" if number == 1 else f"{number:,} words"


def hint(text: str, plain: PlainWords) -> str:
    """What would make the text easier for a family; "" when it is plain."""
    said, age = [], measure(text).age
    if age is not None and age > plain.aim:
        years = f"{age} or older" if age == OLDEST else str(age)
        said.append(
            f"Reading age about {years}. Shorter sentences and everyday words bring it to"
            f" {plain.aim} or below."
        )
    hard = plain.hard_in(text)
    if hard:
        named = "; ".join(f"“{one.word}”: {one.plainer}" for one in hard[:MOST_WORDS])
        more = f"; and {len(hard) - MOST_WORDS} more" if len(hard) > MOST_WORDS else ""
        said.append(f"Plainer words: {named}{more}.")
    return " ".join(said)


class LineBelow(QWidget):
    """The count is shown while somebody writes, its line is kept free all the time, so that
    nothing on the page moves when the cursor comes or goes. Nothing here is announced: whoever
    wants to hear it reads on from the box."""

    def __init__(self, area: TextArea, *, counts: bool, plain: PlainWords | None) -> None:
        """``counts`` for the number of words; ``plain`` when a family reads what is written."""
        super().__init__()
        self._area = area
        self._counts = counts
        self._plain = plain
        self.count = Label("", "help", "text3", wrap=False)
        self.hint = Label("", "help", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(3), 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(self.count)
        column.addWidget(self.hint)
        self.count.setVisible(counts)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        area.value_changed.connect(self._pause.start)
        area.installEventFilter(self)
        switches().changed.connect(self.look)
        theme().changed.connect(self._fit)
        self._fit()
        self.hint.hide()

    def look(self) -> None:
        """Say what there is to say of the text now."""
        text = self._area.value()
        if self._counts:
            self.count.setText(words_told(count_words(text)) if self._area.hasFocus() else "")
        shown = hint(text, self._plain) if self._plain and switches().plain_words else ""
        self.hint.setText(shown)
        self.hint.setVisible(bool(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area:
            if event.type() == QEvent.Type.FocusIn:
                self.look()
            elif event.type() == QEvent.Type.FocusOut:
                self.count.setText("")
        return False

    def _fit(self) -> None:
        self.count.setFixedHeight(theme().line_height("help"))
