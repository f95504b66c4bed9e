"""Every template fills all its slots in both languages."""
from __future__ import annotations

import random

import pytest

from mtqa.translation.training.templates import ORGANISATION, PERSON, sentence

FILLERS = {"P": ("Ann Marsh", "Ann Marsh"), "Q": ("Luz Prado", "Luz Prado"), "O": ("the Guild", "el Gremio"),
           "L": ("London", "Londres"), "C": ("Poland", "Polonia"), "D": ("Polish", "polaco"), "Y": ("1999", "1999"),
           "N": ("7", "7")}


@pytest.mark.parametrize("about", ["person", "organisation"])
def test_no_slot_is_left(about: str) -> None:
    for seed in range(400):
        en, es = sentence(random.Random(seed), FILLERS, about)
        assert "{" not in en + es and " de el " not in es
        assert en.endswith(".") and es.endswith(".") and en[0].isupper()
        assert en.count("Ann Marsh") == es.count("Ann Marsh")


def test_both_sides_name_the_same_slots() -> None:
    for en, es in PERSON + ORGANISATION:
        for slot in "PQOLCDRYN":
            assert en.count(f"{{{slot}}}") == es.count(f"{{{slot}}}"), en
