"""What the hub has before it: the lines of its slots, the school's page, and the agenda."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from ehdesk.authority.items import Hub
from ehdesk.authority.pack import Pack
from ehdesk.documents.hub_agenda import AgendaLine, HubAgenda
from ehdesk.documents.hub_proforma import HubProforma
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import scrubbed
from ehdesk.domain.due_before_help import proforma_ready
from ehdesk.domain.guards import goes_without_consent
from ehdesk.domain.hub import Break, Hearing, HubDay, Slot, SlotLine, say_slot_time
from ehdesk.domain.needs import count_needs
from ehdesk.domain.paper_copy import Audience
from ehdesk.domain.pathway import ASSESSED, State
from ehdesk.domain.record_names import newest_first
from ehdesk.domain.user import User
from ehdesk.domain.words import names_and_ages, plural
from ehdesk.kernel.clock import Clock, local
from ehdesk.kernel.dates import age_on, say_full_date
from ehdesk.services.form_versions import form_in
from ehdesk.services.paper_hub import FORM, hub_proforma
from ehdesk.services.paper_source import Source, record_copy
from ehdesk.store.access import Session

_READ = (
    "Why now",
    "Needs",
    "Tried so far",
    "In the way",
    "Family wants",
    "We ask for",
    "Suggested lead",
    "Consent",
)
"""The lines of the school's page that the hub reads on its own page, in this order; the whole of
it is a button away."""
_OUTCOMES = {
    "allocate": "Allocated",
    "join": "Joined",
    "defer": "Deferred",
    "return": "Sent back",
}


def outcome_words(outcome: str) -> str:
    """What came of a slot, in a word: ``Allocated``."""
    return _OUTCOMES.get(outcome, "Heard")


def consent_stands(case: Case) -> bool:
    """Whether the family has agreed in writing and still does, or a recorded risk goes before."""
    if goes_without_consent(case):
        return True
    consent = case.consent
    return consent is not None and consent.is_written and consent.withdrawn_on is None


def slot_line(slot: Slot, case: Case | None, pack: Pack) -> SlotLine:
    """``3 needs, West``; an assessment of the family that runs already is said first."""
    if case is None:
        return SlotLine(slot)
    needs = plural(count_needs((need.code for need in case.needs), pack), "need")
    runs = "has an {eha} already" if any(one.state in ASSESSED for one in case.other_cases) else ""
    place = next((one.name for one in pack.clusters if one.code == case.cluster), "")
    about = ", ".join(part for part in (needs, place, pack.say(runs)) if part)
    return SlotLine(slot, about, proforma_ready(case))


def hub_page(session: Session, case: Case, pack: Pack, clock: Clock, user: User) -> HubProforma:
    """The school's page as it stands: the finished one, else what is known of it by now."""
    source = Source(case, pack, local(clock.now()), user, Audience.PROFESSIONAL)
    records = newest_first(case, FORM)
    if records:
        record = records[0]
        copy = record_copy(session, case, record, pack, clock, Audience.PROFESSIONAL)
        form = form_in(session, pack, record.form, record.form_version)
        source = Source(case, pack, source.now, user, Audience.PROFESSIONAL, record, form, copy)
    return scrubbed(hub_proforma(source), case)


def hearing_of(case: Case, page: HubProforma, *, support: str, phone: str, pack: Pack) -> Hearing:
    """The same for the screen, with the case's own head."""
    said = {item.label: item.words for item in page.items}
    lines = [(label, said[label]) for label in _READ if label in said]
    if page.answers:
        lines.append(("Can answer", page.answers))
    begun = any(record.form == FORM for record in case.records)
    state = "in" if proforma_ready(case) else "begun" if begun else "none"
    voice = next(iter(page.voices), None)
    born = [(child.first_name, child.date_of_birth) for child in case.children]
    sent = case.step_on("send")
    today = case.opened_on if sent is None else sent
    ages = tuple((name, age_on(day, today) if day else None) for name, day in born)
    heard = next((one for one in reversed(case.hub_slots) if one.is_heard), None)
    waits = case.state is State.HUB
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    return Hearing(
        case_id=case.id,
        reference=case.reference,
        family=case.family.title,
        children=names_and_ages(ages),
        asked_by=asker.name if asker and asker.name else case.asker,
        received_on=sent,
        proforma=tuple(lines),
        state=state,
        said=voice.words if voice else "",
        said_by=voice.who if voice else "",
        questions=case.hub_questions,
        answers=page.answers,
        support=support,
        support_phone=phone,
        waits=waits,
        decided=outcome_words(heard.outcome) if heard and not waits else "",
        has_referrer=asker is not None,
    )


def hub_agenda(day: HubDay, heard: Mapping[UUID, Hearing], hub: Hub, pack: Pack) -> HubAgenda:
    """The agenda of a day, slot by slot."""
    lines = []
    for line in day.lines:
        if isinstance(line, Break):
            rest = f"Break, {plural(line.minutes, 'minute')}"
            lines.append(AgendaLine(say_slot_time(line.starts), rest))
            continue
        slot = line.slot
        about = heard.get(slot.case_id) if slot.case_id else None
        if about is None:
            lines.append(AgendaLine(say_slot_time(slot.starts), "Free"))
            continue
        lines.append(
            AgendaLine(
                say_slot_time(slot.starts),
                about.family,
                about="; ".join(part for part in (about.children, line.about) if part),
                asked_by=about.answers or about.asked_by,
                state=_agenda_state(line),
            )
        )
    meeting = day.meeting
    parts = [say_full_date(day.on)]
    if meeting is not None:
        parts += [say_slot_time(meeting.starts), meeting.venue or hub.venue]
    return HubAgenda(
        title=pack.say("{hub} agenda"),
        hub=hub.name,
        when=join_words(parts),
        chair=meeting.chair if meeting else "",
        minutes=hub.slot_minutes,
        lines=tuple(lines),
    )


def join_words(parts: list[str]) -> str:
    """What is known, with commas between."""
    return ", ".join(part for part in parts if part)


def _agenda_state(line: SlotLine) -> str:
    if line.slot.is_heard:
        return outcome_words(line.slot.outcome)
    return "Proforma in" if line.ready else "No proforma"
