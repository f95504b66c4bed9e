"""Made-up Spanish names of bodies and works: of what they consist, and that they agree."""

from __future__ import annotations

import random

from mtqa.translation.training.bodies import composed_bodies, titles_of_works

DICTIONARY = [
    ("museum", "museo", "n"),
    ("league", "liga", "n"),
    ("bank", "banco", "n"),
    ("house", "casa", "n"),
    ("lake", "lago", "m"),
    ("of", "de", "prep"),
    ("to lose", "perder", "v"),
]
REAL = ["Museo Marítimo", "Museo del Queso", "Liga Náutica", "Liga de Amas", "La Liga", "Banco Único", "De Paso"]


def test_heads_of_several_names_take_tails_of_their_gender_or_fillers() -> None:
    made = composed_bodies(random.Random(2), REAL, DICTIONARY, ["Ordaz"], 200)
    assert {name.split()[0] for name in made} == {"Museo", "Liga"}, "a bank has one name here, an article heads none"
    assert {name for name in made if name.startswith("Museo ")} == {
        f"Museo {tail}" for tail in ("Marítimo", "Único", "del Queso", "de Amas", "Ordaz", "de Ordaz")
    }
    assert {name for name in made if name.startswith("Liga ")} == {
        f"Liga {tail}" for tail in ("Náutica", "del Queso", "de Amas", "Ordaz", "de Ordaz")
    }


def test_no_names_no_bodies() -> None:
    assert composed_bodies(random.Random(1), ["Ordaz"], DICTIONARY, ["Ordaz"], 10) == []


def test_works_are_noun_phrases_of_the_text() -> None:
    lines = ["Vimos la casa del lago y los lagos sin museo.", "Hay que perder la liga de perder."]
    made = titles_of_works(random.Random(3), lines * 2, DICTIONARY, 20)
    assert sorted(title.lower().removeprefix("la ").removeprefix("los ") for title in made) == [
        "casa del lago",
        "lagos sin museo",
    ]
    assert all(title[0].isupper() for title in made)


def test_the_same_seed_gives_the_same() -> None:
    first, second = (composed_bodies(random.Random(7), REAL, DICTIONARY, ["Ordaz"], 30) for _ in range(2))
    assert first == second
