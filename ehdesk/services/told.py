"""Cases told to scripts: plain dictionaries with stable names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, may
from ehdesk.domain.confidential import patterns_of, scrubbed_plain
from ehdesk.domain.lists import CaseFilter, CaseLine
from ehdesk.domain.pathway import State, move_title, state_words
from ehdesk.domain.records import EarlierVersion
from ehdesk.domain.restricted import is_restricted
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.display import SectionAnswers, answers_shown, as_finished
from ehdesk.services.form_versions import form_in
from ehdesk.services.forms import form_facts, read_values
from ehdesk.services.options import options_now
from ehdesk.services.service import Service, record_row
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.lists import case_ids, case_lines


class ToldService(Service):
    """What ``ehdesk cases`` and ``ehdesk show`` print."""

    def cases(self) -> list[dict[str, Any]]:
        """One entry a case, open ones by what is due first, then closed ones."""
        with self._access.reading() as connection:
            lines: list[CaseLine] = []
            for closed in (False, True):
                ids = case_ids(connection, CaseFilter(closed=closed)).ids
                for first in range(0, len(ids), 500):
                    lines += case_lines(connection, ids[first : first + 500])
        return [_line(line, self._pack) for line in lines]

    def case(self, case_id: UUID) -> dict[str, Any]:
        """The whole case: people, consents, forms with answers, steps, meetings, plan, reviews,
        closure, contacts, papers, disclosures and additions. Confidential addresses are left out
        for whoever may not see them; a frozen copy then no longer has its own hash.

        :raises NotFound: when the store has no such case.
        """
        with self._access.reading_rows() as session:
            case = load_case(session.connection(), case_id)
            options = options_now(session.connection(), case, self._pack, self._clock.today())
            told: dict[str, Any] = _plain(asdict(case))
            told["state_words"] = state_words(case.state, self._pack)
            told["family"]["title"] = case.family.title
            told["lead"] = case.lead
            for step in told["steps"]:
                step["title"] = move_title(step["move"], self._pack)
            forms = []
            kept = patterns_of(case, ())
            for record in case.records:
                form = form_in(session, self._pack, record.form, record.form_version)
                quiet = is_restricted(record.form, record.answers)
                values = (
                    dict(record.answers)
                    if quiet
                    else read_values(
                        session, record_row(session, record.id), form, self._pack, self._clock
                    )
                )
                if record.frozen is not None:
                    sections = as_finished(record.frozen)
                else:
                    answers = FormAnswers(
                        form,
                        values,
                        options,
                        today=self._clock.today(),
                        facts=form_facts(case, self._pack),
                    )
                    sections = answers_shown(answers)
                kept += patterns_of(case, sections)
                forms.append(
                    {
                        "code": form.code,
                        "version": form.version,
                        "title": form.title,
                        "started_at": _plain(record.started_at),
                        "finished_at": _plain(record.finished_at),
                        "finished_by": record.finished_by,
                        "values": _plain(values),
                        "sections": _plain(_sections(sections)),
                        "frozen": _plain(record.frozen),
                        "earlier": [_earlier(version) for version in record.earlier],
                    }
                )
        del told["records"]
        told["forms"] = forms
        told["consents"] = [told.pop("consent")] if told["consent"] else []
        told["plan"] = told.pop("outcomes")
        if not may(self._user.access, Deed.SEE_CONFIDENTIAL):
            told = scrubbed_plain(told, dict.fromkeys(kept))
        return told

    def copy(self, case_id: UUID) -> dict[str, Any]:
        """The whole case, to be taken out of the store.

        :raises NotAllowed: for whoever takes nothing out of it.
        :raises NotFound: when the store has no such case.
        """
        self._allow(Deed.TAKE_PAPER)
        return self.case(case_id)


def _earlier(version: EarlierVersion) -> dict[str, Any]:
    said: dict[str, Any] = _plain(asdict(version) | {"frozen": version.frozen})
    del said["frozen_text"]
    return said


def _sections(sections: Iterable[SectionAnswers]) -> list[dict[str, Any]]:
    return [
        {
            "key": section.key,
            "title": section.title,
            "answers": [
                {
                    "field_key": answer.field_key,
                    "label": answer.label,
                    "lines": answer.lines,
                    "answered": answer.answered,
                    "required_missing": answer.required_missing,
                    "voice": answer.voice,
                }
                for answer in section.answers
            ],
        }
        for section in sections
    ]


def _line(line: CaseLine, pack: Pack) -> dict[str, Any]:
    ended = f"Nothing, {state_words(State(line.state), pack).lower()}"
    return {
        "reference": line.reference,
        "family": line.family,
        "state": line.state,
        "route": line.route or None,
        "next_step": line.next_step or ended,
        "due": line.due.isoformat() if line.due else None,
    }


def _plain(value: Any) -> Any:
    """The value as JSON knows it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value
