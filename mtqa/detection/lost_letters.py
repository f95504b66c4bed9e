"""Names that lost the letters which the decoder lacks: "Nováek", "Nov-ček", "Novaek" for *Nováček*.

A decoder without a letter writes nothing in its place, or a mark, or another letter at a venture.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_entity
from mtqa.detection.features import agreement, display
from mtqa.detection.lossy import SHORTEST, UNKNOWN, Story
from mtqa.detection.weights import confidence
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity, Restored
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holes import VOWELS
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

LONGEST = 4
"""Tokens of the longest span that is looked up as a whole."""
MOST = 24
"""Ways to fill all the holes of a span that are looked up."""
TABLE = "COR102"
HALF_TOLD = 0.4
"""What a lost ending counts where other words of the story are broken, too."""


def broken_names(story: Story, code: str) -> Iterator[Candidate]:
    """One candidate per broken token, as part of a name that is known but for it or alone."""
    for run in story.article.mentions:
        yield from _candidates(story, run, code)


def _candidates(story: Story, run: Mention, code: str) -> Iterator[Candidate]:
    for part in story.article.parts(run, LONGEST):
        broken = [word for word in part.words if word in story.broken]
        if not broken:
            continue
        is_single = len(part.tokens) == 1
        candidate = _single(story, run, part, code) if is_single else _whole(story, part, broken, code)
        if candidate is not None:
            yield candidate


def _whole(story: Story, part: Mention, broken: list[str], code: str) -> Candidate | None:
    """The broken token of a name of several tokens that is known but for it."""
    article = story.article
    if len(broken) > 1 or article.is_name(part.text):
        return None
    at = part.words.index(broken[0])
    weighed = []
    for restored in islice(story.broken[broken[0]], MOST):
        text = " ".join((*part.words[:at], restored.text, *part.words[at + 1 :]))
        for entity in article.named(text):
            features = _features(story, part, restored, entity)
            features["whole"] = entity.prominence
            weighed.append((features, restored, entity))
    if not weighed:
        return None
    features, restored, entity = max(weighed, key=lambda each: (confidence(TABLE, each[0]), each[2].id))
    return _candidate(article, part.part(article.block(part), at, at + 1), features, restored, entity, code)


def _single(story: Story, run: Mention, part: Mention, code: str) -> Candidate:
    """The word that a broken token was."""
    article = story.article
    choices = story.broken[part.text]
    rivals = len({fold(restored.text) for restored in choices}) - 1
    weighed = []
    for restored in choices:
        entity = _likeliest(article, restored.text)
        features = _features(story, part, restored, entity)
        features["rivals"] = min(1.0, rivals / 3)
        features["amid"] = float(is_amid_capitals(run, part))
        weighed.append((features, restored, entity))
    features, restored, entity = max(weighed, key=lambda each: (confidence(TABLE, each[0]), each[1].text))
    return _candidate(article, part, features, restored, entity, code)


def _likeliest(article: Article, text: str) -> Entity | None:
    """The place, body or person of that name (or surname) that is the likeliest in the story."""
    found = [*article.named(text), *(match.entity for match in article.knowledge.gazetteer.surname(text))]
    return max(found, key=lambda e: (e.prominence * (0.2 + agreement(article, e)), e.id)) if found else None


def _features(story: Story, part: Mention, restored: Restored, entity: Entity | None) -> dict[str, float]:
    article = story.article
    token = next(word for word in part.words if word in story.broken)
    facts = article.knowledge.word(token)
    prominence = entity.prominence if entity is not None else 0.0
    country = agreement(article, entity) if entity is not None else 0.0
    return {
        "alphabet": story.spells_with(restored.lost),
        "kept": float(any(map(story.keeps, restored.lost))),
        "replaced": float(restored.replaced),
        "replaced alone": float(restored.replaced > 0 and not story.others(token)),
        "vowel at end": _lost_last_vowel(token, restored) * (HALF_TOLD if story.others(token) else 1.0),
        "plain": 0.0 if restored.marked else story.plain,
        "holes": float(len(restored.lost) - 1),
        "compound": float("-" in restored.text),
        "mark": min(1.0, float(restored.marked)),
        "length": min(8.0, float(len(token))) - SHORTEST,
        "others": min(3.0, float(story.others(token))),
        "word": max(facts.english, facts.spanish) / UNKNOWN,
        "borne": float(max(facts.given, facts.surname) > 0),
        "spelt": min(1.0, restored.spelt / 10),
        "unlisted": float(not restored.spelt),
        "prominence": prominence,
        "place": float(entity is not None and entity.kind == "place"),
        "country": country,
        "known": prominence * country,
        "titled": float(part.titled),
        "initial": float(part.initial and part.words[0] == token),
    }


def _candidate(
    article: Article, part: Mention, features: dict[str, float], restored: Restored, entity: Entity | None, code: str
) -> Candidate:
    right = display(part, restored.text)
    letters = ", ".join(dict.fromkeys(letter.lower() for letter in restored.lost))
    same = f"“{right}” is the same but for letters that decoders may lack ({letters})"
    evidence = [Evidence("spelling", f"no lexicon knows “{part.text}”; {same}")]
    if entity is not None:
        evidence.append(born_by(article, entity) if entity.kind == "person" else of_entity(article, entity))
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=right,
        message=f"“{part.text}” has lost a letter of {right}",
        features=features,
        origin=right,
        evidence=evidence,
        repairs={part.text: right},
        alone=part.text,
    )


def _lost_last_vowel(token: str, restored: Restored) -> bool:
    """Whether a known name is a vowel longer than the token: many a name is another one without its ending."""
    last = fold(restored.lost[-1])
    return restored.spelt > 0 and last in VOWELS and fold(restored.text) == fold(token) + last
