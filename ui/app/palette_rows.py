"""What the command palette offers for what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter, CaseLine
from ehdesk.kernel.dates import age_on
from ui.kit.navigation import Command, Navigator

_FAMILIES, _RECENT = 5, 4
_TABS = (("timeline", "Timeline", "route"), ("plan", "Plan", "list-checks"))


@dataclass(frozen=True)
class Heading:
    """A line above a group."""

    text: str


@dataclass(frozen=True)
class Entry:
    """Something to choose. ``family`` is set where Tab can ask for more about it."""

    text: str
    run: Callable[[], object]
    detail: str = ""
    icon: str = "corner-down-right"
    keys: tuple[str, ...] = ()
    family: str = ""


Row = Heading | Entry


class PaletteRows:
    """Looks things up in the open store and among the commands of the window."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        do: Callable[[], Sequence[Command]],
        go: Callable[[], Sequence[Command]],
        recent: Callable[[], Sequence[UUID]],
    ) -> None:
        self._desk = desk
        self._navigator = navigator
        self._do, self._go, self._recent = do, go, recent

    def rows(self, typed: str) -> tuple[Row, ...]:
        """The groups for these words; empty when nothing matches."""
        text = typed.strip()
        if not text:
            recent = self._desk.lists.case_lines(tuple(self._recent())[:_RECENT])
            return (
                *_group("Recent families", map(self._family, recent)),
                *_group("Do", map(_entry, self._do())),
                *_group("Go to", map(_entry, self._go())),
            )
        families = self._matches(text)
        do = [_entry(command) for command in self._do() if matches(command.text, text)]
        go = [_entry(command) for command in self._go() if matches(command.text, text)]
        rows = list(_group("Families", map(self._family, families)))
        if families and families[0].open:
            first = families[0]
            rows += _group(f"Do something for {first.family}", self._for_family(first))
        if families:
            go = [*self._tabs_of(families[0]), *go]
        return (*rows, *_group("Do", do), *_group("Go to", go))

    def families(self, typed: str, then: Callable[[UUID], object]) -> tuple[Row, ...]:
        """Only families, to choose one for something."""
        found = self._matches(typed.strip()) if typed.strip() else self._some()
        entries = (self._family(line, then) for line in found if line.open)
        return tuple(_group("Families", entries))

    def _some(self) -> tuple[CaseLine, ...]:
        recent = tuple(self._recent())[:_RECENT]
        others = self._desk.lists.case_ids(CaseFilter()).ids[: 2 * _FAMILIES]
        return self._desk.lists.case_lines(tuple(dict.fromkeys((*recent, *others))))

    def _matches(self, text: str) -> tuple[CaseLine, ...]:
        lists = self._desk.lists
        found: tuple[UUID, ...] = ()
        for closed in (False, True):
            found += lists.case_ids(CaseFilter(text=text, closed=closed)).ids[:_FAMILIES]
        lines = lists.case_lines(found[:_FAMILIES])
        # The family whose own name begins so comes before one whose street does.
        return tuple(sorted(lines, key=lambda line: not matches(line.family, text)))

    def _family(self, line: CaseLine, then: Callable[[UUID], object] | None = None) -> Entry:
        today = self._desk.clock.today()
        children = ", ".join(
            f"{child.first_name} {age_on(child.born, today)}" if child.born else child.first_name
            for child in line.children
        )
        state = line.next_step[:1].lower() + line.next_step[1:] if line.open else "closed"
        choose = then or self._navigator.open_case
        return Entry(
            line.family,
            lambda: choose(line.case_id),
            "  ·  ".join(part for part in (children, state) if part),
            "folder-open",
            ("Enter",),
            line.family,
        )

    def _for_family(self, line: CaseLine) -> Iterable[Entry]:
        navigator = self._navigator
        if line.next_step:
            yield Entry(
                line.next_step,
                lambda: navigator.open_case(line.case_id),
                line.next_detail,
                "arrow-right",
            )
        yield Entry(
            "Record a contact",
            lambda: navigator.open_record(self._desk.contacts.start(line.case_id)),
            "Phone, visit, email",
            "phone",
        )

    def _tabs_of(self, line: CaseLine) -> list[Entry]:
        return [
            Entry(
                f"{name} of {line.family}",
                lambda tab=tab: self._navigator.open_case(line.case_id, tab),  # type: ignore[misc]
                "",
                icon,
            )
            for tab, name, icon in _TABS
        ]


def matches(text: str, typed: str) -> bool:
    """Whether every typed word begins a word of the text."""
    words = text.casefold().replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in typed.casefold().split())


def _entry(command: Command) -> Entry:
    keys = tuple(command.keys.replace("+", " ").split())
    return Entry(command.text, command.run, command.detail, command.icon, keys)


def _group(title: str, entries: Iterable[Entry]) -> list[Row]:
    listed = list(entries)
    return [Heading(title), *listed] if listed else []
