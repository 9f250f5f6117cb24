"""Earlier versions of an answer, whether it is kept with its form or edits a real thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from ehdesk.forms import kinds
from ehdesk.forms.kind import Words
from ehdesk.forms.run_time_options import run_time_options
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.forms.versions import Version, is_same_writing
from ehdesk.services.form_versions import record_form
from ehdesk.services.forms import read_values
from ehdesk.services.options import options_now
from ehdesk.services.restricted import refuse_restricted
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.versions import Told, told
from ehdesk.store.spine import BINDINGS, Place
from ehdesk.store.spine.kept import KeptRow
from ehdesk.store.tables.forms import FormRecordRow


class EarlierService(Service):
    """Looks up what an answer said before. Putting one back is an edit like any other."""

    def versions(self, record_id: UUID, field_key: str) -> tuple[Version, ...]:
        """Everything the answer to a question said, newest first; of rows each column by itself.

        :raises NotFound: when there is no such form.
        """
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            refuse_restricted(session, record, self._user)
            form = record_form(session, record, self._pack)
            field = form.field(field_key)
            values = read_values(session, record, form, self._pack, self._clock)
            case = load_case(session.connection(), record.case_id)
            today = self._clock.today()
            options = options_now(session.connection(), case, self._pack, today)
            words = Words(run_time_options(form, values, options))
            place = Place(session, case_row(session, record.case_id), record, today)
            rows = _kept(field, record, place)
            answer = values.get(field_key, kinds.empty(field))
            return _Telling(field, answer, words).versions(told(session.connection(), rows))


def _kept(field: Field, record: FormRecordRow, place: Place) -> Sequence[KeptRow]:
    if field.bind:
        return BINDINGS[field.bind].kept(place)
    return (KeptRow("form_records", str(record.id), (f"answers.{field.key}",)),)


class _Telling:
    """Puts what the history holds of one question into words."""

    def __init__(self, field: Field, answer: Value, words: Words) -> None:
        self._field = field
        self._answer = answer
        self._words = words
        self._columns = {column.key: column for column in kinds.columns(field)}

    def versions(self, found: Sequence[Told]) -> tuple[Version, ...]:
        places: dict[tuple[str, str], list[Told]] = {}
        for one in found:
            places.setdefault((one.row.row_id, one.column), []).append(one)
        said = dict(version for place in places.values() for version in self._of_place(place))
        return tuple(said[key] for key in sorted(said, reverse=True))

    def _of_place(self, found: list[Told]) -> list[tuple[tuple[int, str], Version]]:
        """The versions of one column of one row, each with its place in the whole history."""
        row, column = found[0].row, found[0].column
        if column == "removed":
            last = found[-1]
            return (
                [((last.number, last.row.row_id + column), self._taken_out(last))]
                if row.taken_out
                else []
            )
        if row.taken_out or (row.answer_id and self._row(row) is None):
            return []
        asked = self._asked(row, column)
        if asked is None:
            return []
        value_of = [self._value(asked, one.value) for one in found]
        versions: list[tuple[tuple[int, str], Version]] = []
        for index, one in enumerate(found):
            later = found[index + 1] if index + 1 < len(found) else None
            goes_on = later is not None and later.by_id == one.by_id
            if goes_on and later:
                pair = value_of[index], value_of[index + 1]
                goes_on = is_same_writing(*pair, later.at - one.at)
            nothing_yet = not versions and not kinds.is_answered(asked, value_of[index])
            if goes_on or nothing_yet:
                continue
            version = self._version(one, asked, value_of[index], is_now=later is None)
            versions.append(((one.number, row.row_id + column), version))
        return versions

    def _version(self, one: Told, asked: Field, value: Value, *, is_now: bool) -> Version:
        row = one.row
        return Version(
            one.at,
            one.by,
            f"{self._name(row)}: {asked.label}" if row.answer_id else "",
            kinds.display(asked, value, self._words),
            is_now,
            value,
            row.answer_id,
            asked.key if row.answer_id else "",
            row.inside,
            row.under,
        )

    def _taken_out(self, last: Told) -> Version:
        row: Row = last.row.taken_out or {}
        what = f"{self._called(row, self._columns)}: taken out"
        lines = kinds.display(self._field, [row], self._words)
        return Version(last.at, last.by, what, lines, False, row, last.row.answer_id)

    def _asked(self, row: KeptRow, column: str) -> Field | None:
        """The question, or the column of it, that this is the answer to."""
        if not row.answer_id:
            return self._field
        columns = self._columns
        if row.inside:
            columns = {inner.key: inner for inner in columns[row.inside].fields}
        return columns.get(column)

    def _value(self, asked: Field, kept: Any) -> Value:
        return kinds.empty(asked) if kept is None else kept

    def _row(self, row: KeptRow) -> Row | None:
        """The row in the answer as it is now."""
        rows: Any = self._answer if isinstance(self._answer, list) else []
        if row.under:
            outer = next((r for r in rows if r["id"] == row.under), None)
            rows = outer[row.inside] if outer else []
        return next((r for r in rows if r["id"] == row.answer_id), None)

    def _name(self, row: KeptRow) -> str:
        columns = self._columns
        if row.inside:
            columns = {inner.key: inner for inner in columns[row.inside].fields}
        return self._called(self._row(row) or {}, columns)

    def _called(self, row: Row, columns: Mapping[str, Field]) -> str:
        """What a row is called: somebody's name, or the first thing that it says."""
        named = [row.get(part) for part in ("given_name", "family_name")]
        texts = [text for text in named if isinstance(text, str) and text]
        if texts:
            return " ".join(texts)
        for key, column in columns.items():
            lines = kinds.display(column, row[key], self._words) if row.get(key) else ()
            if lines and column.kind != "rows":
                return lines[0]
        return "A row"
