"""Reports for a manager: how the work goes, in numbers that point at nobody."""

from __future__ import annotations

from collections.abc import Callable

from ehdesk.authority.pack import Pack
from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.documents.report import ReportPaper
from ehdesk.domain.access import Deed
from ehdesk.domain.report import Question, Report
from ehdesk.domain.report_cards import make_report
from ehdesk.domain.report_facts import Facts
from ehdesk.domain.report_periods import NAMES, codes
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.service import Service
from ehdesk.store.access import Access
from ehdesk.store.queries.reports import report_facts

Progress = Callable[[int, int], object]


def _unheard(_done: int, _total: int) -> None:
    """For whoever does not ask how far it is."""


class ReportService(Service):
    """Reads only. A report is a value: the sheet and the paper are made from the very numbers that
    were shown."""

    def __init__(self, access: Access, pack: Pack, clock: Clock, user: User, store: str) -> None:
        super().__init__(access, pack, clock, user)
        self._store = store

    def facts(self, progress: Progress = _unheard) -> Facts:
        """Everything that reports are worked out from, so that another question costs no reading.

        :param progress: called as ``progress(3, 6)``; may raise to stop.
        :raises NotAllowed: for anybody but a manager.
        """
        self._allow(Deed.SEE_REPORTS)
        with self._access.reading() as connection:
            return report_facts(connection, self._clock.today(), progress)

    def make(
        self,
        question: Question | None = None,
        *,
        facts: Facts | None = None,
        progress: Progress = _unheard,
    ) -> Report:
        """The report that answers a question.

        :param facts: what `facts` gave before; read again without them.
        :raises EhdeskError: when it asks about the term, and its dates are not known.
        :raises NotAllowed: for anybody but a manager.
        """
        self._allow(Deed.SEE_REPORTS)
        known = self.facts(progress) if facts is None else facts
        asked = question or Question()
        if asked.period not in dict(self.periods()):
            raise EhdeskError(
                "The school terms of today are not known",
                "So there is no report of this term.",
                "Ask for another time, or enter the dates under School terms.",
            )
        return make_report(known, asked, self._pack, self._store, self._clock.today())

    def periods(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the times to choose from; the term only where its dates are known."""
        known = codes(self._clock.today(), self._pack.school_terms)
        return tuple((code, NAMES[code]) for code in known)

    def clusters(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the teams to choose from."""
        return self._pack.options("clusters")

    def routes(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the kinds of help to choose from."""
        return self._pack.options("routes")

    def sheet(self, report: Report) -> bytes:
        """The report as a workbook for a spreadsheet.

        :raises NotAllowed: for anybody who may not take papers away.
        """
        self._allow(Deed.TAKE_PAPER)
        from ehdesk.exchange.sheets import report_sheets  # openpyxl, only when it is wanted

        return report_sheets(report, when=self._clock.now())

    def paper(self, report: Report) -> bytes:
        """The report as PDF.

        :raises NotAllowed: for anybody who may not take papers away.
        """
        self._allow(Deed.TAKE_PAPER)
        content = ReportPaper(report, self._user.name)
        return DOCUMENTS["report"].build(content, when=self._clock.now())
