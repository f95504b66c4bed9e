"""Places in whose Spanish names the translator put words for the particles: "Alcor of the Campo", "Campo's Alcor".

English keeps such names whole (Talavera de la Reina). A name that passed but for *de*, *del* and *a la* is no
translation that anybody would make; where the first word stays Spanish, the rest may be in words, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, borne, display, likeliest, rather_spanish
from mtqa.detection.phrases import COORDINATORS
from mtqa.findings import Evidence
from mtqa.gazetteer import Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS, PARTICLES, is_amid_capitals, is_name_token

TABLE = "NAM101-place-particle"
LONGEST = 7
MOST = 64
"""Spanish wordings of one span that are looked up."""
PARTICLE = {
    "of": ("de", "del"),
    "of the": ("del", "de la", "de los", "de las", "de el"),
    "to the": ("al", "a la", "a los", "a las"),
    "the": ("el", "la", "los", "las"),
}
"""What English words amid a Spanish name stand for."""
POSSESSIVE = frozenset({"'s", "’s"})


def with_words(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that is the Spanish name of a place but for English words where it has particles."""
    for run in article.mentions:
        if run.titled or not (PARTICLE.keys() | POSSESSIVE) & set(run.words[1:]):
            continue
        for part in article.parts(run, LONGEST):
            if not _may_be_whole(article, run, part):
                continue
            found = [(_features(article, part, match), match) for match in _matches(article, part)]
            if found:
                yield _candidate(article, part, *likeliest(TABLE, found), code)


def _may_be_whole(article: Article, run: Mention, part: Mention) -> bool:
    inside = set(part.words[1:-1])
    if not (PARTICLE.keys() | POSSESSIVE) & inside or (COORDINATORS - {"to"}) & inside or article.is_settled(part):
        return False
    begun = run.initial and part.first == run.first + 1 and run.words[0].lower() in JOINERS | {"from", "near", "at"}
    return begun or not is_amid_capitals(run, part)


def _matches(article: Article, part: Mention) -> Iterator[Match]:
    """The places whose Spanish name has a particle there, and that English does not call as the copy does."""
    gazetteer = article.knowledge.gazetteer
    for text in islice(_wordings(part), MOST):
        for match in gazetteer.spanish(text):
            entity = match.entity
            accepted = {fold(form) for form in entity.accepted("en")}
            if entity.kind == "place" and fold(part.text) not in accepted and "derived" not in match.detail:
                yield match


def _wordings(part: Mention) -> Iterator[str]:
    """The Spanish that the span may have been, its English words turned back into particles."""
    words = part.words
    if POSSESSIVE & set(words):
        index = next(index for index, word in enumerate(words) if word in POSSESSIVE)
        owner, owned = " ".join(words[:index]), " ".join(words[index + 1 :])
        yield from (f"{owned} {particle} {owner}" for particle in ("de", *PARTICLE["of the"]))
        return
    choices: list[tuple[str, ...]] = []
    waiting: list[str] = []
    for word in words:
        if word in {"of", "to", "the"}:
            waiting.append(word)
            continue
        if waiting:
            choices.append(PARTICLE.get(" ".join(waiting), ()))
            waiting = []
        choices.append((word,))
    yield from (" ".join(pieces) for pieces in product(*choices))


def _features(article: Article, part: Mention, match: Match) -> dict[str, float]:
    names = [token.text for token in part.tokens if is_name_token(token)]
    first = names[0]
    kept = [rather_spanish(article, name) for name in names]
    return {
        "prominence": match.entity.prominence,
        "country": agreement(article, match.entity),
        "article": float(" the " in f" {part.text} "),
        "turned": float(bool(POSSESSIVE & set(part.words))),
        "Spanish words": max(0.0, max(kept)),
        "English words": max(0.0, -min(kept)),
        "person": borne(article, first) if len(names) == 2 else 0.0,
        "particles": float(bool(PARTICLES & set(part.words))),
    }


def _candidate(article: Article, part: Mention, features: dict[str, float], match: Match, code: str) -> Candidate:
    entity = match.entity
    suggestion = match.name if entity.is_called(match.name) else entity.english
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=display(part, suggestion),
        message=f"“{part.text}” looks like the place {match.name}, with words for its particles",
        features=features,
        origin=match.name,
        entity=entity,
        evidence=[
            Evidence("particle", f"the name of {match.name} keeps its particles in English"),
            of_entity(article, entity),
        ],
    )
