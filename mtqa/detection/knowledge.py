"""What the rules may ask: the gazetteer, and the translator's view of single words, each question asked once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.detection.channel import Channel
from mtqa.detection.demonyms import demonyms
from mtqa.detection.inflection import spanish_forms
from mtqa.gazetteer import WordFacts, normalise_office
from mtqa.gazetteer.cognates import are_cognate
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.lookup import LookUp
from mtqa.gazetteer.variants import spellings

if TYPE_CHECKING:
    from mtqa.detection.doubtful_people import Doubt
    from mtqa.translation import Translator

N_BEST = 4
"""Hypotheses asked for a word or a phrase; the weight of a word's n-th is 1/n."""

GIVEN = 100
"""Bearers from which a token counts as a given name."""
SURE = 0.4
"""Weight from which a dictionary's sense of a given name is taken."""

WRITTEN = 0.5
"""Weight of a Spanish word that the es→en model puts into an English one."""

OF_PLACE = 0.3
"""Weight of a place for the word that Spanish has for its people: "Murcia" for *murciano*."""

SHORTEST_HEAD = 4
"""Letters of a word that may stand for a phrase that ends with it."""

ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "lo", "al", "del", "de"})


class Dictionary:
    """What dictionaries alone say, as a :class:`~mtqa.detection.alignment.Wordbook`: no model, no given names."""

    def __init__(self, gazetteer: LookUp) -> None:
        self._gazetteer = gazetteer
        self.glosses = lru_cache(maxsize=20_000)(self._glosses)

    def is_namesake(self, given: str, origin: str) -> bool:
        """Never: phrases hold no given names."""
        return False

    def is_head_of_sense(self, word: str, origin: str) -> bool:
        """Never: in phrases there are words enough to align by chance."""
        return False

    def _glosses(self, word: str) -> dict[str, float]:
        lower = word.lower()
        # Dictionaries have "worldwide" where copy may have "world-wide", and "theater" for "theatre".
        forms = (*spellings(lower), lower.replace("-", ""))
        found = _expanded(dict(next(filter(None, map(self._gazetteer.glosses, forms)), ())))
        found.pop(fold(word), None)
        return found


class Phrasebook(Dictionary):
    """The dictionary for names of several words, in which a place may stand for Spanish's word for its people."""

    def __init__(self, gazetteer: LookUp) -> None:
        super().__init__(gazetteer)
        self.demonyms = lru_cache(maxsize=20_000)(self._demonyms)

    def _demonyms(self, place: str) -> frozenset[str]:
        """Spanish words for the people of a place, in all their forms, folded."""
        return frozenset(_expanded(dict.fromkeys(demonyms(self._gazetteer, place), OF_PLACE)))

    def _glosses(self, word: str) -> dict[str, float]:
        return dict.fromkeys(self.demonyms(word), OF_PLACE) | super()._glosses(word)


class Knowledge:
    """The gazetteer and, where there are models, what they say, behind caches that live as long as a run.

    The translator is asked about words *as words* ("bell", "the bell"): a model that has rightly learnt to copy
    names would copy "Bell" too when it stands in one. The es→en model behind ``channel`` is asked about names.
    """

    def __init__(self, gazetteer: LookUp, back: Translator | None = None, channel: Channel | None = None) -> None:
        self.gazetteer = gazetteer
        self.back = back
        self.channel = channel or Channel()
        self._written: dict[str, set[str]] = {}
        self._model_glosses: dict[str, dict[str, float]] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}
        self._words_asked: set[str] = set()
        self._phrases_asked: set[str] = set()
        self.word = lru_cache(maxsize=50_000)(self._word)
        self.dictionary = Dictionary(gazetteer)
        self.phrasebook = Phrasebook(gazetteer)
        self.glosses = lru_cache(maxsize=20_000)(self._glosses)
        self._namesakes = lru_cache(maxsize=20_000)(self._find_namesakes)
        self._heads = lru_cache(maxsize=20_000)(self._find_heads)
        self.office = lru_cache(maxsize=100_000)(self._office)
        self.body = lru_cache(maxsize=50_000)(self._body)

    def begin_document(self) -> None:
        """Forget which questions were asked, but no answers: a finding must not depend on what was linted before."""
        self._words_asked.clear()
        self._phrases_asked.clear()
        self._written.clear()
        self.glosses.cache_clear()

    def is_namesake(self, given: str, origin: str) -> bool:
        """Whether ``given`` is a Spanish given name and ``origin`` the same name in English or another language."""
        senses = self._namesakes(given)
        return senses is not None and (fold(origin) in senses or self._is_foreign(origin, given))

    def is_head_of_sense(self, word: str, origin: str) -> bool:
        """Whether a dictionary explains the Spanish word by a phrase for a kind of this: "stone fence" is a fence."""
        return word.lower() in self._heads(origin.lower())

    def ask_words(self, words: Iterable[str]) -> None:
        """Let the translator turn words into Spanish, all in one batch; :meth:`glosses` knows the answers after."""
        if self.back is None:
            return
        wanted = {word.lower() for word in words}
        self._words_asked |= wanted
        self.glosses.cache_clear()
        new = sorted(wanted - self._model_glosses.keys())
        if not new:
            return
        texts = [form for word in new for form in (word, f"the {word}")]
        answers = self.back.translate(texts, beam_size=N_BEST, n_best=N_BEST)
        for index, word in enumerate(new):
            weights: dict[str, float] = {}
            for hypotheses in answers[2 * index : 2 * index + 2]:
                for rank, hypothesis in enumerate(hypotheses, 1):
                    spanish = _content(hypothesis.text)
                    if len(spanish) == 1:
                        weights[spanish[0]] = max(weights.get(spanish[0], 0.0), 1 / rank)
            self._model_glosses[word] = weights

    def ask_channel(self, doubts: Sequence[Doubt]) -> None:
        """Let the es→en model say which words of names it may have written; :meth:`glosses` knows the answers after."""
        self.channel.ask(doubt.question for doubt in doubts)
        for doubt in doubts:
            if self.channel.is_likely(doubt.question):
                self._written.setdefault(doubt.word, set()).add(doubt.origin)
        if self._written:
            self.glosses.cache_clear()

    def ask_phrases(self, texts: Iterable[str]) -> None:
        """Let the translator turn whole spans into Spanish, all in one batch; :meth:`phrase` answers after."""
        if self.back is None:
            return
        wanted = set(texts)
        self._phrases_asked |= wanted
        new = sorted(wanted - self._phrases.keys())
        if not new:
            return
        for text, hypotheses in zip(new, self.back.translate(new, beam_size=N_BEST, n_best=N_BEST), strict=True):
            self._phrases[text] = tuple(dict.fromkeys(h.text.strip(" .,;") for h in hypotheses))

    def phrase(self, text: str) -> tuple[str, ...]:
        """The back-translations of a span that was asked about, best first."""
        return self._phrases.get(text, ()) if text in self._phrases_asked else ()

    def is_office(self, text: str) -> bool:
        """Whether a text is an office, or several of them: "Heads of Government"."""
        words = text.split()
        plurals = [i for i, word in enumerate(words) if word.endswith("s")]
        singulars = (" ".join((*words[:i], words[i][:-1], *words[i + 1 :])) for i in plurals)
        return any(self.office(title) is not None for title in (text, *singulars))

    def model_says(self, word: str, spanish: str) -> bool:
        """Whether the translator (not only the dictionary) turns the English word into this Spanish one."""
        return fold(spanish) in _expanded(self._said(word.lower()))

    def channel_says(self, word: str, spanish: str) -> bool:
        """Whether the es→en model writes the English word for this token of some name that it was asked about."""
        return fold(spanish) in self._written.get(word.lower(), ())

    def dictionary_says(self, word: str, spanish: str) -> bool:
        """Whether a dictionary has this Spanish word for the English one, or for a kind of it."""
        return fold(spanish) in self.dictionary.glosses(word) or self.is_head_of_sense(word, spanish)

    def is_dictionary_word(self, word: str) -> bool:
        """Whether a dictionary translates the English word."""
        return bool(self.dictionary.glosses(word))

    def _word(self, token: str) -> WordFacts:
        return self.gazetteer.word(token)

    def _said(self, word: str) -> dict[str, float]:
        return self._model_glosses.get(word, {}) if word in self._words_asked else {}

    def _glosses(self, word: str) -> dict[str, float]:
        found = dict(self.dictionary.glosses(word))
        for spanish, weight in _expanded(self._said(word.lower())).items():
            found[spanish] = max(weight, found.get(spanish, 0.0))
        for spanish in self._written.get(word.lower(), ()):
            found[spanish] = max(WRITTEN, found.get(spanish, 0.0))
        found.pop(fold(word), None)
        return found

    def _is_foreign(self, origin: str, given: str) -> bool:
        facts = self.word(origin)
        return facts.given >= GIVEN and facts.spanish < self.word(given).spanish and are_cognate(given, origin)

    def _find_namesakes(self, given: str) -> frozenset[str] | None:
        """The English names of a Spanish given name, folded; None for a token that is none."""
        facts = self.word(given)
        if facts.given < GIVEN or facts.spanish <= facts.english:
            return None
        senses = (fold(word) for word, weight in self.gazetteer.senses(given.lower()) if weight >= SURE)
        return frozenset(word for word in senses if " " not in word and word != fold(given))

    def _find_heads(self, spanish: str) -> frozenset[str]:
        """The last words of the phrases of two words by which a dictionary explains a Spanish word."""
        phrases = (text.split() for text, weight in self.gazetteer.senses(spanish) if weight >= SURE)
        return frozenset(words[-1] for words in phrases if len(words) == 2 and len(words[-1]) >= SHORTEST_HEAD)

    def _office(self, title: str) -> str | None:
        key = normalise_office(title)
        return key if key in self.gazetteer.office_titles else None

    def _body(self, text: str) -> str | None:
        code = self.gazetteer.territory(text)
        if code or not text[:1].isupper():
            return code
        for match in self.gazetteer.acronym(text) if text.isupper() else self.gazetteer.exact(text):
            if match.entity.kind == "organisation":
                return match.entity.english
        return None


def _expanded(glosses: dict[str, float]) -> dict[str, float]:
    """The glosses in all their forms, folded."""
    found: dict[str, float] = {}
    for spanish, weight in glosses.items():
        for form in spanish_forms(fold(spanish)):
            found[form] = max(weight, found.get(form, 0.0))
    return found


def _content(text: str) -> list[str]:
    """The folded words of a translation without leading articles and punctuation."""
    words = [word.strip(".,;:!?¿¡\"'«»") for word in fold(text).split()]
    while words and words[0] in ARTICLES:
        words.pop(0)
    return [word for word in words if word]
