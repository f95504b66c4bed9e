"""Short pairs in title case and capitals."""
from __future__ import annotations

import random

from mtqa.translation.training.titles import title, titles


def test_title() -> None:
    assert title("the bell of the old town") == "The Bell of the Old Town"
    assert title("la campana de la villa") == "La Campana de la Villa"


def test_forms_and_limits() -> None:
    pairs = [("The bell is old.", "¡La campana es vieja!")] * 200
    out = set(titles(random.Random(1), pairs))
    assert out == {("THE BELL IS OLD", "LA CAMPANA ES VIEJA"), ("The Bell Is Old", "La campana es vieja"),
                   ("The Bell Is Old", "La Campana Es Vieja")}
    long = [("a b c d e f g", "a"), ("a", "a b c d e f g"), ("?", "¿"), ("", "x"), ("3 bells", "3 campanas")]
    assert list(titles(random.Random(1), long)) == []
