"""The decision's form while it is open: a record like any other, and what can be joined."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject

from ehdesk.desk import Desk
from ehdesk.domain.inbox import Joinable
from ehdesk.forms.spec import Option
from ui.kit.navigation import Navigator
from ui.wizard.open_record import OpenRecord, Options

JOINS = "outcome.joins"


class DecisionForm(OpenRecord):
    """Offers roles by their short names, colleagues with their families, and the assessments that
    were found by search."""

    def __init__(
        self, desk: Desk, navigator: Navigator, case_id: UUID, parent: QObject | None = None
    ) -> None:
        """:raises EhdeskError: when the request is not waiting for a decision."""
        self._triage = desk.triage
        self._case_id = case_id
        self._found: dict[str, Joinable] = {}
        self._loads = desk.triage.caseloads()
        self._short = {role.code: role.short for role in desk.pack.roles}
        record_id = desk.decisions.open(case_id)
        super().__init__(desk, navigator, record_id, desk.decisions.record, parent)
        self.needs = self.facts.get("needs", 0)
        self.around.checks_back = desk.triage.checks_back(case_id)

    def joinable(self, typed: str) -> tuple[Joinable, ...]:
        """Assessments that run and could be joined; it reads the store, so ask in a task."""
        return self._triage.joinable(self._case_id, typed)

    def join(self, one: Joinable) -> None:
        """Choose an assessment that was found."""
        self._found[str(one.case_id)] = one
        self.offer_again()
        self.give(JOINS, str(one.case_id))

    def offered(self, options: Options) -> dict[str, tuple[Option, ...]]:
        """Four roles stand side by side, so they go by their short names here; colleagues are told
        with how many families they have."""
        roles = (
            replace(one, label=self._short.get(one.value, one.label), hint=one.label)
            for one in options.get("roles", ())
        )
        team = (
            replace(one, label=f"{one.label}, {self._loads.get(one.value, 'no families')}", hint="")
            for one in options.get("team", ())
        )
        running = options.get("open_assessments", ())
        known = {option.value for option in running}
        found = (
            Option(key, f"{one.family}, {one.reference}", f"with {one.lead}" if one.lead else "")
            for key, one in self._found.items()
            if key not in known
        )
        return {
            **options,
            "roles": tuple(roles),
            "team": tuple(team),
            "open_assessments": (*running, *found),
        }
