"""A name stands in its Spanish spelling.

## What it does
Finds names of people, places, parties and bodies that the translator left as Spanish writes them, where English
writes them otherwise: transliterations (*Kazajistán*), exonyms (*Pekín*, one of them in *Kazajistán-Uzbekistan*),
Spanish acronyms (*OMS*), doubled abbreviations (*JJ. OO.*; the *EU* of Mexican copy, which are the United States) and
ranks (*Cnel.*), and the Spanish titles of foreign works. Names of several words that no list has (*Puente de los
Espejos*) in stories where no Spanish is spoken, and known names half of which is Spanish (*Academy Sueca*).

## Why is this bad?
Readers look for Kazakhstan, Beijing and the WHO, and do not find them.

## How it decides
The span equals a Spanish form of a known entity, English has another one, and nothing else in use in English is
called so. An acronym that others have, too, must be one whose body the story names, or theirs must be countries that it
never speaks of. Of people whom nobody lists, the letters tell (*Mijaílov*): English must attest its own spelling of
the name ten times better. Where nothing but an accent differs (*Irán*), English must hardly ever have it. Text that is
Spanish anyway (a quoted title) is left alone.

Rulers, popes and their houses have the given names that Spanish gives them (*Pope Gervasio*) where a title or a realm
stands beside the name, the story is about their country and, of those who hold an office, the day is right. Who comes
from where such names are at home, is introduced as something else or has a surname keeps the name.

A foreign film, book or song under the title that Spanish gave it stands between quotation marks, or right behind the
word that says what it is. Works of Spanish-speaking countries keep their titles, and so does one that the story
explains, or calls the Spanish title.

A name of several Spanish words is judged by the story: no Spanish-speaking country in it, no place where Spanish once
was spoken, nobody with a Spanish name beside it. Squares, schools and parties of other countries have no Spanish
names; bars, bands and wines may. What it says in English is put together word by word from dictionaries: take it as a
reading aid. Of a name left half in Spanish, the whole must be one that English has.

## Example
```text
The delegation left for Kazajistán on Monday.
```
Use instead:
```text
The delegation left for Kazakhstan on Monday.
```

## Fix safety
The fix is unsafe: a street or a book may bear the Spanish form.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import (
    half_translated,
    left_abbreviations,
    left_compounds,
    left_names,
    left_people,
    left_phrases,
    left_spellings,
    left_titles,
    royal_names,
)
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "SPA101"
NAME = "spanish-form"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """People by the Spanish spelling of their names, rulers by given names; places, bodies and acronyms."""
    yield from left_people.people(article, CODE)
    yield from left_spellings.people(article, CODE)
    yield from royal_names.royals(article, CODE)
    yield from left_names.names(article, CODE)
    yield from half_translated.names(article, CODE)
    yield from left_compounds.places(article, CODE)
    yield from left_phrases.phrases(article, CODE)
    yield from left_titles.titles(article, CODE)
    yield from left_abbreviations.doubled(article, CODE)
    yield from left_abbreviations.undoubled(article, CODE)
    yield from left_abbreviations.ranks(article, CODE)
