"""A part of a person's name begins with a small letter.

## What it does
Finds a known given name followed by a surname in lower case, where the two make a known person.

## Why is this bad?
English capitalises surnames; machine translation loses capitals when it splits a rare name into pieces.

## Example
```text
The secretary general, Kofi annan, spoke.
```
Use instead:
```text
The secretary general, Kofi Annan, spoke.
```

## Fix safety
The fix is safe: only the case of a letter changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import PARTICLES

CODE = "NAM103"
NAME = "name-case"
FIX_SAFETY = "safe"

COMMON = 3.0
"""Zipf frequency from which a lower-case word after a given name is simply the next word of the sentence."""


def propose(article: Article) -> Iterator[Candidate]:
    """Known people whose surname, right after their given names, is written in lower case."""
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


def _is_small_word(token: Token) -> bool:
    return token.is_word and token.text.islower() and len(token.text) >= 4 and token.text not in PARTICLES


def _person(article: Article, mention: Mention, tokens: tuple[Token, ...]) -> tuple[Entity, str] | None:
    """The person whose accepted name the tokens spell but for case, and that name."""
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
        first=mention.first,
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
