"""Spanish forms."""

import pytest

from mtqa.detection.inflection import spanish_forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("gato", "gatas"),
        ("gato", "gatos"),
        ("iglesia", "iglesias"),
        ("paz", "paces"),
        ("pintor", "pintora"),
        ("robles", "roble"),
        ("torre", "torres"),
        ("flores", "flor"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert form in spanish_forms(word)


def test_the_word_itself_comes_first_and_nothing_twice() -> None:
    for word in ("gato", "casa", "paz", "y", "más allá", "flores"):
        forms = spanish_forms(word)
        assert forms[0] == word
        assert len(forms) == len(set(forms))
