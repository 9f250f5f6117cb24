"""The editor of every kind of question, in one table."""

from __future__ import annotations

from typing import Final

from ehdesk.forms.spec import Field
from ui.fields.agreements import AgreementsEditor
from ui.fields.areas import AreasEditor
from ui.fields.attendance import AttendanceEditor
from ui.fields.checks import ChecksEditor
from ui.fields.column_editors import SINGLE_EDITORS, MakeEditor
from ui.fields.distance_travelled import DistanceTravelledEditor
from ui.fields.editor import Editor
from ui.fields.facts import FactsEditor
from ui.fields.files import FilesEditor
from ui.fields.homes import HomesEditor
from ui.fields.judged import NeedOutcomesEditor, ProgressEditor
from ui.fields.needs import NeedsEditor
from ui.fields.people import PeopleEditor
from ui.fields.plan import PlanEditor
from ui.fields.professionals import ProfessionalsEditor
from ui.fields.relationships import RelationshipsEditor
from ui.fields.restrictions import RestrictionsEditor
from ui.fields.row_cards import CardRowsEditor
from ui.fields.sharing import SharingEditor
from ui.fields.surroundings import Surroundings
from ui.fields.then_and_now import ThenAndNowEditor
from ui.fields.voices import VoicesEditor


def _then_and_now(question: Field, around: Surroundings) -> Editor:
    """At the closing all that was travelled counts, at a review what changed since last time."""
    is_closing = question.bind == "closure.scores"
    return (DistanceTravelledEditor if is_closing else ThenAndNowEditor)(question, around)


EDITORS: Final[dict[str, MakeEditor]] = SINGLE_EDITORS | {
    "people": PeopleEditor,
    "professionals": ProfessionalsEditor,
    "needs": NeedsEditor,
    "voices": VoicesEditor,
    "files": FilesEditor,
    "areas": AreasEditor,
    "attendance": AttendanceEditor,
    "plan": PlanEditor,
    "progress": ProgressEditor,
    "then_and_now": _then_and_now,
    "need_outcomes": NeedOutcomesEditor,
    "checks": ChecksEditor,
    "facts": FactsEditor,
    "signposts": CardRowsEditor,
    "homes": HomesEditor,
    "relationships": RelationshipsEditor,
    "restrictions": RestrictionsEditor,
    "agreements": AgreementsEditor,
    "sharing": SharingEditor,
    "rows": CardRowsEditor,
}


def make_editor(question: Field, around: Surroundings) -> Editor:
    """A new editor for a question. KeyError for a kind that nothing edits."""
    return EDITORS[question.kind](question, around)
