"""What a manager signs before it is sent or a case closes (schools' page: management oversight in
place). Which forms that are is the store's to choose, or else the pack's to say."""

from __future__ import annotations

from collections.abc import Iterable

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, roles_for
from ehdesk.domain.case import Case
from ehdesk.domain.guards import goes_without_consent
from ehdesk.domain.oversight import Said, what_was_signed
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.forms import says_now
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.oversight import writers_of
from ehdesk.store.queries.team import holders, signed_forms
from ehdesk.store.tables.forms import FormRecordRow


def forms_to_sign(chosen: Iterable[str] | None, pack: Pack) -> frozenset[str]:
    """The forms that are signed before they go: those the store chose, or the pack's own."""
    if chosen is not None:
        return frozenset(chosen)
    return frozenset(one.code for one in pack.sign_offs if one.usable and one.required)


def can_sign(session: Session, record: FormRecordRow) -> tuple[User, ...]:
    """The managers of this store who neither wrote nor finished the record."""
    connection = session.connection()
    own = writers_of(connection, record.id)
    return tuple(one for one in holders(connection, roles_for(Deed.SIGN_OFF)) if one.id not in own)


def must_sign(session: Session, record: FormRecordRow, pack: Pack, user: User) -> bool:
    """Whether this record is signed before it goes. Where nobody else could sign it, a school of
    one person is not kept from its work: the closure form still names the manager who agreed."""
    if record.form not in forms_to_sign(signed_forms(session.connection()), pack):
        return False
    return any(one.id != user.id for one in can_sign(session, record))


def says_of(session: Session, record: FormRecordRow, pack: Pack, clock: Clock) -> str:
    """The hash of what the record says now, for a signature to stand by."""
    case = load_case(session.connection(), record.case_id)
    return what_was_signed(says_now(session, record, case, pack, clock))


def still_to_sign(
    session: Session, record: FormRecordRow, pack: Pack, user: User, clock: Clock
) -> tuple[str, ...]:
    """Why it cannot go yet, as a sentence; nothing when it is signed as it stands, or need not be.
    A child at risk comes first: such a request waits for nobody."""
    if not must_sign(session, record, pack, user):
        return ()
    case = load_case(session.connection(), record.case_id)
    if record.form == "request" and goes_without_consent(case):
        return ()
    return _unsigned(session, record, case, pack, clock)


def _unsigned(
    session: Session, record: FormRecordRow, case: Case, pack: Pack, clock: Clock
) -> tuple[str, ...]:
    stands = case.standing(record.id)
    name = pack.label("sign_offs", record.form).lower()
    if stands.last is None or stands.said is not Said.SIGNED:
        waits = stands.said is Said.ASKED
        how = "A manager has been asked to sign it." if waits else "Ask a manager to sign it."
        return (f"The {name} is not signed yet. {how}",)
    if stands.last.seen != says_of(session, record, pack, clock):
        return (f"The {name} was changed after it was signed. Ask a manager to sign it again.",)
    return ()


def refuse_unsigned(
    session: Session, record: FormRecordRow, pack: Pack, user: User, clock: Clock
) -> None:
    """:raises NotAllowed: when it has to be signed first."""
    against = still_to_sign(session, record, pack, user, clock)
    if against:
        raise NotAllowed("This form cannot be finished yet", " ".join(against))
