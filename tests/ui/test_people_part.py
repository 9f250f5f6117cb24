"""Record, People: each home with who is in it, who is who, the genogram drawn and in words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ehdesk.desk import Desk
from tests.ui.case_pages import family
from ui.cases.genogram_card import GenogramCard
from ui.cases.home_card import HomeCard
from ui.cases.people_part import PeoplePart
from ui.kit.labels import Label
from ui.kit.note import Note


def _part(desk: Desk, qtbot, name: str) -> PeoplePart:
    part = PeoplePart()
    qtbot.addWidget(part)
    part.resize(1100, 900)
    part.show_case(desk.cases.get(family(desk, name)), desk.pack, desk.clock.today())
    part.show()
    return part


def _words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def test_a_child_in_two_homes_stands_in_both_with_the_nights(demo_desk: Desk, qtbot) -> None:
    part = _part(demo_desk, qtbot, "Vadgama")
    one, two = (_words(card) for card in part.homes[:2])
    assert "Home 1, with Mum" in one
    assert "Home 2, with Dad" in two
    assert "Rohan, 13" in one
    assert "Rohan, 13" in two
    assert "Wednesdays" in two


def test_a_confidential_address_shows_for_a_moment_and_the_look_is_recorded(
    demo_desk: Desk, qtbot
) -> None:
    part = _part(demo_desk, qtbot, "Hussain-Grant")
    card: HomeCard = part.homes[0]
    assert card.masked is not None
    address = demo_desk.cases.get(family(demo_desk, "Hussain-Grant")).family.address
    assert address not in _words(part)
    with qtbot.waitSignal(part.address_shown) as looked:
        qtbot.mouseClick(card.masked.button, Qt.MouseButton.LeftButton)
    assert looked.args == [1]
    assert address in card.masked.words_shown()
    card.masked.hide_words()
    assert card.masked.words_shown() == ""


def test_a_restriction_stands_above_everything_and_cannot_be_closed(demo_desk: Desk, qtbot) -> None:
    part = _part(demo_desk, qtbot, "Hussain-Grant")
    (bar,) = part.findChildren(Note)
    case = demo_desk.cases.get(family(demo_desk, "Hussain-Grant"))
    assert case.restrictions[0].what[:20] in _words(bar)


def test_the_genogram_can_be_read_as_a_list(demo_desk: Desk, qtbot) -> None:
    part = _part(demo_desk, qtbot, "Vadgama")
    card: GenogramCard = part.genogram
    assert card.view.isVisible()
    card.switch.set_value("list")
    card.switch.value_changed.emit()
    assert not card.view.isVisible()
    assert "Mother of Rohan and Mira" in _words(card.list)


def test_who_is_who_says_what_each_adult_is_to_each_child(demo_desk: Desk, qtbot) -> None:
    part = _part(demo_desk, qtbot, "Vadgama")
    table = part.who_is_who.table
    assert table is not None
    model = table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Who", "Rohan, 13", "Mira, 9"]
    said = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Mother, Parental responsibility"
