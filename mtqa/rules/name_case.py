"""A name, or a part of one, begins with a small letter.

## What it does
Finds a known given name followed by a surname in lower case, where the two make a known person; and well-known places
in lower case, where the word is nothing else.

## Why is this bad?
English capitalises surnames and places; machine translation loses capitals when it splits a rare name into pieces.

## Example
```text
The secretary general, Kofi annan, spoke.
```
Use instead:
```text
The secretary general, Kofi Annan, spoke.
```

## Fix safety
The fix is safe where the finding is an error and only the case of letters changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_entity
from mtqa.detection.knowledge import ARTICLES
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES

CODE = "NAM103"
NAME = "name-case"
FIX_SAFETY = "safe"

RARE = 3.5
"""Zipf frequency below which a word that is a place is hardly a common noun as well."""
BEARERS = 50
"""Bearers from which a word is a name of people, too."""
WELL_KNOWN = 0.6
"""Prominence of places whose name in lower case is an error rather than another word."""
FAMED, SELDOM = 0.75, 2.8
"""Prominence of places, and the Zipf frequency from which others may be a form of some word: *bled*."""
COMMON = 3.0
"""Zipf frequency from which a lower-case word after a given name is simply the next word of the sentence."""


def propose(article: Article) -> Iterator[Candidate]:
    """Known people whose surname, right after their given names, is written in lower case; places likewise."""
    yield from _places(article)
    for mention in article.mentions:
        tokens = article.sentence(mention).tokens
        end = mention.first + len(mention.tokens)
        if end >= len(tokens) or not _is_small_word(tokens[end]):
            continue
        for start in range(max(mention.first, end - 3), end):
            person = _person(article, mention, tokens[start : end + 1])
            if person is not None:
                yield _candidate(article, mention, tokens[start : end + 1], person)
                break


def _places(article: Article) -> Iterator[Candidate]:
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            for position, token in enumerate(sentence.tokens):
                if _is_small_word(token) and (place := _place(article, token.text)) is not None:
                    span = Mention(number, index, position, (token,), token.text)
                    yield Candidate(
                        code=CODE,
                        table="NAM103-place",
                        mention=span,
                        suggestion=place[1],
                        message=f"“{token.text}” should begin with a capital letter",
                        features={"prominence": place[0].prominence},
                        entity=place[0],
                        evidence=[of_entity(article, place[0])],
                    )


def _place(article: Article, word: str) -> tuple[Entity, str] | None:
    """The well-known place that a lower-case word is the name of, where it can be nothing else; and the name."""
    facts = article.knowledge.word(word)
    if facts.english >= RARE or facts.lemma_es or max(facts.given, facts.surname) >= BEARERS:
        return None
    for entity in article.named(word):
        # What a monument is called for short, or a region in older books, may as well be a word, or foreign.
        told = FAMED if facts.english >= SELDOM else WELL_KNOWN
        is_place = entity.kind == "place" and entity.prominence >= told
        if is_place and entity.english.lower() == word != entity.english:
            return entity, entity.english
    return None


def _is_small_word(token: Token) -> bool:
    return token.is_word and token.text.islower() and len(token.text) >= 4 and token.text not in PARTICLES


def _person(article: Article, mention: Mention, tokens: tuple[Token, ...]) -> tuple[Entity, str] | None:
    """The person whose accepted name the tokens spell but for case, and that name."""
    if tokens[0].text.lower() in ARTICLES:
        return None  # a nickname, which is no given name and surname, or an article and any word
    text = article.block(mention).text[tokens[0].start : tokens[-1].end]
    for match in article.knowledge.gazetteer.folded(text):
        if match.entity.kind != "person":
            continue
        for form in match.entity.accepted("en"):
            if fold(form) == fold(text) and form.split()[-1][:1].isupper():
                return match.entity, form
    return None


def _candidate(article: Article, mention: Mention, tokens: tuple[Token, ...], person: tuple[Entity, str]) -> Candidate:
    entity, form = person
    block = article.block(mention)
    span = Mention(
        block=mention.block,
        sentence=mention.sentence,
        first=article.sentence(mention).tokens.index(tokens[0]),
        tokens=tokens,
        text=block.text[tokens[0].start : tokens[-1].end],
        titled=mention.titled,
    )
    features = {
        "prominence": entity.prominence,
        "common word": float(article.knowledge.word(tokens[-1].text).english >= COMMON),
        "role": float((mention.block, tokens[0].start) in article.role_of),
    }
    small = tokens[-1].text
    return Candidate(
        code=CODE,
        table="NAM103",
        mention=span,
        suggestion=form,
        message=f"the surname in “{span.text}” should begin with a capital letter",
        features=features,
        entity=entity,
        evidence=[
            Evidence("case", f"“{small}” follows the given name and is hardly ever an English word"),
            born_by(article, entity),
        ],
    )
