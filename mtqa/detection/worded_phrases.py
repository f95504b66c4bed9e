"""Names of several words put into English word by word: the words of Spanish in the order of Spanish.

A translator that does not know a body by its English name keeps the build of the Spanish one: "Bank of Payments of the
South", "Alliance by the Harbour", "Front Renovator". Every content word of the span must line up with a word of one
Spanish name, none left over on either side: the more words, the less that is chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.detection.accepted import (
    STEM_LETTERS,
    is_built_in_english,
    is_elsewhere,
    is_gloss,
    is_nickname,
    is_place_by_its_kind,
    is_right,
    is_shortened,
    is_turned,
    places_in,
    spelt_out,
)
from mtqa.detection.alignment import FUZZY, GLOSS, SAME, STEM, Pair, align, relate
from mtqa.detection.appositions import GIVEN, before_people, before_places
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, country_of, display
from mtqa.detection.glossing import SAINTS
from mtqa.detection.link_words import LINKS
from mtqa.detection.literal_phrases import has_more_articles
from mtqa.detection.people import name_words
from mtqa.detection.phrase_spans import (
    is_demonym,
    is_left,
    is_quoted,
    is_spanish_word,
    is_title_of_something_else,
    readings,
)
from mtqa.detection.title_words import is_titular
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention, find_mentions
from mtqa.mentions.runs import JOINERS, PARTICLES, is_amid_capitals, is_name_token

SMALL_SPANISH = frozenset("a al con contra en lo o para por sin sobre u un una unos unas".split())
"""Words of Spanish names that carry no meaning of their own, besides articles and "de"."""
LONGEST = 8
"""Content words of a name."""
TELLING = ("bare order", "by", "quoted", "half Spanish")
"""One of these it takes to speak of two words: those are alike by chance, and literal_phrases has more to tell by."""
_TABLE = "NAM101-worded"


@dataclass(frozen=True, slots=True)
class _Worded:
    """A span lined up with a Spanish name; ``at`` are the places of its content words among the span's tokens."""

    mention: Mention
    entity: Entity
    spanish: str
    at: tuple[int, ...]
    pairs: tuple[Pair, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.mention.tokens[index].text for index in self.at)

    @property
    def size(self) -> int:
        """How many words tell the name; a saint's "San" that passed through tells nothing."""
        return sum(word.lower() not in SAINTS for word in self.words)

    @property
    def kept(self) -> tuple[str, ...]:
        """The words that stand so in the Spanish name."""
        return tuple(pair.token for pair in self.pairs if pair.relation == SAME)


def known(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the likeliest entity whose Spanish name has these words, and none besides."""
    best: dict[tuple[int, int, int], tuple[tuple[float, float], Candidate]] = {}
    for run in find_mentions(article.document, JOINERS | LINKS.keys()):
        for found in _all_lined_up(article, _without_the(article, run)):
            features = _features(article, found)
            is_title = bool(features["quoted"]) and found.entity.kind == "work"
            if is_title and not is_titular(article, found.mention, found.spanish):
                continue
            if is_title_of_something_else(article, found.mention, found.entity):
                continue
            if found.size == 2 and not any(features[name] for name in TELLING) and not _is_right_but_for_the(found):
                continue
            score = confidence(_TABLE, features), found.entity.prominence
            if found.mention.span not in best or score > best[found.mention.span][0]:
                proposed = word_by_word(article, found.mention, found.entity, found.spanish, features, _TABLE, code)
                best[found.mention.span] = score, proposed
    yield from (candidate for _, candidate in best.values())


def _without_the(article: Article, run: Mention) -> Mention:
    """The run after a "The" with a capital that begins a sentence or a title: no part of a longer name."""
    return run.part(article.block(run), 1, len(run.tokens)) if run.tokens[0].text == "The" and run.tokens[1:] else run


def _all_lined_up(article: Article, run: Mention) -> Iterator[_Worded]:
    """What the run is in words, whole or but for whose it is: a person's name, or "of" and a place, behind it."""
    yield from _lined_up(article, run)
    for stop in dict.fromkeys((*before_people(article, run, 0, len(run.tokens)), *before_places(article, run))):
        yield from _lined_up(article, run.part(article.block(run), 0, stop))


def _lined_up(article: Article, run: Mention) -> Iterator[_Worded]:
    content = [index for index, token in enumerate(run.tokens) if is_name_token(token) and token.text != "The"]
    if len(content) < 2 or (len(content) == 2 and _is_person(article, run.tokens[content[0]].text)):
        return
    choices = [readings(article, run.tokens[index].text) for index in content]
    if all(choice == {fold(run.tokens[index].text)} for choice, index in zip(choices, content)):
        return  # none of the words means anything
    for match in article.knowledge.gazetteer.with_words(choices, min(3, len(content))):
        origins = _content(match.name)
        if match.entity.kind == "person" or not 2 <= len(origins) <= LONGEST:
            continue
        for at in _stretches(article, run, content, origins):
            found = align([run.tokens[i].text for i in at], origins, article.knowledge.dictionary, ordered=False)
            if found is None or found.skipped or not found.count(GLOSS):
                continue
            mention = run.part(article.block(run), at[0], at[-1] + 1)
            places = tuple(index - at[0] for index in at)
            worded = _Worded(mention, match.entity, match.name, places, found.pairs)
            if _is_amid_a_name(article, run, mention) or not _is_linked_alike(worded):
                continue  # a part of a longer name: "Harmonised Index of …"
            if not _is_english(article, worded):
                yield worded


def _is_amid_a_name(article: Article, run: Mention, mention: Mention) -> bool:
    """Whether a capitalised word touches the span, but for a demonym before it: "the Chilean Front Renovador"."""
    start = mention.first - run.first
    if start and is_demonym(article, run.tokens[start - 1].text):
        run = run.part(article.block(run), start, len(run.tokens))
    return is_amid_capitals(run, mention)


def _is_person(article: Article, first: str) -> bool:
    """Whether two words that begin so are somebody's name."""
    return article.knowledge.word(first).given >= GIVEN


def _content(spanish: str) -> tuple[str, ...]:
    """The words of a Spanish name that carry its meaning; "por" has one where a capital makes it a word of its own."""
    words = spanish.replace("-", " ").split()
    kept = tuple(w for w in words if w.lower() in SAINTS or (w.lower() not in PARTICLES and w not in SMALL_SPANISH))
    return kept or name_words(spanish)


def _stretches(
    article: Article, run: Mention, content: Sequence[int], origins: Sequence[str]
) -> Iterator[tuple[int, ...]]:
    """The stretches of as many content words as the name has, every one of them like some word of it."""
    book, size = article.knowledge.dictionary, len(origins)
    alike = [any(relate(run.tokens[i].text, origin, book, loosely=True) for origin in origins) for i in content]
    for start in range(len(content) - size + 1):
        if all(alike[start : start + size]):
            yield tuple(content[start : start + size])


def _is_linked_alike(found: _Worded) -> bool:
    spanish = fold(found.spanish).split()
    joined = sum(word in LINKS["and"] for word in spanish)
    if found.mention.words.count("and") > joined:
        return False
    return all(LINKS[word] & set(spanish) for word in found.mention.words if word in LINKS)


def _is_english(article: Article, found: _Worded) -> bool:
    """Whether English has the span for a name, of this entity or of something else, or for an office."""
    return (
        article.is_name(found.mention.text)
        or article.knowledge.is_office(found.mention.text.partition(" of ")[0])
        or article.is_settled(found.mention)
        or is_right(article, found.mention, found.entity, found.spanish)
        or (is_shortened(found.words, found.entity) and not _has_small_words_of_spanish(found))
        or is_place_by_its_kind(article, found.mention, found.entity)
        or is_gloss(article, found.mention, found.spanish)
        or is_elsewhere(article, found.mention, found.entity)
        or is_built_in_english(found.words, found.spanish, found.entity)
        or (
            any(_has_the_words_of(found, form) for form in spelt_out(found.entity))
            and not any(is_left(article, word, found.entity) for word in found.kept)
        )
    )


def _has_the_words_of(found: _Worded, form: str) -> bool:
    """Whether an English form has the words in their order, but for their endings: "Awards" for "Award"."""
    words = fold(form).split()
    theirs = iter(words)
    in_order = all(any(other.startswith(fold(word)[:STEM_LETTERS]) for other in theirs) for word in found.words)
    return (
        in_order
        and all(word in words for word in found.mention.words if word in LINKS)
        and not _has_small_words_of_spanish(found)
    )


def _has_small_words_of_spanish(found: _Worded) -> bool:
    """Whether "by" for *por*, or an article after a preposition, stands where Spanish has it and English never has."""
    return _is_by(found) or _is_articled(found)


def _is_by(found: _Worded) -> bool:
    return "by" in found.mention.words and not any("by" in form.split() for form in found.entity.accepted("en"))


def _is_articled(found: _Worded) -> bool:
    return has_more_articles(found.mention, found.entity)


def _is_right_but_for_the(found: _Worded) -> bool:
    """Whether an English name is the span without the "the" that Spanish has in it: "Alliance for the Winter"."""
    said = [fold(word) for word in found.mention.words if word != "the"]
    return "the" in found.mention.words[1:] and any(said == fold(form).split() for form in found.entity.accepted("en"))


def _features(article: Article, found: _Worded) -> dict[str, float]:
    span, entity = found.mention, found.entity
    home = country_of(entity)
    order = _orders(found)
    loose = [pair.token for pair in found.pairs if pair.relation in (STEM, FUZZY)]
    return {
        "words": float(min(5, found.size) - 2),
        "spanish order": float(bool(order)),
        "bare order": float(any(_is_bare(found, earlier, later) for earlier, later in order)),
        "by": float(_is_by(found)),
        "article": float(_is_articled(found)),
        "quoted": float(is_quoted(article, span)),
        "half Spanish": float(any(is_spanish_word(article, w) or is_left(article, w, entity) for w in found.kept)),
        "unlike": sum(not _is_in_english(word, entity) for word in found.words) / len(found.at),
        "loose": float(sum(not _is_in_english(word, entity) for word in loose)),
        "reworded": float(_is_reworded(found)),
        "prominence": entity.prominence,
        "country": agreement(article, entity),
        "world": float(not home and entity.kind not in {"work", "event"}),
        "expected": float(_is_expected(article, found)),
        "stranger": float(bool(home) and not article.country_share(home)),
        "keeps original": float(entity.keep_original),
        "nickname": float(is_nickname(found.spanish, entity)),
        "original nearby": float(article.says(entity)),
        "initial": float(span.initial),
        "titled": float(span.titled),
        "place": float(entity.kind == "place"),
    }


def _is_expected(article: Article, found: _Worded) -> bool:
    known = article.knowledge.gazetteer.mistranslation(found.mention.text)
    return any(match.entity.id == found.entity.id for match in known)


def _orders(found: _Worded) -> list[tuple[int, int]]:
    """Neighbours among the content words that stand as in Spanish; where English has both, the other way round."""
    origins = [fold(word) for word in _content(found.spanish)]
    places = [origins.index(fold(pair.origin)) for pair in found.pairs]
    return [
        (index, index + 1)
        for index in range(len(places) - 1)
        if places[index] < places[index + 1] and is_turned(found.words[index], found.words[index + 1], found.entity)
    ]


def _is_bare(found: _Worded, earlier: int, later: int) -> bool:
    """Whether two content words stand side by side: "Front Renovator", with no "of" that would make it English."""
    return found.at[later] - found.at[earlier] == 1


def _is_in_english(word: str, entity: Entity) -> bool:
    return any(places_in(word, form) for form in entity.accepted("en"))


def _is_reworded(found: _Worded) -> bool:
    """Whether an English name has all the words but one, in their order, and another one for it: "Bell Guild"."""
    return any(_differs_by_one(found.words, found.kept, form) for form in spelt_out(found.entity))


def _differs_by_one(words: Sequence[str], kept_spanish: Sequence[str], form: str) -> bool:
    theirs = [word for word in fold(form).split() if word not in JOINERS]
    stems = [fold(word)[:STEM_LETTERS] for word in words]
    other = [index for index, stem in enumerate(stems) if not any(word.startswith(stem) for word in theirs)]
    kept = [stem for stem in stems if any(word.startswith(stem) for word in theirs)]
    unsaid = [word for word in theirs if not any(word.startswith(stem) for stem in kept)]
    if any(words[index] in kept_spanish for index in other):
        return False
    if len(kept) < 2 or not other or other[-1] - other[0] > 1 or len(unsaid) != 1:
        return False
    left = iter(theirs)
    return all(any(word.startswith(stem) for word in left) for stem in kept)


def word_by_word(
    article: Article, span: Mention, entity: Entity, spanish: str, features: dict[str, float], table: str, code: str
) -> Candidate:
    """The span as the words of an entity's Spanish name, one by one; ``table`` is that of the features."""
    what = "" if table == _TABLE else "the title "
    return Candidate(
        code=code,
        table=table,
        mention=span,
        suggestion=display(span, entity.english),
        message=f"“{span.text}” looks like a word-by-word translation of {what}{spanish}",
        features=features,
        origin=spanish,
        entity=entity,
        evidence=[
            Evidence("back-translation", f"“{span.text}” has the words of “{spanish}”, one by one"),
            of_entity(article, entity),
        ],
    )
