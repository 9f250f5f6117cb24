"""Opens any record in the wizard, with the send page and the safeguarding page plugged in."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from ehdesk.domain.request_answer import last_answer
from ui.kit.note import Note
from ui.requests.das_view import DasView
from ui.requests.ready import ready_lines
from ui.requests.send_view import SendView
from ui.wizard.check_answers import CheckAnswers
from ui.wizard.ending import EndingPage
from ui.wizard.wizard_page import WizardPage


def open_wizard(
    desk: Desk, record_id: UUID, *, back: str = "Cases", parent: QWidget | None = None
) -> WizardPage:
    """A wizard for the record. Its safeguarding question shows the number to ring at once.

    :raises EhdeskError: when the record cannot be opened.
    """
    page = WizardPage(desk, record_id, endings=_endings, back=back, parent=parent)
    missing = _missing(desk, page)
    if missing:
        page.body.add_news(Note(missing, "soon", title="Sent back: this is missing"))
    page.safeguarding_said.connect(lambda _record: _cover(desk, page))
    return page


def _missing(desk: Desk, page: WizardPage) -> str:
    """What a request that came back was sent back for; empty for any other form."""
    if page.opened.form.code != "request" or page.opened.read_only:
        return ""
    case = desk.cases.get(page.case_id)
    answer = last_answer(case) if case.state is State.RETURNED else None
    return (answer.words("missing") or answer.reason) if answer else ""


def _endings(key: str, wizard: WizardPage) -> EndingPage | None:
    if key == "send":
        view = SendView(wizard.desk, wizard.case_id, wizard.record_id, wizard.session)
        line = wizard.top.save_line
        view.autosave.saved.connect(lambda saved: line.show_saved(saved.at))
        view.autosave.failed.connect(line.show_failed)
        return view
    if key == "check" and wizard.opened.form.code == "request":
        return CheckAnswers(
            wizard.session,
            wizard.desk.pack,
            lambda session: ready_lines(session, wizard.desk.pack),
        )
    return None


def _cover(desk: Desk, page: WizardPage) -> None:
    view = DasView(desk, page.case_id)
    view.recorded.connect(lambda _case: page.leave())
    page.closed.connect(view.keep_typed)
    view.kept_writing.connect(page.uncover)
    view.mistaken.connect(lambda: _take_back(page))
    page.cover(view)


def _take_back(page: WizardPage) -> None:
    """Yes was pressed by mistake: the question is unanswered again."""
    for field in page.session.form.fields():
        if field.safeguarding and page.session.value(field.key) == "yes":
            page.give(field.key, "")
    page.uncover()
