"""Copying and scoring draw from the gazetteer, the same names for the same seed."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtqa.bench.copying import SENTENCES, measure_copying
from mtqa.bench.scoring import measure_scoring
from mtqa.gazetteer import Gazetteer
from tests.support.parrot import Parrot
from tests.support.toy import Toy, person


def _gazetteer(folder: Path) -> Gazetteer:
    entities = [person("Nadia Kolb", "Kolb"), person("Ödön Varga", "Varga"), person("Cher", "Cher"),
                person("Francis II", "", spanish="Francisco II"), person("Rut Campana", "Campana"),
                person("Leo Herrero", "Herrero"), person("Eva Nube", "Nube")]
    glosses = {"bell": {"campana": 0.9}, "smith": {"herrero": 0.9}, "cloud": {"nube": 0.9}}
    return Gazetteer.open(Toy(entities, glosses=glosses).write(folder / "toy.mtqg"))


def test_copying_counts_names_alike_in_both_languages(tmp_path: Path) -> None:
    asked: list[str] = []

    def says(text: str) -> list[str]:
        asked.append(text)
        return [text.replace("ö", "o")]

    gazetteer = _gazetteer(tmp_path)
    shares = measure_copying(gazetteer, Parrot(says))
    assert [(share.hits, share.total) for share in shares] == [(4, 5), (4, 4), (0, 1)]
    assert all(any(text in (s.format(n) for s in SENTENCES) for n in ("Nadia Kolb", "Ödön Varga", "Rut Campana",
               "Leo Herrero", "Eva Nube")) for text in asked)
    first = list(asked)
    measure_copying(gazetteer, Parrot(says), names=2)
    measure_copying(gazetteer, Parrot(says), names=2)
    assert len(first) == 5 and asked[5:7] == asked[7:9]


def test_scoring_compares_with_other_words(tmp_path: Path) -> None:
    english = {"Campana": "Bell", "Herrero": "Smith", "Nube": "Cloud"}

    def literal(names: Sequence[str]) -> list[str]:
        return [" ".join(english.get(word, word) for word in name.split()) for name in names]

    def scores(spanish: str, target: str) -> float:
        return -1.0 if target.split()[-1] == english[spanish.split()[-1]] else -2.0

    shares = measure_scoring(_gazetteer(tmp_path), Parrot(scores=scores), literal)
    assert [(share.label, share.hits, share.total) for share in shares] == [
        ("above two random words", 3, 3), ("above another surname", 3, 3)]
    worse = measure_scoring(_gazetteer(tmp_path), Parrot(scores=lambda s, t: 0.0), literal)
    assert [share.hits for share in worse] == [0, 0]
