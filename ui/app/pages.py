"""Every kind of page and what makes it. Adding a screen is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.advice.advice_page import AdvicePage
from ui.advice.contact_page import AdviceContactPage
from ui.advice.contacts_page import ContactsPage
from ui.advice.log_page import AdviceLogPage
from ui.advice.services_page import ServicesPage
from ui.app.case_tabs import CASE_TABS
from ui.app.record_place import record_page
from ui.cases.ask_signature_page import AskSignaturePage, OversightNotePage
from ui.cases.beside.again_page import AskSupportPage, BeginAgainPage
from ui.cases.beside.das_answer_page import DasAnswerPage
from ui.cases.beside.duties_page import DutiesPage
from ui.cases.beside.ehc_page import EhcPage
from ui.cases.beside.moved_page import MovedPage
from ui.cases.beside.pause_page import PausePage
from ui.cases.beside.short_work_page import ShortWorkPage
from ui.cases.case_page import CasePage
from ui.cases.cases_page import CasesPage
from ui.cases.disagreement_page import DisagreementPage
from ui.cases.holidays_page import HolidaysPage
from ui.cases.joining_page import JoiningPage
from ui.cases.restricted_page import RestrictedPage
from ui.cases.same_person_page import SamePersonPage
from ui.cases.sharing_page import NotSharingPage, SharingPage
from ui.cases.withdrawal_page import WithdrawalPage
from ui.documents.cover_page import CoverPage
from ui.documents.desk_print_page import DeskPrintPage
from ui.documents.print_and_share_page import PrintAndSharePage
from ui.documents.print_page import PrintPage
from ui.home.today_page import TodayPage
from ui.hub.agenda_page import AgendaPage
from ui.hub.hub_page import HubPage
from ui.kit.navigation import Page
from ui.meetings.meetings_page import MeetingsPage
from ui.oversight.comments_page import CommentsPage
from ui.oversight.oversight_page import OversightPage
from ui.oversight.sign_page import SignPage
from ui.oversight.supervision_page import SupervisionPage
from ui.reports.report_paper_page import ReportPaperPage
from ui.reports.reports_page import ReportsPage
from ui.requests.das_page import DasPage
from ui.requests.decide_page import DecidePage
from ui.requests.requests_page import RequestsPage
from ui.requests.returned_page import ReturnedPage
from ui.requests.step_page import StepPage
from ui.reviews.reviews_page import ReviewsPage
from ui.users.password_page import PasswordPage
from ui.users.terms_page import TermsPage
from ui.users.user_page import UserPage
from ui.users.users_page import UsersPage
from ui.wizard.version_page import VersionPage

PageFactory = Callable[..., Page]
"""Called with the desk, the navigator and what the Place says."""

PAGES: dict[str, PageFactory] = {
    "today": TodayPage,
    "requests": RequestsPage,
    "decide": DecidePage,
    "returned": ReturnedPage,
    "hub": HubPage,
    "hub_agenda": AgendaPage,
    "das": DasPage,
    "das_answer": DasAnswerPage,
    "begin_again": BeginAgainPage,
    "ask_support": AskSupportPage,
    "pause": PausePage,
    "holidays": HolidaysPage,
    "ehc_plan": EhcPage,
    "moved_away": MovedPage,
    "lead_duties": DutiesPage,
    "short_work": ShortWorkPage,
    "step": StepPage,
    "cases": CasesPage,
    "case": partial(CasePage, others=CASE_TABS),
    "reviews": ReviewsPage,
    "meetings": MeetingsPage,
    "wizard": record_page,
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
    "terms": TermsPage,
    "reports": ReportsPage,
    "report_paper": ReportPaperPage,
    "users": UsersPage,
    "user": UserPage,
    "password": PasswordPage,
    "print": PrintPage,
    "print_desk": DeskPrintPage,
    "advice": AdvicePage,
    "advice_log": AdviceLogPage,
    "advice_contact": AdviceContactPage,
    "services": ServicesPage,
    "contacts": ContactsPage,
    "print_and_share": PrintAndSharePage,
    "cover": CoverPage,
}

SIDEBAR_OF = {
    "decide": "requests",
    "returned": "requests",
    "das": "cases",
    "das_answer": "cases",
    "begin_again": "cases",
    "ask_support": "cases",
    "pause": "cases",
    "holidays": "cases",
    "ehc_plan": "cases",
    "moved_away": "cases",
    "lead_duties": "cases",
    "short_work": "cases",
    "case": "cases",
    "wizard": "cases",
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
    "hub_agenda": "hub",
    "print_desk": "print_and_share",
    "advice": "requests",
    "advice_log": "requests",
    "advice_contact": "requests",
    "services": "contacts",
    "cover": "print_and_share",
    "report_paper": "reports",
}
"""The line of the sidebar that a kind belongs to, where it is not its own."""
