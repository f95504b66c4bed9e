"""An acronym in brackets does not fit the name before it.

## What it does
Reads "full name (ACRONYM)" and compares the acronym with those the named body has in English. Also finds an
acronym that was translated although it is another body's own: the Spanish counterpart of the English acronym is the
acronym of a body of the country that the story is about; and one whose letters kept the order of the Spanish words,
or are those of the Spanish words: no source need list the Spanish acronym.

## Why is this bad?
The reader takes the acronym for another body's, or cannot find the body under it.

## How it decides
The name must be a known body with an English acronym, or the acronym must be the Spanish one, or another known
body's. The acronym also says which body is meant where its name came out word by word ("Council World of Health
(OMS)"): then both are mended. Acronyms that are the initials of the English name are left alone. One that has them
in another order, the noun first, is found where the body's own language does not put nouns first.

An acronym of nobody in the story that is one of a party or body of a country in it, but for a letter beyond A to Z,
lost that letter: the decoder lacks it, and the story has none like it.

A word in capitals that is what an acronym means as a Spanish word ("the BELL") is that acronym, where the name of the
body stands in the story, or where one of the body's country belongs to it or leads it.

## Example
```text
The World Health Organization (OMS) issued a warning.
```
Use instead:
```text
The World Health Organization (WHO) issued a warning.
```

## Fix safety
The fix is unsafe: copy may define an acronym of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.crossed_acronyms import crossed, reordered
from mtqa.detection.defined_bodies import ENGLISH_SPEAKING, defined
from mtqa.detection.definitions import initials
from mtqa.detection.derived_acronyms import derived
from mtqa.detection.disordered_acronyms import disordered
from mtqa.detection.explain import of_entity
from mtqa.detection.features import country_of
from mtqa.detection.people import name_words
from mtqa.detection.phrases import COORDINATORS
from mtqa.detection.shortened_acronyms import shortened
from mtqa.detection.spelt_out_acronyms import spelt_out
from mtqa.detection.worded_acronyms import worded
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

CODE = "ACR101"
NAME = "wrong-acronym"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """Bracketed acronyms right after a known body's English name; acronyms taken for another body's.

    An acronym in plain letters ("CSSD") is right.
    """
    for candidate in _candidates(article):
        if fold(candidate.suggestion) != fold(candidate.mention.text):
            yield candidate


def _candidates(article: Article) -> Iterator[Candidate]:
    yield from crossed(article, CODE)
    yield from reordered(article, CODE)
    yield from disordered(article, CODE)
    yield from defined(article, CODE)
    yield from derived(article, CODE)
    yield from shortened(article, CODE)
    yield from spelt_out(article, CODE)
    yield from worded(article, CODE)
    for mention in article.mentions:
        tokens = article.sentence(mention).tokens
        end = mention.first + len(mention.tokens)
        bracketed = tokens[end : end + 3]
        if (
            len(bracketed) == 3
            and bracketed[0].text == "("
            and bracketed[2].text == ")"
            and _is_acronym(bracketed[1].text)
        ):
            yield from _checked(article, mention, bracketed)


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalpha() and text.isupper()


def _checked(article: Article, mention: Mention, bracketed: tuple[Token, ...]) -> Iterator[Candidate]:
    acronym = bracketed[1].text
    expansion, bodies = _expansion(article, mention)
    if expansion is None or not bodies:
        return
    if any(fold(acronym) == fold(form) for body in bodies for form in _acronyms(body, ("en", "mul"))):
        return
    if _initials_fit(acronym, expansion.words):
        return
    body = max(bodies, key=lambda entity: entity.prominence)
    others = [m.entity for m in article.knowledge.gazetteer.acronym(acronym) if m.entity.id != body.id]
    spanish = acronym in _acronyms(body, ("es",)) or acronym == initials(name_words(body.spanish))
    wanted = _acronyms(body, ("en", "mul"))
    # A body of the country the story is about may bear its own acronym after its name in English.
    local = any(article.country_share(country_of(entity)) for entity in others)
    if not wanted or local or not (others or spanish) or not (spanish or _is_called_in_english(article, body)):
        return
    features = {
        "other body": float(bool(others)),
        "spanish acronym": float(spanish),
        "prominence": body.prominence,
    }
    evidence = [of_entity(article, body)]
    if spanish:
        evidence.insert(0, Evidence("acronym", f"{acronym} is the Spanish acronym; English uses {wanted[0]}"))
    elif others:
        evidence.insert(0, Evidence("acronym", f"{acronym} stands for {others[0].english}"))
    block = article.block(mention)
    span = Mention(
        block=mention.block,
        sentence=mention.sentence,
        first=expansion.first,
        tokens=(*expansion.tokens, *bracketed),
        text=block.text[expansion.start : bracketed[-1].end],
    )
    yield Candidate(
        code=CODE,
        table="ACR101",
        mention=span,
        suggestion=f"{expansion.text} ({wanted[0]})",
        repairs={acronym: wanted[0]},
        alone="" if others else acronym,  # alone, another body's acronym may well mean that body
        message=f"{acronym} is not the acronym of {expansion.text}",
        features=features,
        entity=body,
        evidence=evidence,
    )


def _is_called_in_english(article: Article, body: Entity) -> bool:
    """Whether the body must have the acronym that English gives it: elsewhere it has one of its own language."""
    home = country_of(body)
    return not home or (home in ENGLISH_SPEAKING | SPANISH_SPEAKING and article.country_share(home) > 0)


def _expansion(article: Article, mention: Mention) -> tuple[Mention | None, list[Entity]]:
    """What of the run is the English name of a body: all but a leading article or an office ("President of the").

    A part of a longer name is none: "Committee of the Blue Shield (ICBS)".
    """
    block = article.block(mention)
    parted = [index + 1 for index, token in enumerate(mention.tokens) if token.text in COORDINATORS]
    first = parted[-1] if parted else 0
    for start in range(first, len(mention.tokens) - 1):
        if start > first and not _leads(
            article, block.text[mention.tokens[first].start : mention.tokens[start - 1].end]
        ):
            continue
        part = mention.part(block, start, len(mention.tokens))
        bodies = [entity for entity in article.named(part.text) if entity.kind in {"organisation", "party", "media"}]
        if bodies:
            return part, bodies
    return None, []


def _leads(article: Article, text: str) -> bool:
    """Whether the words before a name are an article or an office held there."""
    office = re.sub(r"(?: of| for)?(?: the)?$", "", re.sub(r"^the\b ?", "", text, flags=re.IGNORECASE))
    return not office or article.knowledge.office(office) is not None


def _acronyms(entity: Entity, languages: tuple[str, ...]) -> list[str]:
    found = [n.text for n in entity.names if n.role == "acronym" and n.lang in languages]
    if "en" in languages and entity.keep_original:
        found += [n.text for n in entity.names if n.role == "acronym"]
    return found


def _initials_fit(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether the acronym's letters are, in order, initials of the name's words, joining words optional."""
    letters = iter(initials(words))
    return all(letter in letters for letter in acronym.upper())
