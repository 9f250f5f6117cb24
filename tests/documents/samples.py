"""Invented families, and text that does its worst."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from ehdesk.documents.advice_given import AdviceGiven, GivenService
from ehdesk.documents.case_list import CaseList, CaseListLine
from ehdesk.documents.chronology import Chronology, ChronologyLine, Drawing, Mark, Stage
from ehdesk.documents.closure import (
    CarriesOn,
    ClosingReason,
    ClosureForm,
    ManagerLine,
    NeedOutcome,
    OutcomeDistance,
)
from ehdesk.documents.consent import ConsentForm, ConsentTopic, ShareLine, Signer
from ehdesk.documents.contacts_sheet import ContactsSheet, SheetLine
from ehdesk.documents.cover import CoverFamily, CoverLine, CoverSheet
from ehdesk.documents.decision_letter import DecisionLetter, LetterPart, LetterStep
from ehdesk.documents.digest import Digest, DigestGroup, DigestLine
from ehdesk.documents.family_plan import FamilyPlan, PlanAction, PlanOutcome
from ehdesk.documents.form_paper import FormPaper
from ehdesk.documents.hub_agenda import AgendaLine, HubAgenda
from ehdesk.documents.hub_proforma import HubArea, HubItem, HubProforma, HubVoice
from ehdesk.documents.minutes import AgreedAction, Attender, Said, TafMinutes
from ehdesk.documents.own_words import OwnWords
from ehdesk.documents.report import ReportPaper
from ehdesk.documents.supervision_record import (
    FamilyTalkedAbout,
    SupervisionRecord,
)
from ehdesk.domain.report import Card, Chart, Line, Question, Report, Spread
from ehdesk.domain.report_periods import period
from ehdesk.domain.small_numbers import shown
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.forms.told_rows import Cell, ToldRow

WHEN = datetime(2026, 11, 17, 10, 42, tzinfo=UTC)

OUTCOME = PlanOutcome(
    number=1,
    title="Fern feels calm and safe at school",
    words="I want Mr Otter to know when I need five minutes.",
    words_by="Fern",
    start=3,
    now=6,
    hoped=8,
    actions=(
        PlanAction(what="Fern has a quiet card to show in lessons", who="Willow", done=True),
        PlanAction(what="Someone meets Fern at the gate", who="Willow", when_words="Each day"),
        PlanAction(what="Fern and Grandad talk on the phone", who="Hazel", when_words="Sundays"),
    ),
)

PLAN = FamilyPlan(
    first_names=("Hazel", "Fern", "Rowan"),
    family_name="Exampleton",
    outcomes=(OUTCOME,),
    agreed_on=date(2026, 11, 12),
    look_again_by=date(2026, 12, 22),
    ring_name="Aspen Sample",
    ring_role_words="your Lead Practitioner",
    ring_phone="0116 496 0142",
    meet_when_words="Tuesday 15 December, 3:30pm",
    meet_where="Acorn Room, Madeup Primary",
    version=4,
)

CLOSURE = ClosureForm(
    title="Early help closure form",
    family_name="Exampleton",
    reference="EH-26-0001",
    closed_on=date(2026, 11, 17),
    children=("Fern Exampleton, 14", "Rowan Exampleton, 9"),
    carers=("Hazel Exampleton (Mum)",),
    lead_practitioner="Aspen Sample, Madeup Primary",
    opened_on=date(2026, 5, 12),
    opened_words="after a request from school",
    help_type="Early Help Assessment",
    meetings_words="3 meetings, 1 review on time",
    reasons=(
        ClosingReason(label="Needs met", ticked=True),
        ClosingReason(label="Family chose to stop"),
        ClosingReason(label="Family moved away"),
    ),
    needs=(NeedOutcome(need="Attendance", outcome="Partly met", evidence="Up to 94 %"),),
    outcomes=(
        OutcomeDistance(title="Fern is in school most days", start=3, now=8, hoped=8),
        OutcomeDistance(title="Hazel gets regular breaks", start=6, now=4, hoped=7),
        OutcomeDistance(title="Rowan sleeps", start=5, now=5, hoped=9),
        OutcomeDistance(title="The rent is paid", start=2, now=None, hoped=7),
    ),
    started_on=date(2026, 5, 20),
    numbers_words="Numbers given by Fern and Hazel.",
    signatures=("Parent or carer", "Young person", "Lead practitioner", "Manager"),
    voices=(OwnWords(words="Mornings are calmer.", who="Hazel"),),
    carries_on=(CarriesOn(service="School", detail="Ms Birch meets Fern each half-term."),),
    manager=ManagerLine(name="Oak Specimen", words="Agreed.", on=date(2026, 11, 17)),
    copies_to=("family", "school"),
)

LETTER = DecisionLetter(
    title="Letter about your request",
    sender="Early help in Madeup",
    place="West cluster",
    on=date(2026, 11, 19),
    reference="EH-26-0001",
    to=("Hazel Exampleton", "1 Invented Way", "Madeup MU1 1AA"),
    dear="Hazel",
    heading="We said yes to your request",
    opening="Willow at Madeup Primary asked us to help you, Fern and Rowan.",
    steps_title="What happens now",
    steps=(
        LetterStep("By Tuesday 24 November", "Aspen Sample rings you to say hello."),
        LetterStep("By Thursday 3 December", "Aspen visits you, at a time that suits you."),
        LetterStep("By Thursday 31 December", "We meet around one table and make a plan."),
    ),
    parts=(
        LetterPart("Why we said yes.", "You told us about four things."),
        LetterPart("Who can help.", "", ("The library. Story time.", "The food bank.")),
        LetterPart("It is still your choice.", "You can say no, or stop later."),
    ),
    signed_by="Aspen Sample",
    signed_role="Your lead practitioner",
    phone="0116 496 0142",
    footing="Need this in another language? Ring 0116 496 0142 and say so.",
)

LONG = "Someone from school talks with Fern about the morning and writes it down. " * 70
"""More than 5,000 characters."""

NASTY = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=80),
    st.sampled_from(
        [
            "<b>not bold</b> & <para> &amp; </font>",
            'He said “no” and "yes", (twice) \\ and ) once (',
            "https://example.org/" + "a-very-long-path/" * 12 + "?q=" + "x" * 150,
            "W" * 400,
            "\u202eright to left\u202c \u200f\u200e marks",
            "nul\x00 bell\x07 escape\x1b tab\t feed\x0c end",
            "line\nline\r\nline\u2028line\n\n\n\nline",
            "\U0001f600 \U0001f468‍\U0001f469‍\U0001f467 \U0001f44d\U0001f3fd ❤️",
            "પ્રિયા પટેલ ਸਿੰਘ مريم 王芳",
            "Łukasz Żółć, Ștefan, Zoë, Siân, Ngọc, e\u0301, Привет, Ελένη",
            "\ud800 lone surrogate",
            "   ",
            "non\u00a0breaking\u202fspaces\u2003and\u3000wide",
        ]
    ),
)
"""Text that breaks things: markup, long words, marks of direction, scripts without a font."""

SCORE = st.one_of(st.none(), st.integers(0, 10))

ACTION = st.builds(PlanAction, what=NASTY, who=NASTY, when_words=NASTY, done=st.booleans())

PLANS = st.builds(
    FamilyPlan,
    first_names=st.lists(NASTY, max_size=3).map(tuple),
    family_name=st.sampled_from(["Exampleton", "O’Sample-<i>Łęcki</i> & Co"]),
    outcomes=st.lists(
        st.builds(
            PlanOutcome,
            number=st.integers(1, 99),
            title=NASTY,
            words=NASTY,
            words_by=NASTY,
            start=SCORE,
            now=SCORE,
            hoped=SCORE,
            actions=st.lists(ACTION, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    agreed_on=st.one_of(st.none(), st.dates()),
    look_again_by=st.one_of(st.none(), st.dates()),
    ring_name=NASTY,
    ring_role_words=NASTY,
    ring_phone=st.one_of(NASTY, st.sampled_from(["0116 496 0142", "+44 (0)116 496 0142"])),
    meet_when_words=NASTY,
    meet_where=NASTY,
)

CLOSURES = st.builds(
    ClosureForm,
    family_name=NASTY,
    reference=st.sampled_from(["", "EH-26-0001"]),
    children=st.lists(NASTY, max_size=2).map(tuple),
    reasons=st.lists(st.builds(ClosingReason, label=NASTY, ticked=st.booleans()), max_size=3).map(
        tuple
    ),
    needs=st.lists(
        st.builds(NeedOutcome, need=NASTY, outcome=NASTY, evidence=NASTY), max_size=2
    ).map(tuple),
    outcomes=st.lists(
        st.builds(OutcomeDistance, title=NASTY, start=SCORE, now=SCORE, hoped=SCORE), max_size=3
    ).map(tuple),
    voices=st.lists(st.builds(OwnWords, words=NASTY, who=NASTY), max_size=2).map(tuple),
    carries_on=st.lists(st.builds(CarriesOn, service=NASTY, detail=NASTY), max_size=2).map(tuple),
    manager=st.one_of(st.none(), st.builds(ManagerLine, name=NASTY, words=NASTY)),
    signatures=st.lists(NASTY, max_size=5).map(tuple),
)


def _answer(
    question: str, *lines: str, voice: bool = False, rows: tuple[ToldRow, ...] = ()
) -> Answer:
    return Answer(
        field_key="part.question",
        label=question,
        lines=lines,
        answered=bool(lines),
        required_missing=False,
        voice=voice,
        question=question,
        rows=rows,
    )


FORM = FormPaper(
    title="TAF meeting 3",
    form_title="Team Around the Family (TAF) meeting",
    form_version=2,
    family_name="Exampleton",
    reference="EH-26-0001",
    state="Finished 12 November 2026",
    facts=(
        (("Children", "Fern Exampleton, 14\nRowan Exampleton, 9"), ("Lead practitioner", "")),
        (("Parents and carers", "Hazel Exampleton, Mum"), ("Finished by", "Aspen Sample")),
    ),
    source="About this form: the project’s own questions and wording.",
    note="Left off this copy: NHS number.",
    copy_words="Copy for professionals",
    signatures=("Parent or carer", "Chair"),
    sections=(
        SectionAnswers(
            "who",
            "Who came",
            (
                _answer("Date", "Thursday 12 November 2026"),
                _answer(
                    "Who came?",
                    "said in a sentence",
                    rows=(
                        ToldRow(
                            "a", (Cell("name", "Name", ("Hazel",)), Cell("came", "Came", ("Came",)))
                        ),
                        ToldRow(
                            "b",
                            (Cell("name", "Name", ("Mr Otter",)), Cell("role", "Role", ("Head",))),
                        ),
                    ),
                ),
            ),
        ),
        SectionAnswers(
            "plan",
            "Plan",
            (
                _answer("Where people disagreed"),
                _answer("What the children said", "“I want a desk.”", voice=True),
                _answer(
                    "What does the family want?",
                    "said in a sentence",
                    rows=(
                        ToldRow(
                            "c",
                            (
                                Cell("title", "What we want", ("Fern is in school",)),
                                Cell(
                                    "words", "In the family’s words", ("“Mornings!”",), voice=True
                                ),
                                Cell("start", "Number at the start", ("3 out of 10",)),
                                Cell(
                                    "actions",
                                    "Actions",
                                    rows=(
                                        ToldRow("d", (Cell("what", "What", ("Ring the school",)),)),
                                        ToldRow("e", (Cell("what", "What", ("Find a desk",)),)),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_LINES = st.lists(NASTY, max_size=3).map(tuple)
_CELLS = st.lists(
    st.builds(
        Cell,
        key=st.sampled_from(["name", "given_name", "words", "phone", "role", "note"]),
        label=NASTY,
        lines=_LINES,
        voice=st.booleans(),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda cell: cell.key,
).map(tuple)
_PLAIN_ROWS = st.lists(st.builds(ToldRow, id=st.uuids().map(str), cells=_CELLS), max_size=3).map(
    tuple
)
_NESTED = st.builds(
    lambda row, inner: ToldRow(row.id, (*row.cells, Cell("rows", "Rows", rows=inner))),
    st.builds(ToldRow, id=st.uuids().map(str), cells=_CELLS),
    _PLAIN_ROWS.filter(bool),
)
ROWS = st.one_of(_PLAIN_ROWS, st.lists(_NESTED, max_size=2).map(tuple))

FORMS = st.builds(
    FormPaper,
    title=st.sampled_from(["Request for Early Help", "TAF meeting 3"]),
    family_name=NASTY,
    reference=st.sampled_from(["", "EH-26-0001"]),
    state=st.sampled_from(["", "Finished 12 November 2026"]),
    source=NASTY,
    note=NASTY,
    copy_words=st.sampled_from(["", "Copy for the family"]),
    facts=st.lists(st.tuples(st.tuples(NASTY, NASTY), st.tuples(NASTY, NASTY)), max_size=2).map(
        tuple
    ),
    signatures=st.lists(NASTY, max_size=5).map(tuple),
    sections=st.lists(
        st.builds(
            SectionAnswers,
            key=st.just("part"),
            title=NASTY,
            answers=st.lists(
                st.builds(
                    Answer,
                    field_key=st.just("part.question"),
                    label=NASTY,
                    lines=_LINES,
                    answered=st.booleans(),
                    required_missing=st.booleans(),
                    voice=st.booleans(),
                    question=NASTY,
                    rows=ROWS,
                ),
                max_size=3,
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)

CONSENT = ConsentForm(
    title="Saying yes to early help",
    first_names=("Hazel", "Fern", "Rowan"),
    family_name="Exampleton",
    reference="EH-26-0001",
    read_with="Aspen",
    start=(ConsentTopic(heading="It is your choice.", text="You can stop on any day."),),
    recorded=(
        ConsentTopic(heading="What we write down", text="Your names and the plan."),
        ConsentTopic(heading="Your rights", text="You can ask to see it."),
    ),
    lines=(
        ShareLine(who="Madeup Primary", detail="Willow Birch", choice="yes"),
        ShareLine(who="Housing", choice="ask"),
        ShareLine(who="Doctor", choice="no"),
        ShareLine(who="Anyone new", detail="before they join"),
    ),
    shared=(ConsentTopic(heading="Copies", text="You get a copy of the plan."),),
    separate=(ShareLine(who="Health"), ShareLine(who="Money", choice="not_needed")),
    without_asking=(
        ConsentTopic(
            heading="When we have to share without asking", text="If a child may be hurt."
        ),
    ),
    signing=(ConsentTopic(heading="How to stop", text="Tell any of us."),),
    given_words="Signed 12 May 2026",
    signers=(
        Signer(name="Hazel Exampleton", detail="Mum", answer="Signed 12 May 2026"),
        Signer(name="Fern Exampleton", detail="14, if you want to", words="“Fine by me.”"),
        Signer(name="Aspen Sample", detail="Lead practitioner"),
    ),
    ask_again_on=date(2026, 11, 12),
    ending=(ConsentTopic(heading="We ask again", text="at each review."),),
)

_TOPICS = st.lists(st.builds(ConsentTopic, heading=NASTY, text=NASTY), max_size=2).map(tuple)
_SHARES = st.lists(
    st.builds(
        ShareLine,
        who=NASTY,
        detail=NASTY,
        choice=st.sampled_from(["", "yes", "ask", "no", "not_needed"]),
    ),
    max_size=4,
).map(tuple)

CONSENTS = st.builds(
    ConsentForm,
    first_names=st.lists(NASTY, max_size=3).map(tuple),
    family_name=NASTY,
    reference=st.sampled_from(["", "EH-26-0001"]),
    read_with=NASTY,
    start=_TOPICS,
    recorded=_TOPICS,
    lines=_SHARES,
    not_with=NASTY,
    shared=_TOPICS,
    separate=_SHARES,
    without_asking=_TOPICS,
    signing=_TOPICS,
    stopped_words=NASTY,
    signers=st.lists(
        st.builds(Signer, name=NASTY, detail=NASTY, answer=NASTY, words=NASTY), max_size=3
    ).map(tuple),
    ask_again_on=st.one_of(st.none(), st.dates()),
    ending=_TOPICS,
    blank=st.booleans(),
)

HUB = HubProforma(
    title="Allocations Hub proforma",
    family="Exampleton, 27 Madeup Walk, LE3 0AA",
    children="Fern 14 (Year 9), Rowan 9 (Year 4)",
    adults="Hazel Exampleton (Mum)",
    school="Madeup Primary",
    answers="Willow Birch, 0116 496 0188",
    called="Thu 12 Nov, 9:20am",
    heard_words="Thu 19 November 2026, 10:30am",
    areas=(
        HubArea(label="Getting a good education", ticked=True),
        HubArea(label="Early years"),
        HubArea(label="Secure housing", ticked=True),
    ),
    needs=4,
    guidance="This is guidance. The Hub decides.",
    items=(
        HubItem(label="Why now", words="Attendance fell from 95% to 84%."),
        HubItem(label="Tried so far", words="A breakfast place. It helps on the days he comes."),
        HubItem(label="Attendance", words="Fern 84%, Rowan 96%."),
        HubItem(label="Consent", words="Written, 13 November."),
    ),
    voices=(HubVoice(who="Fern", words="I keep checking the clock."),),
    checked_words="Filled in from the request, checked by Willow Birch",
    reference="EH-26-0001",
)

HUBS = st.builds(
    HubProforma,
    family=NASTY,
    children=NASTY,
    adults=NASTY,
    school=NASTY,
    answers=NASTY,
    called=NASTY,
    heard_words=NASTY,
    areas=st.lists(st.builds(HubArea, label=NASTY, ticked=st.booleans()), max_size=40).map(tuple),
    needs=st.integers(0, 60),
    assessment_from=st.integers(1, 6),
    guidance=NASTY,
    items=st.lists(
        st.builds(
            HubItem,
            label=st.sampled_from(["Why now", "Attendance", "Consent", "We ask for"]),
            words=st.one_of(NASTY, st.just(LONG), st.just("x" * 3000), st.just("a\n" * 200)),
        ),
        max_size=14,
    ).map(tuple),
    voices=st.lists(
        st.builds(HubVoice, who=NASTY, words=st.one_of(NASTY, st.just(LONG))), max_size=8
    ).map(tuple),
    checked_words=NASTY,
    draft=st.booleans(),
    reference=st.sampled_from(["", "EH-26-0001"]),
)

MINUTES = TafMinutes(
    title="Minutes of TAF meeting 3",
    family_name="Exampleton",
    reference="EH-26-0001",
    held_words="Thursday 12 November 2026",
    when_where="2:00pm to 3:15pm, Acorn Room, Madeup Primary",
    chair="Aspen Sample",
    minute_taker="Willow Birch",
    came=(
        Attender(name="Hazel Exampleton", role="Mum"),
        Attender(name="Fern Exampleton"),
        Attender(name="Willow Birch", role="school"),
    ),
    apologies=(Attender(name="Oak Specimen", role="housing"),),
    family_said=(
        OwnWords(who="Fern", words="“Mornings are the worst bit.”"),
        OwnWords(who="Hazel", words="“I’m tired, but the house is warm.”"),
    ),
    going_well="The boiler is mended.",
    worries="Mornings are still rushed.",
    children=(
        Said(who="Fern, 14", words="Late four mornings in ten."),
        Said(who="Rowan, 9", words=""),
    ),
    actions=(
        AgreedAction(
            number="1.2", what="Meet Fern at the gate", who="Willow", when_words="Each day"
        ),
        AgreedAction(number="2.1", what="Find a desk", who="Aspen", when_words="20 Nov 2026"),
    ),
    not_agreed="Grandad would rather wait until Easter.",
    decision="Carry on with the plan.",
    next_words="TAF meeting: Tuesday 15 December 2026\nReview by Tuesday 22 December 2026",
    closing=("The family agrees with this record and plan: yes.", "Copies: Hazel."),
    copy_words="Copy for professionals",
)

_ATTENDERS = st.lists(st.builds(Attender, name=NASTY, role=NASTY), max_size=3).map(tuple)
_SAID = st.lists(st.builds(Said, who=NASTY, words=NASTY), max_size=3).map(tuple)

ALL_MINUTES = st.builds(
    TafMinutes,
    title=st.just("Minutes of TAF meeting 3"),
    family_name=NASTY,
    when_where=NASTY,
    chair=NASTY,
    came=_ATTENDERS,
    apologies=_ATTENDERS,
    absent=_ATTENDERS,
    family_said=st.lists(st.builds(OwnWords, who=NASTY, words=NASTY), max_size=3).map(tuple),
    going_well=NASTY,
    worries=NASTY,
    children=_SAID,
    agencies=_SAID,
    more=_SAID,
    actions=st.lists(
        st.builds(AgreedAction, number=st.just("1.1"), what=NASTY, who=NASTY, when_words=NASTY),
        max_size=3,
    ).map(tuple),
    not_agreed=NASTY,
    decision=NASTY,
    next_words=NASTY,
    closing=st.lists(NASTY, max_size=2).map(tuple),
    draft=st.booleans(),
)

AGENDA = HubAgenda(
    title="Allocations Hub agenda",
    hub="Early Help Partnership Allocations Hub",
    when="Thursday 19 November 2026, 9:30am, video call",
    chair="Aspen Sample",
    lines=(
        AgendaLine(
            "9:30am",
            "Exampleton family",
            "Fern 14, Rowan 9; 4 needs, West",
            "Willow Otter, 0116 496 0188",
            "Proforma in",
        ),
        AgendaLine("10:00am", "Break, 15 minutes"),
        AgendaLine(
            "10:15am", "Madeup family", "Ash 7; 3 needs, North", "Acorn Primary", "No proforma"
        ),
        AgendaLine("10:45am", "Free"),
    ),
)
CHRONOLOGY = Chronology(
    title="Chronology for the panel",
    family_words="Exampleton family, Fern 14 and Rowan 9",
    reference="EH-26-0001",
    for_words="Multi Agency Support Panel (MASP)",
    for_date="Wednesday 2 December 2026",
    drawing=Drawing(
        today=date(2026, 11, 17),
        stages=(
            Stage(label="Request", start=date(2026, 1, 12), end=date(2026, 2, 1)),
            Stage(
                label="Plan and review", start=date(2026, 3, 3), end=date(2026, 11, 17), now=True
            ),
            Stage(label="Panel", start=date(2026, 11, 17), end=date(2026, 12, 2), comes=True),
        ),
        lanes=("Meetings", "Reviews", "Worries", "Own words"),
        marks=(
            Mark(lane="Meetings", on=date(2026, 3, 3), label="TAF 1", shape="dot"),
            Mark(lane="Meetings", on=date(2026, 12, 9), label="TAF 2", shape="ring"),
            Mark(
                lane="Reviews",
                on=date(2026, 6, 10),
                label="Review 1, 7 days late",
                shape="diamond",
                due=date(2026, 6, 3),
            ),
            Mark(lane="Reviews", on=date(2026, 12, 22), label="Review 2", shape="open_diamond"),
            Mark(lane="Worries", on=date(2026, 10, 16), label="Advice", shape="worry"),
            Mark(lane="Own words", on=date(2026, 11, 5), label="Fern", shape="voice"),
        ),
        said="4 things from 12 January 2026 to 5 November 2026. The table below tells each.",
    ),
    lines=(
        ChronologyLine(
            when="Mon 12 Jan",
            what="Request",
            detail="5 needs, third time open",
            changed="Assessment agreed",
        ),
        ChronologyLine(when="Wed 10 Jun", what="Review 1", detail="7 days late"),
        ChronologyLine(
            when="Fri 16 Oct",
            what="Advice from the duty worker",
            detail="Stay at early help.",
            changed="This referral",
            tone="worry",
        ),
        ChronologyLine(
            when="Thu 5 Nov",
            what="“I don’t know which house I’m at.”",
            detail="Fern",
            tone="voice",
        ),
    ),
    picked_words="4 of 64 things, picked by Aspen Sample.",
    seen_words="The family was told on 12 November 2026.",
)

_DAYS = st.dates(date(2015, 1, 1), date(2027, 12, 31))

# One label in a row: poppler reads the same letter twice in one place as one.
CHRONOLOGIES = st.builds(
    Chronology,
    family_words=NASTY,
    for_words=NASTY,
    drawing=st.builds(
        Drawing,
        today=_DAYS,
        stages=st.lists(
            st.builds(Stage, label=NASTY, start=_DAYS, end=_DAYS, now=st.booleans()).map(
                lambda one: Stage(
                    label=one.label,
                    start=min(one.start, one.end),
                    end=max(one.start, one.end),
                    now=one.now,
                )
            ),
            max_size=1,
        ).map(tuple),
        lanes=st.just(("Meetings", "Reviews")),
        marks=st.lists(
            st.builds(
                Mark,
                lane=st.sampled_from(["Meetings", "Reviews"]),
                on=_DAYS,
                label=NASTY,
                shape=st.sampled_from(["dot", "ring", "diamond", "open_diamond", "worry", "voice"]),
                due=st.one_of(st.none(), _DAYS),
            ),
            max_size=1,
        ).map(tuple),
    ),
    lines=st.lists(
        st.builds(
            ChronologyLine,
            when=st.just("Mon 12 Jan"),
            what=NASTY,
            detail=st.one_of(NASTY, st.just(LONG)),
            changed=NASTY,
            tone=st.sampled_from(["", "worry", "voice"]),
        ),
        max_size=5,
    ).map(tuple),
    picked_words=NASTY,
)

COVER = CoverSheet(
    worker="Aspen Sample",
    covers="Birch Sample",
    away="Monday 23 November to Friday 4 December 2026",
    words="The Sample family knows that I am away.\nRing Hazel on Thursday.",
    urgent="A child is not safe now: ring 999, then the duty service: 0116 496 0199.",
    families=(
        CoverFamily(
            title="Exampleton family",
            reference="EH-26-0001",
            stands="Plan and review",
            lead="Lead practitioner: Aspen Sample",
            children="Fern 14 and Rowan 9",
            careful=(
                CoverLine(label="Not Oak Exampleton", words="Must not be told the school."),
                CoverLine(label="Risk: Hazel", words="A dog. Ring before a visit."),
            ),
            ring=(CoverLine(label="Hazel, Mum", words="0116 496 0120. Text first."),),
            due=(CoverLine(label="22 Dec 2026", words="Hold the 3-month review."),),
            meetings=(CoverLine(label="9 Dec 2026", words="TAF meeting. Acorn Room."),),
            notes=(CoverLine(label="12 Nov 2026", words="Hazel. All well at home."),),
        ),
        CoverFamily(title="Sample family"),
    ),
)

_COVER_LINES = st.lists(
    st.builds(CoverLine, label=NASTY, words=st.one_of(NASTY, st.just(LONG))), max_size=3
).map(tuple)

COVERS = st.builds(
    CoverSheet,
    worker=NASTY,
    covers=NASTY,
    away=NASTY,
    words=st.one_of(NASTY, st.just(LONG)),
    urgent=NASTY,
    families=st.lists(
        st.builds(
            CoverFamily,
            title=st.just("Exampleton family"),
            stands=NASTY,
            children=NASTY,
            careful=_COVER_LINES,
            ring=_COVER_LINES,
            due=_COVER_LINES,
            meetings=_COVER_LINES,
            notes=_COVER_LINES,
        ),
        max_size=3,
    ).map(tuple),
)

REPORT = ReportPaper(
    Report(
        "How early help is going",
        "West locality",
        Question(),
        period("april", date(2026, 11, 17)),
        ("West cluster",),
        (
            Card(
                "caseload",
                "Caseload today",
                Chart.BARS,
                "Who leads",
                ("Families",),
                "42 families, by who leads",
                (Line("Anita Rowe", (shown(14),)), Line("Dev Mistry", (shown(3),))),
                "Assessment: about 30, 12 weeks: 8.",
            ),
            Card(
                "first_taf",
                "Time to the first TAF meeting",
                Chart.SPREAD,
                "Families",
                ("Days",),
                "Days from allocation, 25 families",
                (Line("In the middle", (shown(29),)), Line("The aim", (shown(42),))),
                spread=Spread(29, (24, 36), (11, 58), 42, "6 weeks, our aim"),
            ),
            Card(
                "reviews",
                "Reviews on time",
                Chart.SPLIT,
                "When it was due",
                ("On time", "Late"),
                "Reviews held within 3 months of the last",
                (
                    Line("April to June", (shown(15), shown(2))),
                    Line("July to September", (shown(15), shown(5))),
                ),
            ),
            Card("ended", "How help ended", Chart.BARS, "How it ended", ("Families",)),
        ),
    ),
    "Ruth Example",
)

DIGEST = Digest(
    reader="Anita Rowe",
    on=date(2026, 11, 17),
    groups=(
        DigestGroup(
            title="Overdue",
            lines=(
                DigestLine(
                    reference="EH-0001",
                    what="Review the plan",
                    when_words="7 days overdue",
                    why="Every 3 months",
                ),
            ),
        ),
    ),
    more=3,
)

CASE_LIST = CaseList(
    chosen="My cases, overdue",
    by="Anita Rowe",
    lines=(
        CaseListLine(
            family="Otter family",
            reference="EH-0001",
            children="Fern 9, Reed 4",
            where="Early Help Assessment",
            next_step="Review the plan",
            then="The third one",
            due="10 Nov",
            due_words="7 days overdue",
            late=True,
            lead="Anita Rowe",
        ),
        CaseListLine(family="Heron family"),
    ),
)

CASE_LISTS = st.builds(
    CaseList,
    chosen=NASTY,
    by=NASTY,
    closed=st.booleans(),
    lines=st.lists(
        st.builds(
            CaseListLine,
            family=NASTY,
            reference=NASTY,
            children=NASTY,
            where=NASTY,
            next_step=NASTY,
            then=NASTY,
            due=NASTY,
            due_words=NASTY,
            late=st.booleans(),
            lead=NASTY,
        ),
        max_size=4,
    ).map(tuple),
)

GIVEN = AdviceGiven(
    services=(
        GivenService(
            name="Otter play (example)",
            what="Stay and play. Under 5.",
            when="Thursdays 9:30am. Free.",
            how="Otter Centre",
            phone="0116 496 0000",
        ),
    ),
    on=date(2026, 11, 17),
    ring_name="Otter advice",
    ring_phone="0116 496 0001",
    harm_words="If a child is in danger now, ring 999.",
)

NUMBERS = ContactsSheet(
    authority="Otter",
    first=SheetLine(name="Otter advice", number="0116 496 0001", words="One number to begin with"),
    harm="A child at risk of harm now: 999.",
    localities=(SheetLine(name="West", number="0116 496 0002"),),
    others=(SheetLine(name="Music service", number="0116 496 0003"),),
    letters=(SheetLine(name="Team Around the Family", number="TAF"),),
    checked_words="Numbers checked 17 November 2026",
)

SUPERVISION = SupervisionRecord(
    worker="Aspen Sample",
    manager="Ruth Example",
    held_on=date(2026, 11, 17),
    families=(FamilyTalkedAbout(family="Otter family", note="Two homes.", actions=()),),
)
