"""Word-by-word English for Spanish names, as a translator that reads names as words would write it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import product

from rapidfuzz import fuzz

from mtqa.gazetteer.build.demonyms import usual_names
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.inflection import english_lemmas, spanish_lemmas

SMALL = {
    "el": "the", "la": "the", "los": "the", "las": "the", "lo": "the", "de": "of", "del": "of the",
    "y": "and", "e": "and",
    "o": "or", "u": "or", "en": "in", "para": "for", "por": "for", "con": "with", "sin": "without", "a": "to",
    "al": "to the",
    "un": "a", "una": "a", "no": "no", "es": "is", "entre": "between", "sobre": "on", "desde": "from", "hasta": "until",
    "contra": "against", "su": "its", "mi": "my", "tu": "your", "que": "that", "más": "more", "muy": "very", "se": "",
}  # fmt: skip
"""Function words; dictionaries list far too many senses of them."""
_SMALL_ENGLISH = frozenset(word for text in SMALL.values() for word in text.split())
_ARTICLES = ("el", "la", "los", "las")
_ENDINGS = (("amos", "we ", ""), ("emos", "we ", ""), ("imos", "we ", ""), ("ame", "", " me"), ("eme", "", " me"))
"""Verb endings that English says with a pronoun: "podemos" → "we can", "sálvame" → "save me"."""
_SENSES = 2
_LEAST_WEIGHT = 0.3
_MOST = 6
_NAME_IN_ENGLISH = 1000
_ALIKE = 60.0
"""Similarity from which an English word is the Spanish one respelt."""

Senses = Mapping[str, Mapping[str, float]]


class Literal:
    """Dictionary translations of single words of names, with number kept."""

    def __init__(self, senses: Senses, english: Mapping[str, float], given: Mapping[str, int]) -> None:
        """``senses``: Spanish word → English words with weights; ``english``: Zipf frequencies; ``given``: bearers of
        given names of the world, by folded word."""
        self._senses, self._english, self._given = senses, english, given
        self._cache: dict[str, tuple[str, ...]] = {}
        self._explained: dict[str, frozenset[str]] = {}
        codes = {name.lower(): code for code, name in usual_names("es").items()}
        self._countries = {name: usual_names("en")[code] for name, code in codes.items()}

    def word(self, word: str) -> tuple[str, ...]:
        """English for one Spanish word, capitalised, at most three forms; () when no dictionary has the word."""
        lower = word.lower()
        if lower not in self._cache:
            self._cache[lower] = tuple(text[0].upper() + text[1:] for text in self._translate(lower))
        return self._cache[lower]

    def _translate(self, lower: str) -> list[str]:
        if lower in self._countries:
            return [self._countries[lower]] if self._countries[lower].lower() != lower else []
        if len(lower) < 3 or not lower.isalpha():
            return []
        found = self._entry(lower)
        if found:
            return found[:_SENSES]
        for lemma in self._lemmas(lower):
            if found := self._entry(lemma):
                if lower.endswith("s") and not lemma.endswith(("s", "ar", "er", "ir")):
                    # A plural comes out as one or, read as an adjective, as a singular.
                    found = [form for text in found[:_SENSES] for form in (text, self._plural(text))]
                elif lemma.endswith(("ar", "er", "ir")):
                    found = [self._with_pronoun(lower, text) for text in found]
                return list(dict.fromkeys(found))[: _SENSES + 1]
        return []

    @staticmethod
    def _lemmas(lower: str) -> list[str]:
        """Dictionary forms; imperatives with a pronoun carry an accent that their verb does not ("sálvame")."""
        lemmas = spanish_lemmas(lower)
        if lower.endswith("me"):
            plain = "".join(c for c in unicodedata.normalize("NFD", lower) if c != "\u0301")
            lemmas += spanish_lemmas(unicodedata.normalize("NFC", plain))
        return lemmas

    @staticmethod
    def _with_pronoun(word: str, text: str) -> str:
        for ending, before, after in _ENDINGS:
            if word.endswith(ending):
                return f"{before.title()}{text[0].upper()}{text[1:]}{after.title()}"
        return text

    def _entry(self, word: str) -> list[str]:
        table = self._senses.get(word, {})
        return [text for text, weight in table.items() if weight >= _LEAST_WEIGHT and " " not in text and text != word]

    def _plural(self, text: str) -> str:
        """The regular plural where it is a known English word, else the word itself."""
        if text.endswith("y") and text[-2:-1] not in "aeiou":
            plural = text[:-1] + "ies"
        else:
            plural = text + ("es" if text.endswith(("s", "x", "ch", "sh")) else "s")
        return plural if self._english.get(plural, 0.0) > 1.5 else text

    def accounts_for(self, name: str, english: str) -> bool:
        """Whether each word of ``english`` comes from one of the Spanish ``name``, by a dictionary or by its spelling,
        and no word of the name is left over. Function words do not count."""
        spanish = [word for word in name.lower().replace("-", " ").split() if word not in SMALL]
        words = [word for word in fold(english).replace("-", " ").split() if word not in _SMALL_ENGLISH]
        return all(any(self._may_become(es, en) for es in spanish) for en in words) and all(
            any(self._may_become(es, en) for en in words) for es in spanish
        )

    def _may_become(self, spanish: str, english: str) -> bool:
        if spanish not in self._explained:
            texts = [text for form in (spanish, *self._lemmas(spanish)) for text in self._senses.get(form, {})]
            self._explained[spanish] = frozenset(word for text in texts for word in fold(text).split())
        explained = not self._explained[spanish].isdisjoint((english, *english_lemmas(english)))
        return explained or fuzz.ratio(fold(spanish), english) >= _ALIKE

    def person(self, name: str) -> list[str]:
        """A personal name with its surname, its given name, or both translated, at most six forms."""
        words = name.split()
        options = [self._in_name(word) if word[:1].isupper() else () for word in words]
        places = [index for index, option in enumerate(options) if option]
        forms: list[str] = []
        for subset in (places[-1:], places[:1], places):
            for choice in product(*(options[index] for index in subset)):
                words_now = list(words)
                for index, text in zip(subset, choice):
                    words_now[index] = text
                forms.append(" ".join(words_now))
        return [form for form in dict.fromkeys(forms) if form != name][:_MOST]

    def _in_name(self, word: str) -> tuple[str, ...]:
        """Translations of a word of a personal name; given names do not turn English ("Juan" is not "John")."""
        is_given = self._given.get(fold(word), 0) >= _NAME_IN_ENGLISH
        return tuple(
            text for text in self.word(word) if not (is_given and self._given.get(fold(text), 0) >= _NAME_IN_ENGLISH)
        )

    def phrase(self, name: str) -> list[str]:
        """A title or an organisation word by word, nouns and adjectives in either order, with and without article."""
        words = name.split()
        options: list[tuple[str, ...]] = []
        translated = False
        for index, word in enumerate(words):
            small = SMALL.get(word.lower())
            if small is not None:
                options.append((small[:1].upper() + small[1:] if index == 0 else small,))
                translated = translated or (word.lower() not in _ARTICLES and len(words) > 1)
            else:
                # Capitals are an acronym, which stays ("Cadena SER").
                found = () if word.isupper() and len(word) > 1 else self.word(word)
                options.append(found or (word,))
                translated = translated or bool(found)
        if not translated:
            return []
        forms: list[str] = []
        for choice in list(product(*options))[:4]:
            forms += self._orders(list(choice), words)
        return [form for form in dict.fromkeys(forms) if form and form != name][:_MOST]

    def _orders(self, texts: list[str], words: list[str]) -> list[str]:
        plain = " ".join(text for text in texts if text)
        found = [plain]
        head = 1 if words[0].lower() in _ARTICLES else 0
        content = [index for index in range(head, len(words)) if words[index].lower() not in SMALL]
        if len(content) == 2 and content[1] == content[0] + 1:
            swapped = [*texts[: content[0]], texts[content[1]], texts[content[0]], *texts[content[1] + 1 :]]
            found.append(" ".join(text for text in swapped if text))
        if head and len(words) > 1:
            found += [form.partition(" ")[2] for form in found]
        return found
