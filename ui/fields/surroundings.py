"""What an editor may ask of the form it stands in, and do beyond its own answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from ehdesk.authority.pack import Pack
from ehdesk.domain.people import KnownProfessional
from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.people_checks import is_unborn
from ehdesk.forms.spec import Field, Option, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.background import Background
from ui.fields.form_files import FormFiles
from ui.fields.known_people import KnownPeople

KnownBy = Callable[[str], Sequence[KnownProfessional]]
"""Professionals whom the store knows, by what somebody types. It reads the store: in a task."""


class Toasts(Protocol):
    """Where a message that can be undone is shown (ui.kit.toast.Toaster)."""

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> Any: ...


class Surroundings(QObject):
    """One open form, as its editors see it. Asking costs nothing: all of it is in memory."""

    given = Signal(str)
    """An editor answered another question than its own: the key of that question."""

    def __init__(
        self,
        answers: FormAnswers,
        pack: Pack,
        toasts: Toasts | None = None,
        *,
        answer: Callable[[str, Value], None] | None = None,
        read_only: bool = False,
        background: Background | None = None,
        known: KnownBy | None = None,
        earlier: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``answer`` keeps an answer to any question of the form; without it nobody is added.
        ``known`` asks the store for professionals by the beginning of a name or agency;
        ``earlier`` shows what the answer to a question said before, where that can be shown."""
        super().__init__(parent)
        self.answers = answers
        self.pack = pack
        self.read_only = read_only
        self.background = background or Background()
        self.known = known
        self._toasts = toasts
        self._answer = answer
        self.files: FormFiles | None = None
        """The files of this form; None where there is no store to keep them in."""
        self.known_people: KnownPeople | None = None
        """Who may be in the store already; None where there is no store to ask."""
        self.checks_back: Mapping[str, datetime] | None = None
        """When each check came back, by its row; None where that was not asked of the store."""
        self.show_earlier = earlier

    @property
    def today(self) -> date:
        """The date against which typed dates are read."""
        return self.answers.today

    def choices(self, question: Field) -> tuple[Option, ...]:
        """What can be chosen now, in a question or in a column of one."""
        return self.answers.words.choices(question)

    def people(self, kind: str = "") -> list[Row]:
        """The rows of this form's people question; of one ``kind`` only when it is named."""
        question = self.answers.form.bound_to("people")
        rows = self.answers.value(question.key) if question else []
        named = [row for row in rows if _is_somebody(row)] if isinstance(rows, list) else []
        return [row for row in named if kind in ("", row["kind"])]

    def relatives(self, source: str) -> list[tuple[str, str]]:
        """Name and relationship of the people of ``children``, ``adults`` or ``people``."""
        told = (option.label.partition(" (") for option in self.answers.options_of(source))
        return [(name, relationship.rstrip(")")) for name, _, relationship in told]

    def name_of(self, person_id: str) -> str:
        """The name of somebody in the family; "" when there is no such person."""
        options = self.answers.options_of("people")
        label = next((option.label for option in options if option.value == person_id), "")
        return label.partition(" (")[0]

    def names(self) -> list[str]:
        """Everybody who may be doing something: family first, then professionals."""
        names = [name for name, _relationship in self.relatives("people")]
        for source in ("professionals", "team"):
            names += [option.label for option in self.answers.options_of(source)]
        return list(dict.fromkeys(names))

    def offered(self, source: str) -> list[str]:
        """The names of a list, as they are written: without the relationship behind them."""
        labels = (option.label.partition(" (")[0] for option in self.answers.options_of(source))
        return list(dict.fromkeys(labels))

    def can_add_people(self) -> bool:
        """Whether this form asks who is in the family, so that somebody can be added to it."""
        asks = self.answers.form.bound_to("people") is not None
        return asks and self._answer is not None and not self.read_only

    def add_adult(self, name: str, relationship: str) -> str:
        """Put an adult into the family and give the new row's id, for whoever asked."""
        question = self.answers.form.bound_to("people")
        if question is None or self._answer is None:
            raise LookupError("this form does not ask who is in the family")
        given, _, family = name.strip().rpartition(" ")
        row = kinds.row_of(question, str(new_id())) | {
            "kind": "adult",
            "given_name": given or family,
            "family_name": family if given else "",
            "relationship": relationship.strip(),
        }
        rows = self.answers.value(question.key)
        self.give(question.key, [*(rows if isinstance(rows, list) else []), row])
        return str(row["id"])

    def give(self, key: str, value: Value) -> None:
        """Answer another question of the form, and show it there."""
        if self._answer is None:
            raise LookupError("nothing keeps the answers of this form")
        self._answer(key, value)
        self.given.emit(key)

    def said(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something was done, with a button that puts it back: an edit of its own.
        Control and Z takes changes back by another way (`ehdesk.forms.undoing`)."""
        if self._toasts is not None:
            self._toasts.show_message(text, undo)


def _is_somebody(row: Row) -> bool:
    """Whether there is a name, or a child who has none yet because it is not born."""
    parts = (row.get("given_name", ""), row.get("family_name", ""))
    return any(part.strip() for part in parts) or is_unborn(row)
