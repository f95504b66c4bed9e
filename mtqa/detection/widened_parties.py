"""Parties whose translated name lost its capitals, wholly or in part: "the leader of more field".

A translator that takes a name for words writes them small, so that no run of capitals holds the name: the span is wider
than its capitals, on either side, or has none at all. What small words say they say everywhere; the sentence must show
that a party stands there: somebody leads it or sits for it, it is called one, or it stands beside another party of the
same country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display
from mtqa.detection.knowledge import ARTICLES
from mtqa.detection.lone_translations import SPEAKS
from mtqa.detection.phrases import hypotheses
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

TABLE = "NAM101-widened"
LONGEST = 4
"""Words of a party's name."""
STEM = 5
"""Letters by which a place is known in the name of a party."""
LEADING = frozenset(
    "leader leaders leadership candidate candidates spokesman spokeswoman spokesperson deputy deputies senator senators"
    " councillor councillors councilor councilors secretary coordinator founder member members militant militants"
    " voter voters ranks list lists headquarters congress".split()
)
"""What parties have: before "of" and the name."""
KINDS = frozenset({"party", "parties", "coalition", "formation"})
"""What they are called, before the name."""
HEAD = "party"
OF = frozenset({"of", "for", "from"})
PRONOUNS = frozenset({"we", "they", "you", "i", "he", "she", "it"})
"""Words with which a clause begins right behind a noun."""
SMALL = frozenset({"the", "a", "an", "of", "for", "and", "to", "in", "on", "by", "with"})
"""Words that no name begins or ends with, and that carry no meaning of their own."""
JOINED = frozenset({"and", "or"})
BETWEEN = JOINED | {",", "between", "of", "from", "by", "for", "than"}
"""Words before the first of two parties."""
GOES_ON = JOINED | frozenset(
    "as at but by came for from gave had has have in is left lost made met of on said spoke than that to took was went"
    " were which who will with won would".split()
)
"""What may follow a name that is whole."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A span and what the sentence says of it: somebody of it stands before, it is called a party, or joins one."""

    span: Mention
    led: bool
    called: bool
    has_article: bool
    beside: tuple[str, ...]


def widened(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per party of the story's countries whose translated name stands in small letters."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            for first in filter(partial(_may_begin, tokens), range(len(tokens))):
                for stop in range(min(len(tokens), first + LONGEST), first + 1, -1):
                    if not _may_be_a_name(tokens[first:stop]):
                        continue
                    text = block.text[tokens[first].start : tokens[stop - 1].end]
                    span = Mention(number, index, first, tokens[first:stop], text, initial=first == 0)
                    if (found := _candidate(article, _place(article, span), code)) is not None:
                        yield found
                        break


def _may_begin(tokens: Sequence[Token], first: int) -> bool:
    """Whether anything near a token may show that a party's name begins with it; most of a text need not be read."""
    before = first - 1 - (first > 0 and tokens[first - 1].text == "the")
    if before >= 0 and tokens[before].text.lower() in OF | KINDS | JOINED:
        return True
    return any(token.text in JOINED or token.text == HEAD for token in tokens[first + 1 : first + LONGEST + 1])


def _may_be_a_name(tokens: tuple[Token, ...]) -> bool:
    """Whether the tokens are words, the first and the last with a meaning, one with one in small letters."""
    texts = [token.text for token in tokens]
    return (
        all(text.isalpha() for text in texts)
        and texts[0].lower() not in SMALL
        and texts[-1].lower() not in SMALL
        and any(text.islower() and text not in SMALL for text in texts)
    )


def _place(article: Article, span: Mention) -> _Place:
    before = article.words_before(span, 4)
    has_article = before[-1:] == ("the",)
    words = [word for word in before if word.lower() != "the"][-2:]
    is_clause = span.tokens[0].text.lower() in PRONOUNS
    led = len(words) == 2 and words[0].lower() in LEADING and words[1].lower() in OF and _ends(article, span)
    called = bool(words) and words[-1].lower() in KINDS and not is_clause  # "a party we can trust"
    return _Place(span, led, called, has_article, _beside(article, span))


def _ends(article: Article, span: Mention) -> bool:
    """Whether the name ends with the span: no noun goes on with it, as in "leaders of possible country coalitions"."""
    after = article.words_after(span, 1)
    return not after or not after[0].islower() or after[0] in GOES_ON or after[0] in SPEAKS or after[0].endswith("ed")


def _beside(article: Article, span: Mention) -> tuple[str, ...]:
    """The names joined to the span on one side where the clause ends, or nothing belongs to it, on the other.

    "More field and the PSOE will vote" joins two parties, "as for the PSOE, we can say" does not.
    """
    tokens = article.sentence(span).tokens
    before = [token for token in tokens[: span.first] if token.text != "the"]
    after = [token for token in tokens[span.first + len(span.tokens) :] if token.text != "the"]
    text = article.block(span).text
    found: list[str] = []
    if before and before[-1].text in JOINED and (not after or not after[0].is_word or after[0].text in JOINED):
        names = list(takewhile(is_name_token, reversed(before[:-1])))
        found += [text[first.start : names[0].end] for first in names[:LONGEST]]
    if after and after[0].text in JOINED and (not before or not before[-1].is_word or before[-1].text in BETWEEN):
        names = list(takewhile(is_name_token, after[1:]))
        found += [text[names[0].start : last.end] for last in names[:LONGEST]]
    return tuple(found)


def _candidate(article: Article, place: _Place, code: str) -> Candidate | None:
    is_headed = place.span.tokens[-1].text == HEAD and article.words_before(place.span, 1)[-1:] == ("the",)
    if is_headed:
        found = _headed(article, place.span)
    elif place.led or place.called or place.beside:
        found = _expected(article, place)
    else:
        return None
    if found is None:
        return None
    entity, spanish = found
    span = place.span
    return Candidate(
        code=code,
        table=TABLE,
        mention=span,
        suggestion=display(span, entity.english),
        message=f"“{span.text}” looks like a word-by-word translation of {spanish}",
        features={
            "led": float(place.led),
            "called": float(place.called or is_headed),
            "beside": float(_stands_beside(article, place, entity)),
            "capital": float(any(token.text[0].isupper() for token in span.tokens[span.initial :])),
            "prominence": entity.prominence,
            "country": agreement(article, entity),
            "keeps original": float(entity.keep_original),
            "article": float(place.has_article and not is_headed and fold(spanish).split()[0] not in ARTICLES),
            "initial": float(span.initial),
        },
        origin=spanish,
        entity=entity,
        evidence=[
            Evidence("back-translation", f"“{span.text}” is what “{spanish}” means word by word, its capitals lost"),
            of_entity(article, entity),
        ],
    )


def _expected(article: Article, place: _Place) -> tuple[Entity, str] | None:
    """The party that translators are expected to call so, and its Spanish name."""
    for match in article.knowledge.gazetteer.mistranslation(place.span.text):
        entity = match.entity
        if entity.kind == "party" and _is_of_the_story(article, entity) and not _is_right(place.span, entity):
            return entity, match.name
    return None


def _headed(article: Article, span: Mention) -> tuple[Entity, str] | None:
    """The party that Spanish calls after a place and its people, where the story names no other one called so."""
    place = span.words[0]
    people = article.knowledge.phrasebook.demonyms(place)
    if len(span.words) != 2 or not people or not _ends(article, span) or _names_another(article, place, people):
        return None
    for found in hypotheses(article, span, span.words):
        entity, words = found.entity, fold(found.spanish).split()
        if entity.kind != "party" or not _is_of_the_story(article, entity) or _is_right(span, entity):
            continue
        if len(words) == 2 and people & set(words) and not article.says(entity):
            return entity, found.spanish
    return None


def _names_another(article: Article, place: str, people: Set[str]) -> bool:
    """Whether the story names a party with the place in its name, or what tells one of the others called after it.

    The party of Ruritania in the assembly of all may be the Ruritanian Block.
    """
    stem = fold(place)[:STEM]
    names = {part.text for run in article.mentions for part in article.parts(run, 3)}
    called = (name for name in names if any(fold(word).startswith(stem) for word in name.split()))
    if any(entity.kind == "party" for name in called for entity in article.named(name)):
        return True
    branches = {run.tokens[-1].text for run in article.mentions if article.words_after(run, 1) == (HEAD,)} - {place}
    if any(map(article.names_place, branches)):
        return True  # branches of one party, each called after its place
    found = (match.entity for word in sorted(people) for match in article.knowledge.gazetteer.with_word(word, 2))
    english = {entity.id: set(entity.english.split()) for entity in found if entity.kind == "party"}
    shared = set.intersection(*english.values()) if english else set()
    return any(word in article.singles for words in english.values() for word in words - shared)


def _is_of_the_story(article: Article, entity: Entity) -> bool:
    return bool(entity.country) and agreement(article, entity) == 1


def _is_right(span: Mention, entity: Entity) -> bool:
    return fold(span.text) in {fold(form) for form in entity.accepted("en")}


def _stands_beside(article: Article, place: _Place, entity: Entity) -> bool:
    """Whether a party of the same country stands on the other side of "and", "or", "with" or a comma."""
    others = (other for name in place.beside for other in article.named(name))
    return any(other.kind == "party" and other.country == entity.country for other in others)
