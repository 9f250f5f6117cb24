"""Files as a person adds them: chosen, dropped, pasted; looked at, removed and put back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ehdesk.domain.attachment import LARGEST_FILE
from tests import attached
from tests.desks import a_journey
from tests.ui.accessible import nameless
from tests.ui.case_pages import listening, show
from ui.cases.documents_tab import DocumentsTab
from ui.fields.files import FilesEditor
from ui.kit import ask
from ui.kit.file_window import FileWindow
from ui.kit.labels import Label
from ui.kit.pictures import NotAPicture, as_jpeg, can_convert, read_picture, shrunk, thumbnail
from ui.wizard.wizard_page import WizardPage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
CALLUM = str(uuid4())


class Page:
    """The request of a made-up family, open where its files are added."""

    def __init__(self, qtbot, desk, record):
        self.qtbot, self.desk, self.record = qtbot, desk, record
        self.wizard = WizardPage(desk, record)
        show(qtbot, self.wizard, 1440, 900)
        self.wizard.go("attachments")

    def editor(self, key):
        """The editor of a question, on the page that it stands on."""
        if self.wizard.session.here != key.partition(".")[0]:
            self.wizard.go(key.partition(".")[0])
        return self.wizard.pages.view.questions[key].editor

    @property
    def files(self) -> FilesEditor:
        return self.editor("attachments.files")

    @property
    def voices(self):
        return self.editor("needs.voices")

    def kept(self):
        """What is in the store of this form's case."""
        return self.desk.attachments.of_case(self.wizard.case_id)

    def names(self):
        return [one.name for one in self.kept()]

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=10_000)

    def wait_for_files(self, many):
        self.wait(lambda: len(self.files.rows) == many and not self.files.adding.is_busy)

    def window(self) -> FileWindow:
        found = [w for w in self.wizard.findChildren(FileWindow) if w.isVisible()]
        return found[-1]


@pytest.fixture
def record(desk):
    record = desk.requests.start()
    child = {"id": CALLUM, "kind": "child", "given_name": "Callum", "family_name": "Brennan"}
    desk.forms.save(
        record, {"family.people": [child]}, place="attachments", steps_done=1, steps_total=9
    )
    return record


@pytest.fixture
def page(qtbot, desk, record):
    return Page(qtbot, desk, record)


def _picture(width=300, height=200):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("steelblue"))
    return picture


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _drop(editor, data: QMimeData) -> bool:
    """Drag something over the editor and let it go there."""
    over = QDragEnterEvent(
        QPoint(20, 60), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(editor, over)
    if not over.isAccepted():
        return False
    let_go = QDropEvent(
        QPointF(20, 60), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(editor, let_go)
    return let_go.isAccepted()


def _urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


# Adding


def test_a_copied_picture_is_pasted_with_ctrl_v_and_asked_what_it_is(page):
    QGuiApplication.clipboard().setImage(_picture())
    page.files.add_button.setFocus()
    QTest.keyClick(page.files.add_button, Qt.Key.Key_V, CTRL)
    page.wait_for_files(1)
    (kept,) = page.kept()
    assert (kept.name, kept.media_type, kept.width, kept.height) == (
        "Picture of 17 Nov 2026.png",
        "image/png",
        300,
        200,
    )
    assert read_picture(page.desk.attachments.read(kept.id)).pixelColor(9, 9).name() == "#4682b4"
    focus = page.wizard.focusWidget()
    assert page.files.rows[0].form.editors["what"].isAncestorOf(focus)


def test_files_dropped_from_a_folder_are_all_added(page, tmp_path):
    paths = [
        _file(tmp_path, "drawing.png", attached.png()),
        _file(tmp_path, "letter.pdf", attached.pdf()),
        _file(tmp_path, "report.docx", attached.docx()),
    ]
    assert _drop(page.files, _urls(*paths))
    page.wait_for_files(3)
    assert page.names() == ["drawing.png", "letter.pdf", "report.docx"]
    assert [row["name"] for row in page.wizard.session.value("attachments.files")] == page.names()


def test_a_picture_dropped_from_another_program_is_added(page):
    data = QMimeData()
    data.setImageData(_picture())
    assert _drop(page.files, data)
    page.wait_for_files(1)


def test_what_is_no_file_is_not_taken_when_it_is_dropped(page, tmp_path):
    data = QMimeData()
    data.setText("Only words")
    assert not _drop(page.files, data)
    assert not _drop(page.files, _urls(tmp_path, tmp_path / "not there.pdf"))


def test_a_file_is_chosen_and_told_about_with_keys_alone(page, tmp_path):
    ask.answers = [[_file(tmp_path, "IMG_2034.png", attached.png())]]
    page.files.add_button.setFocus()
    QTest.keyClick(page.files.add_button, Qt.Key.Key_Return)
    page.wait_for_files(1)
    form = page.files.rows[0].form
    what = page.wizard.focusWidget()
    assert form.editors["what"].isAncestorOf(what)
    QTest.keyClick(what, Qt.Key.Key_Down)
    QTest.keyClick(what, Qt.Key.Key_Tab)
    whose = page.wizard.focusWidget()
    assert form.editors["person_id"].isAncestorOf(whose)
    QTest.keyClick(whose, Qt.Key.Key_Down)
    QTest.keyClick(whose, Qt.Key.Key_Tab)
    QTest.keyClicks(page.wizard.focusWidget(), "At school")
    page.wizard.autosave.save_now()
    (kept,) = page.kept()
    assert (kept.what, str(kept.person_id), kept.note) == ("drawing", CALLUM, "At school")


def test_each_file_shows_its_picture_and_how_large_it_is(page, tmp_path):
    paths = [
        _file(tmp_path, "drawing.png", attached.png()),
        _file(tmp_path, "letter.pdf", attached.pdf()),
        _file(tmp_path, "report.docx", attached.docx()),
    ]
    _drop(page.files, _urls(*paths))
    page.wait_for_files(3)
    first, second, third = (row.thumbnail for row in page.files.rows)
    page.wait(lambda: not first.picture.isNull() and not second.picture.isNull())
    assert first.picture.width() > first.picture.height()
    assert second.picture.height() > second.picture.width()
    assert third.picture.isNull()
    assert page.files.rows[1].cells()[0][1].startswith("PDF, ")


def test_changing_the_name_of_a_file_is_kept_as_it_is_typed(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "IMG_2034.png", attached.png())))
    page.wait_for_files(1)
    name = page.files.rows[0].form.editors["name"].focusProxy()
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(name, "Three houses")
    page.wizard.autosave.save_now()
    assert page.names() == ["Three houses"]
    QTest.keyClick(name, Qt.Key.Key_A, CTRL)
    QTest.keyClick(name, Qt.Key.Key_Delete)
    page.wizard.press_continue()
    shown = [one.text() for one in page.files.rows[0].findChildren(Label) if one.isVisible()]
    assert "Enter a name for this file" in shown


# Refusing


def test_a_large_picture_is_offered_to_be_made_smaller(page, tmp_path):
    large = attached.png(2400, 1600, noise=7)
    assert len(large) > LARGEST_FILE
    _drop(page.files, _urls(_file(tmp_path, "photo.png", large)))
    line = page.files.line
    page.wait(line.note.isVisible)
    assert line.note._title.text() == (
        "“photo.png”: This picture is 11 MB; files up to 10 MB can be kept"
    )
    assert page.names() == []
    assert page.wizard.focusWidget() is line.smaller_button
    QTest.keyClick(line.smaller_button, Qt.Key.Key_Space)
    page.wait_for_files(1)
    (kept,) = page.kept()
    assert (kept.name, kept.media_type) == ("photo.jpg", "image/jpeg")
    assert kept.size <= LARGEST_FILE
    assert (kept.width, kept.height) == (2400, 1600)
    assert not line.isVisible()


def test_a_scan_that_is_too_large_says_how_to_scan_it(page, tmp_path):
    scan = attached.pdf() + b" " * (14 << 20)
    _drop(page.files, _urls(_file(tmp_path, "scan.pdf", scan)))
    line = page.files.line
    page.wait(line.note.isVisible)
    assert "This scan is 14.1 MB; files up to 10 MB can be kept" in line.note._title.text()
    assert "black and white or at 150 dpi" in line.note._text.text()
    assert not line.smaller_button.isVisible()
    line.close_button.click()
    assert not line.isVisible()


def test_a_program_dressed_as_a_picture_is_refused_and_the_others_are_added(page, tmp_path):
    paths = [
        _file(tmp_path, "drawing.png", b"MZ\x90\x00\x03\x00"),
        _file(tmp_path, "letter.pdf", attached.pdf()),
    ]
    _drop(page.files, _urls(*paths))
    page.wait_for_files(1)
    assert page.names() == ["letter.pdf"]
    assert "“drawing.png”: This file is a program" in page.files.line.note._title.text()


def test_a_file_that_went_away_says_so(page, tmp_path):
    ask.answers = [[tmp_path / "gone.pdf"]]
    page.files.add_button.click()
    page.wait(page.files.line.note.isVisible)
    assert "could not be read" in page.files.line.note._title.text()


def test_pasting_with_no_picture_copied_says_so(page):
    QGuiApplication.clipboard().setText("Only words")
    page.files.paste_button.click()
    assert page.files.line.note._title.text() == "There is no picture to paste"


def test_adding_is_stopped_and_what_waits_is_not_added(page, tmp_path):
    paths = [_file(tmp_path, f"{n}.txt", b"%d" % n + b"x" * (9 << 20)) for n in range(3)]
    _drop(page.files, _urls(*paths))
    assert page.files.line.stop_button.isVisible()
    page.files.line.stop_button.click()
    page.wait(lambda: not page.files.adding.is_busy)
    assert "2.txt" not in page.names()
    assert not page.files.line.isVisible()


def test_how_much_is_read_is_shown_on_the_way(page, tmp_path):
    seen = []
    page.files.adding.progressed.connect(lambda done, total: seen.append((done, total)))
    _drop(page.files, _urls(_file(tmp_path, "long.txt", b"x" * (5 << 20))))
    page.wait_for_files(1)
    assert seen[-1] == (5 << 20, 5 << 20)
    assert len(seen) == 5


# Removing


def test_a_removed_file_comes_back_with_ctrl_z_where_it_was(page, tmp_path):
    paths = [_file(tmp_path, f"{n}.png", attached.png(60, 40 + n)) for n in range(3)]
    _drop(page.files, _urls(*paths))
    page.wait_for_files(3)
    page.files.rows[2].close_form()
    QTest.keyClick(page.files.rows[1].remove_button, Qt.Key.Key_Space)
    page.wizard.autosave.save_now()
    assert page.names() == ["0.png", "2.png"]
    assert page.wizard.toaster.message == "1.png removed"
    QTest.keyClick(page.wizard, Qt.Key.Key_Z, CTRL)
    page.wizard.autosave.save_now()
    assert page.names() == ["0.png", "1.png", "2.png"]
    assert [row.row["name"] for row in page.files.rows] == page.names()
    QTest.keyClick(page.wizard, Qt.Key.Key_Y, CTRL)
    page.wizard.autosave.save_now()
    assert page.names() == ["0.png", "2.png"]
    page.wizard.toaster.hide()


def test_adding_is_undone_and_done_again(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "wrong.png", attached.png())))
    page.wait_for_files(1)
    for key, there in ((Qt.Key.Key_Z, []), (Qt.Key.Key_Y, ["wrong.png"])):
        QTest.keyClick(page.wizard, key, CTRL)
        page.wizard.autosave.save_now()
        assert page.names() == there
        assert [row.row["name"] for row in page.files.rows] == there


def test_the_message_that_a_file_was_added_takes_it_out_again(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "wrong.png", attached.png())))
    page.wait_for_files(1)
    page.wizard.toaster._undo_button.click()
    page.wizard.autosave.save_now()
    assert page.names() == []
    assert page.files.rows == ()


def test_a_file_added_by_the_time_an_older_answer_is_saved_stays(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "first.png", attached.png())))
    page.wait_for_files(1)
    page.wizard.autosave.save_now()
    page.desk.attachments.add(page.record, "just added.png", attached.png())
    QTest.keyClicks(page.files.rows[0].form.editors["note"].focusProxy(), "At school")
    page.wizard.autosave.save_now()
    assert [(one.name, one.note) for one in page.kept()] == [
        ("first.png", "At school"),
        ("just added.png", ""),
    ]


def test_a_file_is_there_when_the_form_is_opened_again(page, qtbot, desk, record, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "drawing.png", attached.png())))
    page.wait_for_files(1)
    page.wizard.leave()
    again = Page(qtbot, desk, record)
    assert [row.row["name"] for row in again.files.rows] == ["drawing.png"]


# A child's own words


def test_a_drawing_is_added_beside_the_words_of_the_child_it_is_by(page, tmp_path):
    card = page.voices.rows[0]
    assert card.drawings.add_button.accessibleName() == "Add a drawing or scan by Callum Brennan"
    ask.answers = [[_file(tmp_path, "three houses.png", attached.png())]]
    card.drawings.add_button.click()
    page.wait(lambda: len(card.drawings.thumbnails) == 1)
    (kept,) = page.kept()
    assert (kept.what, str(kept.person_id)) == ("drawing", CALLUM)
    assert card.drawings.thumbnails[0].accessibleName() == "Open drawing: three houses.png"
    page.wait(lambda: not card.drawings.thumbnails[0].picture.isNull())
    assert [row.row["name"] for row in page.files.rows] == ["three houses.png"]
    card = page.voices.rows[0]
    page.wizard.toaster._undo_button.click()
    assert card.drawings.thumbnails == []
    assert page.files.rows == ()
    assert page.names() == []


def test_a_drawing_from_another_form_of_the_case_stands_beside_the_words_too(qtbot, desk):
    go = a_journey(desk)
    go.send(60)
    go.decide(58, "eha")
    go.on(50)
    case = desk.cases.get(go.case_id)
    child = case.children[0]
    contact = desk.contacts.start(go.case_id)
    desk.attachments.add(contact, "at home.png", attached.png(), what="drawing", person_id=child.id)
    desk.attachments.add(contact, "letter.pdf", attached.pdf(), what="letter")
    wizard = WizardPage(desk, desk.assessments.open(go.case_id))
    show(qtbot, wizard, 1440, 900)
    wizard.go(wizard.session.form.section_of(wizard.session.form.bound_to("voices").key).key)
    voices = wizard.pages.view.questions[wizard.session.form.bound_to("voices").key].editor
    cards = {card.row["person_id"]: card for card in voices.rows}
    names = [one.accessibleName() for one in cards[str(child.id)].drawings.thumbnails]
    assert names == ["Open drawing: at home.png"]
    others = [card for person, card in cards.items() if person != str(child.id)]
    assert all(card.drawings.thumbnails == [] for card in others)


def test_words_and_drawings_of_a_card_go_together(page, tmp_path):
    paths = [_file(tmp_path, "other.png", attached.png())]
    _drop(page.files, _urls(*paths))
    page.wait_for_files(1)
    assert page.voices.rows[0].drawings.thumbnails == []
    row = page.files.rows[0]
    row.show_form()
    form = row.form
    for key, value in (("what", "drawing"), ("person_id", CALLUM)):
        form.editors[key].set_value(value)
        form.editors[key].value_changed.emit()
    assert len(page.voices.rows[0].drawings.thumbnails) == 1


# Looking


def test_a_picture_opens_in_the_window_and_nothing_is_written_to_the_disk(
    page, tmp_path, monkeypatch
):
    _drop(page.files, _urls(_file(tmp_path, "drawing.png", attached.png(said=attached.SECRET))))
    page.wait_for_files(1)
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    row = page.files.rows[0]
    row.close_form()
    QTest.keyClick(row.open_button, Qt.Key.Key_Return)
    window = page.window()
    page.wait(lambda: bool(window.preview.pages.pictures))
    assert window.windowTitle() == "File"
    assert window.title.text() == "drawing.png"
    assert window.preview.page_total == 1
    assert nameless(window) == []
    assert list(elsewhere.iterdir()) == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_long_scan_is_drawn_only_where_it_is_looked_at(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "scan.pdf", attached.pdf(40))))
    page.wait_for_files(1)
    page.files.rows[0].look()
    window = page.window()
    preview = window.preview
    page.wait(lambda: bool(preview.pages.pictures))
    drawn = [not picture.isNull() for picture in preview.pages.pictures]
    assert drawn[0]
    assert sum(drawn) < 10
    bar = preview._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.wait(lambda: not preview.pages.pictures[-1].isNull())
    assert preview.page_total == 40


def test_a_word_document_is_not_shown_and_a_copy_is_offered(page, tmp_path):
    report = attached.docx()
    _drop(page.files, _urls(_file(tmp_path, "report.docx", report)))
    page.wait_for_files(1)
    page.files.rows[0].look()
    window = page.window()
    assert "(Word document) cannot be shown here" in window.note._text.text()
    assert not window.preview.isVisible()
    assert window.note.height() >= window.note.layout().totalHeightForWidth(window.note.width())
    copy = tmp_path / "copy"
    ask.answers = [True, copy]
    window.save_button.click()
    assert (tmp_path / "copy.docx").read_bytes() == report
    (paper,) = page.desk.cases.get(page.wizard.case_id).papers
    assert (paper.kind, paper.title, paper.way) == ("file", "report.docx", "saved")


def test_a_copy_leaves_only_after_the_person_said_yes(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "drawing.png", attached.png())))
    page.wait_for_files(1)
    page.files.rows[0].look()
    ask.answers = [False]
    page.window().save_button.click()
    ask.answers = [True, None]
    page.window().save_button.click()
    assert page.desk.cases.get(page.wizard.case_id).papers == ()
    ask.answers = [True, tmp_path / "no such folder" / "copy.png"]
    page.window().save_button.click()
    assert "The copy was not saved" in page.window().note._text.text()
    assert page.desk.cases.get(page.wizard.case_id).papers == ()


def test_a_damaged_picture_is_kept_and_says_that_it_cannot_be_shown(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "half.png", attached.png()[:60])))
    page.wait_for_files(1)
    page.files.rows[0].look()
    window = page.window()
    page.wait(window.note.isVisible)
    assert "cannot be shown here" in window.note._text.text()


def test_everything_about_files_has_a_name_and_names_the_file(page, tmp_path):
    _drop(page.files, _urls(_file(tmp_path, "drawing.png", attached.png())))
    page.wait_for_files(1)
    row = page.files.rows[0]
    assert nameless(page.files) == []
    row.close_form()
    assert nameless(page.files) == []
    said = [row.open_button, row.edit_button, row.remove_button]
    assert [button.accessibleName() for button in said] == [
        "Open drawing.png",
        "Change drawing.png",
        "Remove drawing.png",
    ]


# All of a case


def test_the_documents_of_a_case_list_its_files_and_open_them(qtbot, desk, record, tmp_path):
    case_id = desk.forms.open(record).case_id
    navigator, _asked = listening()
    tab = DocumentsTab(desk, navigator)
    navigator.setParent(tab)
    show(qtbot, tab)
    tab.show_case(desk.cases.get(case_id))
    assert not tab.files.isVisible()
    desk.attachments.add(
        record, "three houses.png", attached.png(), what="drawing", person_id=UUID(CALLUM)
    )
    desk.attachments.add(record, "letter.pdf", attached.pdf())
    tab.show_case(desk.cases.get(case_id))
    assert tab.files.isVisible()
    assert [button.accessibleName() for button in tab.files.buttons] == [
        "Open letter.pdf",
        "Open three houses.png",
    ]
    assert nameless(tab) == []
    tab.files.buttons[1].setFocus()
    QTest.keyClick(tab.files.buttons[1], Qt.Key.Key_Return)
    (window,) = tab.findChildren(FileWindow)
    qtbot.waitUntil(lambda: bool(window.preview.pages.pictures))
    ask.answers = [True, tmp_path / "copy.png"]
    window.save_button.click()
    tab.show_case(desk.cases.get(case_id))
    assert "copy saved, not protected" in " ".join(
        label.text() for label in tab.log.findChildren(type(window.title))
    )


# Pictures


def test_a_thumbnail_is_as_small_as_asked_and_keeps_its_shape():
    small = thumbnail(attached.png(600, 300), "image/png", 100)
    assert (small.width(), small.height()) == (100, 50)
    page = thumbnail(attached.pdf(), "application/pdf", 100)
    assert page.height() == 100
    with pytest.raises(NotAPicture):
        thumbnail(attached.docx(), "text/plain", 100)
    with pytest.raises(NotAPicture):
        thumbnail(b"%PDF-1.7 not really", "application/pdf", 100)


def test_a_picture_made_smaller_holds_nothing_but_the_picture():
    data = attached.png(2400, 1600, noise=5, said=attached.SECRET)
    smaller = shrunk(data, 2 << 20)
    assert len(smaller) <= 2 << 20
    assert attached.SECRET not in smaller
    picture = read_picture(smaller)
    assert abs(picture.width() / picture.height() - 1.5) < 0.01
    with pytest.raises(NotAPicture):
        shrunk(data, 1000)


def test_a_picture_of_another_kind_is_kept_as_one_that_everybody_can_open(page, tmp_path):
    path = tmp_path / "screen.bmp"
    _picture().save(str(path), "BMP")
    assert can_convert(path.read_bytes())
    _drop(page.files, _urls(path))
    page.wait_for_files(1)
    (kept,) = page.kept()
    assert (kept.name, kept.media_type) == ("screen.jpg", "image/jpeg")


def test_what_is_clear_in_a_picture_is_white_in_a_photo():
    picture = QImage(10, 10, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    assert read_picture(as_jpeg(picture)).pixelColor(5, 5).lightness() > 250
