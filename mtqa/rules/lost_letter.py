"""A name has lost a letter that the decoder lacks.

## What it does
Finds names in which a letter beyond A to Z (č, ő, ü, ł, ã …) is gone, or has given way to a mark or to some other
letter, while all the other letters stayed.

## Why is this bad?
Small translation models know the letters of their training text and no others. What they leave of a Czech, Hungarian,
Turkish or German name cannot be looked up, and is hardly the name that the person bears. A plain letter in place of
the accented one (*Novacek*) is house style, and is never flagged.

## How it decides
The word is unknown in English and Spanish, as anybody's name and as a place, and a known name is the same but for such
letters. The story must speak of a country that spells names with them. A decoder that lacks a letter lacks it
throughout: where the story has the letter elsewhere, nothing is said; where it has other broken words, they count.

A full stop amid the letters of a name (*S.lvi*) tells of a lost letter by itself, in a story without any such letter; a
hyphen, a name spelt in two ways or an ending cut short do so beside other broken words. What the name was is then left
to the reader.

## Example
```text
The Czech champion Novek won in two sets.
```
Use instead:
```text
The Czech champion Novák won in two sets.
```

## Fix safety
The fix is unsafe: two names may differ in just the letter that was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import lost_letters, unfilled_holes
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "COR102"
NAME = "lost-letter"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """Words that a known one is but for letters that some decoders lack, and words with a mark for a letter."""
    yield from lost_letters.broken_names(article.story, CODE)
    yield from unfilled_holes.unfilled(article.story, CODE)
