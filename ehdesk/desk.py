"""Opens a store and hands out its services: the one door of the core."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import FIRST_USER, Deed, changes_anything, may, who_can
from ehdesk.domain.own_dates import in_use
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.kernel.home import Home
from ehdesk.kernel.notices import Notices
from ehdesk.kernel.passphrase import STANDARD, Cost
from ehdesk.services.advice import AdviceService
from ehdesk.services.assessments import AssessmentService
from ehdesk.services.attachments import AttachmentService
from ehdesk.services.backups import BackupService
from ehdesk.services.calendar import CalendarService
from ehdesk.services.case_forms import CaseFormService
from ehdesk.services.cases import CaseService
from ehdesk.services.circumstances import CircumstanceService
from ehdesk.services.clock_check import ClockService
from ehdesk.services.closures import ClosureService
from ehdesk.services.consents import ConsentService
from ehdesk.services.contacts import ContactService
from ehdesk.services.cover import CoverService
from ehdesk.services.decisions import DecisionService
from ehdesk.services.desk_papers import DeskPaperService
from ehdesk.services.digest import DigestService
from ehdesk.services.directory import DirectoryService
from ehdesk.services.disagreements import DisagreementService
from ehdesk.services.disclosures import DisclosureService
from ehdesk.services.drafts import DraftService
from ehdesk.services.duplicates import DuplicateService
from ehdesk.services.earlier import EarlierService
from ehdesk.services.episodes import EpisodeService
from ehdesk.services.forms import FormService
from ehdesk.services.hub import HubService
from ehdesk.services.lists import ListService
from ehdesk.services.meetings import MeetingService
from ehdesk.services.oversight import OversightService
from ehdesk.services.packets import PacketService
from ehdesk.services.packs import BrokenPack, Packs, UsablePack
from ehdesk.services.papers import PaperService
from ehdesk.services.pauses import PauseService
from ehdesk.services.people import PeopleService
from ehdesk.services.plans import PlanService
from ehdesk.services.reports import ReportService
from ehdesk.services.requests import RequestService
from ehdesk.services.restricted import RestrictedService
from ehdesk.services.reviews import ReviewService
from ehdesk.services.step_downs import StepDownService
from ehdesk.services.steps import StepService
from ehdesk.services.supervision import SupervisionService
from ehdesk.services.told import ToldService
from ehdesk.services.triage import TriageService
from ehdesk.services.users import UserService
from ehdesk.services.writing import WritingService
from ehdesk.store import check as checking
from ehdesk.store import folder
from ehdesk.store.access import Access
from ehdesk.store.blobs import attachment_problems
from ehdesk.store.folder import OpenStore
from ehdesk.store.frozen import frozen_problems
from ehdesk.store.queries.team import (
    is_active,
    own_dates,
    the_store,
    user_values,
    write_first_rows,
)
from ehdesk.store.summaries import keep_summaries, rebuild

__all__ = ["Desk", "NewStore", "User", "create_desk", "open_desk"]


class Desk:
    """One open store with everything people do in it. Close it when done."""

    def __init__(
        self, store: OpenStore, usable: UsablePack, clock: Clock, user: User, home: Home
    ) -> None:
        self.store = store
        self._authority: Pack = usable.pack
        self.broken_pack: BrokenPack | None = usable.broken
        """What is wrong with the pack's files, when this is the last good copy of them."""
        self.clock = clock
        self.user = user
        self.home = home
        self.name = store.info.name
        self.read_only = store.read_only
        self.notices = Notices()
        self._access = Access(store, clock, user.id, self.notices)
        with store.engine.connect() as connection:
            dates = own_dates(connection)
        self._access.work.before_commit.append(
            lambda session, cases: self._keep_summaries(session, cases)
        )
        self._serve(in_use(usable.pack, dates))
        self.backups = BackupService(store, clock)
        if store.migrated:
            # What is due by this version's rules may be more than the older one wrote down.
            with self._access.changing("Work out what is due", told=False) as session:
                rebuild(session.connection(), self.pack)

    def _serve(self, pack: Pack) -> None:
        """Hand out the services with this pack: the authority's words with the store's own dates.
        Again when somebody changes the dates."""
        self.pack: Pack = pack
        self._keep_summaries = keep_summaries(pack)
        access, clock, user = self._access, self.clock, self.user
        self.lists = ListService(access, pack, clock, user)
        self.cases = CaseService(access, pack, clock, user)
        self.forms = FormService(access, pack, clock, user)
        self.requests = RequestService(access, pack, clock, user)
        self.decisions = DecisionService(access, pack, clock, user)
        self.triage = TriageService(access, pack, clock, user)
        self.assessments = AssessmentService(access, pack, clock, user)
        self.duplicates = DuplicateService(access, pack, clock, user)
        self.meetings = MeetingService(access, pack, clock, user)
        self.reviews = ReviewService(access, pack, clock, user)
        self.closures = ClosureService(access, pack, clock, user)
        self.consents = ConsentService(access, pack, clock, user)
        self.contacts = ContactService(access, pack, clock, user)
        self.case_forms = CaseFormService(access, pack, clock, user)
        self.step_downs = StepDownService(access, pack, clock, user)
        self.episodes = EpisodeService(access, pack, clock, user)
        self.hub = HubService(access, pack, clock, user)
        self.circumstances = CircumstanceService(access, pack, clock, user)
        self.pauses = PauseService(access, pack, clock, user)
        self.steps = StepService(access, pack, clock, user)
        self.people = PeopleService(access, pack, clock, user)
        self.plans = PlanService(access, pack, clock, user)
        self.attachments = AttachmentService(access, pack, clock, user)
        self.cover = CoverService(access, pack, clock, user)
        self.papers = PaperService(access, pack, clock, user)
        self.disclosures = DisclosureService(access, pack, clock, user)
        self.packets = PacketService(
            access, pack, clock, user, self.papers, self.requests, self.attachments
        )
        self.told = ToldService(access, pack, clock, user)
        self.writing = WritingService(access, pack, clock, user)
        self.drafts = DraftService(access, pack, clock, user)
        self.earlier = EarlierService(access, pack, clock, user)
        self.clock_check = ClockService(access, pack, clock, user)
        self.oversight = OversightService(access, pack, clock, user)
        self.supervision = SupervisionService(access, pack, clock, user)
        self.reports = ReportService(access, pack, clock, user, self.name)
        self.restricted = RestrictedService(access, pack, clock, user)
        self.disagreements = DisagreementService(access, pack, clock, user)
        self.advice = AdviceService(access, pack, clock, user)
        self.directory = DirectoryService(access, pack, clock, user)
        self.desk_papers = DeskPaperService(
            access,
            pack,
            clock,
            user,
            self.advice,
            self.directory,
            self.drafts,
            self.supervision,
        )
        self.users = UserService(access, pack, clock, user)
        self.digest = DigestService(access, pack, clock, user)
        self.calendar = CalendarService(
            access, pack, clock, user, authority=self._authority, use=self._serve
        )

    def may(self, deed: Deed) -> bool:
        """Whether the person at the screen may do this here: a screen shows a control only then."""
        return not (self.read_only and deed is not Deed.READ) and may(self.user.access, deed)

    def why_not(self, deed: Deed) -> str:
        """Why they may not, and who can, for a page that is reached all the same; empty when they
        may."""
        if self.may(deed):
            return ""
        if may(self.user.access, deed):
            return "This store is open to read only, so nothing can be recorded now."
        return f"You cannot {deed.words}: in this store that is for {who_can(deed)}."

    def check(self) -> tuple[str, ...]:
        """What is wrong with the store, in words; nothing when it is sound."""
        return checking.check(self.store, (frozen_problems, attachment_problems)).problems

    def close(self) -> None:
        """Everything is written and others may open the store."""
        self.store.close()


@dataclass(frozen=True)
class NewStore:
    """What the first run asks for. ``authority`` is the code of a pack on this computer, or a
    folder with one, which is then taken into the home folder."""

    name: str
    authority: str | Path
    user: str
    password: str
    role: str = ""
    agency: str = ""
    phone: str = ""
    email: str = ""
    cluster: str = ""


def create_desk(
    parent: Path, new: NewStore, *, clock: Clock, home: Home, cost: Cost = STANDARD
) -> tuple[Desk, str]:
    """Make a store in ``parent`` and open it; the desk and the recovery key, shown only now.

    :raises EhdeskError: when there is one of that name, or the folder cannot be written.
    """
    packs = Packs(home)
    code = packs.add(new.authority) if isinstance(new.authority, Path) else new.authority
    usable = packs.open(code)
    store, recovery = folder.create(
        parent,
        new.name,
        authority=code,
        user=new.user,
        role=new.role,
        password=new.password,
        clock=clock,
        cost=cost,
    )
    if store.user is None:
        raise EhdeskError("The store was made without a first user")
    user = User(
        store.user.id,
        new.user,
        new.role,
        new.agency,
        new.phone,
        new.email,
        new.cluster,
        FIRST_USER,
    )
    try:
        write_first_rows(store.engine, clock, new.name, code, user)
        home.remember(store.paths.folder, clock.now())
        return Desk(store, usable, clock, user, home), recovery
    except BaseException:
        # Its recovery key was never shown, so nobody may come to rely on it.
        store.close()
        shutil.rmtree(store.paths.folder, ignore_errors=True)
        raise


def open_desk(
    where: Path,
    *,
    password: str | None = None,
    user_id: UUID | None = None,
    recovery: str | None = None,
    clock: Clock,
    home: Home,
    read_only: bool = False,
) -> Desk:
    """Open a store with a password or the recovery key. For somebody who only reads in it, it is
    opened to read only, whatever was asked for, so that others can work in it meanwhile.

    :param user_id: whose password it is; without, anybody's.
    :raises EhdeskError: each thing that can be wrong has its own words (``ehdesk.store.errors``).
    """
    store = folder.open_store(
        where,
        password=password,
        user_id=user_id,
        recovery=recovery,
        clock=clock,
        read_only=read_only,
    )
    try:
        with store.engine.connect() as connection:
            _name, authority = the_store(connection)
            user = user_values(connection, store.user.id if store.user else None)
            if store.user is not None and not is_active(connection, user.id):
                raise NotAllowed(
                    f"You no longer use {store.info.name}",
                    "A manager has ended your access. Nothing of what you wrote is lost.",
                    "Ask a manager of that store.",
                )
        usable = Packs(home).open(authority)
        if not changes_anything(user.access) and not read_only:
            read_only = True
            if store.migrated:
                Desk(store, usable, clock, user, home)  # works out what is due, while it can
            store.close()
            store = folder.open_store(
                where, key=store.key, user_id=user.id, clock=clock, read_only=True
            )
        if not read_only:
            home.remember(where, clock.now())
        return Desk(store, usable, clock, user, home)
    except BaseException:
        store.close()
        raise
