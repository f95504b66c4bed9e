"""What a word may have been before it lost letters."""

from __future__ import annotations

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.gazetteer.alphabets import FOREIGN
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holes import Restored, restored
from mtqa.gazetteer.spellings import SEPARATOR, Spellings

NAMES = ["Jirka Tomšíček", "Ilona Tőrdai", "Ármin Köllweg", "Bela Torda", "Vaško", "Straßner", "Kollweg & Sons"]
LISTED = ["Ondráš", "Ludvík"]


@pytest.fixture(scope="module")
def words() -> Spellings:
    pieces: dict[str, list[str]] = {fold(word): [] for name in NAMES for word in name.split()}
    for name in NAMES:
        for word in name.split():
            pieces[fold(word)].append(name)
    listed = marisa_trie.Trie(SEPARATOR.join((fold(name), name, "CZ")) for name in LISTED)
    return Spellings(marisa_trie.Trie(pieces), listed, lambda word: pieces.get(word, []))


@pytest.mark.parametrize(
    ("word", "hidden", "found"),
    [
        ("Tomíček", 1, Restored("Tomšíček", ("š",), 0, 0, 1)),
        ("Tomaíček", 1, Restored("Tomšíček", ("š",), 1, 0, 1)),
        ("Tom-íček", 0, Restored("Tomšíček", ("š",), 0, 1, 1)),
        ("Tom.í-ek", 0, Restored("Tomšíček", ("š", "č"), 0, 2, 1)),
        ("Tomíek", 2, Restored("Tomšíček", ("š", "č"), 0, 0, 1)),
        ("T.rdai", 0, Restored("Tőrdai", ("ő",), 0, 1, 1)),
        ("Ermin", 1, Restored("Ármin", ("Á",), 1, 0, 1)),
        ("Ondrá", 1, Restored("Ondráš", ("š",), 0, 0, 5)),
        ("Vako", 1, Restored("Vaško", ("š",), 0, 0, 1)),
    ],
)
def test_the_word_that_lost_letters(words: Spellings, word: str, hidden: int, found: Restored) -> None:
    assert restored(word, words, hidden) == [found]


@pytest.mark.parametrize(
    ("word", "hidden"),
    [
        ("Tomšíček", 1),  # nothing is lost
        ("Tomsicek", 1),  # house style writes plain letters
        ("Tomšíčk", 1),  # no decoder lacks an E
        ("Trda", 1),
        ("rmin", 1),  # a name that lost its first letter has no capital left; this is not one
        ("Rmin", 1),
        ("Tomíek", 1),  # two letters
        ("T-.-š-č-k", 0),
        ("Straner", 1),  # ß folds to two letters
        ("Š.", 1),
        ("", 1),
        ("Tmšíček", 1),  # decoders of Spanish have an O
        ("Ondrš", 1),  # and an á
        ("Tomicek", 1),  # plain letters for others: none is lost
        ("Tomaicek", 1),
        ("Tordo", 1),
    ],
)
def test_others_are_no_broken_words(words: Spellings, word: str, hidden: int) -> None:
    assert restored(word, words, hidden) == []


def test_all_spellings_are_given_the_commonest_first() -> None:
    people = [("Hašim", "BA"), ("Haşim", "AZ"), ("Haşim", "TR")]
    listed = marisa_trie.Trie(SEPARATOR.join((fold(name), name, code)) for name, code in people)
    words = Spellings(marisa_trie.Trie(), listed, lambda word: ())
    assert [(found.text, found.lost) for found in restored("Ha-im", words, 0)] == [("Haşim", ("ş",)), ("Hašim", ("š",))]


@given(st.sampled_from(["Tomšíček", "Tőrdai", "Köllweg", "Vaško", "Ondráš"]), st.sampled_from([*".-'", "a", "o", ""]))
def test_a_letter_lost_anyhow_is_found_again(words: Spellings, name: str, left: str) -> None:
    at = next(index for index, char in enumerate(name) if char in FOREIGN)
    if fold(name[at]) != left:
        word = name[:at] + left + name[at + 1 :]
        assert name in [found.text for found in restored(word, words, int(left not in (".", "-", "'")))]


@given(st.text(max_size=12), st.integers(0, 2))
def test_any_text_is_looked_up(words: Spellings, word: str, hidden: int) -> None:
    for found in restored(word, words, hidden):
        assert found.lost and not any(letter.isascii() for letter in found.lost)
