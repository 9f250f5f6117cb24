"""How the window looks, as each person of this computer likes it: theme and text size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ehdesk.kernel.home import Home
from ui.theme import TEXT_SIZES, Theme, install_theme, theme
from ui.writing.switches import install_switches, switches

_SCHEMES = (("system", "Like the system"), ("light", "Light"), ("dark", "Dark"))


def install_look(app: QApplication, home: Home) -> Theme:
    """The theme and the aids to writing as they were chosen last time, or the system's own look."""
    settings = home.settings()
    install_switches(home)
    scheme = settings.get("scheme")
    size = settings.get("text_size")
    return install_theme(
        app,
        scheme if scheme in dict(_SCHEMES) else "system",
        size if size in TEXT_SIZES else 100,
    )


class AppearanceMenu(QMenu):
    """Theme, text size and aids to writing; what is chosen is kept at once."""

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("&View", parent)
        self._home = home
        for value, words in _SCHEMES:
            self._choice(words, value, self._on_scheme, "scheme")
        self.addSeparator()
        for percent in TEXT_SIZES:
            self._choice(f"Text size {percent} %", percent, self._on_size, "size")
        self.addSeparator()
        self._spelling = self._switch("Check spelling as you type", self._on_spelling)
        self._plain_words = self._switch("Hints for plain words", self._on_plain_words)
        self.aboutToShow.connect(self._show_state)
        self._show_state()

    def _choice(
        self, words: str, value: object, chosen: Callable[[object], object], group: str
    ) -> None:
        groups = self.findChildren(QActionGroup, group)
        if not groups:
            made = QActionGroup(self)
            made.setObjectName(group)
            groups = [made]
        action = QAction(words, self, checkable=True)
        action.setData(value)
        action.triggered.connect(lambda _on=False, value=value: chosen(value))
        groups[0].addAction(action)
        self.addAction(action)

    def _switch(self, words: str, turned: Callable[[bool], object]) -> QAction:
        action = QAction(words, self, checkable=True)
        action.triggered.connect(turned)
        self.addAction(action)
        return action

    def _on_spelling(self, on: bool) -> None:
        switches().set(spelling=on)
        self._home.change_settings(spelling=on)

    def _on_plain_words(self, on: bool) -> None:
        switches().set(plain_words=on)
        self._home.change_settings(plain_words=on)

    def _on_scheme(self, scheme: object) -> None:
        theme().set_scheme(str(scheme))
        self._home.change_settings(scheme=scheme)

    def _on_size(self, percent: object) -> None:
        if isinstance(percent, int):
            theme().set_text_size(percent)
            self._home.change_settings(text_size=percent)

    def _show_state(self) -> None:
        now = (theme().scheme, theme().text_size)
        for action in self.actions():
            if action.isCheckable() and action.data() is not None:
                action.setChecked(action.data() in now)
        self._spelling.setChecked(switches().spelling)
        self._plain_words.setChecked(switches().plain_words)
