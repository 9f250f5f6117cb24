"""The kit: buttons, words, cards, pages, messages and work on other threads."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QThread, QTimer
from PySide6.QtGui import QAccessible, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import ask, tasks, toast
from ui.kit.avatar import Avatar, initials
from ui.kit.brand import BrandMark, brand_icon
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.flow_layout import FlowLayout
from ui.kit.key_cap import KeyCap
from ui.kit.labels import label
from ui.kit.mini_track import paint_mini_track
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.painting import painting
from ui.kit.pill import ICONS, Pill, paint_pill, pill_height, pill_width
from ui.kit.segments import Segments
from ui.kit.skeleton import Skeleton
from ui.kit.toast import Toaster
from ui.theme import TEXT_SIZES, theme
from ui.theme.button_faces import KINDS


def name_of(widget: QWidget) -> str:
    """What a screen reader is told the widget is called."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# Buttons


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_called_what_it_says(qtbot: QtBot, kind: str) -> None:
    button = Button("Share minutes", kind, "send")
    qtbot.addWidget(button)
    assert name_of(button) == "Share minutes"
    assert not button.grab().isNull()


def test_a_button_of_only_an_icon_has_its_name_for_screen_readers_and_as_a_tip(
    qtbot: QtBot,
) -> None:
    button = IconButton("ellipsis", "More for this case")
    qtbot.addWidget(button)
    assert name_of(button) == button.toolTip() == "More for this case"
    assert button.sizeHint().width() == button.sizeHint().height() == 36


@pytest.mark.parametrize(("size", "height"), [("small", 30), ("normal", 36), ("large", 44)])
def test_buttons_are_as_high_as_in_the_design_and_grow(
    qtbot: QtBot, size: str, height: int
) -> None:
    button = Button("Unlock", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height
    theme().set_text_size(150)
    assert button.sizeHint().height() >= height * 1.5


def test_a_button_works_from_the_keyboard(qtbot: QtBot) -> None:
    button = Button("Open")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_keyboard_focus_shows_a_ring_with_a_gap_and_the_mouse_does_not(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = Button("Focused")
    QVBoxLayout(page).addWidget(button)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()

    def along_the_middle() -> list[str]:
        image = button.grab().toImage()
        return [image.pixelColor(x, image.height() // 2).name() for x in range(6)]

    accent, surface = theme().tokens.focus.name(), theme().tokens.surface.name()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert along_the_middle()[:2] == [accent, accent]
    assert accent not in along_the_middle()[2:]
    button.clearFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert accent not in along_the_middle()
    assert surface in along_the_middle()


def test_a_button_of_no_known_kind_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match="loud"):
        Button("Save", "loud")


# Words


def test_typed_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    words = label("<b>Mum</b> & Dad")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert name_of(words) == "<b>Mum</b> & Dad"


def test_a_paragraph_has_the_line_height_of_its_role(qtbot: QtBot) -> None:
    words = label("one two three four five six seven eight nine ten", "body")
    qtbot.addWidget(words)
    assert words.heightForWidth(2000) == 20
    assert words.heightForWidth(120) % 20 == 0
    assert words.heightForWidth(120) > 40
    theme().set_text_size(150)
    assert words.heightForWidth(2000) == 30


def test_no_word_of_a_paragraph_is_cut(qtbot: QtBot) -> None:
    words = label("Safeguarding considerations")
    qtbot.addWidget(words)
    longest = label("considerations", wrap=False)
    qtbot.addWidget(longest)
    assert words.minimumSizeHint().width() >= longest.sizeHint().width()


def test_the_words_of_a_label_are_painted_in_its_colour(qtbot: QtBot) -> None:
    words = label("MMMM", "page_title", "overdue.ink")
    qtbot.addWidget(words)
    words.resize(words.sizeHint())
    assert _holds(words.grab().toImage(), theme().tokens.tone("overdue").ink.name())
    words.set_colour("accent")
    assert _holds(words.grab().toImage(), theme().tokens.accent.name())


# Pills, people, small drawings


def test_a_pill_says_its_words_and_fits_them(qtbot: QtBot) -> None:
    pill = Pill("7 days overdue", "overdue")
    qtbot.addWidget(pill)
    assert name_of(pill) == "7 days overdue"
    assert pill.sizeHint().height() == pill_height() == 24
    assert pill.sizeHint().width() == pill_width("7 days overdue")
    pill.set_state("Done", "done")
    assert pill.sizeHint().width() == pill_width("Done")
    assert (name_of(pill), pill.tone) == ("Done", "done")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dawn Tilbrook", "DT"),
        ("Rory, 2", "R"),
        ("Zofia", "Z"),
        ("Ana Maria de Souza", "AS"),
        ("émile o’Hara", "ÉO"),
        ("", "?"),
    ],
)
def test_initials_come_from_the_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_progress_bar_says_how_much_is_done(qtbot: QtBot) -> None:
    bar = Segments(4, 8)
    qtbot.addWidget(bar)
    assert name_of(bar) == "4 of 8 done"
    bar.set_progress(0, 0)
    assert not bar.grab().isNull()


@pytest.mark.parametrize("tone", ["overdue", "soon", "track", "done", "wait", "none", "voice"])
def test_every_tone_has_an_icon_of_its_own(qtbot: QtBot, tone: str) -> None:
    pill = Pill("Words", tone)
    qtbot.addWidget(pill)
    assert _holds(pill.grab().toImage(), theme().tokens.tone(tone).bg.name())
    assert len(set(ICONS.values())) == len(ICONS)


@pytest.mark.parametrize("kind", ["neutral", "safeguarding", "voice", "soon"])
def test_every_kind_of_note_says_its_words(qtbot: QtBot, kind: str) -> None:
    note = Note("Call the duty line first.", kind, title="Safeguarding")
    qtbot.addWidget(note)
    assert not note.grab().isNull()
    said = {name_of(words) for words in note.findChildren(QLabel)}
    assert {"Safeguarding", "Call the duty line first."} <= said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_everything_is_drawn_in_both_schemes_at_every_text_size(
    qtbot: QtBot, scheme: str, percent: int
) -> None:
    page = ScrollPage(PageHeader("Cases", "14 open", ["Today"]))
    qtbot.addWidget(page)
    note = Note("Something to know.", title="Kayden, 10")
    for widget in (
        Avatar("Dawn Tilbrook"),
        BrandMark(),
        KeyCap("Ctrl K"),
        Segments(1, 4),
        EmptyState("calendar-check", "No reviews due", "The next is in May.", Button("See all")),
        note,
        Skeleton(3, "Opening a large store"),
        Card("Family"),
    ):
        page.body.addWidget(widget)
    with qtbot.waitExposed(page):
        page.show()
    theme().set_scheme(scheme)
    theme().set_text_size(percent)
    assert not page.grab().isNull()
    assert not brand_icon().isNull()
    qtbot.waitUntil(
        lambda: all(
            words.height() >= words.minimumSizeHint().height()
            for words in note.findChildren(QLabel)
        )
    )


def test_painting_helpers_leave_the_painter_as_it_was(qtbot: QtBot) -> None:
    image = QImage(300, 40, QImage.Format.Format_ARGB32)
    with painting(image) as painter:
        before = painter.pen(), painter.brush(), painter.font()
        paint_pill(painter, image.rect(), "Due today", "soon")
        paint_mini_track(painter, image.rect(), 3)
        assert (painter.pen(), painter.brush(), painter.font()) == before


def test_a_painter_is_ended_even_when_drawing_fails() -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    kept: list[QPainter] = []

    def draw() -> None:
        with painting(image) as painter:
            kept.append(painter)
            theme().pixmap("no-such")

    with pytest.raises(KeyError):
        draw()
    assert not kept[0].isActive()
    assert not image.paintingActive()


# Cards, pages, layouts


def test_a_card_takes_a_title_and_an_action(qtbot: QtBot) -> None:
    card = Card("Drafts to finish")
    qtbot.addWidget(card)
    action = Button("Calendar", "link")
    card.add_action(action)
    card.body.addWidget(label("Nothing yet"))
    card.resize(400, 120)
    with qtbot.waitExposed(card):
        card.show()
    assert action.geometry().right() > 350
    assert action.mapTo(card, QPoint(0, 0)).y() < 40


def test_a_page_keeps_its_header_and_footer_while_its_body_scrolls(qtbot: QtBot) -> None:
    page = ScrollPage(PageHeader("Cases"))
    qtbot.addWidget(page)
    for number in range(60):
        page.body.addWidget(label(f"Row {number}"))
    primary = Button("Continue", "primary")
    page.footer.addWidget(primary)
    theme().set_text_size(150)
    page.resize(1118, 700)
    with qtbot.waitExposed(page):
        page.show()
    bar = page.scroll_area.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert page.header is not None
    assert page.header.geometry().top() >= 0
    bottom = primary.mapTo(page, QPoint(0, primary.height())).y()
    assert bottom <= page.height()


@pytest.mark.parametrize(("width", "margin"), [(1440, 40), (1366, 32)])
def test_margins_are_narrower_in_a_small_window(qtbot: QtBot, width: int, margin: int) -> None:
    page = ScrollPage(PageHeader("Cases"))
    qtbot.addWidget(page)
    page.resize(width, 768)
    with qtbot.waitExposed(page):
        page.show()
    assert page.body.contentsMargins().left() == margin


def test_a_long_title_and_support_line_are_never_cut(qtbot: QtBot) -> None:
    header = PageHeader("A family with a very long name indeed", "Tuesday. " * 30)
    header.add_action(Button("New request", "primary"))
    page = ScrollPage(header)
    qtbot.addWidget(page)
    theme().set_text_size(150)
    page.resize(800, 700)
    with qtbot.waitExposed(page):
        page.show()
    for words in header.findChildren(QLabel):
        if words.isVisible() and words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width())


def test_a_breadcrumb_says_which_page_above_was_chosen(qtbot: QtBot) -> None:
    header = PageHeader("Plan", breadcrumb=["Cases", "Tilbrook family"])
    qtbot.addWidget(header)
    second = header.findChildren(QPushButton)[1]
    with qtbot.waitSignal(header.breadcrumb_chosen) as chosen:
        second.click()
    assert chosen.args == [1]


def test_a_flow_goes_on_below_when_the_line_is_full(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=8)
    for number in range(6):
        flow.addWidget(Button(f"Choice {number}"))
    assert flow.heightForWidth(2000) == 36
    assert flow.heightForWidth(flow.minimumSize().width()) == 6 * 36 + 5 * 8
    assert flow.takeAt(9) is None


def test_a_skeleton_shows_nothing_at_first_then_rows_then_words(qtbot: QtBot) -> None:
    skeleton = Skeleton(2, "Opening a large store")
    qtbot.addWidget(skeleton)
    assert name_of(skeleton) == "Opening a large store"
    skeleton.show()
    assert skeleton.stage == "nothing"
    qtbot.waitUntil(lambda: skeleton.stage == "rows", timeout=2000)
    qtbot.waitUntil(lambda: skeleton.stage == "words", timeout=4000)


# Messages


@pytest.fixture
def toaster(qtbot: QtBot) -> Toaster:
    window = QWidget()
    window.setGeometry(0, 0, 900, 600)
    QCursor.setPos(0, 0)  # not by chance over the message
    qtbot.addWidget(window)
    result = Toaster(window)
    result.setProperty("keeps", window)
    with qtbot.waitExposed(window):
        window.show()
    return result


def test_one_message_at_a_time_at_the_bottom_in_the_middle(toaster: Toaster) -> None:
    toaster.show_message("Saved")
    toaster.show_message("Moved 2.1 to Tue 24 Nov")
    assert toaster.message == "Moved 2.1 to Tue 24 Nov"
    middle = toaster.geometry().center()
    assert abs(middle.x() - 450) <= 1
    assert middle.y() > 450


def test_undo_takes_the_change_back_once_and_closes_the_message(toaster: Toaster) -> None:
    undone: list[int] = []
    toaster.show_message("Removed Rory", lambda: undone.append(1))
    undo = next(b for b in toaster.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    assert undone == [1]
    assert toaster.message == ""
    toaster.show_message("Saved")
    assert not undo.isVisible()


def test_a_message_goes_by_itself(toaster: Toaster, qtbot: QtBot) -> None:
    assert toast.STAYS == 8000
    toaster.set_time(50)
    toaster.show_message("Saved")
    qtbot.waitUntil(lambda: toaster.message == "")


def test_a_message_stays_while_it_is_in_use(toaster: Toaster, qtbot: QtBot) -> None:
    toaster.set_time(50)
    toaster.show_message("Removed Rory", lambda: None)
    undo = next(b for b in toaster.findChildren(QPushButton) if b.text() == "Undo")
    toaster.window().activateWindow()
    undo.setFocus()
    assert not toaster.is_counting
    undo.clearFocus()
    assert toaster.is_counting


def test_every_button_of_a_message_has_a_name(toaster: Toaster) -> None:
    assert all(name_of(button) for button in toaster.findChildren(QPushButton))


# Work on other threads


class Outcome:
    """Collects what a task brings back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.failed: list[Exception] = []
        self.progress: list[tuple[int, int]] = []
        self.threads: set[bool] = set()

    def on_done(self, value: Any) -> None:
        self.threads.add(QThread.isMainThread())
        self.done.append(value)

    def on_failed(self, problem: Exception) -> None:
        self.threads.add(QThread.isMainThread())
        self.failed.append(problem)

    def on_progress(self, done: int, total: int) -> None:
        self.threads.add(QThread.isMainThread())
        self.progress.append((done, total))

    def run(self, job: Callable[..., Any], owner: QObject, *, progress: bool = False) -> tasks.Task:
        return tasks.run(
            job,
            on_done=self.on_done,
            on_failed=self.on_failed,
            on_progress=self.on_progress if progress else None,
            owner=owner,
        )


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject(qapp)


def test_a_job_runs_elsewhere_and_its_outcome_comes_back_here(qtbot: QtBot, owner: QObject) -> None:
    outcome = Outcome()
    outcome.run(QThread.isMainThread, owner)
    qtbot.waitUntil(lambda: bool(outcome.done))
    assert outcome.done == [False]
    assert outcome.threads == {True}
    assert outcome.failed == []


def test_a_job_that_fails_says_why(qtbot: QtBot, owner: QObject) -> None:
    outcome = Outcome()

    def job() -> None:
        raise OSError("the disk is full")

    outcome.run(job, owner)
    qtbot.waitUntil(lambda: bool(outcome.failed))
    assert str(outcome.failed[0]) == "the disk is full"
    assert outcome.threads == {True}
    assert outcome.done == []


def test_a_job_reports_how_far_it_is(qtbot: QtBot, owner: QObject) -> None:
    outcome = Outcome()

    def job(report: tasks.Report) -> str:
        for number in range(3):
            report(number + 1, 3)
        return "ready"

    outcome.run(job, owner, progress=True)
    qtbot.waitUntil(lambda: bool(outcome.done))
    assert outcome.progress == [(1, 3), (2, 3), (3, 3)]
    assert outcome.done == ["ready"]
    assert outcome.threads == {True}


@pytest.mark.parametrize("how", ["cancelled", "owner gone"])
def test_a_job_nobody_wants_ends_and_calls_nobody(qtbot: QtBot, owner: QObject, how: str) -> None:
    outcome = Outcome()
    under_way, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job(report: tasks.Report) -> None:
        under_way.set()
        go_on.wait(5)
        try:
            report(1, 2)
        except tasks.Cancelled:
            ended.set()
            raise

    task = outcome.run(job, owner, progress=True)
    assert under_way.wait(5)
    assert task.is_wanted
    if how == "cancelled":
        task.cancel()
    else:
        owner.deleteLater()
        qtbot.waitUntil(lambda: not task.is_wanted)
    go_on.set()
    assert ended.wait(5)
    assert tasks.wait_for_tasks()
    other = Outcome()
    other.run(lambda: 1, QApplication.instance())
    qtbot.waitUntil(lambda: bool(other.done))
    assert (outcome.done, outcome.failed, outcome.progress) == ([], [], [])


class Knot:
    """Something only the collector of cycles can let go of, which notes on what thread it went."""

    def __init__(self, went: list[bool]) -> None:
        self.itself = self
        self._went = went

    def __del__(self) -> None:
        self._went.append(QThread.isMainThread())


def test_what_a_window_left_in_a_knot_never_goes_on_the_thread_of_a_job(
    qtbot: QtBot, owner: QObject
) -> None:
    outcome = Outcome()
    went: list[bool] = []

    def job() -> int:
        return len([[number] for number in range(30_000)])

    for _ in range(20):
        Knot(went)
        outcome.run(job, owner)
    qtbot.waitUntil(lambda: len(outcome.done) == 20)
    assert gc.isenabled()
    gc.collect()
    assert went == [True] * 20


def test_many_jobs_all_come_back(qtbot: QtBot, owner: QObject) -> None:
    outcome = Outcome()
    for number in range(500):
        outcome.run(lambda number=number: number, owner)
    qtbot.waitUntil(lambda: len(outcome.done) == 500)
    assert sorted(outcome.done) == list(range(500))


# Questions


@pytest.mark.parametrize(
    ("typed", "wanted", "kept"),
    [
        ("due 27.11", "PDF (*.pdf)", "due 27.11.pdf"),
        ("plan", "PDF (*.pdf)", "plan.pdf"),
        ("Plan.PDF", "PDF (*.pdf)", "Plan.PDF"),
        ("photo.jpeg", "Photo (*.jpg *.jpeg)", "photo.jpeg"),
        ("photo", "Photo (*.jpg *.jpeg)", "photo.jpg"),
        ("report", "All files (*)", "report"),
    ],
)
def test_a_file_gets_its_ending_and_keeps_its_whole_name(
    monkeypatch: pytest.MonkeyPatch, typed: str, wanted: str, kept: str
) -> None:
    monkeypatch.setattr(ask, "answers", [Path("folder") / typed])
    assert ask.ask_save_path(None, "Save", "offered", wanted) == Path("folder") / kept


def test_answers_can_be_laid_out_for_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "answers", [Path("plan.pdf"), None, True])
    assert ask.ask_save_path(None, "Save the plan", "plan.pdf", "PDF (*.pdf)") == Path("plan.pdf")
    assert ask.ask_open_path(None, "Open a file", "") is None
    assert ask.confirm(None, "Delete this draft?", "It cannot be brought back.", "Delete")
    with pytest.raises(LookupError, match="Delete"):
        ask.confirm(None, "Delete this draft?", "", "Delete")


def test_escape_means_no(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "answers", None)

    def press_escape() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        assert all(name_of(button) for button in box.findChildren(QPushButton))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, press_escape)
    assert not ask.confirm(None, "Delete this draft?", "It cannot be brought back.", "Delete")


def test_yes_means_yes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "answers", None)

    def press_yes() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        next(b for b in box.findChildren(QPushButton) if b.text() == "Delete").click()

    QTimer.singleShot(0, press_yes)
    assert ask.confirm(None, "Delete this draft?", "It cannot be brought back.", "Delete")


def _holds(image: QImage, colour: str) -> bool:
    return any(
        image.pixelColor(x, y).name() == colour
        for x in range(image.width())
        for y in range(image.height())
    )


def test_buttons_that_leave_the_title_no_room_stand_under_it(qtbot: QtBot) -> None:
    header = PageHeader("Requests", "2 requests to decide")
    buttons = [Button(words) for words in ("Advice contacts", "The hub", "Step down", "New one")]
    for button in buttons:
        header.add_action(button)
    qtbot.addWidget(header)
    header.show()
    needed = sum(button.sizeHint().width() for button in buttons)
    for width, under in ((needed + 400, False), (needed + 60, True)):
        header.resize(width, 200)
        QApplication.processEvents()
        assert (buttons[0].mapTo(header, QPoint()).x() == 0) == under
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
