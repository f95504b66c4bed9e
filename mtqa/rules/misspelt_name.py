"""A name is spelt wrongly.

## What it does
Finds a personal name that no source has, one slip away from a person that the role, the date, the rest of the
story or the given name makes likely; a name of which one word is broken, where the office, or the country and the day,
leave one person; a surname that the story spells otherwise after the same given name, or when it introduced its
bearer; a given name that a hyphen joins to a surname, or that has lost an accented capital.

Finds names in another language's spelling, too: a surname, with the given name before it, a place, a body or a paper;
a ruler, a pope or a head of state under another form of the given name ("Karel III"); Russians and others whom nobody
lists, in the letters that French has for them ("Andreï").

## Why is this bad?
Decoders that build words from pieces lose or double letters of names they have never seen, and no dictionary
notices.

## How it decides
Names under four letters must match exactly; longer ones may differ in one letter, from eight letters in two. The
words must be unknown both as English words and as names, and the person must be likely here. Of a broken word less is
asked where all the rest of the name agrees: the beginning of the surname, or an English word that is nobody's name.
French letters count in stories of countries whose names each language spells in its own way, where the surname ends as
names do there, English attests the given name, and nobody is known to bear the surname as it stands.

## Example
```text
The president of the European Central Bank, Christine Lagrade, spoke.
```
Use instead:
```text
The president of the European Central Bank, Christine Lagarde, spoke.
```

## Fix safety
The fix is unsafe: another person may really be called so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import (
    joined_names,
    lost_initials,
    near_people,
    office_holders,
    regnal_names,
    respelt_names,
    romanised_people,
    variants,
)
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "NAM102"
NAME = "misspelt-name"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """Near and broken names of likely people, lone ones in another spelling, joined and shortened ones, variants."""
    yield from near_people.near(article, CODE)
    yield from office_holders.broken(article, CODE)
    yield from regnal_names.translated(article, CODE)
    yield from respelt_names.alone(article, CODE)
    yield from romanised_people.people(article, CODE)
    yield from joined_names.joined(article, CODE)
    yield from lost_initials.shortened(article, CODE)
    yield from variants.within(article, CODE)
    yield from variants.after_given(article, CODE)
    yield from variants.alone(article, CODE)
