"""Every ``bind`` that a form may name, and what it edits."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.record_facts import SHEETS
from ehdesk.forms import row_columns
from ehdesk.forms.spec import Field
from ehdesk.store.spine.attributes import (
    Attribute,
    the_asker,
    the_case,
    the_consent,
    the_family,
    the_meeting,
    the_review,
)
from ehdesk.store.spine.files import Files
from ehdesk.store.spine.lists import Areas, RowList, of_case, of_family, of_meeting
from ehdesk.store.spine.place import Binding, Place, WorkedOut
from ehdesk.store.spine.plan import NeedOutcomes, Plan, Progress, ThenAndNow
from ehdesk.store.tables.cases import AgreementRow, ProfessionalRow, SharingRow
from ehdesk.store.tables.needs import NeedRow, VoiceRow
from ehdesk.store.tables.people import HomeRow, PersonRow, RelationshipRow, RestrictionRow
from ehdesk.store.tables.work import AttendanceRow, CheckRow, SignpostRow


def _keys(columns: tuple[Field, ...]) -> tuple[str, ...]:
    return tuple(column.key for column in columns)


def _stage(at: Place) -> str:
    return at.record.form if at.record else ""


def _asker(at: Place) -> UUID | None:
    """Whoever asked stays among the professionals: a list that was opened before they were named
    must not take them out again."""
    return at.case.asker_id


BINDINGS: dict[str, Binding] = {
    "family.name": Attribute(the_family, "name"),
    "family.address": Attribute(the_family, "address"),
    "family.postcode": Attribute(the_family, "postcode"),
    "family.contact_note": Attribute(the_family, "contact_note"),
    "family.interpreter": Attribute(the_family, "interpreter"),
    "family.interpreter_note": Attribute(the_family, "interpreter_note"),
    "family.address_kind": Attribute(the_family, "address_kind"),
    "family.confidential": Attribute(the_family, "confidential"),
    "homes": RowList(HomeRow, of_family, _keys(row_columns.HOMES)),
    "people": RowList(PersonRow, of_family, _keys(row_columns.PEOPLE)),
    "relationships": RowList(RelationshipRow, of_family, _keys(row_columns.RELATIONSHIPS)),
    "restrictions": RowList(RestrictionRow, of_family, _keys(row_columns.RESTRICTIONS)),
    "professionals": RowList(
        ProfessionalRow,
        of_case,
        _keys(row_columns.PROFESSIONALS),
        stays=_asker,
    ),
    "needs": RowList(NeedRow, of_case, _keys(row_columns.NEEDS), {"found_at": _stage}),
    "voices": RowList(VoiceRow, of_case, _keys(row_columns.VOICES)),
    "files": Files(),
    "case.request_type": Attribute(the_case, "request_type"),
    "case.ehc_plan": Attribute(the_case, "ehc_plan"),
    "case.ehc_mode": Attribute(the_case, "ehc_mode"),
    "case.lead_practitioner": Attribute(the_case, "lead_practitioner_id"),
    "asker.kind": Attribute(the_case, "asker_kind"),
    "asker.person": Attribute(the_case, "asker_person_id"),
    "asker.name": Attribute(the_asker, "name"),
    "asker.role": Attribute(the_asker, "role"),
    "asker.agency": Attribute(the_asker, "agency"),
    "asker.agency_type": Attribute(the_asker, "agency_type"),
    "asker.address": Attribute(the_asker, "address"),
    "asker.phone": Attribute(the_asker, "phone"),
    "asker.email": Attribute(the_asker, "email"),
    "consent.how": Attribute(the_consent, "how"),
    "consent.given_by": Attribute(the_consent, "given_by"),
    "consent.given_on": Attribute(the_consent, "given_on"),
    "consent.covers": Attribute(the_consent, "covers"),
    "consent.not_with": Attribute(the_consent, "not_with"),
    "consent.for_whom": Attribute(the_consent, "for_whom"),
    "consent.review_on": Attribute(the_consent, "review_on"),
    "consent.withdrawn_on": Attribute(the_consent, "withdrawn_on"),
    "consent.withdrawn_by": Attribute(the_consent, "withdrawn_by"),
    "consent.withdrawn_how": Attribute(the_consent, "withdrawn_how"),
    "consent.agreements": RowList(AgreementRow, of_case, _keys(row_columns.AGREEMENTS)),
    "consent.sharing": RowList(SharingRow, of_case, _keys(row_columns.SHARING)),
    "areas": Areas(),
    "meeting.held_on": Attribute(the_meeting, "held_on"),
    "meeting.starts": Attribute(the_meeting, "starts"),
    "meeting.ends": Attribute(the_meeting, "ends"),
    "meeting.venue": Attribute(the_meeting, "venue"),
    "meeting.chair": Attribute(the_meeting, "chair"),
    "meeting.minute_taker": Attribute(the_meeting, "minute_taker"),
    "meeting.next_on": Attribute(the_meeting, "next_on"),
    "meeting.next_venue": Attribute(the_meeting, "next_venue"),
    "meeting.attendance": RowList(AttendanceRow, of_meeting, _keys(row_columns.ATTENDANCE)),
    "plan": Plan(),
    "review.held_on": Attribute(the_review, "held_on"),
    "review.next_due": Attribute(the_review, "next_due"),
    "review.progress": Progress(),
    "review.then_and_now": ThenAndNow(),
    "decision.checks": RowList(CheckRow, of_case, ("name", "asked_on", "result", "back")),
    "closure.need_outcomes": NeedOutcomes(),
    "closure.scores": ThenAndNow(closing=True),
    "closure.signposts": RowList(SignpostRow, of_case, ("service", "detail")),
    **{name: WorkedOut() for name in SHEETS},
}
