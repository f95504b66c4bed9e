"""Whether a span is already what English calls an entity, whole or cut short."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rapidfuzz import fuzz

from mtqa.detection.article import Article
from mtqa.detection.people import name_words
from mtqa.detection.phrases import without_article
from mtqa.detection.spelling import variant_key
from mtqa.document import Token
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

SAME_NAME = 70
"""Similarity (0..100) from which two forms of a name are spellings of one."""

LANDFORMS = frozenset("bay gulf cape isle island islands sea lake strait peninsula channel river mount valley".split())
DIVISIONS = frozenset(
    "state province city town region department municipality county district kingdom republic".split()
)

INSTITUTIONS = frozenset(
    "academy archdiocese archive assembly bank chamber college council court diocese government hospital institute"
    " library ministry museum observatory parliament police port school senate university".split()
)
"""What English calls bodies that many places have."""
OF_A_PLACE = INSTITUTIONS - {"bank", "chamber", "government", "parliament", "senate"}
"""Those that English calls by the place before them, too: "Ruritania University"."""
POSTPOSITIVE = frozenset({"royal", "general", "elect", "designate", "emeritus", "laureate", "apostolic", "adjutant"})
"""Adjectives that English, too, puts behind a noun: the Theatre Royal, an attorney general."""
SMALL_WORDS = frozenset({"a", "an", "and", "of", "the"})
SEATED = frozenset({"hospital", "library", "museum", "school", "theatre", "university"})
"""Kinds of bodies that stand somewhere, as places do."""
_WHERE = frozenset({"in", "at", "near"})
LONGEST_PLACE = 3
"""Words of a place's name that is looked for behind a span."""
ABBREVIATED = {r"\bU\.N\.|\bUN\b": "United Nations", r"\bU\.S\.": "United States"}
"""What English names abbreviate as they like."""
STEM_LETTERS = 5
"""Letters by which a word of the span is known again in the English name, whatever its ending."""
GLOSS_REACH = 12
"""Tokens before a bracket, or within it, in which the Spanish name is looked for that the English explains."""
APOSTROPHES = "'’"
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


def is_right(article: Article, span: Mention, entity: Entity, spanish: str = "") -> bool:
    """Whether the span holds a form that English has for the entity.

    Where it translates ``spanish``, a longer name of it, one word that passed through does not make it right, unless
    the others say what it is: "the Torda Bank" is right for Banco Torda, "Saint Peter of Torda" is not for what is
    called Torda for short.
    """
    said = f" {variant_key(without_article(span.text).rstrip(APOSTROPHES))} "
    forms = [without_article(form) for form in spelt_out(entity)]
    # "the Civil Guard" is short for "Spanish Civil Guard" wherever the country is plain.
    forms += [rest for form in forms if (rest := _without_demonym(article, form))]
    # An acronym may stand in a translated name too ("RUP" in "RUP Chain"); any other form makes the span right.
    beyond = _beyond(span, spanish) if spanish else []
    if beyond and not any(_is_kind(article, word) for word in beyond):
        forms = [form for form in forms if fold(form) not in fold(spanish).split() or fold(form) == fold(spanish)]
    keys = [(f" {variant_key(form)} ", form.isupper()) for form in forms]
    if any(said == key or (not is_acronym and key in said) for key, is_acronym in keys):
        return True
    return _is_owned(span) and any(_same_words(span.text, form) for form in forms)


def _is_owned(span: Mention) -> bool:
    return any(word[-2:].lower() in {"'s", "’s"} for word in span.words[:-1])


def _same_words(text: str, form: str) -> bool:
    """Whether two names have the same words but for small ones: "Torda's Bell Museum" is the Bell Museum of Torda."""
    one, other = (
        sorted(word for word in fold(re.sub(r"['’]s\b", "", name)).split() if word not in SMALL_WORDS)
        for name in (text, form)
    )
    return one == other


def _is_kind(article: Article, word: str) -> bool:
    return word.lower() in LANDFORMS | DIVISIONS | INSTITUTIONS or article.knowledge.gazetteer.is_head_noun(word)


def _beyond(span: Mention, spanish: str) -> list[str]:
    """The words of a span that the Spanish name has not."""
    kept = set(fold(spanish).split())
    return [word for word in span.words if fold(word) not in kept and word.lower() not in SMALL_WORDS]


def spelt_out(entity: Entity) -> list[str]:
    """The English forms of an entity, and those with their abbreviations written out: "United Nations" for "U.N."."""
    forms = list(entity.accepted("en"))
    for short, whole in ABBREVIATED.items():
        forms += [re.sub(short, whole, form) for form in forms]
    return list(dict.fromkeys(forms))


def is_shortened(words: tuple[str, ...], entity: Entity) -> bool:
    """Whether the span is an English name of the entity with words left out: it is no translation."""
    if len(words) < 2:
        return False
    for form in entity.accepted("en"):
        theirs = iter(variant_key(form).split())
        if all(variant_key(word) in theirs for word in words):
            return True
    return False


def is_built_in_english(words: Sequence[str], spanish: str, entity: Entity) -> bool:
    """Whether the span is English for a body that keeps its name: the name, and behind it what the body is.

    "Tirso Encinas Observatory" is nobody's mistake, nor is a Theatre Royal.
    """
    *names, kind = words
    kept = set(fold(spanish).split())
    if kind.lower() in POSTPOSITIVE and len(names) == 1:
        return True
    is_named = bool(names) and all(name[:1].isupper() and fold(name) in kept for name in names)
    return fold(entity.english) == fold(spanish) and kind.lower() in INSTITUTIONS and is_named


def is_place_by_its_kind(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether the span is English as it stands: a bay of somewhere, the state or the police of a place in English.

    English translates what a place or a public body is, whatever it does with its name.
    """
    head, of, rest = without_article(span.text).partition(" of ")
    if not of:
        place, _, kind = without_article(span.text).rpartition(" ")
        return kind.lower() in OF_A_PLACE and article.names_place(place)
    if entity.kind == "place":
        return entity.english == entity.spanish and head.lower() in LANDFORMS
    public = head.lower() in LANDFORMS | DIVISIONS or head.lower().rpartition(" ")[2] in INSTITUTIONS
    return public and article.names_place(rest)


def is_elsewhere(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether something is placed in another country than its own by what stands behind: "Oak Hall in Ruritania".

    Papers and parties may be anywhere.
    """
    tokens = article.sentence(span).tokens
    at = span.first + len(span.tokens)
    stands = entity.kind == "place" or entity.subkind in SEATED
    if not stands or not entity.country or at >= len(tokens) or tokens[at].text not in _WHERE:
        return False
    text = article.block(span).text
    for stop in range(min(len(tokens), at + LONGEST_PLACE + 1), at + 1, -1):
        named = article.named(text[tokens[at + 1].start : tokens[stop - 1].end])
        places = [place for place in named if place.kind == "place" and place.country]
        if places:
            return all(place.country != entity.country for place in places)
    return False


def is_gloss(article: Article, span: Mention, spanish: str) -> bool:
    """Whether the story explains the Spanish name by the span, or the span by it: "La Colina (The Hill)"."""
    tokens = article.sentence(span).tokens
    end = span.first + len(span.tokens)
    opened = _last(tokens, span.first, _OPENING, _CLOSING)
    if opened is not None:
        return _holds(tokens[max(0, opened - GLOSS_REACH) : opened], spanish)
    after = [token.text for token in tokens[end : end + 2]]
    if _OPENING.isdisjoint(after):
        return False
    start = end + 1 + (after[0] not in _OPENING)
    closed = next((i for i in range(start, len(tokens)) if tokens[i].text in _CLOSING), len(tokens))
    return _holds(tokens[start : min(closed, start + GLOSS_REACH)], spanish)


def _last(tokens: Sequence[Token], end: int, marks: Set[str], stops: Set[str]) -> int | None:
    """The last of some marks before a token that no stop follows."""
    for index in range(end - 1, -1, -1):
        if tokens[index].text in stops:
            return None
        if tokens[index].text in marks:
            return index
    return None


def _holds(tokens: Sequence[Token], spanish: str) -> bool:
    """Whether the tokens have every word of a Spanish name."""
    return set(map(fold, name_words(spanish))) <= {fold(token.text) for token in tokens}


def is_turned(first: str, second: str, entity: Entity) -> bool:
    """Whether every English name that has both words has them the other way round, and one does."""
    if second.lower() in POSTPOSITIVE:
        return False
    seen = [
        (min(ours), min(theirs))
        for form in entity.accepted("en")
        if (ours := places_in(first, form)) and (theirs := places_in(second, form))
    ]
    return bool(seen) and all(one > other for one, other in seen)


def has_its_head_first(words: Sequence[str], entity: Entity) -> bool:
    """Whether three words or more of a body's name stand as in Spanish, what it is before its name: "Movement San
    Tirso", where English has just these words with that one last."""
    if len(words) < 3 or entity.kind == "place":
        return False
    ours = [fold(word) for word in words]
    turned = [*ours[1:], ours[0]]
    forms = [fold(form).split() for form in entity.accepted("en")]
    return turned in forms and not any(form[0] == ours[0] for form in forms)


def places_in(word: str, form: str) -> list[int]:
    """Where a word stands in a form, whatever its ending."""
    stem = fold(word)[:STEM_LETTERS]
    return [index for index, other in enumerate(fold(form).split()) if other.startswith(stem)]


def is_nickname(spanish: str, entity: Entity) -> bool:
    """Whether a Spanish form is another name than the preferred ones, not just a spelling or the beginning of one."""
    forms = (entity.spanish, entity.english)
    return all(fuzz.ratio(fold(spanish), fold(form)) < SAME_NAME and not is_short_for(spanish, form) for form in forms)


def is_short_for(name: str, form: str) -> bool:
    """Whether a name is the beginning of a longer form."""
    return fold(form).startswith(f"{fold(name)} ")


def _without_demonym(article: Article, form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if " " in rest and article.knowledge.gazetteer.territory(first) else ""
