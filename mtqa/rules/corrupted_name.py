"""A place or body has a broken spelling.

## What it does
Finds names of places and bodies with a word that no lexicon has, one slip away from a name that the story makes
likely: a letter lost, doubled, put in or taken for another.

## Why is this bad?
Decoders build rare names from pieces, and lose some on the way. The result looks like a foreign name, so that nobody
stops at it.

## How it decides
The word is unknown as a word in English and Spanish, as anybody's name and as a place. Its first letter is kept; up to
eight letters one slip is allowed, from nine two. The name that is meant is a prominent one, and better still named
elsewhere in the story or in a country that the story is about. A word for the people of a place (*Helsimkians*) is
flagged only where the story names the place itself.

## Example
```text
The ferry left Helsimki at noon.
```
Use instead:
```text
The ferry left Helsinki at noon.
```

## Fix safety
The fix is unsafe: a village that no source lists may really be called so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import slipped_names, slipped_peoples
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "COR101"
NAME = "corrupted-name"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """Places and bodies with one broken word, and words for people that are made of a broken place."""
    yield from slipped_names.slips(article, CODE)
    yield from slipped_peoples.slips(article, CODE)
