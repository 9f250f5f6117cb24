"""Lists that a choice takes when the form is open: from the pack, the store, or the form itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ehdesk.forms.spec import Form, Option, Row, Value

UNBORN = "Unborn baby"
"""What a child is called who is not born yet and has no first name."""

Given = Mapping[str, Iterable[Option | tuple[str, str]]]
"""Options by source name, as the services hand them over."""


def run_time_options(
    form: Form, values: Mapping[str, Value], given: Given
) -> dict[str, tuple[Option, ...]]:
    """Every list by its source. People and professionals whom this form asks for are taken from
    its answers, so that someone just added can be chosen on the next page."""
    lists = {source: tuple(_option(item) for item in items) for source, items in given.items()}
    for kind in ("people", "professionals", "homes", "needs"):
        question = next((field for field in form.fields() if field.kind == kind), None)
        if question is None:
            continue
        rows = values.get(question.key)
        known = rows if isinstance(rows, list) else []
        lists |= _family_needs(known, lists) if kind == "needs" else _from_rows(kind, known)
    lists["everyone"] = (*lists.get("people", ()), *lists.get("professionals", ()))
    return lists


def helping(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Who helps, as a family thinks of them when it says what may be shared: each agency once with
    the names of its people as the hint, and a person who has no agency by name.

    :param pairs: agency and name of each professional.
    """
    people: dict[str, list[str]] = {}
    for agency, name in pairs:
        who = agency.strip() or name.strip()
        if who:
            people.setdefault(who, []).extend([name.strip()] if agency.strip() and name else [])
    return tuple(Option(who, who, ", ".join(names)) for who, names in people.items())


def helpers(named: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Who helps a family, by name and agency: the people first, then their agencies, each once."""
    both = list(named)
    names = (*(name for name, _ in both), *(agency for _, agency in both))
    return tuple(Option(name, name) for name in dict.fromkeys(names) if name.strip())


def _option(item: Option | tuple[str, str]) -> Option:
    return item if isinstance(item, Option) else Option(*item)


def _from_rows(kind: str, rows: list[Row]) -> dict[str, tuple[Option, ...]]:
    if kind == "homes":
        homes = (Option(r["id"], _joined(r, "address", "postcode")) for r in rows)
        return {"homes": tuple(option for option in homes if option.label)}
    if kind == "professionals":
        known = (Option(r["id"], r["name"], _joined(r, "role", "agency")) for r in rows)
        return {
            "professionals": tuple(option for option in known if option.label),
            "helping": helping((r["agency"], r["name"]) for r in rows),
            "helpers": helpers((r["name"], r["agency"]) for r in rows),
        }
    people = [(row["kind"], Option(row["id"], _name(row))) for row in rows]
    named = [(sort, option) for sort, option in people if option.label]
    return {
        "people": tuple(option for _, option in named),
        "adults": tuple(option for sort, option in named if sort != "child"),
        "children": tuple(option for sort, option in named if sort == "child"),
        "unborn": tuple(
            Option(row["id"], _name(row))
            for row in rows
            if row["kind"] == "child" and row.get("unborn")
        ),
    }


def _family_needs(
    rows: list[Row], lists: Mapping[str, tuple[Option, ...]]
) -> dict[str, tuple[Option, ...]]:
    """The needs that are ticked, each once."""
    names = {o.value: o.label for key in ("catalogue", "needs") for o in lists.get(key, ())}
    codes = dict.fromkeys(row["code"] for row in rows if row["code"])
    return {"family_needs": tuple(Option(code, names.get(code, code)) for code in codes)}


def _name(row: Row) -> str:
    """``Siobhan Brennan (Mum)``, ``Unborn baby``; empty while there is no name."""
    parts = (row.get(column, "") for column in ("given_name", "family_name"))
    name = " ".join(part for part in parts if part.strip())
    if row["kind"] == "child" and row.get("unborn") and not row["given_name"].strip():
        name = f"{UNBORN} {name}".strip()
    return f"{name} ({row['relationship']})" if name and row["relationship"].strip() else name


def _joined(row: Row, *columns: str) -> str:
    return ", ".join(row[column] for column in columns if row[column])
