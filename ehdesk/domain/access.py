"""Who may do what. One table and one function; docs/roles.md is written from it.

A role says what somebody does in this store, not what their job is called. One person may hold
several: in a school with one safeguarding lead that person holds three.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What somebody does in a store."""

    PRACTITIONER = "practitioner"
    MANAGER = "manager"
    LOCALITY_OFFICER = "locality_officer"
    HUB_COORDINATOR = "hub_coordinator"
    READER = "reader"

    @property
    def words(self) -> str:
        """``Locality officer``."""
        return _ROLE_WORDS[self]

    @property
    def does(self) -> str:
        """What a person with this role does, in one line."""
        return _ROLE_DOES[self]


_ROLE_WORDS: Final = {
    Role.PRACTITIONER: "Practitioner",
    Role.MANAGER: "Manager",
    Role.LOCALITY_OFFICER: "Locality officer",
    Role.HUB_COORDINATOR: "Hub co-ordinator",
    Role.READER: "Reader",
}
_ROLE_DOES: Final = {
    Role.PRACTITIONER: "Works with families: requests, assessments, meetings, plans and reviews.",
    Role.MANAGER: "Oversees the work: signs, supervises, and says who uses this store.",
    Role.LOCALITY_OFFICER: "Decides requests, and works with families.",
    Role.HUB_COORDINATOR: "Runs the meetings that allocate help, and answers requests from them.",
    Role.READER: "Reads. Changes nothing and takes nothing away.",
}

FIRST_USER: Final = (
    Role.PRACTITIONER,
    Role.MANAGER,
    Role.LOCALITY_OFFICER,
    Role.HUB_COORDINATOR,
)
"""What the first user of a store holds, so that a school with one person is never locked out: it
also writes down what the hub decided about its own request."""


class Deed(StrEnum):
    """A kind of thing that people do. Everything a service changes is one of these."""

    READ = "read"
    BEGIN_CASE = "begin_case"
    FILL_IN = "fill_in"
    WORK = "work"
    SEND_REQUEST = "send_request"
    DECIDE = "decide"
    RUN_HUB = "run_hub"
    REFER_TO_DAS = "refer_to_das"
    RECORD_STEP = "record_step"
    CLOSE = "close"
    SHARE = "share"
    TAKE_PAPER = "take_paper"
    ADD_TO_RECORD = "add_to_record"
    JOIN_PEOPLE = "join_people"
    PIN = "pin"
    SEE_CONFIDENTIAL = "see_confidential"
    OPEN_RESTRICTED = "open_restricted"
    TEACH_WORDS = "teach_words"
    ASK_SIGN_OFF = "ask_sign_off"
    ANSWER_COMMENTS = "answer_comments"
    SIGN_OFF = "sign_off"
    OVERSEE = "oversee"
    SUPERVISE = "supervise"
    SEE_REPORTS = "see_reports"
    DISAGREE = "disagree"
    SETTLE = "settle"
    MANAGE_PEOPLE = "manage_people"
    ADVISE = "advise"
    CHECK_LISTS = "check_lists"

    @property
    def words(self) -> str:
        """What it is, as it goes on after "You cannot": ``decide a request``."""
        return _DEEDS[self][0]


_P, _M, _L, _H = (
    Role.PRACTITIONER,
    Role.MANAGER,
    Role.LOCALITY_OFFICER,
    Role.HUB_COORDINATOR,
)
_EVERYONE: Final = frozenset(Role)
_WRITERS: Final = frozenset({_P, _M, _L, _H})
_WORKERS: Final = frozenset({_P, _M, _L})

_DEEDS: Final[dict[Deed, tuple[str, frozenset[Role]]]] = {
    Deed.READ: ("read cases, lists and previews", _EVERYONE),
    Deed.BEGIN_CASE: ("begin a request, an assessment of one’s own or a step down", _WORKERS),
    Deed.FILL_IN: ("fill in a form, or add files to it", _WRITERS),
    Deed.WORK: ("work on assessments, meetings, plans, reviews, consent and contacts", _WORKERS),
    Deed.SEND_REQUEST: ("record that a request was sent, or withdraw it", _WORKERS),
    Deed.DECIDE: ("decide a request", frozenset({_L})),
    Deed.RUN_HUB: ("allocate requests at the hub", frozenset({_H})),
    Deed.REFER_TO_DAS: ("record a call about a child’s safety", _WRITERS),
    Deed.RECORD_STEP: ("record a step of the pathway", _WORKERS),
    Deed.CLOSE: ("close a case", _WORKERS),
    Deed.SHARE: ("record what was shared, or make files to send", _WRITERS),
    Deed.TAKE_PAPER: ("print, or save a copy outside the store", _WRITERS),
    Deed.ADD_TO_RECORD: ("add to a record", _WRITERS),
    Deed.JOIN_PEOPLE: ("join two entries of one person", _WORKERS),
    Deed.PIN: ("keep a family at hand in the sidebar", _WRITERS),
    Deed.SEE_CONFIDENTIAL: ("see a confidential address", _WORKERS),
    Deed.OPEN_RESTRICTED: ("open a restricted note", _WORKERS),
    Deed.TEACH_WORDS: ("teach the spelling a word", _WRITERS),
    Deed.ASK_SIGN_OFF: ("ask a manager to sign", _WRITERS),
    Deed.ANSWER_COMMENTS: ("answer a manager’s comments", _WRITERS),
    Deed.SIGN_OFF: ("sign a record, or return it with comments", frozenset({_M})),
    Deed.OVERSEE: ("write a note of management oversight", frozenset({_M})),
    Deed.SUPERVISE: ("hold supervision", frozenset({_M})),
    Deed.SEE_REPORTS: ("see how the work goes, in reports", frozenset({_M})),
    Deed.DISAGREE: ("record a disagreement between professionals", _WRITERS),
    Deed.SETTLE: ("record how a disagreement was settled", frozenset({_M, _L})),
    Deed.ADVISE: ("record advice without a case", _WRITERS),
    Deed.CHECK_LISTS: ("say that numbers and services were checked", _WRITERS),
    Deed.MANAGE_PEOPLE: ("say who uses this store, and what a manager signs", frozenset({_M})),
}


_FORMS: Final = {
    "request": Deed.FILL_IN,
    "hub_proforma": Deed.FILL_IN,
    "decision": Deed.DECIDE,
    "hub_decision": Deed.RUN_HUB,
    "closure": Deed.CLOSE,
}


def deed_of_form(code: str) -> Deed:
    """What filling in a form is."""
    return _FORMS.get(code, Deed.WORK)


def may(roles: Collection[Role], deed: Deed, *, own: bool = False) -> bool:
    """Whether somebody with these roles may do this.

    :param own: it is about what they wrote or finished themselves. Nobody signs their own work
        (schools' page: management oversight is in place).
    """
    if own and deed is Deed.SIGN_OFF:
        return False
    return not roles_for(deed).isdisjoint(roles)


def roles_for(deed: Deed) -> frozenset[Role]:
    """The roles that may do this."""
    return _DEEDS[deed][1]


def who_can(deed: Deed) -> str:
    """Who may do this, in words: ``a locality officer or a manager``."""
    named = [f"a {role.words.lower()}" for role in Role if role in roles_for(deed)]
    return " or ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def changes_anything(roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may change anything at all: a reader may not."""
    return bool(_WRITERS.intersection(roles))


def roles_named(codes: Iterable[str]) -> tuple[Role, ...]:
    """The roles with these codes, in the table's order; a code that is not known any more gives
    nothing."""
    known = set(codes)
    return tuple(role for role in Role if role.value in known)
