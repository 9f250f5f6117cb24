"""Write docs/roles.md from the table in the code: ``python -m tests.tools.roles_table``."""

from __future__ import annotations

import sys
from pathlib import Path

from ehdesk.domain.access import FIRST_USER, Deed, Role, may

FILE = Path(__file__).parents[2] / "docs" / "roles.md"

HEAD = """# Who may do what

Written from `ehdesk/domain/access.py` by `make roles`; do not edit it by hand. One person may hold
several roles and may then do what any of them may. The first user of a store holds {first}.

Beside the table three things hold for everybody:

- Nobody signs what they wrote, finished or asked to have signed themselves.
- A restricted note says only that it exists. Opening one asks for a reason, and who opened it, when
  and why is recorded.
- A store is opened to read only for somebody who is a reader and nothing else, so that others can
  work in it meanwhile.

Where a role says no, people are told who can. `tests/services/test_access.py` tries every cell.

"""


def text() -> str:
    """The whole page."""
    first = ", ".join(role.words.lower() for role in FIRST_USER)
    lines = [HEAD.format(first=first)]
    lines += ["| Role | What it is for |", "|---|---|"]
    lines += [f"| {role.words} | {role.does} |" for role in Role]
    lines += ["", "| | " + " | ".join(role.words for role in Role) + " |"]
    lines.append("|---|" + ":-:|" * len(Role))
    for deed in Deed:
        cells = " | ".join("yes" if may([role], deed) else "no" for role in Role)
        lines.append(f"| {deed.words[:1].upper()}{deed.words[1:]} | {cells} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    FILE.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{FILE.relative_to(Path.cwd())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
