"""Places, bodies and acronyms that the translator left in Spanish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.detection import left_accents, left_acronyms
from mtqa.detection.accepted import is_gloss
from mtqa.detection.article import SPANISH_SPEAKING, WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, borne, commonness, country_of, display
from mtqa.detection.phrase_spans import is_quoted
from mtqa.detection.verdict import WARNING
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES, is_amid_capitals

LONGEST, LONGEST_SPANISH = 4, 9
"""Tokens of the longest span that is looked up as a Spanish name; more where Spanish words join it (*de*, *la*)."""
SPANISH_JOINERS = frozenset({"de", "del", "para", "por", "y", "e"})
"""Spanish words that carry a name on."""
CATALAN = frozenset({"per", "pel", "pels"})
"""Words that only Catalan joins a name with: its places have names of their own."""
LOCATING = frozenset({"in", "near", "from", "around", "across", "throughout", "outside", "toward", "towards"})
"""Words before a place, and hardly before a person."""
SIGHTS = frozenset({"building", "monument", "neighbourhood", "square"})
"""Kinds of places that have namesakes in many towns."""
MUCH = 0.2
"""Difference of prominence that makes one namesake obscure beside the other."""
OBSCURE = 0.2
"""Prominence below which somebody who is called so is not meant in a story of the other's country."""
RATHER_SPANISH = 0.5
"""How much more often Spanish has an acronym (see `left_acronyms.rather_spanish`) than English, where it is Spanish."""
SPANISH_WORD = 2.5
"""Zipf frequency in Spanish from which a neighbouring word that English lacks tells of Spanish text."""


def names(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that is the Spanish name or acronym of something that English calls otherwise.

    Where a sentence has several, each makes the others likelier.
    """
    found = [
        candidate
        for run in article.mentions
        for part in article.parts(run, LONGEST_SPANISH if PARTICLES & set(run.words) else LONGEST)
        if (candidate := _candidate(article, run, part, code)) is not None
    ]
    sure: dict[tuple[int, int], set[str]] = {}
    for candidate in found:
        if candidate.confidence >= WARNING and candidate.entity is not None:
            sure.setdefault(_sentence(candidate), set()).add(candidate.entity.id)
    for candidate in found:
        assert candidate.entity is not None
        candidate.features["beside"] = float(bool(sure.get(_sentence(candidate), set()) - {candidate.entity.id}))
    yield from found


def _sentence(candidate: Candidate) -> tuple[int, int]:
    return candidate.mention.block, candidate.mention.sentence


def _candidate(article: Article, run: Mention, part: Mention, code: str) -> Candidate | None:
    if article.is_settled(part) and not _is_strangers_name(article, run, part):
        return None
    best: tuple[float, dict[str, float], Match] | None = None
    for match in _meant(article, run, part):
        features = _features(article, run, part, match.entity)
        score = confidence("SPA101-place", features)
        if best is None or score > best[0]:
            best = score, features, match
    if best is None or CATALAN & set(article.words_before(part, 1)):
        return None
    _, features, match = best
    entity = match.entity
    if entity.kind == "place" and is_quoted(article, part):
        return None  # a title
    return Candidate(
        code=code,
        table="SPA101-place",
        mention=part,
        suggestion=_replacement(part, entity),
        message=f"“{part.text}” is Spanish for {entity.english}",
        features=features,
        origin=part.text,
        entity=entity,
        evidence=[Evidence("spanish-form", of_entity(article, entity).detail)],
    )


def _meant(article: Article, run: Mention, part: Mention) -> list[Match]:
    """The entities that the span names in Spanish, none that English may well mean by it as it stands."""
    matches = [match for match in _matches(article, part) if _is_left_in_spanish(article, part, match.entity)]
    namesakes = article.named(part.text) if matches and not left_acronyms.is_acronym(part) else []
    spelt = [other for other in namesakes if _is_spelt(other, part.text)]
    left = [m for m in matches if not any(_may_be_meant(article, other, m.entity) for other in spelt)]
    return left + left_accents.matches(article, run, part)


def _is_strangers_name(article: Article, run: Mention, part: Mention) -> bool:
    """Whether only obscure people are called so, and the span is no part of a longer name that is right."""
    if len(part.tokens) == 1 or is_part_of_longer(run, part):
        return False
    return all(_is_obscure(other) for other in article.named(part.text))


def _is_obscure(namesake: Entity) -> bool:
    return namesake.kind == "person" and namesake.prominence < OBSCURE


def _is_spelt(namesake: Entity, text: str) -> bool:
    """Whether English spells a name with the accents that stand there: a town called Sidney is no "Sídney"."""
    return text.isascii() or text.casefold() in map(str.casefold, namesake.accepted("en"))


def _may_be_meant(article: Article, namesake: Entity, entity: Entity) -> bool:
    """Whether copy may well mean something that English calls so: no obscure town of a country it never names."""
    home = country_of(namesake)
    if _is_obscure(namesake) and article.country_share(country_of(entity)) > 0:
        return False
    obscure = namesake.kind == "place" and namesake.prominence < min(WELL_KNOWN, entity.prominence - MUCH)
    return not (obscure and home and not article.country_share(home))


def _goes_on(article: Article, part: Mention) -> bool:
    """Whether Spanish words after the span make it the beginning of a longer name."""
    return bool(SPANISH_JOINERS & set(article.words_after(part, 1)))


def _is_left_in_spanish(article: Article, part: Mention, entity: Entity) -> bool:
    """Whether English has another name for the entity than the span: no longer form of the same ("Planalto Palace")."""
    if left_acronyms.is_acronym(part):
        return True
    if entity.kind not in {"place", "organisation", "party", "person"}:
        return False
    if (entity.kind == "person" and len(part.tokens) > 1) or (entity.kind == "party" and not _is_party(part, entity)):
        return False
    if entity.kind == "organisation" and (entity.country in SPANISH_SPEAKING or _goes_on(article, part)):
        return False  # English copy often keeps the name of a local body
    is_foreign = entity.kind == "organisation" and bool(entity.country)
    if is_foreign and article.share_of(SPANISH_SPEAKING) > article.country_share(entity.country):
        return False  # … and it is no body of elsewhere that Spanish calls so as well
    if entity.subkind in SIGHTS and article.spanish_speaking and not article.country_share(entity.country):
        return False  # every town has its Bridge of Sighs, and its Park of the West
    words = set(fold(part.text).split())
    accepted = entity.accepted("en")
    return not any(words <= set(fold(form).split()) or is_gloss(article, part, form) for form in accepted)


def _is_party(part: Mention, entity: Entity) -> bool:
    """Whether the span is more than a word, and the party none that calls itself so."""
    return len(part.tokens) > 1 and bool(entity.country) and entity.country not in SPANISH_SPEAKING


def _matches(article: Article, part: Mention) -> list[Match]:
    if left_acronyms.is_acronym(part):
        return left_acronyms.matches(article, part)
    # An accent may be missing or too many; "ñ" is another letter: Garoña is no Garonne (Garona).
    found = article.knowledge.gazetteer.spanish(part.text)
    return [match for match in found if "ñ" not in part.text.lower() or "ñ" in match.name.lower()]


def _features(article: Article, run: Mention, part: Mention, entity: Entity) -> dict[str, float]:
    words = part.words
    alone = len(words) == 1 and not part.is_capitals
    accents_only = any(fold(part.text) == fold(form) for form in entity.accepted("en"))
    rather_spanish = left_acronyms.rather_spanish(article, part, entity)
    # How often English has the letters is how often it has the acronym, where Spanish has it far more often.
    small = left_acronyms.is_in_small_letters(article, part, entity) and rather_spanish >= RATHER_SPANISH
    could_be_borne = alone and not accents_only and "the" not in article.words_before(part, 1)
    return {
        "prominence": entity.prominence,
        # A single word may be English, or a person's name; several words together are neither.
        "english word": commonness(article, words[0]) if alone and not small else 0.0,
        "person name": borne(article, words[0]) if could_be_borne else 0.0,
        "accents only": float(accents_only),
        "tokens": float(min(3, len(words)) - 1),
        "country": agreement(article, entity),
        "in": float(entity.kind == "place" and bool(LOCATING & {w.lower() for w in article.words_before(part, 1)})),
        "part of run": float(is_part_of_longer(run, part)),
        "spanish text": float(amid_spanish(article, part)),
        "beside": 0.0,
        "rather Spanish": rather_spanish,
        "named": float((small or left_acronyms.is_acronym(part)) and article.says(entity)),
    }


def is_part_of_longer(run: Mention, part: Mention) -> bool:
    """Whether a capitalised token touches the part; the article that begins a sentence says nothing."""
    if run.initial and run.tokens[0].text == "The" and part.first > run.first:
        run = replace(run, tokens=run.tokens[1:], first=run.first + 1)
    return is_amid_capitals(run, part)


def amid_spanish(article: Article, part: Mention) -> bool:
    """Whether the words on either side are Spanish too: a title or a quotation left in Spanish."""
    if "Spanish" in article.words_before(part, 3):
        return True  # "(Spanish: República Dominicana)"
    beside = (*article.words_before(part, 2), *article.words_after(part, 2))
    facts = [article.knowledge.word(word) for word in beside if word.isalpha() and word.islower()]
    return any(fact.spanish >= SPANISH_WORD and fact.spanish > fact.english + 1 for fact in facts)


def _replacement(part: Mention, entity: Entity) -> str:
    english = left_acronyms.english_acronym(part, entity)
    return english or display(part, entity.english)
