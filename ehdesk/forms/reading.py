"""From a tree to a `Form`. Whether the parts fit together is the business of `meaning`."""

from __future__ import annotations

import re
from typing import get_args

from ehdesk.forms.checks import CHECKS
from ehdesk.forms.conditions import Condition
from ehdesk.forms.faults import Faults, one_of
from ehdesk.forms.kinds import KINDS, QUESTION_KINDS
from ehdesk.forms.names import ENDINGS
from ehdesk.forms.spec import (
    Check,
    DoneLine,
    Ending,
    Field,
    Form,
    Help,
    Look,
    Option,
    Section,
    Width,
)
from ehdesk.forms.taking import Taker
from ehdesk.forms.yaml_tree import Leaf, Mapped, Tree, plain

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")

Lines = dict[str, int]
"""The line on which each section or question starts, by its key."""


def read_form(tree: Tree, faults: Faults) -> tuple[Form, Lines]:
    """The form, and where its parts stand. Faults are noted and reading goes on."""
    take, lines = Taker(tree, "a form", faults), Lines()
    form = Form(
        code=_key(take, "form", faults),
        version=take.number("version", needed=True),
        title=take.text("title", needed=True),
        source=take.text("source", needed=True),
        finish=take.text("finish", needed=True),
        signatures=take.texts("signatures"),
        endings=tuple(_ending(k, t, faults) for k, t in take.mapped("endings").items()),
        sections=tuple(
            _section(item, faults, lines) for item in take.listed("sections", needed=True)
        ),
    )
    take.finish()
    return form, lines


def _key(take: Taker, name: str, faults: Faults) -> str:
    key = take.text(name, needed=True)
    if key and not _KEY.fullmatch(key):
        faults.add(take.line_of(name), f"“{key}” is no key: small letters, numbers and _ only")
    return key


def _ending(key: str, tree: Tree, faults: Faults) -> Ending:
    if key not in ENDINGS:
        faults.add(tree.line, one_of("ending", key, ENDINGS))
    take = Taker(tree, "an ending", faults)
    title = take.text("title", needed=True)
    ending = Ending(key, title, take.text("short") or title)
    take.finish()
    return ending


def _section(tree: Tree, faults: Faults, lines: Lines) -> Section:
    faults.section = faults.field = ""
    take = Taker(tree, "a section", faults)
    key = faults.section = _key(take, "key", faults)
    lines[key] = tree.line
    title = take.text("title", needed=True)
    section = Section(
        key=key,
        title=title,
        short=take.text("short") or title,
        intro=take.text("intro"),
        why=tuple(_help(item, faults) for item in take.listed("why")),
        show_if=take.condition("show_if"),
        done_lines=tuple(_done_line(item, faults) for item in take.listed("done_line")),
        fields=tuple(
            _field(item, faults, lines, f"{key}.") for item in take.listed("fields", needed=True)
        ),
    )
    faults.field = ""
    take.finish()
    faults.section = ""
    return section


def _help(tree: Tree, faults: Faults) -> Help:
    take = Taker(tree, "help", faults)
    help_ = Help(take.text("heading", needed=True), take.text("text", needed=True))
    take.finish()
    return help_


def _done_line(tree: Tree, faults: Faults) -> DoneLine:
    take = Taker(tree, "a done line", faults)
    line = DoneLine(take.text("text", needed=True), take.condition("when"))
    take.finish()
    return line


def _field(tree: Tree, faults: Faults, lines: Lines, prefix: str = "") -> Field:
    if prefix:
        faults.field = ""
    take = Taker(tree, "a question" if prefix else "a column", faults)
    key = prefix + _key(take, "key", faults)
    if prefix:
        faults.field = key
        lines[key] = tree.line
    kinds = QUESTION_KINDS if prefix else set(KINDS) - {"rows"}
    field = Field(
        key=key,
        label=take.text("label", needed=True),
        kind=take.word("kind", sorted(kinds), "") or _no_kind(take),
        hint=take.text("hint"),
        required=_required(take),
        show_if=take.condition("show_if"),
        bind=take.text("bind"),
        options=tuple(_option(k, t, faults) for k, t in take.mapped("options").items()),
        options_from=take.text("options_from"),
        offers=take.text("offers"),
        adds_to=take.text("adds_to"),
        checks=tuple(c for item in take.listed("checks") if (c := _check(item, faults))),
        width=take.word("width", get_args(Width), "full"),
        line=take.text("line"),
        look=take.word("look", get_args(Look), ""),
        lines=take.number("lines"),
        voice=take.flag("voice"),
        safeguarding=take.flag("safeguarding"),
        family_facing=take.flag("family_facing"),
        private=take.flag("private"),
        tells=take.text("tells"),
        summary=take.text("summary"),
        missing=take.text("missing"),
        fields=tuple(_field(item, faults, lines) for item in take.listed("fields")),
        asks=tuple(_word(item, faults) for item in take.listed("asks")),
    )
    take.finish()
    return field


def _no_kind(take: Taker) -> str:
    if not take.text("kind"):
        take.fault("kind", f"{take.what} needs “kind”")
    return "short_text"


def _required(take: Taker) -> bool | Condition:
    tree = take.tree("required")
    if isinstance(tree, Mapped):
        return take.condition("required") or False
    return take.flag("required")


def _word(tree: Tree, faults: Faults) -> str:
    if isinstance(tree, Leaf) and isinstance(tree.value, str):
        return tree.value.strip()
    faults.add(tree.line, "“asks” is a list of columns by their keys")
    return ""


def _option(value: str, tree: Tree, faults: Faults) -> Option:
    if isinstance(tree, Leaf) and isinstance(tree.value, str) and tree.value.strip():
        return Option(value, tree.value.strip())
    take = Taker(tree, "an option", faults)
    option = Option(value, take.text("label", needed=True), take.text("hint"))
    take.finish()
    return option


def _check(tree: Tree, faults: Faults) -> Check | None:
    """``postcode``, ``min: 0``, or ``{min: 0, say: Enter 0 or more}``."""
    if isinstance(tree, Leaf) and isinstance(tree.value, str):
        name, argument, say = tree.value, None, ""
    elif isinstance(tree, Mapped):
        parts = {key: plain(item) for key, item in tree.items.items()}
        say = str(parts.pop("say", ""))
        if len(parts) != 1:
            faults.add(tree.line, "a check is one name with what it compares with, and “say”")
            return None
        name, argument = next(iter(parts.items()))
    else:
        faults.add(tree.line, "a check is a name, or a name with what it compares with")
        return None
    if name not in CHECKS:
        faults.add(tree.line, one_of("check", name, CHECKS))
        return None
    return Check(name, argument, say)
