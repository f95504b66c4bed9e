"""People in whose names the translator put words for particles: "Lope of the Fuente" for Lope de la Fuente.

A particle reads as a Spanish word where it is none: Arabic "al" becomes "to the", Portuguese "da" "gives", "dos" "two".
English keeps the particle of a surname as it is, but for rulers, saints and the nobility, whose names it translates:
a person whom English calls "of" anything is left alone, and so is a name after a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from mtqa.detection.alignment import GLOSS, Alignment, align
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_holder, of_word
from mtqa.detection.features import agreement, country_of, display, mean, oddness, rarity
from mtqa.detection.people import MAX_GLOSSES
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention, RolePhrase
from mtqa.mentions.runs import JOINERS, PARTICLES, is_name_token

GIVEN = 300
"""Bearers from which a token is a given name, with which a person's name begins."""
COMMON = 4.0
"""Zipf frequency in English from which a token is rather a word than a name."""
BEARERS = 200
"""People looked at for one surname: a particle is before those of whole families."""
VERBS = frozenset({"gives", "gave", "go", "goes"})
TRANSLATED = frozenset({"of", "the", "to", "and", "two"}) | VERBS
"""What particles of several languages mean where they are read as Spanish: de, el, al, y, dos, da, di, van, va."""
LOOSE = frozenset({"to", "and", "gives", "gave"})
"""Those that stand between names of two people as well."""
COUNTRYLESS = 0.6
"""What a story of Spanish-speaking countries says for somebody of whom no source tells a country."""
LONGEST = 8
"""Words of the longest name, particles aside."""
NOBLE = frozenset(
    "king queen prince princess duke duchess count countess earl marquis marquess baron baroness lord lady infante"
    " infanta emperor empress saint st santa san santo sister brother friar bishop archbishop virgin our".split()
)
"""Titles of those whose names English translates."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """A span, its words without those that stand for particles, and what stands before each ("" for nothing)."""

    part: Mention
    words: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The person whose name the span is but for its particle."""

    entity: Entity
    form: str
    alignment: Alignment
    role: RolePhrase | None


def with_words(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span: the likeliest person whose name has a particle where the copy has a word."""
    for joined in _spans(article):
        ranked = sorted(
            ((_features(article, joined, found), found) for found in _people(article, joined)),
            key=lambda each: (-confidence("NAM101-particle", each[0]), each[1].entity.id),
        )
        if ranked:
            yield _candidate(article, joined, *ranked[0], code)


def _spans(article: Article) -> Iterator[_Joined]:
    for run in _runs(article):
        if run.titled or not any(_translated(token.text) for token in run.tokens[1:]):
            continue
        tokens = run.tokens
        for start in range(len(tokens) - 1):
            if not _may_begin(article, tokens[start].text) or _is_noble(article, run, start):
                continue
            for end in range(start + 2, len(tokens) + 1):
                if is_name_token(tokens[end - 1]) and tokens[end - 1].text.lower() not in TRANSLATED:
                    joined = _joined(run.part(article.block(run), start, end))
                    if joined is not None and not article.is_settled(joined.part):
                        yield joined


def _runs(article: Article) -> Iterator[Mention]:
    """The runs of the document, and every two that one of the verbs parts."""
    yield from article.mentions
    for left, right in pairwise(article.mentions):
        if (left.block, left.sentence) != (right.block, right.sentence):
            continue
        sentence, middle = article.sentence(left), left.first + len(left.tokens)
        if right.first == middle + 1 and sentence.tokens[middle].text in VERBS:
            tokens = sentence.tokens[left.first : right.first + len(right.tokens)]
            text = article.block(left).text[left.start : right.end]
            yield replace(left, tokens=tuple(tokens), text=text)


def _joined(part: Mention) -> _Joined | None:
    """The span taken apart; None where no word in it may stand for a particle, or where it is too long."""
    words: list[str] = []
    before: list[str] = []
    waiting = ""
    for token in part.tokens:
        text = token.text.lower()
        if text in TRANSLATED:
            waiting = f"{waiting} {text}".strip()
        elif text not in PARTICLES and token.is_word:
            first, hyphen, rest = token.text.partition("-")
            is_particle = bool(hyphen) and first.lower() in PARTICLES | {"the"}
            words.append(rest if is_particle else token.text)
            before.append(f"{waiting} the".strip() if text.startswith("the-") else waiting)
            waiting = ""
    if not any(before) or before[0] or not 2 <= len(words) <= LONGEST:
        return None
    if len(words) == 2 and before[1] in LOOSE:
        return None
    return _Joined(part, tuple(words), tuple(before))


def _translated(text: str) -> bool:
    return text.lower() in TRANSLATED or text.lower().startswith("the-")


def _may_begin(article: Article, text: str) -> bool:
    """Whether a name may begin with the token: a given name, or no common word."""
    facts = article.knowledge.word(text)
    is_name = facts.given >= GIVEN or facts.english < COMMON
    return text[:1].isupper() and text.replace("-", "").isalpha() and is_name


def _is_noble(article: Article, run: Mention, start: int) -> bool:
    inside = run.tokens[start - 1].text if start else ""
    before = (inside,) if inside else article.words_before(run, 1)
    return bool(NOBLE & {word.lower().rstrip(".") for word in before})


def _people(article: Article, joined: _Joined) -> Iterator[_Found]:
    gazetteer = article.knowledge.gazetteer
    if any(before and gazetteer.territory(word) for word, before in zip(joined.words, joined.before, strict=True)):
        return
    role = article.role_of.get((joined.part.block, joined.part.start))
    held = gazetteer.holders(role.office, role.body, article.when) if role is not None and role.body else []
    holders = {match.entity.id: match.entity for match in held}
    last = joined.words[-1]
    glosses = article.knowledge.dictionary.glosses(last)
    spanish = sorted(glosses, key=lambda word: (-glosses[word], word))[:MAX_GLOSSES]
    borne = [match.entity for word in (last, *spanish) for match in gazetteer.surname(word)[:BEARERS]]
    for entity in {entity.id: entity for entity in (*borne, *article.in_power, *holders.values())}.values():
        if entity.kind == "person":
            yield from _fitting(article, joined, entity, role if entity.id in holders else None)


def _fitting(article: Article, joined: _Joined, entity: Entity, role: RolePhrase | None) -> Iterator[_Found]:
    """The person, where a form of the name has a particle at each place, and no form in English has a word there."""
    if any(JOINERS & set(form.lower().split()) for form in entity.accepted("en")):
        return
    for form in dict.fromkeys((entity.english, *entity.accepted("es"), *entity.accepted("en"))):
        theirs, particles = _taken_apart(form)
        if not any(particles) or fold(theirs[0]) != fold(joined.words[0]):
            continue
        alignment = align(joined.words, theirs, article.knowledge)
        if alignment is None or len(alignment.kept) + alignment.count(GLOSS) < len(joined.words):
            continue
        places = _places(alignment, theirs)
        if all(particles[place] for place, before in zip(places, joined.before, strict=True) if before):
            yield _Found(entity, form, alignment, role)
            return


def _taken_apart(form: str) -> tuple[list[str], list[bool]]:
    """The words of a name without its particles, and whether one stands before each."""
    words: list[str] = []
    particles: list[bool] = []
    waiting = False
    for word in form.split():
        first, hyphen, rest = word.partition("-")
        if word.lower() in PARTICLES:
            waiting = True
            continue
        joined = bool(hyphen) and first.lower() in PARTICLES
        words.append(rest if joined else word)
        particles.append(waiting or joined)
        waiting = False
    return words, particles


def _places(alignment: Alignment, words: list[str]) -> list[int]:
    """The place in a name of each word that the span's words come from, in order."""
    places: list[int] = []
    for pair in alignment.pairs:
        places.append(words.index(pair.origin, places[-1] + 1 if places else 0))
    return places


def _features(article: Article, joined: _Joined, found: _Found) -> dict[str, float]:
    glossed = [pair for pair in found.alignment.pairs if pair.relation == GLOSS]
    particles = [before for before in joined.before if before]
    return {
        "role holder": float(found.role is not None),
        "kept tokens": float(len(found.alignment.kept) - 1),
        "rare kept": max(rarity(article, pair.token) for pair in found.alignment.kept),
        "article": float(any(" " in before for before in particles)),
        "loose": float(all(before in LOOSE for before in particles)),
        "oddness": mean(oddness(article, pair.token) for pair in glossed),
        "prominence": found.entity.prominence,
        "country": _at_home(article, found.entity),
        "skipped": float(found.alignment.skipped),
    }


def _at_home(article: Article, entity: Entity) -> float:
    """How much the story speaks of the person's country; of somebody without one, of the Spanish-speaking countries."""
    return agreement(article, entity) if country_of(entity) else COUNTRYLESS * article.spanish_speaking


def _candidate(article: Article, joined: _Joined, features: dict[str, float], found: _Found, code: str) -> Candidate:
    entity = found.entity
    evidence = [of_word(article, pair) for pair in found.alignment.pairs if pair.relation == GLOSS]
    return Candidate(
        code=code,
        table="NAM101-particle",
        mention=joined.part,
        suggestion=display(joined.part, entity.english),
        message=f"“{joined.part.text}” looks like a translation of the name {entity.english}",
        features=features,
        origin=found.form,
        entity=entity,
        evidence=[
            *evidence,
            Evidence("particle", f"the name of {entity.english} keeps its particle in English"),
            of_holder(article, entity, found.role),
        ],
    )
