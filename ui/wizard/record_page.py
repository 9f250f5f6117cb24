"""A form on one page of the window: the same session, editors and autosave as in the wizard, laid
out as a subclass wants. Whatever it does not place stands in cards of its own at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Field, Value
from ehdesk.forms.undoing import Change
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.duplicates import MOVES_PEOPLE
from ui.fields.form_files import FormFiles
from ui.fields.section_view import SectionView
from ui.fields.surroundings import Surroundings
from ui.kit import ask
from ui.kit.card import Card
from ui.kit.disclosure import Disclosure
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.toast import Toaster
from ui.theme import theme
from ui.wizard.autosave import Autosave, Saved
from ui.wizard.fixes import Fixes
from ui.wizard.save_line import SaveLine


class RecordPage(Page):
    """A subclass lays out views (``view``, ``rest``) in ``page.body``, then calls ``begin``, and
    says what finishing does (``finish``)."""

    made_anew = True

    def __init__(
        self, desk: Desk, navigator: Navigator, record_id: UUID, title: str, name: str
    ) -> None:
        """:param name: what the page is called in the line above its title.

        :raises EhdeskError: when the record cannot be opened.
        """
        super().__init__()
        self.desk, self.navigator = desk, navigator
        opened = self.opened = desk.forms.open(record_id)
        self.case = desk.cases.get(opened.case_id)
        self.session = FormSession(
            opened.form,
            opened.values,
            opened.options,
            desk.clock.today(),
            place=opened.place,
            read_only=opened.read_only,
            facts=opened.facts,
        )
        self._gone = self._asked = self._forcing = False
        self.toaster = Toaster(self)
        self.around = Surroundings(
            self.session,
            desk.pack,
            self.toaster,
            answer=self._on_answered,
            read_only=opened.read_only,
            known=desk.people.known_professionals,
            parent=self,
        )
        self.around.files = FormFiles(
            self.around,
            desk.attachments,
            record_id,
            opened.reference,
            lambda: desk.attachments.of_case(opened.case_id),
            can_save=not desk.read_only,
        )
        self.around.given.connect(self._show_value)
        self.autosave = Autosave(self.session, self._save, self)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_save_failed)
        self.views: list[SectionView] = []
        self._places: dict[str, Callable[[], object]] = {}
        self._placed: set[str] = set()
        self._parts: list[tuple[Disclosure, SectionView]] = []
        self.header = PageHeader(name, opened.reference, ("Cases", self.case.family.title))
        self.header.set_title(title)
        self.header.breadcrumb_chosen.connect(
            lambda place: navigator.go(self.breadcrumb()[place][1])
        )
        self.save_line = SaveLine()
        self.save_line.try_again.connect(self.autosave.save_now)
        self.header.add_action(self.save_line)
        self.summary = Fixes()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.page = ScrollPage(self.header)
        self.page.body.addWidget(self.summary)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        for keys, act in (("Ctrl+Return", self.press_finish), ("Ctrl+Z", self._undo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Laying out

    def has(self, key: str) -> bool:
        """Whether the form asks this question: another authority's may not."""
        return any(field.key == key for field in self.session.form.fields())

    def view(self, *keys: str, **changes: Mapping[str, Any]) -> SectionView:
        """Questions of the form, in the order given; those that it does not have are left out.

        :param changes: by the end of a key, how its question is laid out here.
        """
        form = self.session.form
        fields: list[Field] = []
        for key in keys:
            if self.has(key):
                end = key.rpartition(".")[2]
                fields.append(replace(form.field(key), **changes.get(end, {})))
                self._placed.add(key)
        return self._add_view(fields)

    def place(self, key: str, focus: Callable[[], object]) -> None:
        """The page shows this question by itself; ``focus`` puts the cursor there."""
        self._placed.add(key)
        self._places[key] = focus

    def rest(self, *, closed: bool = False) -> list[Card]:
        """A card for each section with what is not placed yet, under its title.

        :param closed: those in which nothing has to be filled in are closed to begin with.
        """
        cards = []
        for section in self.session.form.sections:
            left = [field for field in section.fields if field.key not in self._placed]
            if not left:
                continue
            self._placed |= {field.key for field in left}
            card = Card("" if closed else section.title, padding=16 if closed else 20)
            view = self._add_view(left)
            if closed:
                part = Disclosure(section.title)
                part.body.addWidget(view)
                part.set_open(self._missing_in(view) > 0 and not self.session.read_only)
                self._parts.append((part, view))
                card.body.addWidget(part)
            else:
                card.body.addWidget(view)
            cards.append(card)
        return cards

    def _missing_in(self, view: SectionView) -> int:
        """How many of these questions have to be answered or put right."""
        wrong = {problem.field_key for problem in self.session.everything_to_fix()}
        return len(wrong & view.questions.keys())

    def _sum_up_parts(self) -> None:
        for part, view in self._parts:
            missing = self._missing_in(view)
            part.set_summary(f"{missing} to fill in" if missing else "", "soon")

    def begin(self) -> None:
        """Everything is laid out."""
        if self.session.read_only:
            self.save_line.show_read_only(self.opened.why_read_only)
        elif self.opened.brought_back:
            self.save_line.show_brought_back(self.opened.saved_at)
        else:
            self.save_line.show_saved(self.opened.saved_at)
        self._sum_up_parts()
        self.note_change("")

    # What a subclass says

    def finish(self) -> None:
        """The form is complete and everything is kept: record it.

        :raises EhdeskError: when it may not be.
        """
        raise NotImplementedError

    def note_change(self, key: str) -> None:
        """An answer changed, or the page is shown first with an empty ``key``."""

    def give(self, key: str, value: Value) -> None:
        """Answer a question from outside its editor, and show it."""
        self._on_answered(key, value)
        self._show_value(key)

    def press_finish(self) -> None:
        """What the primary button does."""
        if self.session.read_only or not self.autosave.save_now():
            return
        self._asked = True
        problems = self.session.everything_to_fix()
        self._show_problems()
        if problems:
            self.summary.ask_for(problems)
            self.page.scroll_area.verticalScrollBar().setValue(0)
            return
        try:
            self.finish()
        except EhdeskError as error:
            self.say_problem(error)

    def say_problem(self, error: EhdeskError) -> None:
        """Show on the page why something could not be done."""
        self.summary.show_problems([("", str(error))])
        self.page.scroll_area.verticalScrollBar().setValue(0)

    def leave_for_case(self, words: str, tab: str = "overview") -> None:
        """It is recorded: show the case, and say so."""
        self.autosave.stop()
        self._gone = True
        self.navigator.back()
        self.navigator.open_case(self.case.id, tab)
        self.navigator.say(words)

    # The window

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        case = Place("case", case_id=self.case.id, tab="overview")
        return (("Cases", Place("cases")), (self.case.family.title, case))

    def case_id(self) -> UUID:
        return self.case.id

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.page)

    def refresh(self, changed: Changed | None = None) -> None:
        # A joining was undone while the form is open: its people are others than it shows.
        if changed is not None and changed.operation in MOVES_PEOPLE:
            self.autosave.stop()
            self._gone = True
            self.navigator.read_again()

    def keep(self) -> None:
        if not self._gone:
            self.autosave.save_now()

    def has_unsaved(self) -> bool:
        return not self._gone and self.autosave.has_unsaved

    def may_leave(self) -> bool:
        if self._gone or self.autosave.save_now():
            return True
        if not self._forcing:
            self._forcing = True  # the reason stands at the top; a second try asks
            return False
        text = "Your last changes are only on this screen. If you leave now they are lost."
        return ask.confirm(self, "Not saved", text, "Leave and lose them")

    def left(self) -> None:
        self.keep()
        self.autosave.stop()
        if not (self._gone or self.session.read_only or self.autosave.has_unsaved):
            self._gone = True
            self.desk.forms.leave(self.opened.record_id)

    # Inside

    def _add_view(self, fields: Sequence[Field]) -> SectionView:
        section = replace(self.session.form.sections[0], fields=tuple(fields))
        view = SectionView(section, self.around)
        view.answered.connect(self._on_answered)
        self.views.append(view)
        return view

    def _save(self, changes: Mapping[str, Value]) -> Saved:
        if self.around.files is not None:
            self.around.files.settle(changes)
        return self.desk.forms.save(
            self.opened.record_id,
            changes,
            place=self.session.place,
            steps_done=self.session.steps_done,
            steps_total=self.session.steps_total,
        )

    def _on_answered(self, key: str, value: Value) -> None:
        if self.session.set(key, value):
            self.session.undoing.settle()
            self._on_changed(key)

    def _on_changed(self, key: str) -> None:
        self.autosave.note_change()
        for view in self.views:
            view.refresh()
        self._show_problems()
        self._sum_up_parts()
        self.note_change(key)
        field = self.session.form.field(key)
        if field.safeguarding and self.session.value(key) == "yes":
            self.autosave.save_now()
            self.navigator.go(Place("das", case_id=self.case.id))

    def _undo(self) -> None:
        change: Change | None = self.session.undo()
        if change is not None:
            self._show_value(change.key)
            self._on_changed(change.key)

    def _show_value(self, key: str) -> None:
        for view in self.views:
            view.show_value(key, self.session.value(key))

    def _show_problems(self) -> None:
        fixes = self.session.everything_to_fix() if self._asked else ()
        warned = [
            problem
            for section in self.session.sections()
            for problem in self.session.warnings(section.key)
        ]
        for view in self.views:
            view.show_problems([*fixes, *warned])
        if self._asked and self.summary.isVisible():
            self.summary.keep_true(fixes)

    def _on_saved(self, saved: Any) -> None:
        self._forcing = False
        self.save_line.show_saved(saved.at)
        self.navigator.report_saved(saved.at)
        self.session.use_options(saved.options)
        for view in self.views:
            view.refresh()

    def _on_save_failed(self, error: EhdeskError) -> None:
        self.save_line.show_failed(error)
        self.navigator.report_not_saved(error, self.autosave.save_now)

    def _on_problem_chosen(self, entry: str) -> None:
        key, _, row_id = entry.partition(" ")
        if key in self._places:
            self._places[key]()
            return
        for part, view in self._parts:
            if key in view.questions:
                part.set_open(True)
        for view in self.views:
            if key in view.questions:
                view.focus_problem(key, row_id or None)
                self.page.scroll_area.ensureWidgetVisible(view.questions[key], 0, theme().px(40))
