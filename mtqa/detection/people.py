"""Which person a span may be: roads from a span to people, and how the span lines up with their names.

Four roads (the design's noisy channel): the role the text gives and its date; a surname that passed through; a
surname that a word of the span translates; a whole name that translators are expected to break like this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from mtqa.detection.alignment import COST, GLOSS, SAME, Alignment, Pair, align, relate
from mtqa.detection.article import Article
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import respelt
from mtqa.mentions import Mention, RolePhrase
from mtqa.mentions.runs import JOINERS, PARTICLES, is_name_token

MAX_NAME = 5
"""Words of the longest span tried as a person's name, particles aside."""
MAX_PEOPLE = 60
"""People looked at for one surname, most prominent first."""
MAX_GLOSSES = 18
"""Spanish words tried for one English word."""
BEARERS = 3000
"""Bearers from which a word is read as a name."""
GIVEN = 1000
"""Bearers from which a token is a given name, which may stand for a surname: "Stephen" for Esteban."""
COMMON_WORD = 2.8
"""Zipf frequency from which an English word is read as a word before it is read as a name."""
RARE_WORD, NOBODY = 1.3, 20
"""The same for a word of a dictionary that fewer people bear than this."""
EXPECTED = "expected mistranslation"
"""The road of what the gazetteer expects translators to make of a name."""
SURE = 0.5
"""Score from which an expected mistranslation is the right name of nothing else."""


@dataclass(frozen=True, slots=True)
class PersonHypothesis:
    """A span that may be this person, under the form of the name that it lines up with best."""

    mention: Mention
    entity: Entity
    form: str
    alignment: Alignment
    roads: frozenset[str]
    role: RolePhrase | None = None


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name that are lined up: initials' full stops and particles aside, hyphens opened."""
    words = text.replace("-", " ").replace("‑", " ").split()
    kept = tuple(word for word in words if word.lower() not in PARTICLES and word != "the")
    return kept or tuple(words)


def hypotheses(article: Article) -> list[PersonHypothesis]:
    """Every person that some span of the document may be and is not written as, best alignment per person."""
    found: list[PersonHypothesis] = []
    for part in person_spans(article):
        found.extend(_of_part(article, part))
    return found


def by_span(found: Iterable[PersonHypothesis]) -> list[list[PersonHypothesis]]:
    """The hypotheses of each span together: the rivals for it, spans in the order they first came."""
    spans: dict[tuple[int, int, int], list[PersonHypothesis]] = {}
    for hypothesis in found:
        spans.setdefault(hypothesis.mention.span, []).append(hypothesis)
    return list(spans.values())


def person_spans(article: Article) -> Iterator[Mention]:
    """The stretches of runs that may be one person's name, whole.

    A run is cut at joining words; of each piece the end is tried, from its first token and after each leading token
    that is no name: a title, a demonym, a common word ("Polish President", "Mayor"). "Anna Maria Bell" is one
    person, not somebody called Maria Bell.
    """
    for mention in article.mentions:
        block = article.block(mention)
        for start, end in dict.fromkeys((*_pieces(mention, JOINERS), *_pieces(mention, JOINERS - {"the"}))):
            while start < end:
                words = sum(token.text.lower() not in PARTICLES for token in mention.tokens[start:end])
                if words <= MAX_NAME and is_name_token(mention.tokens[start]):
                    yield mention.part(block, start, end)
                if not _leads(article, mention, start):
                    break
                start += 1


def _pieces(mention: Mention, marks: Set[str]) -> Iterator[tuple[int, int]]:
    """The stretches between joining words; "the" may stand for a particle ("Yusuf the Masri", from *el*)."""
    start = 0
    for index, token in enumerate((*mention.tokens, None)):
        if token is None or token.text in marks or token.text in {"'s", "’s", "'", "’"}:
            if index > start:
                yield start, index
            start = index + 1


def _leads(article: Article, mention: Mention, index: int) -> bool:
    """Whether a token may stand before a name without being part of it."""
    word = mention.tokens[index].text
    role = (mention.block, mention.tokens[min(index + 1, len(mention.tokens) - 1)].start) in article.role_of
    if role or reads_as_word(article, word) or article.knowledge.body(word) is not None or word.endswith("."):
        return True
    return _says_whence(article, mention, index)


def _says_whence(article: Article, mention: Mention, index: int) -> bool:
    """Whether a token is nobody's name, however rare a word, and a given name stands behind it: "Galician Rosalía"."""
    behind = mention.tokens[index + 1 : index + 2]
    word = mention.tokens[index].text
    facts = article.knowledge.word(word)
    is_nobody = facts.given + facts.surname < NOBODY and facts.english >= RARE_WORD
    is_of_somewhere = any(m.entity.kind == "term" for m in article.knowledge.gazetteer.exact(word))
    return (is_nobody or is_of_somewhere) and any(article.knowledge.word(token.text).given >= GIVEN for token in behind)


def suspect_words(article: Article) -> set[str]:
    """The words the translator should be asked about: common English words that stand where a name would."""
    words: set[str] = set()
    for part in person_spans(article):
        if len(part.tokens) > 1 and not article.is_settled(part):
            names = name_words(part.text)
            words.update(word for word in names if reads_as_word(article, word))
            words.update(word for word in names[1:][-1:] if _is_rare_word(article, word))
    return words


def reads_as_word(article: Article, word: str) -> bool:
    """Whether a token is more of an English word than of a name: common, in a dictionary, and hardly anybody's name."""
    facts = article.knowledge.word(word)
    if not word.isalpha() or len(word) < 3 or facts.english < COMMON_WORD or facts.given + facts.surname >= BEARERS:
        return False
    return article.knowledge.is_dictionary_word(word)


def likely_people(article: Article, part: Mention, words: tuple[str, ...]) -> list[Entity]:
    """Who may be meant by a span, by the roads and by governing where the story takes place, each once."""
    found = {match.entity.id: match.entity for _, match in _roads(article, part, words, _role_of(article, part))}
    found |= {entity.id: entity for entity in article.in_power}
    return [entity for entity in found.values() if entity.kind == "person"]


def _role_of(article: Article, part: Mention) -> RolePhrase | None:
    role = article.role_of.get((part.block, part.start))
    return role if role is not None and role.mention.end == part.end else None


def _of_part(article: Article, part: Mention) -> Iterator[PersonHypothesis]:
    role = _role_of(article, part)
    words = name_words(part.text)
    if len(words) < 2 and role is None:
        return
    if article.is_settled(part):
        return
    roads: dict[str, set[str]] = {}
    people: dict[str, Entity] = {}
    for road, match in _roads(article, part, words, role):
        if match.entity.kind == "person":
            people[match.entity.id] = match.entity
            roads.setdefault(match.entity.id, set()).add(road)
    foreseen = article.knowledge.gazetteer.mistranslation(part.text) if len(words) > 1 else []
    expected = {match.entity.id: match.name for match in foreseen if match.score >= SURE}
    for key, entity in people.items():
        # Names come again and again in a story: each is lined up with each person once.
        if (words, key) not in article.lined_up:
            article.lined_up[words, key] = best_form(article, words, entity) or _foreseen(words, expected.get(key, ""))
        best = article.lined_up[words, key]
        if best is not None:
            yield PersonHypothesis(part, entity, best[0], best[1], frozenset(roads[key]), role)


def _foreseen(words: tuple[str, ...], form: str) -> tuple[str, Alignment] | None:
    """A form that a translator is expected to turn into just this span, word for word, whatever dictionaries say."""
    origins = name_words(form)
    if not form or len(origins) != len(words):
        return None
    pairs = tuple(
        Pair(word, origin, SAME if fold(word) == fold(origin) else GLOSS)
        for word, origin in zip(words, origins, strict=True)
    )
    return form, Alignment(pairs, 0)


def best_form(article: Article, words: tuple[str, ...], entity: Entity) -> tuple[str, Alignment] | None:
    """The form of an entity's name that a span lines up with at the least cost, and the alignment.

    None where no form explains every word, or where the span is an accepted form already.
    """
    best: tuple[tuple[float, int], str, Alignment] | None = None
    forms = dict.fromkeys((*entity.accepted("en"), *entity.accepted("es")))
    for form in forms:
        alignment = align(words, name_words(form), article.knowledge)
        if alignment is None:
            continue
        rank = (sum(COST[pair.relation] for pair in alignment.pairs), alignment.skipped)
        if best is None or rank < best[0]:
            best = (rank, form, alignment)
    if best is None:
        return None
    _, form, alignment = best
    if not alignment.changed:
        key = [fold(word) for word in words]
        if any(key == [fold(word) for word in name_words(accepted)] for accepted in entity.accepted("en")):
            return None
    return form, alignment


def word_for_word(article: Article, words: Sequence[str], entity: Entity) -> Iterator[tuple[str, list[Pair]]]:
    """The forms of a person's name that have as many words as a span, each with the pairs; "" relates what does not."""
    for form in dict.fromkeys((entity.english, *entity.accepted("en"), *entity.accepted("es"))):
        theirs = name_words(form)
        if len(theirs) == len(words):
            pairs = zip(words, theirs, strict=True)
            yield form, [Pair(word, origin, relate(word, origin, article.knowledge) or "") for word, origin in pairs]


def _roads(
    article: Article, part: Mention, words: tuple[str, ...], role: RolePhrase | None
) -> Iterator[tuple[str, Match]]:
    gazetteer = article.knowledge.gazetteer
    if role is not None and role.body:
        for match in gazetteer.holders(role.office, role.body, article.when):
            yield "role", match
    if len(words) > 1:
        last = words[-1]
        for match in gazetteer.surname(last)[:MAX_PEOPLE]:
            yield "surname", match
        if _may_be_translated(article, last):
            for spanish in _by_weight(article.knowledge.glosses(last)):
                for match in gazetteer.surname(spanish)[:MAX_PEOPLE]:
                    yield "translated surname", match
        for match in gazetteer.mistranslation(part.text):
            yield EXPECTED, match
        for match in gazetteer.spanish(part.text):
            yield "Spanish form", match
        if _has_odd_word(article, words):
            for match in gazetteer.fuzzy(part.text):
                yield "spelling", match


def _may_be_translated(article: Article, word: str) -> bool:
    """Whether a surname may have become this word: a word rather than a name, or the given name that a surname is."""
    return article.knowledge.word(word).given >= GIVEN or is_hardly_a_name(article, word)


def is_hardly_a_name(article: Article, word: str) -> bool:
    """Whether a token is a word rather than a name, be it a rare one."""
    return reads_as_word(article, word) or _is_rare_word(article, word)


def _is_rare_word(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    is_word = facts.english >= RARE_WORD and facts.given + facts.surname < NOBODY
    return word.isalpha() and is_word and article.knowledge.is_dictionary_word(word)


def _has_odd_word(article: Article, words: Iterable[str]) -> bool:
    """Whether some word is neither known in English nor as a name: only then is a near spelling worth a look."""
    for word in words:
        facts = article.knowledge.word(word)
        if len(word) >= 4 and facts.english < 1.5 and facts.surname < 20 and facts.given < 20:
            return True
    return False


def _by_weight(glosses: dict[str, float]) -> list[str]:
    return sorted(glosses, key=lambda word: (-glosses[word], word))[:MAX_GLOSSES]


def repaired(entity: Entity, pairs: Iterable[Pair]) -> dict[str, str]:
    """For each changed token of a span, the token of the entity's English name that should stand there."""
    english = name_words(entity.english)
    repairs: dict[str, str] = {}
    for pair in pairs:
        for word in english:
            if word != pair.token and (fold(word) == fold(pair.origin) or respelt(word, pair.origin)):
                repairs[pair.token] = word
    return repairs
