"""Every rule of the lint of the gazetteer, on a file that breaks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build.lexicon import word_sections
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.checking import violations
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.model import ROLES, Entity, Name, Tenure
from mtqa.gazetteer.records import Expected


def name(text: str, lang: str = "mul", role: str = "preferred") -> Name:
    return Name(text, lang, role)


def person(number: int, *names: Name, tenures: tuple[Tenure, ...] = (), prominence: float = 0.0) -> Entity:
    return Entity(f"Q{number}", "person", "", "PL", names, tenures, prominence)


def held(start: str, end: str) -> tuple[Tenure, ...]:
    return (Tenure("president", "PL", start, end, "test"),)


def broken(
    path: Path, entities: Sequence[Entity], expected: Mapping[str, tuple[Expected, ...]] | None = None
) -> list[str]:
    words = word_sections({"en": {"rose": 5.0, "zofia": 1.0}, "es": {}}, {}, {}, set())
    path.write_bytes(pack({"meta": meta_section({}), **entity_sections(entities, expected or {}), **words}))
    return [rule for rule, _ in violations(Gazetteer.open(path))]


GOOD = person(1, name("Zofia Wilk"), tenures=held("2001-05", "2003-12"))


@pytest.mark.parametrize(
    ("rule", "entities"),
    [
        ("duplicate id", [GOOD, GOOD]),
        ("order", [GOOD, person(2, name("Ewa Lis"), prominence=0.5)]),
        ("no name", [person(2)]),
        ("duplicate name", [person(2, name("Ewa Lis"), name("Ewa Lis", "en", "alias"))]),
        ("several preferred names", [person(2, name("Ewa Lis"), name("Eva Lis", "en"))]),
        ("not normalised", [person(2, name("Ewa  Lis"))]),
        ("not normalised", [person(2, name("Ewa Zaja\u0328c"))]),
        ("not a name", [person(2, name("Ewa <b>"))]),
        ("a common English word as a person's name", [person(2, name("Rose"))]),
        ("tenure ends before it starts", [person(2, name("Ewa Lis"), tenures=held("2005", "2003"))]),
        ("not a date", [person(2, name("Ewa Lis"), tenures=held("May 2005", "2006"))]),
        ("two holders at once", [GOOD, person(2, name("Ewa Lis"), tenures=held("2002", "2006"))]),
        ("derived form that English calls something", [GOOD, person(2, name("E"), name("Zofia Wilk", "es", ROLES[3]))]),
    ],
)  # fmt: skip
def test_a_fault_is_found(tmp_path: Path, rule: str, entities: list[Entity]) -> None:
    assert rule in broken(tmp_path / "x.mtqg", entities)


def test_a_good_file_has_none(tmp_path: Path) -> None:
    other = person(2, name("Ewa Lis"), name("Zofia", "es", "alias"), tenures=held("2003-11", ""))
    work = Entity("Q3", "work", "film", "PL", (name("Rose"),))
    assert broken(tmp_path / "x.mtqg", [GOOD, other, work]) == []


def test_faults_of_expected_mistranslations(tmp_path: Path) -> None:
    other = person(2, name("Ewa Lis"))
    accepted = {"Q1": (Expected("Zofia Wilk", "Zofia Wilk", ("gloss",), False),)}
    assert broken(tmp_path / "a.mtqg", [GOOD], accepted) == ["accepted name expected as a mistranslation"]
    unmarked = {"Q1": (Expected("Ewa Lis", "Zofia Wilk", ("dictionary",), False),)}
    assert broken(tmp_path / "b.mtqg", [GOOD, other], unmarked) == [
        "name of something else expected as a mistranslation, not marked ambiguous"
    ]
    loop = {
        "Q1": (Expected("Ewa Fox", "Zofia Wolf", ("dictionary",), False),),
        "Q2": (Expected("Zofia Wolf", "Ewa Fox", ("dictionary",), False),),
    }
    assert broken(tmp_path / "c.mtqg", [GOOD, other], loop) == ["loop"]
