"""People whom no source lists, in the letters by which French writes Russian and Ukrainian names.

Copy often went through French before it was Spanish, and translators from Spanish let such a name pass: "Youlia
Kroutilina", "Guennadi Barychnikovitch" are no English spellings of anybody's. French romanises by rules of its own:
"ou" for u, "tch" for ch, "ch" for sh, "ï" after vowels, a mute e after -in. Of all that, English has its own letters,
so that a surname need not be known to be respelt; but it must end as such surnames do, the given name must be one in
English, and the story must be about a country where names are written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.features import country_of, display
from mtqa.detection.people import person_spans
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

HOMES = frozenset("AM AZ BG BY GE KG KZ MD RU TJ TM UA UZ".split())
"""Countries whose names French and English take from Russian letters, or write as they do those: each its own way."""
EMIGRANTS = ("FR", "BE", "CH", "CA", "LU", "MC")
"""Countries where people from there live who keep the letters of French."""
SHORTEST = 5
"""Letters of a surname that is respelt."""
UNKNOWN = 1.5
"""Zipf frequency in English from which a token is in use as it stands."""
BEARERS = 30
"""Bearers from which a surname is one as it stands: that of emigrants, who keep their letters."""
GIVEN, TIMES = 300, 10
"""Bearers of a given name as English spells it, and how many times more they are than of another spelling."""

DOTTED = "ï"
"""What French writes after a vowel, and English hardly ever."""
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        ("chtch", "Q"),  # the signs of a sound are not to be read again as those of others
        ("tch", "C"),
        ("ch", "sh"),
        ("Q", "shch"),
        ("C", "ch"),
        ("^[ij](?=ou|[aeo])", "y"),
        ("^you", "yu"),
        ("iou", "yu"),
        ("ou", "u"),
        ("(?<=[aeiou])ss(?=[aeiouyï])", "s"),
        ("gu(?=[eéiï])", "g"),
        ("(?<=[aeéo])ï(?=[ae])", "y"),
        ("oï$", "oy"),
        ("ï", "i"),
        ("é", "e"),
        ("ievich$", "evich"),
        ("(?<=[^aeiou])ine$", "in"),
        ("ski$", "sky"),
        ("andre$", "ander"),
    )
)
"""From French letters to English ones, in this order."""
_FRENCH = re.compile("ou|tch|ï")
"""What none but French writes in such names."""
_BELARUSIAN = re.compile("ousk(?:i|aya)$")
"""An end of surnames that has its "ou" from Belarusian."""
_MUTE = re.compile("[^aeiou]ine$")
"""What French writes in them, and other languages in names of their own."""
_SURNAME = re.compile("(?:[^aeiou][iuy]n|[eo]v|[eo]va|[iy]na|enko|ich|sk[iy]|skaya|uk|yan|dze|shvili)$")
"""Ends of surnames from there, in English letters."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A full name and how English spells its two parts; ``marks`` counts the parts that only French writes so."""

    part: Mention
    given: str
    surname: str
    marks: int

    @property
    def repairs(self) -> dict[str, str]:
        """The parts that change."""
        pairs = zip(self.part.words, (self.given, self.surname), strict=True)
        return {word: right for word, right in pairs if word != right}


def people(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per given name and surname in French letters, in stories of countries that such names are from."""
    share = article.share_of(HOMES)
    if not share or any(article.country_share(land) for land in EMIGRANTS):
        return
    country = min(1.0, 4 * share)
    for part in person_spans(article):
        name = _name(article, part)
        if name is not None:
            yield _candidate(name, country, code)


def _name(article: Article, part: Mention) -> _Name | None:
    if len(part.tokens) != 2 or part.titled or not all(word.isalpha() and word.istitle() for word in part.words):
        return None
    if article.is_settled(part):
        return _listed(article, part)
    given, surname = _given(article, part.words[0]), _surname(article, part.words[1])
    if not given or not surname or (given, surname) == part.words:
        return None
    marks = sum(_FRENCH.search(word.lower()) is not None for word in part.words)
    return _Name(part, given, surname, marks) if marks else None


def _listed(article: Article, part: Mention) -> _Name | None:
    """The name of a known person from there, but for two dots that only French puts: "Andreï" for Andrei."""
    if DOTTED not in part.text:
        return None
    known = [entity for entity in article.named(part.text) if country_of(entity) in HOMES]
    forms = [form for entity in known for form in entity.accepted("en")]
    right = next((form for form in forms if fold(form) == fold(part.text) and DOTTED not in form), "")
    if part.text in forms or len(right.split()) != 2:
        return None
    given, surname = right.split()
    return _Name(part, given, surname, 2)


def _given(article: Article, word: str) -> str:
    """How English spells a given name, "" for what is none."""
    known = article.knowledge.word(word).given
    best = max(_spellings(word), key=lambda text: (article.knowledge.word(text).given, text))
    attested = article.knowledge.word(best).given
    if fold(best) == fold(word):
        return best if attested >= GIVEN else ""
    # One that French people bear, too: the country and the surname have to say whose it is.
    is_shared = fold(word).endswith("andre")
    return best if attested >= GIVEN and (is_shared or attested >= TIMES * known) else word if known >= GIVEN else ""


def _surname(article: Article, word: str) -> str:
    """How English spells a surname, "" for one that does not come from there or that is in use as it stands."""
    facts = article.knowledge.word(word)
    right = respelt(word)
    if len(word) < SHORTEST or not _SURNAME.search(right.lower()) or _BELARUSIAN.search(word):
        return ""
    if fold(right) == fold(word):
        return word
    is_known = facts.english >= UNKNOWN or facts.surname >= BEARERS or article.is_listed(word)
    return "" if is_known else right


def respelt(word: str) -> str:
    """A name in the letters that English has for it."""
    text = word.lower()
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return text.capitalize()


def _spellings(word: str) -> Iterator[str]:
    """English spellings of a given name, which ends in -i or -y as its bearer likes."""
    text = respelt(word)
    yield text
    yield re.sub("(?<=[^aeiou])i$", "y", text)


def _candidate(name: _Name, country: float, code: str) -> Candidate:
    text = f"{name.given} {name.surname}"
    words = name.part.words
    return Candidate(
        code=code,
        table="NAM102-romanised",
        mention=name.part,
        suggestion=display(name.part, text),
        message=f"“{name.part.text}” is not how English spells {text}",
        features={
            "country": country,
            "marks": float(name.marks - 1),
            "both": float(len(name.repairs) - 1),
            "mute": float(_MUTE.search(words[1]) is not None),
            "initial": float(name.part.initial),
        },
        origin=name.part.text,
        evidence=[
            Evidence(
                "spelling", ", ".join(f"French writes {word}, English {right}" for word, right in name.repairs.items())
            ),
            Evidence("country", "the story is about a country whose names each language spells in its own way"),
        ],
        repairs=name.repairs,
        alone=words[1] if words[1] in name.repairs else "",
    )
