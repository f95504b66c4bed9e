"""What the es→en model is asked, and what its scores say."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.detection.channel import LIKELY, Channel, Question
from mtqa.translation import Hypothesis

BELLS = Question("Rosalía Campanas", "Rosalía Bells", "Rosalía Campanas")
MARKET = Question("Rosalía Campanas", "Rosalía Market", "Rosalía Campanas")


class Forward:
    """A model that writes Bells gladly, anything else hardly."""

    source, target, signature = "es", "en", "es-en:fake:0"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def translate(self, texts: Sequence[str], *, beam_size: int = 4, n_best: int = 1) -> list[list[Hypothesis]]:
        raise AssertionError("the channel scores, it does not translate")

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        self.asked += zip(sources, targets, strict=True)
        return [-2.0 if "Bells" in text else -3.0 if "Campanas" in text else -3.0 + 2 * LIKELY for text in targets]


def test_a_word_that_the_model_writes_is_likely_and_one_that_it_does_not_is_none() -> None:
    channel = Channel(Forward)
    channel.ask([BELLS, MARKET])
    assert channel.margin(BELLS) == 1.0
    assert channel.margin(MARKET) == 2 * LIKELY
    assert channel.is_likely(BELLS)
    assert not channel.is_likely(MARKET)
    assert channel.weight(BELLS) == 1.0
    assert -1.0 <= channel.weight(MARKET) < 0.0
    assert channel.weight(Question("Ana", "Ann", "Ana")) == 0.0  # nobody asked


def test_nothing_is_asked_twice_and_all_in_one_call() -> None:
    forward = Forward()
    channel = Channel(lambda: forward)
    channel.ask([MARKET, BELLS, BELLS])
    channel.ask([BELLS])
    assert sorted(forward.asked) == sorted(
        (question.spanish, text) for question in (BELLS, MARKET) for text in (question.english, question.kept)
    )


def test_the_model_is_not_opened_before_it_is_asked() -> None:
    def fails() -> Forward:
        raise AssertionError("opened")

    Channel(fails).ask([])


def test_without_a_model_nothing_is_known() -> None:
    channel = Channel()
    channel.ask([BELLS])
    assert channel.margin(BELLS) is None
    assert not channel.is_likely(BELLS)
