"""A record of any form as a paper: what stands round its questions and answers."""

from __future__ import annotations

from typing import Any

from ehdesk.documents.facts import Fact
from ehdesk.documents.form_paper import FormPaper
from ehdesk.domain.paper_copy import Audience
from ehdesk.domain.people import Person
from ehdesk.domain.record_names import record_name
from ehdesk.domain.records import Record
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.paper_source import Source

COPY_WORDS = {
    Audience.PROFESSIONAL: "Copy for professionals",
    Audience.FAMILY: "Copy for the family",
}


def form_in_full(source: Source) -> FormPaper:
    """Every question that was shown and its answer, as this audience may read them.

    :raises ValueError: without a record, which is a mistake in the program.
    """
    record = source.record
    if record is None:
        raise ValueError("a form in full needs a record")
    about = _form_of(source, record)
    case = source.case
    return FormPaper(
        title=record_name(case, record, about["title"], source.pack),
        form_title=about["title"],
        form_version=about["version"],
        family_name=case.family.name,
        reference=case.reference,
        state=finished_words(record),
        facts=_facts(source, record),
        source=f"About this form: {about['source']}",
        note=_note(source),
        copy_words=COPY_WORDS[source.audience],
        sections=source.said.sections,
        signatures=tuple(about["signatures"]),
    )


def finished_words(record: Record) -> str:
    """``Finished 12 November 2026``; nothing for a draft."""
    if record.finished_at is None:
        return ""
    return f"Finished {say_long_date(local(record.finished_at).date())}"


def _form_of(source: Source, record: Record) -> dict[str, Any]:
    """Title, version and source of the form: a finished record keeps its own."""
    if record.frozen is not None:
        return {key: record.frozen[key] for key in ("title", "version", "source", "signatures")}
    form = source.form
    if form is None:
        raise ValueError("a form in full needs its form")
    return {
        "title": form.title,
        "version": form.version,
        "source": form.source,
        "signatures": form.signatures,
    }


def _facts(source: Source, record: Record) -> tuple[tuple[Fact, Fact], ...]:
    case = source.case
    begun = say_long_date(local(record.started_at).date())
    lead = source.pack.term("lead_practitioner")
    return (
        (
            ("Children", "\n".join(_child(child, source) for child in case.children)),
            (lead, case.lead),
        ),
        (
            ("Parents and carers", "\n".join(_adult(one) for one in case.adults)),
            ("Finished by", record.finished_by) if record.finished_by else ("Begun", begun),
        ),
    )


def _child(child: Person, source: Source) -> str:
    age = child.age(source.today)
    return child.full_name if age is None else f"{child.full_name}, {age}"


def _adult(person: Person) -> str:
    return ", ".join(part for part in (person.full_name, person.relationship) if part)


def _note(source: Source) -> str:
    """What this copy leaves out. A family's copy always says the same, whatever it leaves out."""
    if source.audience is Audience.FAMILY:
        return "This is the family’s copy. Notes between professionals are not on it."
    left_off = source.said.left_off
    return f"Left off this copy: {', '.join(left_off)}." if left_off else ""
