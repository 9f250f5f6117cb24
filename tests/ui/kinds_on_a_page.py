"""One question of any kind on a page of its own, with the lists and people that a test gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, settings

from ehdesk.forms import kinds
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Check, Field, Form, Option, Row, Section, Value
from tests.ui.forms_in_memory import TODAY, options, pack
from tests.ui.section_page import SessionPage

LISTS: dict[str, tuple[Option, ...]] = {
    "relationships": tuple(
        Option(code, label)
        for code, label in (
            ("mother", "Mother"),
            ("father", "Father"),
            ("step_mother", "Step-mother"),
            ("step_father", "Step-father"),
            ("sibling", "Brother or sister"),
            ("half_sibling", "Half-brother or half-sister"),
            ("partner", "Partner"),
            ("ex_partner", "Former partner"),
            ("parents_partner", "Partner of a parent"),
            ("other", "Other"),
        )
    ),
    "address_types": (
        Option("home", "Home"),
        Option("second_home", "Second home", "Care is shared between two homes"),
        Option("refuge", "Refuge", "Always kept confidential"),
    ),
    "agency_types": (Option("primary", "Primary school"), Option("gp", "GP")),
    "sen_provision": (Option("N", "None"), Option("K", "SEN support"), Option("E", "EHC plan")),
    "gender": (Option("01", "Boy or man"), Option("09", "Says it in their own words")),
    "voice_methods": (Option("talk", "Talking together"), Option("drawing", "Drawing")),
    "disability": tuple(Option(f"D{n}", f"Condition {n}") for n in range(9)),
}
"""Invented stand-ins for the code lists that come with the product."""

PEOPLE = Field(
    "s.people",
    "Who is in the family?",
    "people",
    bind="people",
    checks=tuple(
        Check(name)
        for name in (
            "people_have_names",
            "child_dates_of_birth",
            "born_or_expected",
            "people_numbers",
        )
    ),
)


def row(question: Field, row_id: str, **given: Any) -> Row:
    return kinds.row_of(question, row_id) | given


def family() -> list[Row]:
    """Two parents, her partner and two children, all made up."""
    vole = {"family_name": "Quillfeather", "lives": "here"}
    return [
        row(PEOPLE, "otti", kind="adult", given_name="Ottoline", relationship="Mum", **vole),
        row(PEOPLE, "bram", kind="adult", given_name="Bram", family_name="Vole")
        | {"relationship": "Dad", "lives": "elsewhere"},
        row(PEOPLE, "pip", kind="adult", given_name="Pip", relationship="Mum’s partner", **vole),
        row(PEOPLE, "wilf", kind="child", given_name="Wilf", **vole)
        | {"date_of_birth": "2018-07-30", "school": "Larkmoor Primary", "attendance": 88},
        row(PEOPLE, "nell", kind="child", given_name="Nell", **vole)
        | {"date_of_birth": "2021-06-02"},
    ]


A_PAGE_EACH = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""For tests that make a page an example: few, and none made smaller when one fails."""


class KindsPage(SessionPage):
    """Questions as a form would ask them."""

    def __init__(self, *fields: Field, values: Mapping[str, Value] | None = None) -> None:
        form = Form("t", 1, "T", (Section("s", "S", "S", fields),), "ours")
        lists: dict[str, Any] = options() | LISTS
        lists["catalogue"] = tuple(Option(n.code, n.name, n.text) for n in pack().catalogue)
        session = FormSession(form, values or {}, lists, TODAY)
        super().__init__(session, form.sections[0], 900)
