"""The look of the running application: one object that every widget asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.theme import fonts, icons
from ui.theme.palette import palette
from ui.theme.style import DeskStyle
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import Tokens, load_tokens

TEXT_SIZES = (100, 115, 130, 150)
"""Per cent, as offered in settings."""

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, type and icons of the application, and their change while it runs.

    Applying a theme sets the application's style sheet anew, and Qt then tells every widget
    (``QEvent.StyleChange``) and has it measured and painted again. So a painted widget that asks
    ``theme()`` inside ``sizeHint`` and ``paintEvent`` follows by itself; ``changed`` is for what
    keeps something between paints, such as an icon set once.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str, text_size: int) -> None:
        super().__init__(app)
        fonts.load_fonts()
        self._app = app
        self._scheme = scheme
        self._text_size = text_size
        self._style = DeskStyle(lambda: self.tokens)
        self._dark = False
        app.setStyle(self._style)
        self._ask_for_scheme()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return load_tokens(self._scheme_in_force)

    @property
    def inverse(self) -> Tokens:
        """The other scheme's colours: for a toast, which stands out by being the other way."""
        return load_tokens("light" if self._dark else "dark")

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._dark

    @property
    def scheme(self) -> str:
        """What was chosen: system, light or dark."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """Per cent."""
        return self._text_size

    def set_scheme(self, scheme: str) -> None:
        """Follow the ``system``, or stay ``light`` or ``dark``."""
        if scheme not in _SCHEMES:
            raise ValueError(f"no scheme is called {scheme!r}")
        if scheme != self._scheme:
            self._scheme = scheme
            self._ask_for_scheme()
            self._apply()

    def set_text_size(self, percent: int) -> None:
        """Scale all text, and with it every height; from 100 to 200."""
        if not 100 <= percent <= 200:
            raise ValueError("the text size is from 100 to 200 per cent")
        if percent != self._text_size:
            self._text_size = percent
            self._apply()

    def font(self, role: str, *, tabular: bool = False) -> QFont:
        """The font of a role; ``tabular`` for columns of dates and numbers."""
        return fonts.font(role, self._text_size, tabular=tabular)

    def line_height(self, role: str) -> int:
        """From one line of a role to the next, never less than its font needs."""
        return fonts.line_height(role, self._text_size)

    def control_height(self, at_least: int, role: str = "body") -> int:
        """The height of a control that is ``at_least`` high at 100 % and holds one line."""
        return max(self.px(at_least), QFontMetrics(self.font(role)).height() + self.px(8))

    def icon(self, name: str, colour: str = "text2", size: int = 18) -> QIcon:
        """A Lucide icon for a control, ``size`` at 100 %. KeyError when no such icon or colour."""
        tokens = self.tokens
        return icons.tinted_icon(name, tokens.colour(colour), tokens.text_disabled, self.px(size))

    def pixmap(
        self, name: str, colour: str = "text2", size: int = 18, dpr: float | None = None
    ) -> QPixmap:
        """A Lucide icon to paint, ``size`` at 100 %, for the screen's pixel ratio unless told."""
        ratio = self._app.devicePixelRatio() if dpr is None else dpr
        return icons.tinted_pixmap(name, self.tokens.colour(colour), self.px(size), ratio)

    def px(self, pixels: float) -> int:
        """A length drawn for 100 %, at the text size in force."""
        return fonts.scaled(pixels, self._text_size)

    @property
    def _scheme_in_force(self) -> str:
        return "dark" if self._dark else "light"

    def _ask_for_scheme(self) -> None:
        """Tell Qt too, so that native title bars and dialogs agree."""
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._scheme])

    def _apply(self) -> None:
        if self._scheme == "system":
            self._dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            self._dark = self._scheme == "dark"
        self._app.setFont(self.font("body"))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self._scheme_in_force, self.tokens, self._text_size))
        self.changed.emit()

    def _on_system_scheme_changed(self) -> None:
        wanted = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._scheme == "system" and wanted != self._dark:
            self._apply()


_running: list[Theme] = []


def install_theme(app: QApplication, scheme: str = "system", text_size: int = 100) -> Theme:
    """Give the application its look; called again, it changes the look already given."""
    if _running and _running[0].parent() is app:
        _running[0].set_scheme(scheme)
        _running[0].set_text_size(text_size)
    else:
        _running[:] = [Theme(app, scheme, text_size)]
    return _running[0]


def theme() -> Theme:
    """The running application's theme. RuntimeError before ``install_theme``."""
    if not _running:
        raise RuntimeError("install_theme was not called")
    return _running[0]
