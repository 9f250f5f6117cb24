"""The boxes of an action being edited, and the keys that work in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.forms.row_columns import PROGRESS_WORDS
from ehdesk.forms.spec import Row
from ehdesk.kernel.dates import NotADate, read_date, say_short_date
from ui.fields.labelled import labelled
from ui.fields.side_by_side import SideBySide
from ui.kit.choice import Choice
from ui.kit.key_cap import KeyCap
from ui.kit.labels import label
from ui.kit.text_input import TextInput
from ui.theme import theme

_NAMES = (
    "What will happen",
    "Who will do it",
    "By when",
    "How far it got",
    "Help they need to do it",
    "How we will know",
)
_KEYS = (("Enter", "save"), ("Tab", "next box"), ("Esc", "put it back"))


class ActionForm(QWidget):
    """What, who, by when (a date, or words such as "Every Sunday"), progress, the help that is
    needed and how anyone will know (domain 4.3)."""

    value_changed = Signal()
    saved = Signal()
    put_back = Signal()
    passed_end = Signal()

    def __init__(self, names: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        px = theme().px
        self.what = TextInput("What will happen")
        self.what.prose = True
        self.who = TextInput("Who will do it")
        self.by_when = TextInput("By when")
        self.progress = Choice(tuple(PROGRESS_WORDS.items()), "How far it got")
        self.support = TextInput("Help they need to do it")
        self.measure = TextInput("How we will know")
        self._names = QStringListModel(list(names), self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.who.setCompleter(completer)
        offered = completer.popup()
        assert offered is not None  # noqa: S101 - a completer makes its own list
        self._offered = offered
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(8))
        self._number = label("", "body", "text2", wrap=False)
        self._number.setMinimumWidth(px(36))
        line = QHBoxLayout()
        line.setSpacing(px(4))
        line.addWidget(self._number)
        boxes = QWidget()
        places = SideBySide(boxes, gap=px(10), line_gap=px(8))
        places.add(labelled("What will happen", self.what), 10, px(220))
        places.add(labelled("Who", self.who), 6, px(130))
        places.add(labelled("By when, a date or words", self.by_when), 6, px(140))
        places.add(labelled("Progress", self.progress), 6, px(140))
        more = QWidget()
        wide = SideBySide(more, gap=px(10), line_gap=px(8))
        wide.add(labelled("Help they need to do it", self.support), 14, px(220))
        wide.add(labelled("How we will know", self.measure), 14, px(220))
        both = QVBoxLayout()
        both.setSpacing(px(8))
        both.addWidget(boxes)
        both.addWidget(more)
        line.addLayout(both, 1)
        column.addLayout(line)
        column.addLayout(self._hints())
        for box in self._boxes():
            box.value_changed.connect(self.value_changed)
            box.installEventFilter(self)
        self._offered.installEventFilter(self)

    def _boxes(self) -> tuple[TextInput | Choice, ...]:
        return (self.what, self.who, self.by_when, self.progress, self.support, self.measure)

    def typed(self) -> Row:
        """What stands in the boxes, by column; a date that cannot be read is words."""
        by = self.by_when.value()
        try:
            day = read_date(by, self._today) if by else None
        except NotADate:
            day = None
        return {
            "what": self.what.value(),
            "who": self.who.value(),
            "by_when": day.isoformat() if day else "",
            "by_words": "" if day else by,
            "progress": self.progress.value() or "not_started",
            "support": self.support.value(),
            "measure": self.measure.value(),
        }

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show again what ``typed`` gave."""
        self.set_action(dict(typed))

    def set_action(self, action: Row) -> None:
        """Show an action, without telling anyone."""
        day = iso_date(action["by_when"])
        self.what.set_value(action["what"])
        self.who.set_value(action["who"])
        by = say_short_date(day) if day else action["by_when"] or action["by_words"]
        self.by_when.set_value(by)
        self.progress.set_value(action["progress"])
        self.support.set_value(action["support"])
        self.measure.set_value(action["measure"])

    def set_number(self, number: str) -> None:
        """The number in the plan, in front of the boxes and in their names."""
        self._number.setText(number)
        for box, name in zip(self._boxes(), _NAMES, strict=True):
            box.setAccessibleName(f"{name}, {number}" if number else name)

    def suggest(self, names: Sequence[str]) -> None:
        """Names to offer while typing who."""
        self._names.setStringList(list(names))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched not in (self.who, self._offered):
            self._offered.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._offered:
                return self._takes_in_list(event)
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and not self._is_suggesting(watched):
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.saved.emit()
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self.put_back.emit()
                    return True
                if event.key() == Qt.Key.Key_Tab and watched is self.measure:
                    self.passed_end.emit()
                    return True
        return super().eventFilter(watched, event)

    def _is_suggesting(self, watched: QObject) -> bool:
        """Whether the list of names takes the key; it may still stand open from another box."""
        return watched is self.who and self._offered.isVisible()

    def _takes_in_list(self, event: QKeyEvent) -> bool:
        """Enter with no name picked from the list saves what is typed, like anywhere else."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self._offered.currentIndex().isValid():
            self._offered.hide()
            self.saved.emit()
            return True
        return False

    def _hints(self) -> QHBoxLayout:
        hints = QHBoxLayout()
        hints.setContentsMargins(theme().px(40), 0, 0, 0)
        hints.setSpacing(theme().px(8))
        for key, words in _KEYS:
            hints.addWidget(KeyCap(key))
            hints.addWidget(label(words, "help", "text2", wrap=False))
        hints.addStretch(1)
        return hints
