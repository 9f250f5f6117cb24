"""The look: contrast, icons, and its change while the window is open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from resources import FOLDER
from ui.theme import TEXT_SIZES, theme
from ui.theme.fonts import ROLES
from ui.theme.tokens import SCHEMES, load_tokens

ON_GROUNDS = [
    (ink, ground)
    for ink in ("text", "text2", "text3")
    for ground in ("canvas", "sidebar", "surface", "sunken", "raised", "hover", "selected")
]
TONES = ("overdue", "soon", "track", "done", "wait", "none", "voice")
READ = [
    *ON_GROUNDS,
    *((f"{tone}.ink", f"{tone}.bg") for tone in TONES),
    *((f"{tone}.ink", "surface") for tone in TONES),
    ("on_accent", "accent"),
    ("accent", "canvas"),
    ("accent", "selected"),
    ("accent", "accent_tint"),
    ("text", "accent_tint"),
]
SEEN = [
    ("line_strong", "surface"),
    ("line_strong", "canvas"),
    ("focus", "canvas"),
    ("focus", "surface"),
]


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_words_can_be_read_on_what_they_stand_on(scheme: str, ink: str, ground: str) -> None:
    tokens = load_tokens(scheme)
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), SEEN)
def test_the_edge_of_a_control_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    tokens = load_tokens(scheme)
    assert contrast(tokens.colour(edge), tokens.colour(ground)) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_initials_can_be_read_on_every_disc(scheme: str) -> None:
    assert all(contrast(disc.ink, disc.bg) >= 4.5 for disc in load_tokens(scheme).discs)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_arrow_pictures_have_the_colour_of_support_text(scheme: str) -> None:
    wanted = load_tokens(scheme).text2.name().upper()
    for way in ("up", "down"):
        assert wanted in (FOLDER / "themes" / f"chevron-{way}-{scheme}.svg").read_text()


def test_every_icon_named_in_the_code_is_shipped() -> None:
    shipped = {path.stem for path in (FOLDER / "icons").glob("*.svg")}
    assert (FOLDER / "icons" / "LICENSE").exists()
    ui = Path(__file__).parents[2] / "ui"
    asked = re.compile(
        r"(?:\b(?:icon|pixmap|set_icon|tinted_icon|tinted_pixmap)\(|\bicon=|IconButton\(|"
        r"EmptyState\()\s*\"([a-z0-9-]+)\""
    )
    missing = {
        f"{name} in {path.name}"
        for path in ui.rglob("*.py")
        for name in asked.findall(path.read_text(encoding="utf-8"))
        if name not in shipped
    }
    assert not missing


def test_an_icon_that_does_not_exist_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no-such"):
        theme().icon("no-such")


def test_a_colour_that_does_not_exist_is_named_in_the_error() -> None:
    for name in ("mauve", "overdue.glow", "tones"):
        with pytest.raises(KeyError, match=name):
            theme().tokens.colour(name)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_has_the_pixels_its_screen_has(ratio: float) -> None:
    pixmap = theme().pixmap("check", "overdue.ink", 18, ratio)
    assert pixmap.size() == QSize(18, 18) * ratio
    assert pixmap.deviceIndependentSize().toSize() == QSize(18, 18)
    assert theme().icon("check").pixmap(QSize(18, 18), ratio).size() == QSize(18, 18) * ratio


def test_an_icon_is_tinted_with_its_token() -> None:
    image = theme().pixmap("square", "overdue.ink", 24, 4.0).toImage()
    ink = theme().tokens.tone("overdue").ink
    assert _holds(image, ink)


def test_the_shipped_font_is_the_one_in_use() -> None:
    for role in ROLES:
        assert QFontInfo(theme().font(role)).family() == "Inter"


def test_figures_of_a_column_line_up() -> None:
    metrics = QFontMetricsF(theme().font("body", tabular=True))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("000")


def test_dark_and_light_change_while_the_window_is_open(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(40, 40)
    qtbot.addWidget(page)
    page.show()
    for scheme in ("dark", "light"):
        with qtbot.waitSignal(theme().changed):
            theme().set_scheme(scheme)
        assert theme().is_dark == (scheme == "dark")
        assert page.grab().toImage().pixelColor(20, 20) == load_tokens(scheme).canvas


def test_the_system_decides_until_someone_does() -> None:
    theme().set_scheme("dark")
    theme().set_scheme("system")
    system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme().is_dark == system_is_dark


def test_an_unknown_scheme_or_text_size_is_refused() -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme().set_scheme("sepia")
    with pytest.raises(ValueError, match="100"):
        theme().set_text_size(60)


@pytest.mark.parametrize("control", [QLineEdit, QComboBox, QPushButton, QCheckBox])
def test_every_control_grows_with_the_text(qtbot: QtBot, control: type[QWidget]) -> None:
    widget = control()
    qtbot.addWidget(widget)
    heights = []
    for percent in TEXT_SIZES:
        theme().set_text_size(percent)
        widget.ensurePolished()
        heights.append(widget.sizeHint().height())
    assert heights == sorted(set(heights))
    assert theme().px(36) == 54


def test_an_input_is_as_high_as_in_the_design(qtbot: QtBot) -> None:
    for control in (QLineEdit, QComboBox):
        widget = control()
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() == 40


def test_a_ticked_box_is_drawn_in_the_accent(qtbot: QtBot) -> None:
    box = QCheckBox("Ticked")
    qtbot.addWidget(box)
    assert not _holds(box.grab().toImage(), theme().tokens.accent)
    box.setChecked(True)
    assert _holds(box.grab().toImage(), theme().tokens.accent)


def _holds(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )
