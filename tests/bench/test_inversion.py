"""Inversion counts a span as found whichever way it was asked."""
from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.bench.gold import COLUMNS
from mtqa.bench.inversion import holds, measure_inversion
from tests.support.parrot import Parrot


@pytest.mark.parametrize(("said", "spanish", "found"), [
    (["x", "las campañas"], "Campañas", True),
    (["CAMPANAS"], "las campanas", True),
    (["Rosalia Campanas"], "Rosalía Campanas", True),
    (["Rosalía y Campanas"], "Rosalía Campanas", False),
    (["campanadas"], "Campanas", False),
    (["los"], "Los", True),
    ([], "Campanas", False),
])
def test_holds(said: list[str], spanish: str, found: bool) -> None:
    assert holds(said, spanish) is found


def test_ways_and_classes(tmp_path: Path) -> None:
    text = "Rosalía Bells sang. The Wide Street was full. Nobody saw The Clock."
    spans = [("Rosalía Bells", "Rosalía Campanas", "person_literal", "definite"),
             ("The Wide Street", "La Calle Ancha", "org_literal", "definite"),
             ("The Clock", "El Reloj", "org_literal", "definite"),
             ("Rosalía", "Rosalía", "person_corrupt", "definite"), ("Nobody", "Nadie", "org_literal", "correct")]
    rows = [f"one\t{text.index(s)}\t{text.index(s) + len(s)}\t{s}\t{es}\t{es}\t{kind}\t{status}"
            for s, es, kind, status in spans]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "gold.tsv").write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    known = {"Rosalía Bells": ["Rosalía Bells", "Rosalía Campanas"], "the wide street": ["la calle ancha"],
             "Nobody saw The Clock.": ["Nadie vio el reloj."]}
    shares = measure_inversion(tmp_path, Parrot(lambda asked: known.get(asked, ["nada"])))
    assert [(share.label, share.hits, share.total) for share in shares] == [
        ("alone", 1, 3), ("alone, lower case", 1, 3), ("in its sentence", 1, 3), ("any of these", 3, 3),
        ("  org_literal", 2, 2), ("  person_literal", 1, 1),
    ]
