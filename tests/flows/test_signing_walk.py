"""A closure form goes to a manager, comes back with comments, is answered, asked for and signed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from ehdesk.domain.access import Role
from ehdesk.domain.oversight import Said
from tests.desks import PASSWORD, a_clock, closure, new_desk, ready_to_close, signed_in
from tests.flows.conftest import Opened
from tests.person import Person
from ui.app.application import Application

ANITA, RUTH = "Anita Rowe", "Ruth Example"


def _sits_down(application: Application, me: Person, name: str) -> None:
    """Another person opens the same store."""
    if application.frame is not None:
        application.close_store()
    me.pick("Whose password is it?", name)
    me.write("Password", PASSWORD)
    me.press("Unlock")
    me.sees("Good morning")


def test_a_closure_is_returned_with_comments_answered_asked_for_again_and_signed(
    open_window: Callable[[Path], Opened], tmp_path: Path
) -> None:
    desk = new_desk(tmp_path / "home", a_clock())
    go = ready_to_close(desk)
    case_id, record, family = go.case_id, closure(go), go.case.family.title
    anita = desk.user.id
    desk.users.add(RUTH, [Role.MANAGER], PASSWORD)
    desk.close()
    application, me, _clock = open_window(tmp_path / "home")

    _sits_down(application, me, ANITA)
    me.press("Cases")
    me.choose_row(family)
    me.choose_tab("Record")
    me.press("Oversight", under="Parts of the record")
    me.press("Ask to sign")
    me.sees("Ask a manager to sign")
    me.pick("Which manager?", RUTH)
    me.write("What should they know?", "The family agreed on Monday.")
    me.press("Ask to sign")
    me.sees("Asked. It is with the manager now.")
    # She is a manager too, and it is her own.
    me.press("Oversight")
    me.sees("1 record to sign")
    me.press(f"{family}, closure form to sign")
    me.sees("You wrote or asked for this yourself, so another manager signs it.")
    assert not me.can_see("Agree and sign")
    me.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    me.sees("so another manager signs it")

    _sits_down(application, me, RUTH)
    me.press("Oversight")
    me.sees("1 record to sign, 1 asked of you")
    me.press(f"{family}, closure form to sign")
    me.sees("Sent for sign-off by Anita Rowe")
    me.press("Agree and sign, As it stands now")
    me.write("Add a comment to the chosen answer", "Say what changed.")
    me.press("Add the comment")
    me.sees("Return to Anita")
    me.write("Add a comment to the chosen answer", "And what does Zara say?")
    me.press("Return to Anita")
    me.sees("Returned for changes")

    _sits_down(application, me, ANITA)
    me.sees("Returned, 2 comments")
    me.press("Answer", under="Returned, 2 comments")
    me.sees("2 comments to answer")
    me.write("Answer to comment 1", "She sleeps through the night.")
    me.press("Answer it: comment 1")
    me.sees("1 comment to answer")
    me.write("Answer to comment 2", "She would rather not say.")
    me.press("Answer it: comment 2")
    me.sees("Every comment answered")
    me.press("Ask again")
    me.sees("Asked again. It is with the manager now.")

    _sits_down(application, me, RUTH)
    me.press("Oversight")
    me.press(f"{family}, closure form to sign")
    me.sees("She sleeps through the night.")
    me.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    me.sees("Nothing to sign")
    frame = application.frame
    assert frame is not None
    case = frame.desk.cases.get(case_id)
    signed = case.standing(record).last
    assert signed is not None
    assert (signed.said, signed.by) == (Said.SIGNED, RUTH)
    assert [entry.said for entry in case.oversight] == [
        Said.ASKED,
        Said.RETURNED,
        Said.ASKED,
        Said.SIGNED,
    ]
    hers = signed_in(frame.desk, anita)
    assert ("Signed by a manager", True) in hers.closures.before_it_can_close(record)
