"""The stretches of a document that may be the name of something other than a person, and their words."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Set
from dataclasses import replace

from mtqa.detection.alignment import STEM_LETTERS, begin_alike
from mtqa.detection.appositions import GIVEN, before_people
from mtqa.detection.article import MAX_PART, Article
from mtqa.detection.people import COMMON_WORD, NOBODY
from mtqa.detection.phrases import COORDINATORS
from mtqa.detection.press import is_meant, is_paper_here
from mtqa.document import Token
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.inflection import spanish_lemmas
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS, is_name_token

CALENDAR = frozenset((*calendar.month_name, *calendar.day_name, *calendar.month_abbr, *calendar.day_abbr)) - {""}
"""English words with a capital wherever they stand."""
SMALL = JOINERS | {"a", "an", "this", "that", "these", "those"}
"""Words of a span that carry no meaning of their own."""

QUOTES = frozenset("\"'“”‘’«»")

UNKNOWN = 1.0
"""Zipf frequency below which English does not know a word."""

MORE_SPANISH = 1.5
"""How much more often, in Zipf frequency, a Spanish word is used in Spanish than in English."""
LEFT_SPANISH = 0.5
"""… a word that English spells otherwise in the same name."""

READINGS = 12
"""Spanish words tried for each word of a span."""
MORE_ENGLISH = 1.5
"""How much more often, in Zipf frequency, English has a word that no Spanish name would have kept."""

FUNCTION_WORD = 6.0
"""Zipf frequency from which a word is one that names hardly begin or end with ("More", "Can", "We")."""


def spans_of(article: Article) -> Iterator[Mention]:
    """The spans that may be names put into English, right ones and plain words left out."""
    for mention in article.mentions:
        if mention.titled and mention.is_capitals:
            continue
        for part in (
            *phrase_spans(article, mention),
            *_joined_spans(article, mention),
            *_numbered_spans(article, mention),
        ):
            known_as_it_is = article.is_settled(part) or (not part.is_capitals and is_known_here(article, part.text))
            if known_as_it_is and not is_paper_here(article, part):
                continue
            if part.text in CALENDAR or article.knowledge.body(part.text) or article.knowledge.is_office(part.text):
                continue
            if _goes_on(article, part):
                continue
            words = content_words(part)
            if _are_function_words(article, words) and not _stands_as_name(article, part):
                continue
            if any(_may_be_translated(article, word) for word in words):
                yield _with_article(article, part)


def content_words(span: Mention) -> tuple[str, ...]:
    """The words of a span that carry its meaning: no articles, no joining words."""
    kept = tuple(t.text for i, t in enumerate(span.tokens) if t.is_word and not _is_small(span, i))
    return kept or span.words


def _is_small(span: Mention, index: int) -> bool:
    """Whether a token carries no meaning of its own: a capital within a sentence gives it some ("For Everybody")."""
    token = span.tokens[index]
    if token.text.lower() not in SMALL:
        return False
    shouted = token.text.isupper() or span.titled or (index == 0 and span.initial)
    return shouted or token.text in {"The", "A", "An"} or not token.text[0].isupper()


def _may_be_translated(article: Article, word: str) -> bool:
    """Whether a word of a span is common in English, unknown to it or Spanish, or a rare word and nobody's name."""
    facts = article.knowledge.word(word)
    if not UNKNOWN <= facts.english < COMMON_WORD or facts.spanish > facts.english:
        return True
    return facts.given + facts.surname < NOBODY and article.knowledge.is_dictionary_word(word)


def _goes_on(article: Article, part: Mention) -> bool:
    """Whether a sentence begins with the span and its demonym belongs to what follows: "Today the Spanish king"."""
    if not part.initial or len(part.tokens) == 1:
        return False
    after = article.words_after(part, 1)
    return is_demonym(article, part.tokens[-1].text) and any(word.isalpha() and word.islower() for word in after)


def is_demonym(article: Article, word: str) -> bool:
    """Whether a word is that for the people of a country."""
    code = article.knowledge.gazetteer.territory(word)
    return code is not None and article.knowledge.gazetteer.country_name(code) != word


def _are_function_words(article: Article, words: tuple[str, ...]) -> bool:
    return all(article.knowledge.word(word).english >= FUNCTION_WORD for word in words)


def _stands_as_name(article: Article, part: Mention) -> bool:
    """Whether even words like "We Can" are a name: capitals amid a sentence, and a known mistranslation."""
    if part.initial or part.titled or len(part.tokens) == 1:
        return False
    return bool(article.knowledge.gazetteer.mistranslation(part.text))


def is_known_here(article: Article, text: str) -> bool:
    """Whether English calls something so that the story may well mean: no obscure body of a country it never names."""
    return any(is_meant(article, entity) for entity in article.named(text))


def phrase_spans(article: Article, mention: Mention) -> Iterator[Mention]:
    """The stretches of a run that may be one name, whole: a part of a longer phrase is none.

    The run is cut at words that coordinate ("Galicia and The Hill"). Of each piece all of it is tried, what
    follows "of" (a head alone, "the Institute" of "the Institute of Statistics", is no name), what stands before a
    person's name, and what is left when words that only begin the sentence, titles and demonyms are taken off.
    """
    block = article.block(mention)
    for start, end in _cut(mention, COORDINATORS | {"'s", "’s"}, 0, len(mention.tokens)):
        seen: set[tuple[int, int]] = set()
        yield from (mention.part(block, *stretch) for stretch in _capitals(mention, start, end))
        tails = [(i + 1, end) for i in range(start, end - 1) if mention.tokens[i].text in {"of", "for", "the"}]
        whole = [(start, end), *tails]
        apposed = [(begin, stop) for begin, end_ in whole for stop in before_people(article, mention, begin, end_)]
        for begin, stop in [*whole, *apposed, *_heads(article, mention, start, end)]:
            while begin < stop and stop - begin <= MAX_PART + 1:
                leads = _leads(article, mention, begin)
                part = mention.part(block, begin, stop)
                rest = mention.part(block, begin + 1, stop) if stop - begin > 1 else None
                if is_name_token(mention.tokens[begin]) and (begin, stop) not in seen:
                    seen.add((begin, stop))
                    # "In New York": the rest is a name, so the first word only begins the sentence.
                    if not (leads and part.initial and rest is not None and _only_begins(article, part, rest)):
                        yield part
                if not leads:
                    break
                begin += 1


def _heads(article: Article, mention: Mention, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands before "of" and a place or a person, where it is a known mistranslation of a body.

    Papers are told from those of other towns, "The Hill of Quito"; and Spanish says of parties whose they are, "the
    Neighbors of Rosalía Campanas".
    """
    block, gazetteer = article.block(mention), article.knowledge.gazetteer
    for index in range(start + 1, end - 1):
        if mention.tokens[index].text != "of":
            continue
        kinds = _owners(article, mention.part(block, index + 1, end), has_article=mention.tokens[start].text == "The")
        expected = gazetteer.mistranslation(mention.part(block, start, index).text) if kinds else []
        if any(match.entity.kind in kinds for match in expected):
            yield start, index


def _owners(article: Article, rest: Mention, *, has_article: bool) -> Set[str]:
    """The kinds of bodies that Spanish says to be of such a place or person."""
    if has_article and article.names_place(rest.text):
        return {"media"}
    is_person = len(rest.tokens) > 1 and article.knowledge.word(rest.tokens[0].text).given >= GIVEN
    return {"party"} if is_person and not article.knowledge.body(rest.tokens[0].text) else set()


def _only_begins(article: Article, part: Mention, rest: Mention) -> bool:
    """Whether the first word is no part of the name: the rest is one, or it is "In" and no name is known with it.

    Where the story has elsewhere the name that the whole translates ("Nueva …"), the first word is part of it.
    """
    expected = article.knowledge.gazetteer.mistranslation(part.text)
    if any(article.says(match.entity) for match in expected):
        return False
    preposition = part.words[0].lower() in JOINERS - {"the"}
    return bool(article.named(rest.text)) or (preposition and not expected)


def _joined_spans(article: Article, mention: Mention) -> Iterator[Mention]:
    """The stretches with a coordinating word inside that are a known mistranslation whole: "Bells in Common".

    The index alone may speak of them: any two names may stand on either side of "in".
    """
    if COORDINATORS & set(mention.words):
        for part in article.parts(mention):
            if COORDINATORS & set(part.words) and article.knowledge.gazetteer.mistranslation(part.text):
                yield part


def _numbered_spans(article: Article, mention: Mention) -> Iterator[Mention]:
    """The run with the figures behind it, where that is a known mistranslation: "Channel 8"; no dates."""
    tokens = article.sentence(mention).tokens
    end = mention.first + len(mention.tokens)
    if end == len(tokens) or not tokens[end].text.isdecimal() or mention.tokens[-1].text in CALENDAR:
        return
    text = article.block(mention).text[mention.start : tokens[end].end]
    if article.knowledge.gazetteer.mistranslation(text):
        yield replace(mention, tokens=(*mention.tokens, tokens[end]), text=text)


def _capitals(mention: Mention, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A beginning in capitals that a longer run goes on from: "THE HILL Sports", but no shouted sentence."""
    stop = start
    while stop < end and mention.tokens[stop].text.isupper() and len(mention.tokens[stop].text) > 2:
        stop += 1
    for cut in range(start + 2, min(stop + 1, end)):
        if stop - cut <= 1 and not (cut == stop and mention.tokens[stop].text.isupper()):
            yield start, cut


def _cut(mention: Mention, marks: Set[str], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the marks that begin and end with a capitalised token."""
    pieces: list[tuple[int, int]] = []
    for index in range(start, end + 1):
        if index == end or mention.tokens[index].text in marks:
            if index > start:
                pieces.append((start, index))
            start = index + 1
    return pieces


def _leads(article: Article, mention: Mention, index: int) -> bool:
    """Whether a token of a run may stand before a name without being part of it."""
    word = mention.tokens[index].text
    if index == 0 and mention.initial and article.knowledge.word(word).english >= FUNCTION_WORD:
        return True
    return (
        word in {"The", "the"} or article.knowledge.office(word) is not None or article.knowledge.body(word) is not None
    )


def _with_article(article: Article, part: Mention) -> Mention:
    """The span with a "the" that stands right before it, for names that hold one ("the Country")."""
    tokens = article.sentence(part).tokens
    before: Token | None = tokens[part.first - 1] if part.first else None
    if before is None or before.text.lower() != "the":
        return part
    block = article.block(part)
    return Mention(
        block=part.block,
        sentence=part.sentence,
        first=part.first - 1,
        tokens=(before, *part.tokens),
        text=block.text[before.start : part.end],
        initial=part.first == 1,
        titled=part.titled,
    )


def readings(article: Article, word: str) -> set[str]:
    """The Spanish words that a word may come from; itself unless it is far more English than Spanish."""
    glosses = article.knowledge.dictionary.glosses(word)
    found = set(sorted(glosses, key=lambda spanish: (-glosses[spanish], spanish))[:READINGS])
    facts = article.knowledge.word(word)
    return found | {fold(word)} if facts.english - facts.spanish < MORE_ENGLISH or not found else found


def is_quoted(article: Article, span: Mention) -> bool:
    """Whether quotation marks stand around the span and nothing else, as around the title of a work."""
    before = [word for word in article.words_before(span, 2) if word.lower() != "the"][-1:]
    return bool(QUOTES & set(before)) and bool(QUOTES & set(article.words_after(span, 1)))


def is_title_of_something_else(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether the span is a title, and the entity a place, or a work that the story calls by its English title."""
    if entity.kind == "work":
        return article.says(entity)
    return entity.kind == "place" and is_quoted(article, span)


def is_spanish_word(article: Article, word: str) -> bool:
    """Whether a word is one of Spanish, and none of English: a name that keeps it was translated halfway."""
    facts = article.knowledge.word(word)
    if facts.spanish < facts.english + MORE_SPANISH:
        return False
    return facts.lemma_es or any(article.knowledge.word(lemma).lemma_es for lemma in spanish_lemmas(fold(word)))


def is_left(article: Article, word: str, entity: Entity) -> bool:
    """Whether a word is the Spanish spelling of one that the English names have: "Montelandia" for "Monterland"."""
    facts = article.knowledge.word(word)
    theirs = {other for form in entity.accepted("en") for other in fold(form).split()}
    # Whoever is called Isabel may be so in English, too.
    is_english = facts.given >= GIVEN or (facts.english >= UNKNOWN and facts.spanish < facts.english + LEFT_SPANISH)
    if fold(word) in theirs or is_english or is_known_here(article, word):
        return False
    return any(begin_alike(fold(word), other, STEM_LETTERS) for other in theirs)
