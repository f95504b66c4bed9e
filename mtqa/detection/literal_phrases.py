"""Organisations, media, parties, places and works whose Spanish name was translated word by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mtqa.detection.accepted import (
    INSTITUTIONS,
    has_its_head_first,
    is_built_in_english,
    is_elsewhere,
    is_gloss,
    is_nickname,
    is_place_by_its_kind,
    is_right,
    is_short_for,
    is_shortened,
    is_turned,
)
from mtqa.detection.alignment import STEM_LETTERS
from mtqa.detection.article import FAMILIES, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, country_of, display, is_spoken_of
from mtqa.detection.knowledge import ARTICLES
from mtqa.detection.people import EXPECTED
from mtqa.detection.phrase_spans import (
    FUNCTION_WORD,
    content_words,
    is_known_here,
    is_left,
    is_spanish_word,
    is_title_of_something_else,
    spans_of,
)
from mtqa.detection.phrases import PhraseHypothesis, hypotheses, is_compound, without_article
from mtqa.detection.press import is_paper_here, is_told, says_kind
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.variants import spellings
from mtqa.mentions import Mention

MOST_QUESTIONS = 400
"""Different spans of one document that the translator is asked about; dictionaries and the index still see the rest."""
PLACED = frozenset({"place", "organisation"})
"""Kinds of what stands somewhere: of parties and papers anybody speaks."""
KNOWN_WORD = 2.3
"""Zipf frequency below which a word of a name is none of English."""
LINKS = frozenset({"of", "the", "and", "for"})
"""English words that join the words of names, and that Spanish names have not."""


def known(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the best entity other than a person that the span may be a translation of."""
    spans = list(spans_of(article))
    asked = dict.fromkeys(text for span in spans if len(span.tokens) > 1 for text in _questions(article, span))
    article.knowledge.ask_phrases(islice(asked, MOST_QUESTIONS))
    for span in spans:
        words = content_words(span)
        best: tuple[float, dict[str, float], PhraseHypothesis] | None = None
        for found in hypotheses(article, span, words):
            whole = found.spanish if EXPECTED in found.roads else ""
            if is_right(article, span, found.entity, whole) or _is_spanish(span, found.entity):
                continue
            if found.roads == {"alignment"} and article.knowledge.gazetteer.spanish(span.text):
                continue  # what something else is called in Spanish is not merely like this
            is_cut_short = is_shortened(words, found.entity) or _is_untouched(words, found.spanish)
            if is_cut_short and not _is_joined_in_english(article, span, words, found.entity):
                continue
            if is_title_of_something_else(article, span, found.entity):
                continue
            if _is_titled_in_english(span, found) or _is_institution_for_club(words, found.entity):
                continue
            if is_place_by_its_kind(article, span, found.entity) or is_gloss(article, span, found.spanish):
                continue
            if is_elsewhere(article, span, found.entity) or is_built_in_english(words, found.spanish, found.entity):
                continue
            features = _features(article, found, words)
            if (features["single"] or features["dictionary entry"]) and not _stands_out(span, features):
                continue
            score = confidence("NAM101-phrase", features)
            if best is None or (score, found.entity.prominence) > (best[0], best[2].entity.prominence):
                best = score, features, found
        if best is not None:
            yield _candidate(article, _without_the(article, span, best[2]), best[2], best[1], code)


def _is_titled_in_english(span: Mention, found: PhraseHypothesis) -> bool:
    """Whether the name has an article of its own amid a sentence, "the magazine The Hill", and the Spanish has none."""
    amid = span.tokens[0].text == "The" and not span.initial and not span.titled and not span.is_capitals
    return amid and fold(found.spanish).split()[0] not in ARTICLES


def _is_institution_for_club(words: tuple[str, ...], entity: Entity) -> bool:
    """Whether the span names an institution and the entity is the club that is called after one."""
    return "club" in entity.subkind.lower() and bool(words) and words[-1].lower() in INSTITUTIONS


def _without_the(article: Article, span: Mention, found: PhraseHypothesis) -> Mention:
    """The span without the "the" of the sentence, which stays where the Spanish name has no article."""
    if span.tokens[0].text.lower() != "the" or fold(found.spanish).split()[0] in ARTICLES:
        return span
    return span.part(article.block(span), 1, len(span.tokens)) if span.tokens[1:] else span


def _questions(article: Article, span: Mention) -> Iterator[str]:
    """What the translator is asked about a span: all of it, where common words make up half of it or more."""
    words = content_words(span)
    if 2 <= len(words) <= 5 and sum(article.knowledge.word(w).english >= 3 for w in words) * 2 >= len(words):
        yield span.text
        if without_article(span.text) != span.text:
            yield without_article(span.text)


def _is_spanish(span: Mention, entity: Entity) -> bool:
    """Whether the span is a Spanish name as it stands: left, not translated."""
    return fold(without_article(span.text)) in {fold(form) for form in entity.accepted("es")}


def _is_untouched(words: tuple[str, ...], spanish: str) -> bool:
    """Whether every word of the span stands in the Spanish name: cut short, not translated."""
    return {fold(word) for word in words} <= {fold(word) for word in spanish.split()}


def _is_joined_in_english(article: Article, span: Mention, words: tuple[str, ...], entity: Entity) -> bool:
    """Whether English words that no name of the entity has stand between words of Spanish: "Correo of the Sur"."""
    theirs = {word for form in entity.accepted("en") for word in fold(form).split()}
    return bool((LINKS & set(span.words[1:])) - theirs) and any(is_spanish_word(article, word) for word in words)


def _features(article: Article, found: PhraseHypothesis, words: tuple[str, ...]) -> dict[str, float]:
    span, entity = found.mention, found.entity
    spanish = {fold(word) for word in found.spanish.split()}
    # Papers of countries that the story never names are those of other places that are called so.
    is_here = entity.kind != "media" or is_spoken_of(article, entity)
    kept = [word for word in words if fold(word) in spanish]
    changed = [word for word in words if fold(word) not in spanish]
    left = [word for word in kept if is_left(article, word, entity)]
    # English that has a wording of its own says "Ruritanian", too, where Spanish does.
    renamed = [*left, *(word for word in changed if spanish & article.knowledge.phrasebook.demonyms(word))]
    edges = (changed[:1] + changed[-1:]) if changed else []
    translated = bool(changed) or _is_joined_in_english(article, span, words, entity)
    is_unlinked = without_article(span.text) == " ".join(words)
    is_bare = is_unlinked and has_its_head_first(words, entity)
    has_wordings = not (is_bare or entity.keep_original or _is_foreign(article, words, entity.english))
    return {
        "expected": float(EXPECTED in found.roads),
        "dictionary": float("dictionary" in found.roads),
        "model": float("back-translation" in found.roads),
        "alignment": float("alignment" in found.roads),
        "loose": float(found.roads == {"alignment"}),
        "nickname": float(is_nickname(found.spanish, entity)),
        "ambiguous": float(found.ambiguous and not _is_told_apart(article, span, entity)),
        "prominence": entity.prominence,
        "country": agreement(article, entity),
        "stranger": float(entity.kind in PLACED and bool(article.countries) and not is_spoken_of(article, entity)),
        "kept tokens": float(len(kept)),
        "dictionary entry": float(len(words) > 1 and _is_entry(article, words)),
        "single": float(len(words) == 1 and not is_compound(words[0]) and not span.tokens[-1].text.isdecimal()),
        "capitals": float(span.is_capitals and not span.titled),
        "kept capitals": float(span.is_capitals and not span.titled and EXPECTED in found.roads),
        "capitals of media": float(span.is_capitals and not span.titled and entity.kind == "media"),
        "kin": article.kin(entity) if len(words) == 1 and not span.initial and not span.titled else 0.0,
        "capital article": float(span.tokens[0].text == "The" and not span.initial and not span.titled),
        "kind beside": float(is_here and says_kind(article, span, entity)),
        "told": float(is_here and entity.kind == "media" and is_told(article, span)),
        "initial": float(span.initial and not is_compound(words[0]) and not (is_unlinked and _is_after_the(span))),
        "titled": float(span.titled),
        "repeated": float(article.count(span.text) > 1),
        "keeps original": float(entity.keep_original),
        "function word": float(any(article.knowledge.word(word).english >= FUNCTION_WORD for word in edges)),
        "original nearby": float(article.says(entity)),
        "wording": _shared_words(words, renamed, entity.english) if has_wordings else 0.0,
        "work": float(entity.kind in {"work", "event"}),
        "half Spanish": float(bool(left) or (translated and any(is_spanish_word(article, word) for word in kept))),
        "bare order": float(is_bare or (is_unlinked and _is_turned(words, entity))),
        "words": float(min(5, len(words)) - 2) if len(words) > 2 and found.roads != {"alignment"} else 0.0,
        "world": float(entity.kind == "organisation" and not country_of(entity) and found.roads != {"alignment"}),
        "article": float(len(words) > 2 and has_more_articles(span, entity)),
        "city": float(_is_city_turned(span, entity)),
    }


def _is_told_apart(article: Article, span: Mention, entity: Entity) -> bool:
    """Whether the sentence says which of its bearers, or that no common word, is meant: "the party Neighbors"."""
    if is_paper_here(article, span):
        return True
    says_so = entity.kind in FAMILIES and not span.initial and not span.titled and says_kind(article, span, entity)
    return says_so and agreement(article, entity) == 1 and not is_known_here(article, span.text)


def _is_turned(words: tuple[str, ...], entity: Entity) -> bool:
    return len(words) == 2 and is_turned(words[0], words[1], entity)


def _is_after_the(span: Mention) -> bool:
    """Whether several capitals follow a "The" that begins the sentence: the first of them is no accident."""
    return span.tokens[0].text == "The" and len(span.tokens) > 2


def _is_city_turned(span: Mention, entity: Entity) -> bool:
    """Whether the span calls a city by its country as Spanish does, "City of Ruritania", where English turns it."""
    head, of, place = without_article(span.text).partition(" of ")
    return entity.kind == "place" and bool(of) and f"{place} {head}" == entity.english and head == "City"


def has_more_articles(span: Mention, entity: Entity) -> bool:
    """Whether the span has "the" within it oftener than any English name of the entity."""
    theirs = [fold(form).split()[1:].count("the") for form in entity.accepted("en")]
    return span.words[1:].count("the") > max(theirs, default=0)


def _is_entry(article: Article, words: tuple[str, ...]) -> bool:
    """Whether a dictionary has the words as one entry: an expression of English, capitals or not ("First Lady")."""
    entries = spellings(" ".join(words).lower())
    return any(article.knowledge.gazetteer.glosses(entry) for entry in entries)


def _stands_out(span: Mention, features: dict[str, float]) -> bool:
    """Whether something but a capital letter says that a common word, or expression, is a name.

    Copy shouts a single word for emphasis; with an article before it is a title: "she told THE HILL".
    """
    capitals = features["capitals"] and (len(span.tokens) > 1 or features["told"])
    return bool(capitals or features["capital article"] or features["kind beside"] or features["kin"] == 1)


def _is_foreign(article: Article, words: tuple[str, ...], english: str) -> bool:
    """Whether English calls the entity by foreign words that the span has in English: then it has no other wording."""
    ours = {fold(word)[:STEM_LETTERS] for word in words}
    whole = english.replace("-", " ").split()
    theirs = [word for word in whole if article.knowledge.word(word).english < KNOWN_WORD]
    changed = [word for word in theirs if fold(word) not in map(fold, words)]
    return bool(changed) and all(fold(word)[:STEM_LETTERS] in ours for word in changed)


def _shared_words(words: tuple[str, ...], renamed: list[str], english: str) -> float:
    """How many of the span's words the English name has too (0..1): then the span may be a wording of its own.

    ``renamed`` are those that are no English of any wording.
    """
    theirs = {word[:5] for word in fold(english).split()}
    return sum(word not in renamed and fold(word)[:5] in theirs for word in words) / len(words)


def _english(found: PhraseHypothesis) -> str:
    """What English calls the entity: by its short name where the short name was translated and English keeps it."""
    short = found.spanish in found.entity.accepted("en") and is_short_for(found.spanish, found.entity.english)
    return found.spanish if short else found.entity.english


def _candidate(
    article: Article, span: Mention, found: PhraseHypothesis, features: dict[str, float], code: str
) -> Candidate:
    roads = " and ".join(sorted(found.roads))
    return Candidate(
        code=code,
        table="NAM101-phrase",
        mention=span,
        suggestion=display(span, _english(found)),
        message=f"“{span.text}” looks like a word-by-word translation of {found.spanish}",
        features=features,
        origin=found.spanish,
        entity=found.entity,
        evidence=[
            Evidence(
                "back-translation", f"“{span.text}” is what “{found.entity.spanish}” means word by word ({roads})"
            ),
            of_entity(article, found.entity),
        ],
    )
