"""Places taken for words where the sentence says that a place stands there: "in The Peace", "near Saint Sebastian".

An article makes a place of a common word (*La Paz*), a saint makes one of a person: whole texts hold "The Peace" and
"Saint Sebastian" with no place meant. After "in" or "near", in a story about the country where the place is, one is. A
word that no translator could read keeps its Spanish form behind an English article: "The Quiaca". That gives papers,
bodies and works away as well, wherever they stand: the capital of "The" says that the article is part of a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, display, likeliest
from mtqa.detection.left_names import LOCATING
from mtqa.detection.phrase_spans import CALENDAR
from mtqa.detection.phrases import COORDINATORS
from mtqa.detection.press import is_meant, is_told
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Match
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

TABLE = "NAM101-place"
LONGEST = 4
"""Tokens of the longest span that is looked at."""
ARTICLES = ("La", "El", "Los", "Las")
SAINT = frozenset({"Saint", "St.", "St"})
SAINTS = ("San", "Santa", "Santo")
LEAST_PROMINENT, WITH_ARTICLE = 0.6, 0.5
"""Prominence below which there are too many places of a name, and other things that have an article in theirs."""
HOME = 0.5
"""How much a story must speak of the country where the place is (0..1)."""
ENGLISH_WORD = 2.5
"""Zipf frequency in English from which a word after "The" is no Spanish name left as it was."""


def located(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per span that stands where places stand and is a prominent place's name in words, and per name that
    lost its Spanish article to an English one."""
    for run in article.mentions:
        if run.titled:
            continue
        for part in article.parts(run, LONGEST):
            if COORDINATORS & set(part.words) or is_amid_capitals(run, part) or _may_stay(article, part):
                continue
            found = [(_features(article, part, match), match) for match in _matches(article, part)]
            if found:
                yield candidate(article, part, *likeliest(TABLE, found), code)


def _may_stay(article: Article, part: Mention) -> bool:
    """Whether English calls something so that the story may well mean; a saint is none where a place stands."""
    return part.text in CALENDAR or _is_meant(article, part.text)


def _is_meant(article: Article, text: str) -> bool:
    return any(is_meant(article, entity) for entity in article.named(text) if entity.kind != "person")


def _matches(article: Article, part: Mention) -> Iterator[Match]:
    located = bool(LOCATING & {word.lower() for word in article.words_before(part, 1)})
    found = _kept(article, part) if part.words[0] == "The" and not part.initial else []
    if located:
        places = article.knowledge.gazetteer.mistranslation(part.text) or _of_saint(article, part)
        found += [match for match in places if match.entity.kind == "place"]
    for match in found:
        if _is_likely(article, match.entity) and fold(part.text) not in map(fold, match.entity.accepted("en")):
            yield match


def _is_likely(article: Article, entity: Entity) -> bool:
    least = LEAST_PROMINENT if entity.kind == "place" else WITH_ARTICLE
    return entity.kind != "person" and entity.prominence >= least and agreement(article, entity) >= HOME


def _kept(article: Article, part: Mention) -> list[Match]:
    """The entities whose Spanish name the span is but for its article."""
    rest = part.text.partition(" ")[2]
    words = part.words[1:]
    if not rest:
        return []
    found = [match for form in ARTICLES for match in article.knowledge.gazetteer.spanish(f"{form} {rest}")]
    if is_told(article, part):
        return [match for match in found if match.entity.kind == "media"]
    if _is_meant(article, rest) or any(article.knowledge.word(w).english >= ENGLISH_WORD for w in words):
        return []
    return found


def _of_saint(article: Article, part: Mention) -> list[Match]:
    """The places named after the saint that the span names, whose name may be translated."""
    head, _, rest = part.text.partition(" ")
    if head not in SAINT or not rest:
        return []
    names = {rest, *article.knowledge.dictionary.glosses(rest)}
    gazetteer = article.knowledge.gazetteer
    return [match for name in sorted(names) for saint in SAINTS for match in gazetteer.spanish(f"{saint} {name}")]


def _features(article: Article, part: Mention, match: Match) -> dict[str, float]:
    words = part.words
    kept = words[0] == "The" and fold(match.name).split()[1:] == fold(part.text).split()[1:]
    after = article.words_after(part, 2)
    return {
        "prominence": match.entity.prominence,
        "country": agreement(article, match.entity),
        "capital article": float(words[0] == "The"),
        "kept": float(kept),
        "saint": float(words[0] in SAINT),
        "ambiguous": float("ambiguous" in match.detail),
        "namesake": float(bool(article.named(part.text))),
        "before country": float(
            len(after) == 2 and after[0] == "," and article.knowledge.body(after[1]) == match.entity.country
        ),
    }


def candidate(
    article: Article, part: Mention, features: dict[str, float], match: Match, code: str, table: str = TABLE
) -> Candidate:
    """The span as the words of what a Spanish name names; ``table`` is that of the features."""
    entity = match.entity
    return Candidate(
        code=code,
        table=table,
        mention=part,
        suggestion=display(part, match.name if entity.is_called(match.name) else entity.english),
        message=f"“{part.text}” looks like {'the place ' * (entity.kind == 'place')}{match.name}, translated as words",
        features=features,
        origin=match.name,
        entity=entity,
        evidence=[
            Evidence("back-translation", f"“{part.text}” is what “{match.name}” means word by word"),
            of_entity(article, entity),
        ],
    )
