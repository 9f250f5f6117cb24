"""Earlier versions of an answer: a page over the form, from which one can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Field, Value
from ehdesk.forms.versions import Version, put_back
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.errors import EhdeskError
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.page import ScrollPage
from ui.kit.tab_order import ReadingOrder
from ui.theme import theme
from ui.wizard.autosave import Autosave

_NONE = "Nothing has been written here yet, so there is no earlier version."
_ROWS = "Each line of a list is told by itself. Putting one back changes that line and no other."
_HOW = "What you put back is an ordinary change: it is saved, and Control and Z takes it back."


class OpenForm(Protocol):
    """The form whose answers are told of, and given again."""

    desk: Desk
    session: FormSession
    autosave: Autosave

    @property
    def record_id(self) -> UUID: ...

    def say_problem(self, error: EhdeskError) -> None: ...

    def cover(self, page: QWidget) -> None: ...

    def uncover(self) -> None: ...

    def give(self, key: str, value: Value) -> None: ...

    def focus_question(self, key: str) -> None: ...


def show_earlier(form: OpenForm, key: str) -> None:
    """Lay the page of a question's earlier versions over the form."""
    if not form.autosave.save_now():
        return  # the line at the top says why; what is not kept could not be told from the rest
    try:
        versions = form.desk.earlier.versions(form.record_id, key)
    except EhdeskError as error:
        form.say_problem(error)
        return
    form.cover(EarlierPage(form, form.session.form.field(key), versions))


class EarlierPage(ReadingOrder):
    """Newest first: when, who, and what it said."""

    def __init__(self, form: OpenForm, question: Field, versions: Sequence[Version]) -> None:
        super().__init__()
        self._form = form
        self._question = question
        self.title = Label("Earlier versions of this answer", "wizard_title")
        self.back = Button("Back to the form", "secondary", "arrow-left")
        self.back.clicked.connect(self._leave)
        self.cards: list[VersionCard] = []
        page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.body.addWidget(self.title)
        page.body.addWidget(Label(question.label, "input", "text2"))
        rows = any(version.row_id for version in versions)
        about = f"{_ROWS} {_HOW}" if rows else _HOW
        page.body.addWidget(Label(about if versions else _NONE, "body", "text2"))
        today = form.desk.clock.today()
        for version in versions:
            card = VersionCard(version, today, may_put_back=not form.session.read_only)
            card.put_back.clicked.connect(partial(self._put_back, version))
            page.body.addWidget(card)
            self.cards.append(card)
        page.body.addStretch(1)
        bar: QHBoxLayout = page.footer
        bar.addWidget(self.back)
        bar.addStretch(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._form.uncover()
        self._form.focus_question(self._question.key)

    def _put_back(self, version: Version) -> None:
        key = self._question.key
        try:
            answer = put_back(self._form.session.value(key), version)
        except LookupError:  # its row was taken out of the list since
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._form.session.undoing.settle()
        self._form.give(key, answer)
        self._leave()


class VersionCard(Card):
    """One version."""

    def __init__(self, version: Version, today: date, *, may_put_back: bool) -> None:
        super().__init__(padding=18)
        when = f"{say_date(local(version.at).date(), today)}, {say_time(version.at)}"
        self.told = Label(f"{when}  ·  {version.by}" if version.by else when, "help", "text2")
        self.said = Label("\n".join(version.lines) or "It was emptied.", "body")
        self.put_back = Button("Put this one back", "secondary", "rotate-ccw", "small")
        self.put_back.setAccessibleDescription(self.told.text())
        self.now = Label("This is what it says now", "help_strong", "done.ink", wrap=False)
        if version.what:
            self.body.addWidget(Label(version.what, "body_strong"))
        if not version.lines:
            self.said.set_colour("text2")
        self.body.addWidget(self.said)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, theme().px(2), 0, 0)
        line.addWidget(self.told, 1)
        line.addWidget(self.now)
        line.addWidget(self.put_back)
        self.now.setVisible(version.is_now)
        self.put_back.setVisible(may_put_back and not version.is_now)
        self.body.addWidget(foot)
