"""Every ``bind`` that a form may name, and what it edits."""

from __future__ import annotations

from uuid import UUID

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
from ehdesk.store.spine.place import Binding, Place
from ehdesk.store.spine.plan import NeedOutcomes, Plan, Progress, ThenAndNow
from ehdesk.store.tables.cases import ProfessionalRow
from ehdesk.store.tables.needs import NeedRow, VoiceRow
from ehdesk.store.tables.people import PersonRow
from ehdesk.store.tables.work import AttendanceRow, CheckRow, SignpostRow


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
    "people": RowList(
        PersonRow,
        of_family,
        (
            "kind",
            "given_name",
            "family_name",
            "relationship",
            "date_of_birth",
            "date_of_birth_not_known",
            "school",
            "year_group",
            "lives",
            "parental_responsibility",
            "phone",
        ),
    ),
    "professionals": RowList(
        ProfessionalRow,
        of_case,
        ("name", "role", "agency", "phone", "email", "involvement"),
        stays=_asker,
    ),
    "needs": RowList(NeedRow, of_case, ("code", "note"), {"found_at": _stage}),
    "voices": RowList(VoiceRow, of_case, ("person_id", "words", "how", "on", "gathered_by")),
    "files": Files(),
    "case.request_type": Attribute(the_case, "request_type"),
    "case.ehc_plan": Attribute(the_case, "ehc_plan"),
    "case.lead_practitioner": Attribute(the_case, "lead_practitioner_id"),
    "asker.kind": Attribute(the_case, "asker_kind"),
    "asker.person": Attribute(the_case, "asker_person_id"),
    "asker.name": Attribute(the_asker, "name"),
    "asker.role": Attribute(the_asker, "role"),
    "asker.agency": Attribute(the_asker, "agency"),
    "asker.phone": Attribute(the_asker, "phone"),
    "asker.email": Attribute(the_asker, "email"),
    "consent.how": Attribute(the_consent, "how"),
    "consent.given_by": Attribute(the_consent, "given_by"),
    "consent.given_on": Attribute(the_consent, "given_on"),
    "consent.covers": Attribute(the_consent, "covers"),
    "consent.not_with": Attribute(the_consent, "not_with"),
    "areas": Areas(),
    "meeting.held_on": Attribute(the_meeting, "held_on"),
    "meeting.starts": Attribute(the_meeting, "starts"),
    "meeting.ends": Attribute(the_meeting, "ends"),
    "meeting.venue": Attribute(the_meeting, "venue"),
    "meeting.chair": Attribute(the_meeting, "chair"),
    "meeting.minute_taker": Attribute(the_meeting, "minute_taker"),
    "meeting.next_on": Attribute(the_meeting, "next_on"),
    "meeting.next_venue": Attribute(the_meeting, "next_venue"),
    "meeting.attendance": RowList(AttendanceRow, of_meeting, ("name", "role", "kind", "came")),
    "plan": Plan(),
    "review.held_on": Attribute(the_review, "held_on"),
    "review.next_due": Attribute(the_review, "next_due"),
    "review.progress": Progress(),
    "review.then_and_now": ThenAndNow(),
    "decision.checks": RowList(CheckRow, of_case, ("name", "asked_on", "result", "back")),
    "closure.need_outcomes": NeedOutcomes(),
    "closure.scores": ThenAndNow(closing=True),
    "closure.signposts": RowList(SignpostRow, of_case, ("service", "detail")),
}
