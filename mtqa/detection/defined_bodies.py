"""Bodies that a story names and gives an acronym to in brackets, one or both as Spanish has them.

*Organización de Cooperación Islámica (OCI)* becomes "Organisation of Islamic Cooperation (OCI)", or "Cooperation
Islámica Organization (OCI)": the acronym says which body is meant, whatever has become of its name, and the words
before it say that of all the bodies with this acronym it is the one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from mtqa.detection.accepted import spelt_out
from mtqa.detection.alignment import relate
from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.definitions import MOST_TOKENS, POSSESSIVE, SKIPPED, initials
from mtqa.detection.explain import of_entity
from mtqa.detection.features import country_of, is_spoken_of
from mtqa.detection.people import name_words
from mtqa.detection.phrase_spans import is_spanish_word
from mtqa.detection.spelling import variant_key
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES, is_name_token

SHORTEST, LONGEST = 2, 8
"""Letters of an acronym."""
FITS = 0.5
"""Share of the words of span and name that must belong together."""
ENGLISH_SPEAKING = frozenset("AU CA GB IE NZ US".split())
"""Countries whose bodies have one English name: others' are translated in more ways than a source lists."""
KINDS = frozenset({"organisation", "party", "media"})
PREPOSITIONS = frozenset("of for against on in to by with de del para contra por sobre en".split())
"""Words at which a name falls into phrases."""
LINKS = frozenset({"'s", "’s", "'", "’", "&"})
"""Tokens inside a name that are no words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a sentence from ``first`` on taken for the name of a body; ``fit`` (0..1) says how well."""

    entity: Entity
    first: int
    fit: float


def defined(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per name with an acronym in brackets, one of which is not what English has for the body."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            for position in range(2, len(tokens) - 1):
                if tokens[position - 1].text == "(" and tokens[position + 1].text == ")":
                    reading = _read(article, tokens, position)
                    if reading is None:
                        continue
                    text = block.text[tokens[reading.first].start : tokens[position + 1].end]
                    mention = Mention(number, index, reading.first, tuple(tokens[reading.first : position + 2]), text)
                    if _is_wrong(mention, reading.entity):
                        yield _candidate(article, mention, reading, code)


def _read(article: Article, tokens: Sequence[Token], position: int) -> Reading | None:
    """The body that the acronym at ``position`` stands for, the one that the words before it fit best."""
    acronym = tokens[position].text
    if not (SHORTEST <= len(acronym) <= LONGEST and acronym.isalpha() and acronym.isupper()):
        return None
    bodies = [match.entity for match in article.knowledge.gazetteer.acronym(acronym) if match.entity.kind in KINDS]
    bodies = [body for body in bodies if _is_acronym_of(acronym, body) or may_be_meant(article, body)]
    bodies = bodies or _nearly(article, tokens, position)
    readings = [reading for body in bodies if (reading := _reading(article, tokens, position - 1, body)) is not None]
    # Of equals, the one that is right as it stands.
    return max(readings, key=lambda r: (r.fit, acronym in acronyms(r.entity), r.entity.prominence), default=None)


def may_be_meant(article: Article, body: Entity) -> bool:
    """Whether the story speaks of the body's country, or of none: another one's assembly has another acronym."""
    return not article.countries or is_spoken_of(article, body)


def _nearly(article: Article, tokens: Sequence[Token], position: int) -> list[Entity]:
    """The bodies that the words before the brackets name in English and whose Spanish acronym is a slip away.

    An acronym that the initials of the words account for is the story's own.
    """
    acronym, found = tokens[position].text, []
    for first in range(max(0, position - MOST_TOKENS), position - 2):
        before = tokens[first : position - 1]
        letters = iter(initials(_content(before)))
        if all(letter in letters for letter in acronym) or not is_name_token(before[0]):
            continue
        named = article.named(" ".join(token.text for token in before))
        land = article.knowledge.gazetteer.territory(tokens[first - 1].text) if first else None
        found += [
            body for body in named
            if body.kind in KINDS and _is_slip(acronym, body) and land in (None, country_of(body))
        ]  # fmt: skip
    return found


def _is_slip(acronym: str, body: Entity) -> bool:
    """Whether a letter is lost, put in or taken for another in the body's Spanish acronym, English having its own."""
    spanish = {n.text for n in body.names if n.role == "acronym" and n.lang == "es"} - set(acronyms(body))
    return (
        len(acronym) > SHORTEST
        and bool(acronyms(body))
        and any(Levenshtein.distance(acronym, text, score_cutoff=1) <= 1 for text in spanish)
    )


def _reading(article: Article, tokens: Sequence[Token], end: int, entity: Entity) -> Reading | None:
    """The beginning of the name before token ``end`` that fits the entity best."""
    best: Reading | None = None
    names = {name_words(name.text) for name in entity.names if name.role != "acronym"}
    for first in range(end - 1, max(-1, end - MOST_TOKENS), -1):
        token = tokens[first]
        if not (token.is_word or token.text in LINKS):
            break
        if not is_name_token(token) or _goes_before(article, tokens, first):
            continue
        words = _content(tokens[first:end])
        fit = max(_fit(article, words, name) for name in names)
        if fit >= FITS and (best is None or fit > best.fit):
            best = Reading(entity, first, fit)
    return best


def _goes_before(article: Article, tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before a token is part of the name, if the token is."""
    before = tokens[first - 1] if first else None
    return (
        before is not None
        and is_name_token(before)
        and not (first == 1 or before.text == "The")
        and article.knowledge.body(before.text) is None
        and article.knowledge.office(before.text) is None
    )


def _content(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words that carry the meaning of a name."""
    return tuple(word for t in tokens if t.is_word for word in name_words(t.text) if word.lower() not in SKIPPED)


def _fit(article: Article, words: tuple[str, ...], name: tuple[str, ...]) -> float:
    """How many of the words of both belong together, in whatever order (0..1)."""
    origins = [word for word in name if word.lower() not in SKIPPED]
    most = max(len(words), len(origins))
    found = _paired(article, words, origins)
    return found / most if most and found > 1 else 0.0


def _paired(article: Article, words: Sequence[str], origins: Sequence[str]) -> int:
    """How many of the words have an origin of their own."""
    left = list(origins)
    for word in words:
        origin = next((o for o in left if relate(word, o, article.knowledge.dictionary, loosely=True)), None)
        if origin is not None:
            left.remove(origin)
    return len(origins) - len(left)


def acronyms(entity: Entity) -> list[str]:
    """The acronyms that English has for a body, preferred ones first."""
    return [n.text for n in entity.names if n.role == "acronym" and (n.lang != "es" or entity.keep_original)]


def bearers(article: Article, text: str) -> list[Entity]:
    """Whatever has the text for an acronym, or for a name, in English."""
    matches = article.knowledge.gazetteer.acronym(text)
    return [match.entity for match in matches if text in acronyms(match.entity)] + article.named(text)


def _is_wrong(mention: Mention, entity: Entity) -> bool:
    """Whether English has another acronym, or surely another wording, for the body."""
    if not _is_acronym_of(_acronym(mention), entity):
        return bool(acronyms(entity))
    return not _is_called(mention, entity)


def _is_acronym_of(text: str, entity: Entity) -> bool:
    """Whether English has the acronym for the body, however it writes it: UNICEF, Unicef."""
    return text.casefold() in map(str.casefold, acronyms(entity))


def _acronym(mention: Mention) -> str:
    return mention.tokens[-2].text


def _is_called(mention: Mention, entity: Entity) -> bool:
    """Whether English has the words before the brackets, in their order, for the body, or others that end in them."""
    words = _plain(_content(mention.tokens[:-3]))
    return any(_is_short_for(words, _plain(name_words(form))) for form in (*spelt_out(entity), *entity.accepted("es")))


def _is_short_for(words: list[str], form: list[str]) -> bool:
    """Whether a name leaves nothing out but words before it: "People's Party" for "Austrian People's Party"."""
    return len(words) > 1 and words == form[-len(words) :]


def _plain(words: Sequence[str]) -> list[str]:
    kept = (POSSESSIVE.sub("", word) for word in words if word.lower() not in SKIPPED)
    return [variant_key(word) for word in kept]


def _candidate(article: Article, mention: Mention, reading: Reading, code: str) -> Candidate:
    entity, acronym, english = reading.entity, _acronym(mention), acronyms(reading.entity)
    name = mention.text[: mention.tokens[-4].end - mention.start]
    called = _is_called(mention, entity)
    left = not _is_acronym_of(acronym, entity)
    wanted = english[0] if left else acronym
    evidence = [of_entity(article, entity)]
    if left:
        spanish = next((n.text for n in entity.names if n.role == "acronym" and n.lang == "es"), acronym)
        evidence.insert(0, Evidence("acronym", f"{spanish} is the Spanish acronym; English uses {wanted}"))
    if not called:
        evidence.append(Evidence("back-translation", f"“{name}” is “{entity.spanish}” word by word"))
    return Candidate(
        code=code,
        table="ACR101-defined",
        mention=mention,
        suggestion=f"{name if called else entity.english} ({wanted})",
        repairs={acronym: wanted} if left else {},
        alone=acronym if left else "",
        message=f"{acronym} is not the acronym of {entity.english}"
        if left
        else f"“{name}” looks like a word-by-word translation of {entity.spanish}",
        features=_features(article, mention, reading),
        origin=entity.spanish,
        entity=entity,
        evidence=evidence,
    )


def _features(article: Article, mention: Mention, reading: Reading) -> dict[str, float]:
    entity = reading.entity
    words = _content(mention.tokens[:-3])
    acronym = _acronym(mention)
    is_spanish = any(name.text == acronym and name.lang == "es" for name in entity.names)
    left = is_spanish and not _is_acronym_of(acronym, entity)
    return {
        "spanish acronym": float(left),
        "broken acronym": float(not left and not _is_acronym_of(acronym, entity)),
        "fit": 2 * reading.fit - 1,
        "prominence": entity.prominence,
        "called": float(_is_called(mention, entity)),
        "half Spanish": float(any(_is_spanish(article, word, entity) for word in words)),
        "spanish order": float(_is_in_order(article, mention, entity)),
        "articles": float(any(token.text == "the" for token in mention.tokens[:-3])),
        "at home": float(entity.country in SPANISH_SPEAKING),
        "abroad": float(not left and entity.country not in SPANISH_SPEAKING | ENGLISH_SPEAKING | {""}),
    }


def _is_spanish(article: Article, word: str, entity: Entity) -> bool:
    """Whether a word is one of Spanish, and none of English nor of the English name."""
    own = any(fold(word) in fold(form).split() for form in entity.accepted("en"))
    return not own and is_spanish_word(article, word)


def _is_in_order(article: Article, mention: Mention, entity: Entity) -> bool:
    """Whether the phrases between the prepositions are those of the Spanish name, and not those of an English one."""
    ours = _phrases(token.text for token in mention.tokens[:-3] if token.is_word)
    if any(list(map(sorted, ours)) == list(map(sorted, _phrases(form.split()))) for form in entity.accepted("en")):
        return False
    return any(_line_up(article, ours, _phrases(form.split())) for form in entity.accepted("es"))


def _phrases(words: Iterable[str]) -> list[list[str]]:
    """The folded words of a name, cut at its prepositions; articles and joining words left out."""
    found: list[list[str]] = [[]]
    for word in words:
        if word.lower() in PREPOSITIONS:
            found.append([])
        elif word.lower() not in SKIPPED | PARTICLES:
            found[-1] += _plain([word])
    return [phrase for phrase in found if phrase]


def _line_up(article: Article, ours: list[list[str]], theirs: list[list[str]]) -> bool:
    return list(map(len, ours)) == list(map(len, theirs)) and all(
        _paired(article, phrase, origins) == len(phrase) for phrase, origins in zip(ours, theirs, strict=True)
    )
