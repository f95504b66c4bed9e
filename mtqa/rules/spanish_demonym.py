"""A Spanish word for the people of a place was left.

## What it does
Finds words such as *coruñés* and *londinense* that say in Spanish where somebody or something is from, and such as
*macronista* that say whom somebody follows; also those that lost their last vowel to look English (*Gaditan*, of
*gaditano*, from Cádiz), unless English makes the same word of the place itself (*Zaragozan*).

## Why is this bad?
Spanish has a word for the people of nearly every town, English for few. Translators let the rare ones pass, and the
reader takes them for a surname or a brand.

## How it decides
The word is listed as that of a place, or a Spanish dictionary gives an English word of origin for it, or has it and a
well-known place of a country in the story is called so but for the ending. A leader must be one of a country in the
story, and of none that speaks Spanish: English keeps *Peronista*. English does not use the word, hardly anybody is
called so, and no name stands beside it (a club, a street). Text that is Spanish anyway is left alone.

## Example
```text
The londinense banks closed early.
```
Use instead:
```text
The Londoner banks closed early.
```

## Fix safety
The fix is unsafe: English may want another turn of phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import left_demonyms
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "SPA102"
NAME = "spanish-demonym"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """Spanish words for people of a place."""
    yield from left_demonyms.left(article, CODE)
