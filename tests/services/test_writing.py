"""Names and learned words: known to spelling, kept in the encrypted store and nowhere else."""

from __future__ import annotations

import pytest

from ehdesk.authority.plain_words import plain_words_of
from ehdesk.desk import Desk
from ehdesk.writing.spelling import Spelling
from tests.desks import reopen
from tests.packs_in import leicester


def wrong(desk: Desk, text: str, case_id=None) -> list[str]:
    spelling = Spelling(desk.writing.words(case_id))
    spelling.load()
    return [word.text for word in spelling.wrong_in(text)]


def test_names_of_the_family_and_of_who_helps_it_are_known_in_their_case(desk: Desk) -> None:
    record = desk.requests.start()
    case_id = desk.forms.open(record).case_id
    people = [
        {
            "id": "00000000-0000-4000-8000-000000000001",
            "kind": "child",
            "given_name": "Quillon",
            "family_name": "Zzyzxwell",
        }
    ]
    helpers = [{"id": "00000000-0000-4000-8000-000000000002", "name": "Priya Thackstoneley"}]
    answers = {"family.people": people, "support.professionals": helpers}
    desk.forms.save(record, answers, place="", steps_done=0, steps_total=9)
    text = "Quillon Zzyzxwell told Ms Thackstoneley and Anita Rowe."
    assert wrong(desk, text, case_id) == []
    assert wrong(desk, text) == ["Quillon", "Zzyzxwell", "Thackstoneley"]


def test_a_word_is_learned_for_the_whole_store_and_may_be_taken_out(desk: Desk) -> None:
    desk.writing.learn("Quillonsedge")
    desk.writing.learn("quillonsedge’s")
    assert desk.writing.learned() == ("quillonsedge",)
    assert wrong(desk, "The Quillonsedge group") == []
    again = reopen(desk)
    assert again.writing.learned() == ("quillonsedge",)
    again.writing.forget("Quillonsedge")
    assert again.writing.learned() == ()
    assert wrong(again, "The Quillonsedge group") == ["Quillonsedge"]
    again.writing.learn("Quillonsedge")
    assert again.writing.learned() == ("quillonsedge",)
    assert again.check() == ()
    again.close()


def test_a_learned_word_is_in_no_plain_file(desk: Desk) -> None:
    desk.writing.learn("Quillonsedge")
    desk.backups.daily()
    files = [path for path in desk.home.root.rglob("*") if path.is_file()]
    assert any(path.name.endswith("-wal") for path in files)
    for path in files:
        content = path.read_bytes().lower()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert "quillonsedge".encode(encoding) not in content, path.name


def test_the_names_of_the_authority_are_spelt_right(demo_desk: Desk) -> None:
    pack = demo_desk.pack
    named = [item.name for item in (*pack.services, *pack.agencies, *pack.contacts, *pack.terms)]
    assert wrong(demo_desk, ". ".join(named)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [("The TAF will help.", ("TAF", "your team")), ("the MASP", ("MASP", "a group of services"))],
)
def test_families_are_told_in_the_words_of_the_authority(text: str, said: tuple[str, str]) -> None:
    found = plain_words_of(leicester()).hard_in(text)
    assert found[0].word == said[0]
    assert found[0].plainer.startswith(said[1])
