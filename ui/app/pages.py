"""Every kind of page and what makes it. Adding a screen is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.app.case_tabs import CASE_TABS
from ui.app.wizard_place import WizardPlace
from ui.cases.ask_signature_page import AskSignaturePage, OversightNotePage
from ui.cases.case_page import CasePage
from ui.cases.cases_page import CasesPage
from ui.cases.disagreement_page import DisagreementPage
from ui.cases.joining_page import JoiningPage
from ui.cases.restricted_page import RestrictedPage
from ui.cases.same_person_page import SamePersonPage
from ui.cases.sharing_page import NotSharingPage, SharingPage
from ui.cases.withdrawal_page import WithdrawalPage
from ui.documents.print_and_share_page import PrintAndSharePage
from ui.documents.print_page import PrintPage
from ui.home.today_page import TodayPage
from ui.kit.navigation import Page
from ui.meetings.meetings_page import MeetingsPage
from ui.oversight.comments_page import CommentsPage
from ui.oversight.oversight_page import OversightPage
from ui.oversight.sign_page import SignPage
from ui.oversight.supervision_page import SupervisionPage
from ui.reports.report_paper_page import ReportPaperPage
from ui.reports.reports_page import ReportsPage
from ui.requests.decide_page import DecidePage
from ui.requests.requests_page import RequestsPage
from ui.requests.step_page import StepPage
from ui.reviews.reviews_page import ReviewsPage
from ui.users.password_page import PasswordPage
from ui.users.user_page import UserPage
from ui.users.users_page import UsersPage
from ui.wizard.version_page import VersionPage

PageFactory = Callable[..., Page]
"""Called with the desk, the navigator and what the Place says."""

PAGES: dict[str, PageFactory] = {
    "today": TodayPage,
    "requests": RequestsPage,
    "decide": DecidePage,
    "das": partial(StepPage, move="refer_to_das"),
    "step": StepPage,
    "cases": CasesPage,
    "case": partial(CasePage, others=CASE_TABS),
    "reviews": ReviewsPage,
    "meetings": MeetingsPage,
    "wizard": WizardPlace,
    "new_version": VersionPage,
    "withdrawal": WithdrawalPage,
    "sharing": SharingPage,
    "not_sharing": NotSharingPage,
    "joining": JoiningPage,
    "same_person": SamePersonPage,
    "oversight": OversightPage,
    "supervision": SupervisionPage,
    "sign": SignPage,
    "comments": CommentsPage,
    "ask_signature": AskSignaturePage,
    "oversight_note": OversightNotePage,
    "restricted": RestrictedPage,
    "disagreement": DisagreementPage,
    "reports": ReportsPage,
    "report_paper": ReportPaperPage,
    "users": UsersPage,
    "user": UserPage,
    "password": PasswordPage,
    "print": PrintPage,
    "print_and_share": PrintAndSharePage,
}

SIDEBAR_OF = {
    "decide": "requests",
    "das": "requests",
    "send": "requests",
    "case": "cases",
    "step": "cases",
    "withdrawal": "cases",
    "sharing": "cases",
    "not_sharing": "cases",
    "new_version": "cases",
    "joining": "cases",
    "same_person": "cases",
    "supervision": "oversight",
    "sign": "oversight",
    "comments": "today",
    "ask_signature": "cases",
    "oversight_note": "cases",
    "restricted": "cases",
    "disagreement": "cases",
    "print": "print_and_share",
    "report_paper": "reports",
}
"""The line of the sidebar that a kind belongs to, where it is not its own."""
