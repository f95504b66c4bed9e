"""Of what a model makes of names, the likely part is kept."""
from __future__ import annotations

from collections.abc import Sequence

from mtqa.gazetteer.build.literal import Literal
from mtqa.gazetteer.build.mistranslation import MistranslationBuilder
from mtqa.gazetteer.build.neural import N_BEST, likely_translations
from mtqa.gazetteer.model import Entity, Name
from mtqa.translation import Hypothesis


class _Model:
    source, target, signature = "es", "en", "es-en:toy:0"

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        assert n_best == N_BEST <= beam_size
        return [[Hypothesis("The Hill.", -0.2), Hypothesis("Hillock", -0.9), Hypothesis("Xx", -3.0)] for _ in texts]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        return [0.0 for _ in sources]


def test_unlikely_translations_are_left_out() -> None:
    assert likely_translations(_Model(), ["La Colina"]) == [["The Hill", "Hillock"]]


def test_the_model_is_a_road_of_its_own_for_bodies() -> None:
    literal = Literal({"colina": {"hill": 0.9, "hillock": 0.1}}, {"hill": 5.0}, {})
    paper = Entity("Q1", "media", "newspaper", "ES", (Name("La Colina", "es", "preferred"),), (), 0.7, True,
                   ("curated_orgs",))
    person = Entity("Q2", "person", "", "ES", (Name("Ana Colina", "mul", "preferred"),), (), 0.7, False, ("x",),
                    "Colina")
    builder = MistranslationBuilder(literal, {"hill": 5.0}, {}, set())
    asked: list[str] = []

    def model(names: Sequence[str]) -> list[list[str]]:
        asked.extend(names)
        return likely_translations(_Model(), names)

    found, notes = builder.build([paper, person], {}, False, model)
    assert asked == ["La Colina"] and not any("no model" in note for note in notes)
    assert {(item.text, item.roads) for item in found["Q1"]} == {
        ("The Hill", ("dictionary", "model")), ("Hill", ("dictionary",)), ("Hillock", ("model",))}
    assert builder.build([paper, person], {}, False)[1][-1] == "no model was asked: fewer expected mistranslations"


def test_what_nothing_in_the_spanish_accounts_for_is_a_guess() -> None:
    literal = Literal({"colina": {"hill": 0.9}, "roja": {"red": 0.9}}, {"hill": 5.0}, {})
    names = (Name("La Colina Roja", "es", "preferred"), Name("Dusk", "en", "preferred"))
    film = Entity("Q1", "work", "film", "ES", names, (), 0.7, False, ("curated_orgs",))
    builder = MistranslationBuilder(literal, {"hill": 5.0}, {}, set())
    found, _ = builder.build([film], {}, False, lambda names: [["The Hunting Hill", "The Hill", "The Reds Hill"]])
    assert [item.text for item in found["Q1"] if item.roads == ("model",)] == ["The Reds Hill"]
