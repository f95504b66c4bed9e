"""Of two spellings that a name has, the one that is wanted; and nothing that the gazetteer does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.config.settings import Settings
from mtqa.detection.spelling import in_variant, variant_key, variant_of
from mtqa.document.readers import parse
from mtqa.gazetteer import Entity, Gazetteer, Name
from mtqa.gazetteer.variants import PAIRS
from mtqa.linting import Linter
from tests.support.toy import DAY, toy


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = toy()
    names = (
        Name("World Bell Organization", "en", "preferred"),
        Name("World Bell Organisation", "en", "alias"),
        Name("Organización Mundial de Campanas", "es", "preferred"),
        Name("WBO", "en", "acronym"),
        Name("OMC", "es", "acronym"),
    )
    made.entities.append(Entity("toy:wbo", "organisation", "intl_org", "", names, (), 0.8, False, ("toy",)))
    only = (Name("Labour Bell Party", "en", "preferred"), Name("Partido Laborista", "es", "preferred"))
    made.entities.append(Entity("toy:labour", "party", "party", "GB", only, (), 0.8, False, ("toy",)))
    return made.write(tmp_path_factory.mktemp("toy") / "toy.mtqg")


@pytest.mark.parametrize(
    ("name", "british", "american"),
    [
        ("World Bell Organization", "World Bell Organisation", "World Bell Organization"),
        ("World Bell Organisation", "World Bell Organisation", "World Bell Organization"),
        ("World Bell Organization (WBO)", "World Bell Organisation (WBO)", "World Bell Organization (WBO)"),
        ("Labour Bell Party", "Labour Bell Party", "Labour Bell Party"),  # it has no other form
        ("Centre of Nowhere", "Centre of Nowhere", "Centre of Nowhere"),
        ("Matej Encinas", "Matej Encinas", "Matej Encinas"),
    ],
)
def test_a_form_that_the_gazetteer_has(path: Path, name: str, british: str, american: str) -> None:
    gazetteer = Gazetteer.open(path)
    assert (in_variant(name, "en-GB", gazetteer), in_variant(name, "en-US", gazetteer)) == (british, american)


@pytest.mark.parametrize(
    ("tag", "variant"),
    [("en-GB", "en-GB"), ("en_us", "en-US"), ("en-AU", "en-GB"), ("en", None), ("en-CA", None), ("es-US", None),
     (None, None)],
)  # fmt: skip
def test_language_tags(tag: str | None, variant: str | None) -> None:
    assert variant_of(tag) == variant


@pytest.mark.parametrize(
    ("language", "tag", "suggestion"),
    [
        (None, "en", "World Bell Organization (WBO)"),
        ("en-GB", "en", "World Bell Organisation (WBO)"),
        (None, "en-GB", "World Bell Organisation (WBO)"),
        ("en-US", "en-GB", "World Bell Organization (WBO)"),
    ],
)
def test_what_a_lint_suggests(path: Path, language: str | None, tag: str, suggestion: str) -> None:
    linter = Linter(Settings(as_of=DAY, gazetteer=path, use_models=False, language=language))
    page = f"<html lang='{tag}'><p>The World Bell Organization (OMC) met on Friday.</p></html>"
    (found,) = linter.lint(parse(page, "a.html", "html"))
    assert (found.code, found.suggestions[0]) == ("ACR101", suggestion)
    assert ("language:" in linter.signature) == (language is not None)


def test_the_table() -> None:
    assert list(PAIRS) == sorted(PAIRS)
    assert not set(PAIRS) & set(PAIRS.values())
    assert len(set(PAIRS.values())) == len(PAIRS)


def test_one_key_for_both_variants() -> None:
    assert variant_key("Organisations of the Centre") == "organizations of the center"
    assert variant_key("Organizations of the Center") == "organizations of the center"
    assert variant_key("Organs of the Centaur") == "organs of the centaur"
