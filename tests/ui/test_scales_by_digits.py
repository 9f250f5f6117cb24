"""Every number from 0 to 10 of every form is typed by its digits, in rows too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui import samples
from tests.ui.forms_in_memory import RECORD, desk
from tests.ui.pages import in_front
from ui.fields.distance_row import DistanceRow
from ui.kit.scale import Scale
from ui.requests.open_wizard import open_wizard


@pytest.mark.parametrize("code", ["eha", "review", "closure"])
def test_a_number_is_typed_by_its_digits_and_kept(code: str, qtbot) -> None:
    page = open_wizard(desk(code, samples.values(code)), RECORD)
    in_front(qtbot, page, 1440, 900)
    typed = 0
    for step in page.session.steps():
        page.go(step.key)
        view = page.pages.view
        if view is None:
            continue
        for row in view.findChildren(DistanceRow):  # its scale opens when it is wanted
            row.plot.setFocus()
            qtbot.keyClick(row.plot, Qt.Key.Key_Return)
        for scale in [one for one in view.findChildren(Scale) if one.isVisible()]:
            for digits, number in (("7", 7), ("10", 10), ("3", 3)):
                scale.setFocus(Qt.FocusReason.TabFocusReason)
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
                before = page.session.values()
                for digit in digits:
                    qtbot.keyClick(QApplication.focusWidget(), digit)
                assert scale.value() == number
                assert scale.isAncestorOf(QApplication.focusWidget())
                assert page.session.values() != before
                typed += 1
    assert typed
