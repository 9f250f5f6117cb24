"""What the consent form says: the pack's topics, and the family's choices as far as they are known.

The blank form has the family's names and the agencies that it knows, and no choice is ticked on it.
"""

from __future__ import annotations

from uuid import UUID

from ehdesk.authority.items import ConsentPart
from ehdesk.documents.consent import ConsentForm, ConsentTopic, ShareLine, Signer
from ehdesk.domain.case import Case
from ehdesk.domain.consent import Agreement
from ehdesk.domain.people import Person
from ehdesk.domain.words import join_names
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.paper_source import Source

NO_BREAK = "\xa0"
_DECIDES_AT = 16
"""Years: from then a young person agrees for themselves (domain notes, 2.9)."""
_LINES_BY_HAND = 2
_SAYS = {
    "signed": "Signed",
    "said_yes": "Said yes",
    "said_no": "Said no",
    "told": "Told about it",
    "not_asked": "Not asked yet",
}
_HOW = {"written": "Written and signed", "verbal": "Said yes"}


def has_consent(case: Case) -> bool:
    """Whether anything is recorded that the filled form could say."""
    given = case.consent is not None and (case.consent.how or case.consent.withdrawn_on)
    return bool(given or case.agreements or case.sharing)


def filled_consent(source: Source) -> ConsentForm:
    """The form as far as the record says what was agreed."""
    return _form(source, blank=False)


def blank_consent(source: Source) -> ConsentForm:
    """The form to fill in by hand."""
    return _form(source, blank=True)


def _form(source: Source, *, blank: bool) -> ConsentForm:
    case = source.case
    consent = None if blank else case.consent
    who = {person.id: person for person in case.people}
    pack = source.pack
    return ConsentForm(
        title=pack.say("Saying yes to {early_help.name}"),
        help_name=pack.say("the {early_help.name}").removeprefix("the "),
        first_names=tuple(p.first_name for p in _at_home(case) if p.first_name),
        family_name=case.family.name,
        reference=case.reference,
        read_with=_first_name(case.lead or source.user.name),
        start=_topics(source, ConsentPart.START),
        recorded=_topics(source, ConsentPart.RECORD),
        lines=_lines(source, blank=blank),
        not_with=consent.not_with if consent else "",
        shared=_topics(source, ConsentPart.SHARE),
        separate=_separate(source, blank=blank),
        without_asking=_topics(source, ConsentPart.WITHOUT_ASKING),
        signing=_topics(source, ConsentPart.SIGN),
        given_words=_given(source) if consent else "",
        stopped_words=_stopped(source) if consent else "",
        signers=_signers(source, who, blank=blank),
        ask_again_on=consent.review_on if consent else None,
        ending=_topics(source, ConsentPart.END),
        blank=blank,
        version=1,
    )


def _at_home(case: Case) -> tuple[Person, ...]:
    """Adults first, without people who live elsewhere."""
    here = (p for p in case.people if p.lives != "elsewhere" and not p.unborn)
    return tuple(sorted(here, key=lambda p: p.kind == "child"))


def _first_name(name: str) -> str:
    return name.split()[0] if name.split() else ""


def _topics(source: Source, part: ConsentPart) -> tuple[ConsentTopic, ...]:
    found = []
    for topic in source.pack.consent_topics:
        if topic.part is part and topic.usable:
            phone = source.pack.contact(topic.contact).phone if topic.contact else ""
            words = f"{topic.text} Ring {phone.replace(' ', NO_BREAK)}." if phone else topic.text
            found.append(ConsentTopic(heading=topic.name, text=words))
    return tuple(found)


def _lines(source: Source, *, blank: bool) -> tuple[ShareLine, ...]:
    """A line for each agency the family knows, each choice it made, and anyone new."""
    case, pack = source.case, source.pack
    apart = {each.code for each in pack.separate_yes}
    chosen = [] if blank else [s for s in case.sharing if s.kind not in apart]
    lines = [
        ShareLine(
            who=one.who,
            detail=pack.label("information_kinds", one.kind) if one.kind else "",
            choice=one.choice,
        )
        for one in sorted(chosen, key=lambda one: one.who)
    ]
    named = {line.who for line in lines}
    # Beside what the family chose kind by kind, this says what the older yes was to.
    asked = "when you asked" if chosen else ""
    covers = () if blank or case.consent is None else case.consent.covers
    for code in covers:
        agency = pack.label("agencies", code)
        if agency not in named:
            named.add(agency)
            lines.append(ShareLine(who=agency, detail=asked, choice="yes"))
    if blank or not lines:
        for professional in case.professionals:
            agency = professional.agency or professional.role
            if agency and agency not in named:
                named.add(agency)
                lines.append(ShareLine(who=agency, detail=professional.name))
    lines.append(ShareLine(who="Anyone new", detail="before they join"))
    return (*lines, *[ShareLine(who="")] * _LINES_BY_HAND) if blank else tuple(lines)


def _separate(source: Source, *, blank: bool) -> tuple[ShareLine, ...]:
    """A line for each kind of information that needs a yes of its own, or for each choice."""
    lines: list[ShareLine] = []
    for kind in source.pack.separate_yes:
        chosen = [] if blank else [s for s in source.case.sharing if s.kind == kind.code]
        lines += [ShareLine(who=kind.name, detail=one.who, choice=one.choice) for one in chosen]
        if not chosen:
            lines.append(ShareLine(who=kind.name))
    return tuple(lines)


def _given(source: Source) -> str:
    consent = source.case.consent
    if consent is None or not consent.given_on:
        return ""
    how = "Signed" if consent.is_written else "Said yes"
    return f"{how} {say_long_date(consent.given_on)}"


def _stopped(source: Source) -> str:
    consent = source.case.consent
    if consent is None or not consent.withdrawn_on:
        return ""
    by = f" by {consent.withdrawn_by}" if consent.withdrawn_by else ""
    words = f"This agreement was stopped on {say_long_date(consent.withdrawn_on)}{by}."
    return f"{words} {consent.withdrawn_how}".strip()


def _signers(source: Source, who: dict[UUID, Person], *, blank: bool) -> tuple[Signer, ...]:
    """The adults at home, the children, whoever else gave an answer, then who talked it through."""
    case = source.case
    answers = {} if blank else {one.person_id: one for one in case.agreements}
    people = [*_at_home(case)]
    people += [who[key] for key in answers if key in who and who[key] not in people]
    given = () if blank or case.consent is None else case.consent.given_by
    signers = []
    for person in people:
        answer = answers.get(person.id)
        signers.append(
            Signer(
                name=person.full_name,
                detail=_detail(person, answer, source),
                answer=_answer(answer, source, given=person.id in given),
                words=answer.words and _quoted(answer.words) if answer else "",
            )
        )
    signers.append(
        Signer(
            name=case.lead or source.user.name,
            detail=source.pack.term("lead_practitioner") if case.lead else "",
        )
    )
    witness = join_names(dict.fromkeys(one.witness for one in answers.values()))
    signers.append(Signer(name="Interpreter or witness", detail=witness or "if one helped"))
    return tuple(signers)


def _detail(person: Person, answer: Agreement | None, source: Source) -> str:
    if person.kind != "child":
        return person.relationship
    age = person.age(source.today)
    if age is not None and age >= _DECIDES_AT:
        return f"{age}, decides for themselves"
    if answer is not None and answer.competent == "yes":
        return f"{age}, understands what it means" if age is not None else "understands it"
    return f"{age}, if you want to" if age is not None else "if you want to"


def _answer(answer: Agreement | None, source: Source, *, given: bool) -> str:
    consent = source.case.consent
    if answer is not None and answer.answer:
        day = f" {say_long_date(answer.on)}" if answer.on else ""
        how = f". {answer.how}" if answer.how else ""
        return f"{_SAYS.get(answer.answer, answer.answer)}{day}{how}"
    if given and consent is not None and consent.given_on:
        return f"{_HOW.get(consent.how, 'Agreed')} {say_long_date(consent.given_on)}"
    return ""


def _quoted(words: str) -> str:
    return words if words.lstrip().startswith(("“", '"')) else f"“{words}”"
