"""A question on a form: label, hint, editor and error, one above the other."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.labels import label as words
from ui.kit.plain import escape_ampersands
from ui.kit.wrong import mark_wrong
from ui.theme import theme


class FieldRow(QWidget):
    """The label names the editor; the hint and the error describe it to a screen reader.

    ``editor`` is any widget with ``value()``, ``set_value()`` and ``value_changed``.
    """

    def __init__(
        self,
        label: str,
        hint: str,
        editor: QWidget,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._words = label
        self._optional = optional
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._hint = words(hint, "help", "text3")
        self._hint.setVisible(bool(hint))
        self._error = words("", "help_strong", "overdue.ink")
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._error_line = QWidget(self)
        self._lay_out()
        self._show_label()
        theme().changed.connect(self._on_theme)
        editor.setAccessibleName(label)
        self._describe()

    def lead(self, width: int) -> int:
        """How far below the top the editor begins at this width."""
        words = self._label.heightForWidth(width) + theme().px(2) + theme().px(4)
        hint = self._hint.heightForWidth(width) if self._hint.text() else 0
        return words + hint

    def label(self) -> str:
        """The words of the question."""
        return self._words

    def error(self) -> str:
        """The error shown, or ""."""
        return self._error.text()

    def set_hint(self, hint: str) -> None:
        """Other words of help; "" for none."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def set_error(self, text: str) -> None:
        """Show what is wrong, and say it at once; "" is ``clear_error``."""
        if not text:
            self.clear_error()
            return
        news = text != self._error.text()
        self._error.setText(text)
        self._draw_icon()
        self._error_line.show()
        mark_wrong(self.editor, True)
        self._describe()
        if news and self.isVisible():
            event = QAccessibleAnnouncementEvent(self.editor, f"{self._words}: {text}")
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def clear_error(self) -> None:
        """Take the error away."""
        if self._error.text():
            self._error.clear()
            self._error_line.hide()
            mark_wrong(self.editor, False)
            self._describe()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addSpacing(theme().px(2))
        column.addWidget(self._hint)
        column.addSpacing(theme().px(4))
        column.addWidget(self.editor)
        line = QHBoxLayout(self._error_line)
        line.setContentsMargins(0, theme().px(5), 0, 0)
        line.setSpacing(theme().px(6))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._error, 1)
        self._error_line.hide()
        column.addWidget(self._error_line)
        column.addStretch()  # beside a taller one, stay at the top

    def _show_label(self) -> None:
        self._label.setFont(theme().font("body_strong"))
        # An ampersand in rich text would be taken for a shortcut key by a label with a buddy.
        plain = not self._optional or "&" in self._words
        if plain:
            optional = " optional" if self._optional else ""
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setText(escape_ampersands(self._words + optional))
        else:
            quiet = theme().tokens.text2.name()
            self._label.setTextFormat(Qt.TextFormat.RichText)
            self._label.setText(
                f"{escape(self._words)} "
                f"<span style='color:{quiet}; font-weight:400'>optional</span>"
            )
        self._label.setBuddy(self.editor)

    def _describe(self) -> None:
        parts = (self._hint.text(), "optional" if self._optional else "", self._error.text())
        self.editor.setAccessibleDescription(". ".join(part for part in parts if part))

    def _on_theme(self) -> None:
        self._show_label()
        self._draw_icon()

    def _draw_icon(self) -> None:
        if self._error.text():
            self._icon.setPixmap(theme().pixmap("circle-alert", "overdue.ink", 15))
            self._icon.setContentsMargins(0, theme().px(1), 0, 0)
