"""What goes on the Allocations Hub's page: the school's own words, and what is known already."""

from __future__ import annotations

from ehdesk.documents.hub_proforma import HubArea, HubItem, HubProforma, HubVoice
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import KEPT
from ehdesk.domain.needs import count_needs, distinct_needs, headline_counts
from ehdesk.domain.people import Person
from ehdesk.domain.words import join_names, plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.paper_source import Source, finished_answers

FORM = "hub_proforma"
_HOW = {"written": "Written and signed", "verbal": "Said yes, not signed yet", "not_yet": "Not yet"}


def hub_proforma(source: Source) -> HubProforma:
    """The page as far as it is filled in."""
    case, pack = source.case, source.pack
    request = finished_answers(source, "request")

    def asked(key: str) -> str:
        found = request.get(key)
        return "\n".join(found.lines) if found else ""

    codes = [need.code for need in case.needs]
    under = {headline.code for headline, _count in headline_counts(codes, pack)}
    called = (asked("before_you_start.called_on"), asked("before_you_start.called_at"))
    heard = (source.says("hub.heard_on"), source.says("hub.heard_at"))
    record = source.record
    return HubProforma(
        title=pack.say("{hub} proforma"),
        called_label=pack.say("{one_number.name} called"),
        family=_family(case),
        children=", ".join(_child(child, source) for child in case.children),
        adults=", ".join(_adult(person) for person in case.adults),
        school=join_names(dict.fromkeys(child.school for child in case.children)),
        answers=_joined(source.says("hub.answers"), source.says("hub.answers_phone")),
        called=_joined(*called),
        heard_words=_joined(*heard),
        areas=tuple(
            HubArea(label=headline.name, ticked=headline.code in under)
            for headline in pack.headlines
        ),
        needs=count_needs(codes, pack),
        assessment_from=pack.thresholds.assessment_from,
        guidance=pack.thresholds.guidance,
        items=tuple(
            HubItem(label=label, words=words)
            for label, words in (
                ("Why now", source.says("hub.why_now")),
                ("Tried so far", source.says("hub.done")),
                ("Going well", asked("needs.working_well")),
                ("In the way", source.says("hub.in_the_way")),
                ("Attendance", _attendance(source)),
                ("Needs", _needs(codes, source)),
                ("Already helping", _helping(case)),
                ("Family wants", asked("help.family_wants")),
                ("We ask for", source.says("hub.support")),
                ("Suggested lead", _lead(source)),
                ("Consent", _consent(source)),
            )
            if words
        ),
        voices=_voices(case, asked("needs.parent_view")),
        checked_words=_checked(source),
        draft=record is not None and record.finished_at is None,
        reference=case.reference,
        form_version=record.form_version if record else 1,
    )


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _family(case: Case) -> str:
    family = case.family
    if family.is_confidential:
        return _joined(family.name, KEPT.lower())
    return _joined(family.name, " ".join(family.address.split("\n")), family.postcode)


def _child(child: Person, source: Source) -> str:
    age = child.age(source.today)
    named = child.first_name if age is None else f"{child.first_name} {age}"
    year = child.school_year(source.today)
    return f"{named} ({year})" if year else named


def _adult(person: Person) -> str:
    if person.relationship:
        return f"{person.full_name} ({person.relationship})"
    return person.full_name


def _attendance(source: Source) -> str:
    """Attendance, suspensions and special educational needs, a sentence a child."""
    sentences = []
    for child in source.case.children:
        facts = [
            f"{child.attendance}%" if child.attendance is not None else "",
            plural(child.suspensions, "suspension") if child.suspensions else "",
            "at risk of exclusion" if child.exclusion_risk == "yes" else "",
        ]
        sen = source.pack.label("sen_provision", child.sen) if child.sen else ""
        known = [said for said in (_joined(*facts), sen) if said]
        if known:
            sentences.append(f"{child.first_name}: {'. '.join(known)}.")
    return " ".join(sentences)


def _needs(codes: list[str], source: Source) -> str:
    """The plain needs by name, then those of the catalogue."""
    pack = source.pack
    plain = {need.code for need in pack.needs}
    named = [
        pack.label("needs" if code in plain else "catalogue", code)
        for code in distinct_needs(codes, pack)
    ]
    return f"{'. '.join(named)}." if named else ""


def _helping(case: Case) -> str:
    now = [p for p in case.professionals if p.involved != "before"]
    known = [f"{p.agency or p.role} ({p.name})" if p.name else p.agency or p.role for p in now]
    return f"{'. '.join(one for one in known if one)}." if known else ""


def _lead(source: Source) -> str:
    lead, reason = source.says("hub.lead"), source.says("hub.lead_reason")
    return f"{lead}: {reason}" if lead and reason else lead or reason


def _consent(source: Source) -> str:
    consent = source.case.consent
    sentences = []
    if consent is not None and consent.withdrawn_on:
        sentences.append(f"Stopped on {say_long_date(consent.withdrawn_on)}.")
    elif consent is not None and consent.how:
        names = {person.id: person.first_name for person in source.case.people}
        by = join_names(names.get(key, "") for key in consent.given_by)
        day = say_long_date(consent.given_on) if consent.given_on else ""
        sentences.append(f"{_joined(_HOW.get(consent.how, consent.how), by, day)}.")
        agencies = [source.pack.label("agencies", code) for code in consent.covers]
        if agencies:
            sentences.append(f"Covers {join_names(agencies)}.")
    knows = source.says("hub.family_knows")
    if knows:
        sentences.append(
            "The family knows about today."
            if knows == "Yes"
            else "The family does not know about today."
        )
    return " ".join(sentences)


def _voices(case: Case, parents: str) -> tuple[HubVoice, ...]:
    names = {person.id: person.first_name for person in case.people}
    said = [
        HubVoice(who=names.get(voice.person_id, "") if voice.person_id else "", words=voice.words)
        for voice in case.voices
        if voice.words.strip()
    ]
    if parents.strip():
        said.append(HubVoice(who="Parents and carers", words=parents.strip("“”")))
    return tuple(said)


def _checked(source: Source) -> str:
    record = source.record
    if record is None or record.finished_at is None:
        return "Filled in from the request"
    day = say_long_date(local(record.finished_at).date())
    return f"Filled in from the request, checked by {record.finished_by} on {day}"
