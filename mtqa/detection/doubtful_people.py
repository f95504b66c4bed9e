"""Names in which one word has no known origin, of somebody whom the story leads to: what the channel is asked about.

"Rosalía Crag Bells": the last word leads to people called Campanas, of whom one is a Rosalía Peñascal Campanas, but no
dictionary says that a *peñascal* is a crag. The es→en model does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.detection.alignment import GLOSS, Pair
from mtqa.detection.article import Article
from mtqa.detection.channel import Question
from mtqa.detection.people import is_hardly_a_name, likely_people, name_words, person_spans, word_for_word
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold

MOST = 48
"""Questions asked for a document."""
SHORTEST = 4
"""Letters of the shortest word that is asked about: numerals and initials are no words."""


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """A word that may have come from a token of a name, and the question that tells."""

    question: Question
    word: str
    origin: str


def doubts(article: Article) -> list[Doubt]:
    """What the channel is to be asked about a document: of the most prominent people first, then by the alphabet."""
    found: dict[Doubt, float] = {}
    for part in person_spans(article):
        words = name_words(part.text)
        if len(words) < 2 or part.titled or article.is_settled(part):
            continue
        odd = {word for word in words[1:] if len(word) >= SHORTEST and is_hardly_a_name(article, word)}
        for entity in likely_people(article, part, words) if odd else ():
            for doubt in _of_person(article, words, odd, entity):
                found[doubt] = max(entity.prominence, found.get(doubt, 0.0))
    return sorted(found, key=lambda doubt: (-found[doubt], doubt))[:MOST]


def _of_person(article: Article, words: Sequence[str], odd: set[str], entity: Entity) -> Iterator[Doubt]:
    for form, pairs in word_for_word(article, words, entity):
        unexplained = [index for index, pair in enumerate(pairs) if not pair.relation]
        # A word in the place of the given name says nothing: "Mayor Bells" is nobody called Rosalía.
        if len(unexplained) == 1 and (index := unexplained[0]) and pairs[index].token in odd:
            yield _doubt(form, pairs, pairs[index])


def _doubt(form: str, pairs: Sequence[Pair], open_pair: Pair) -> Doubt:
    """Whether the open word may have come from its place in the name; the other words as the translator left them."""
    others = {pair: pair.token if pair.relation == GLOSS else pair.origin for pair in pairs}
    english = " ".join(pair.token if pair is open_pair else others[pair] for pair in pairs)
    kept = " ".join(pair.origin if pair is open_pair else others[pair] for pair in pairs)
    return Doubt(Question(form, english, kept), open_pair.token.lower(), fold(open_pair.origin))
