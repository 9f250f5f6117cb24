"""Everybody's number from 0 to 10 for one area: children in plum, then adults, then helpers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.dated import ScaleEnds
from ui.fields.heading import Heading
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.avatar import Avatar
from ui.kit.buttons import Button
from ui.kit.labels import label
from ui.kit.scale import Scale
from ui.kit.text_input import TextInput
from ui.theme import theme

_WHOSE = {"child": "Their own number", "parent": "Family", "professional": "Professional"}


class ScoreRow(QWidget):
    """One person and their number."""

    value_changed = Signal()

    def __init__(self, score: Row, support: str, area: str, read_only: bool) -> None:
        super().__init__()
        self._score = dict(score)
        px = theme().px
        who = QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        line.addWidget(Avatar(score["name"], 32))
        names = QVBoxLayout()
        names.setSpacing(0)
        first = score["name"].split(" ")[0] if score["kind"] != "professional" else score["name"]
        names.addWidget(label(first, "body_strong"))
        names.addWidget(label(support, "caption", "text3"))
        line.addLayout(names, 1)
        self.scale = Scale(f"{score['name']}, {area}", voice=score["kind"] == "child")
        self.scale.setEnabled(not read_only)
        self.scale.value_changed.connect(self.value_changed)
        places = SideBySide(self, gap=px(14), line_gap=px(6), middle=True)
        places.add(who, 3, px(130))
        places.add(self.scale, 9, px(380))
        self.set_score(score)

    def score(self) -> Row:
        """The number as a row."""
        return self._score | {"value": self.scale.value()}

    def set_score(self, score: Row) -> None:
        """Show another number of the same person."""
        self._score = dict(score)
        value = score["value"]
        self.scale.set_value(value if isinstance(value, int) and 0 <= value <= 10 else None)


class ScoreRows(QWidget):
    """The family's rows are there; a helper is added by name."""

    value_changed = Signal()

    def __init__(
        self,
        area: str,
        question: Field,
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._area, self._around = area, around
        self._kept: list[Row] = []
        self.rows: dict[tuple[str, str], ScoreRow] = {}
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._heading = Heading("On a scale of 0 to 10, where are things now?")
        self.add_button = Button("Add someone", "quiet", None, "small")
        self.add_button.setVisible(not around.read_only)
        self._heading.add_action(self.add_button)
        column.addWidget(self._heading)
        ends = QWidget()
        places = SideBySide(ends, gap=px(14), line_gap=0)
        places.add(QWidget(), 3, px(130))
        places.add(ScaleEnds(), 9, px(380))
        column.addWidget(ends)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        column.addLayout(self._list)
        self._adder = _AddHelper(around)
        column.addWidget(self._adder)
        self.add_button.clicked.connect(self._adder.open)
        self._adder.named.connect(self._on_named)

    def value(self) -> list[Row]:
        """Numbers given, and everybody added by name."""
        scores = [row.score() for row in self.rows.values()]
        kept = {score["id"] for score in self._kept}
        return [s for s in scores if s["value"] is not None or s["id"] in kept]

    def set_value(self, value: Value) -> None:
        """Show numbers, without telling anyone."""
        self._kept = [dict(score) for score in value] if isinstance(value, list) else []
        self._fill()

    def refresh(self) -> None:
        """The family may have changed."""
        now = {
            (row.score()["kind"], row.score()["name"]): row.score() for row in self.rows.values()
        }
        self._kept = [
            score for score in now.values() if score["value"] is not None or self._is_kept(score)
        ]
        self._fill()

    def _is_kept(self, score: Row) -> bool:
        return any(score["id"] == kept["id"] for kept in self._kept)

    def _wanted(self) -> list[tuple[Row, str]]:
        """Every row to show, with the words under the name."""
        known = {(score["kind"], score["name"]): score for score in self._kept}
        wanted: list[tuple[Row, str]] = []
        for source, kind in (("children", "child"), ("adults", "parent")):
            for name, relationship in self._around.relatives(source):
                blank = {"id": str(new_id()), "kind": kind, "name": name, "value": None}
                old = self.rows.get((kind, name))
                fallback = old.score() | {"value": None} if old else blank
                score = known.pop((kind, name), None) or fallback
                wanted.append((score, _WHOSE["child"] if kind == "child" else relationship))
        return wanted + [(score, _WHOSE.get(score["kind"], "")) for score in known.values()]

    def _fill(self) -> None:
        wanted = self._wanted()
        keys = [(score["kind"], score["name"]) for score, _support in wanted]
        for key in [key for key in self.rows if key not in keys]:
            gone = self.rows.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, (score, support)) in enumerate(zip(keys, wanted, strict=True)):
            if key in self.rows:
                if self.rows[key].score() != score:
                    self.rows[key].set_score(score)
                continue
            row = ScoreRow(score, support, self._area, self._around.read_only)
            row.value_changed.connect(self.value_changed)
            self.rows[key] = row
            self._list.insertWidget(place, row)

    def _on_named(self, name: str) -> None:
        score = {"id": str(new_id()), "kind": "professional", "name": name, "value": None}
        self._kept = [*self.value(), score]
        self._fill()
        self.rows["professional", name].scale.setFocus(Qt.FocusReason.OtherFocusReason)


class _AddHelper(QWidget):
    """A box for the name of somebody else whose number is given."""

    named = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.name = TextInput("Whose number is it?")
        add = Button("Add", "secondary", "plus", "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(10))
        words = label("Whose number is it?", "caption", "text2")
        words.setBuddy(self.name)
        line.addWidget(words)
        line.addWidget(self.name, 1)
        line.addWidget(add)
        add.clicked.connect(self._add)
        self.hide()

    def open(self) -> None:
        """Ask for a name."""
        names = [option.label for option in self._around.answers.options_of("professionals")]
        completer = QCompleter(names, self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        name = self.name.value()
        self.name.set_value("")
        self.hide()
        if name:
            self.named.emit(name)
