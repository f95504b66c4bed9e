"""Role phrases, with the facts of a toy gazetteer."""

from __future__ import annotations

import pytest

from mtqa.document.readers.text import read_text
from mtqa.mentions import RolePhrase, find_mentions, find_roles

OFFICES = {"president", "prime minister", "minister of defense", "king", "secretary general"}
BODIES = {"Ruritania": "RU", "Ruritanian": "RU", "North Freedonian": "NF", "European Council": "EC", "Freedonia": "NF"}


class Toy:
    def office(self, title: str) -> str | None:
        return title.lower() if title.lower() in OFFICES else None

    def body(self, text: str) -> str | None:
        return BODIES.get(text)


def roles(text: str) -> list[RolePhrase]:
    document = read_text(text, "story.txt")
    return find_roles(document, find_mentions(document), Toy())


@pytest.mark.parametrize(
    ("text", "office", "body", "person"),
    [
        ("They met the Ruritanian president, Anna Bell, on Friday.", "president", "RU", "Anna Bell"),
        ("They met Ruritanian President Anna Bell on Friday.", "president", "RU", "Anna Bell"),
        ("They met the President of Ruritania, Anna Bell, on Friday.", "president", "RU", "Anna Bell"),
        ("They met the president of the European Council (EC), Anna Bell.", "president", "EC", "Anna Bell"),
        ("They met Prime Minister Anna Bell on Friday.", "prime minister", "", "Anna Bell"),
        ("They met Anna Bell, the Ruritanian president, on Friday.", "president", "RU", "Anna Bell"),
        ("They met Anna Bell, President of Ruritania, on Friday.", "president", "RU", "Anna Bell"),
        ("They met Anna Bell, prime minister of Freedonia.", "prime minister", "NF", "Anna Bell"),
        ("They met the North Freedonian minister of defense, Anna Bell.", "minister of defense", "NF", "Anna Bell"),
        ("They met Ruritania's president, Anna Bell, on Friday.", "president", "RU", "Anna Bell"),
        ("They met President Anna Bell of Ruritania.", "president", "", "Anna Bell"),
    ],
)
def test_both_orders(text: str, office: str, body: str, person: str) -> None:
    (role,) = roles(text)
    assert (role.office, role.body, role.mention.text) == (office, body, person)
    assert role.current


@pytest.mark.parametrize("word", ["former", "then", "acting", "ex"])
def test_people_who_held_it_or_will_are_told_apart(word: str) -> None:
    (role,) = roles(f"They met the {word} Ruritanian president, Anna Bell, on Friday.")
    assert not role.current


def test_elect_after_the_title() -> None:
    assert not any(role.current for role in roles("They met the Ruritanian president elect Anna Bell."))


@pytest.mark.parametrize("text", ["The president spoke.", "Anna Bell spoke.", "The Ruritanian people love Anna Bell."])
def test_no_phrase_where_office_or_person_is_missing(text: str) -> None:
    assert roles(text) == []
