"""How the window looks, as each person of this computer likes it: theme and text size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ehdesk.kernel.home import Home
from ui.theme import TEXT_SIZES, Theme, install_theme, theme

_SCHEMES = (("system", "Like the system"), ("light", "Light"), ("dark", "Dark"))


def install_look(app: QApplication, home: Home) -> Theme:
    """The theme with what was chosen last time, or the system's own look."""
    settings = home.settings()
    scheme = settings.get("scheme")
    size = settings.get("text_size")
    return install_theme(
        app,
        scheme if scheme in dict(_SCHEMES) else "system",
        size if size in TEXT_SIZES else 100,
    )


class AppearanceMenu(QMenu):
    """Theme and text size; what is chosen is kept at once."""

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("&View", parent)
        self._home = home
        for value, words in _SCHEMES:
            self._choice(words, value, self._on_scheme, "scheme")
        self.addSeparator()
        for percent in TEXT_SIZES:
            self._choice(f"Text size {percent} %", percent, self._on_size, "size")
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
            if action.isCheckable():
                action.setChecked(action.data() in now)
