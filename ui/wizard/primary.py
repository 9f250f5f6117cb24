"""What the one primary button says on each step."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.forms.session import FormSession
from ui.fields.section_view import SectionView
from ui.wizard.ending import EndingPage


@dataclass(frozen=True)
class Primary:
    """Words and icon of the button, and a line beside it."""

    words: str
    icon: str = "arrow-right"
    hint: str = ""


def primary(session: FormSession, view: SectionView | None, ending: EndingPage | None) -> Primary:
    """The button of the step on show: the next part of it, its own work, the end, or onwards."""
    is_last = session.here == session.steps()[-1].key
    if session.read_only:
        return Primary("Close", "x") if is_last else Primary("Continue")
    if view is not None and view.next_part():
        return Primary(f"Next area: {view.next_part()}")
    if ending is not None and ending.finish_words():
        return Primary(ending.finish_words(), "check", ending.finish_hint())
    if is_last:
        return Primary(session.form.finish or "Finish", "check")
    return Primary("Save and continue" if session.section is not None else "Continue to send")
