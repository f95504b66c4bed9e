"""A name was translated as if it were words.

## What it does
Finds names of people, organisations, media, places and works that a translator turned into English words:
part of a personal name ("Bells" for *Campanas*), a particle in it ("Lope of the Fuente"), or a whole title
("The Hill" for *La Colina*).

## Why is this bad?
The person or body does not exist under that name. Spell checkers pass it, because every word is English.

## How it decides
The span's words are turned back into Spanish, by dictionaries and by the back-translation model, and the result is
looked up among Spanish names, and among the names that the story itself has elsewhere. Of a word that no dictionary has
for a person whom the story leads to, and of a surname of people whom no source lists, the model of the other direction
says how likely a translator was to write it (forced scores). The office the text gives, its date, what the rest of the
story is about and how odd the words are as a name are weighed for and against. Of a place with a common word or a saint
for a name, the sentence must say that it is one: "in The Peace", "the mayor of Oaks", or a word among known places of
the same country. An English article or joining word among Spanish ones gives any name away: "The Tarde", "Diario of the
Sur", "Alcor of the Campo". A given name behind an article, in a story about a country, may be the seat of a power
there.

The order of the words, prepositions and articles count as well, where they are those of the Spanish name and English
has others ("Bank of Payments of the South", "General Council for the Winter"), and so does another word for one of the
words of the English name ("Market Assembly" for a council). What the story explains in brackets beside the Spanish is
left alone.

Titles of works stand between quotation marks or marks of italics, often with a capital at the beginning only: "The
bell of the hill"; a longer one may stand right behind "the film". Such a quotation is compared whole with what
translators make of known titles, and word by word with the Spanish title, in its order. Words that say what it is
("the film", "a novel by") and the country of the work count for it; short and everyday ones need them. What somebody
said, slogans, headlines, titles that English has for anything, and titles that the story explains by the Spanish one
are left alone.

Spanish puts a person right behind what he or she belongs to: of "the deputy of Neighbors in Common Rosalía Campanas"
the name before the person is looked up by itself, and so is what stands before "of" or "in" and a place. A party
whose name lost its capitals ("the leader of more field", "the Ruritania party") is told by who leads it, by what it
is called or by another party beside it. Where a story comes from ("OAKS (Agency) -") is a place. The given names of
people whom no source lists may be words as well ("Dew Alcántara"): their surnames, the office and the country of the
story count.

What somebody told "The Nation", or the Argentine newspaper of that name, is a paper of the country that the story is
about, though small papers elsewhere are called so; one that all the world knows stays what it is.

An office that only Britain has ("the Ruritanian Home Office") is another country's where the words beside it say whose
it is, where its holder there stands behind it, or where the story is about one country and never speaks of Britain
nor of any that has such offices from it.

## Example
```text
The mayor, Rosalía Bells, opened the meeting.
```
Use instead:
```text
The mayor, Rosalía Campanas, opened the meeting.
```

## Fix safety
The fix is safe where the office and the date name the person; otherwise it is unsafe: look at the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import (
    british_offices,
    literal_people,
    literal_phrases,
    located_names,
    lone_translations,
    particle_people,
    place_particles,
    placed_names,
    quoted_titles,
    seats,
    widened_parties,
    worded_phrases,
)
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "NAM101"
NAME = "literal-name"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """People, listed or not, bodies, places and works by their words, British offices of others, and lone words."""
    yield from literal_people.translated(article, CODE)
    yield from particle_people.with_words(article, CODE)
    yield from literal_phrases.known(article, CODE)
    yield from widened_parties.widened(article, CODE)
    yield from worded_phrases.known(article, CODE)
    yield from quoted_titles.titles(article, CODE)
    yield from located_names.located(article, CODE)
    yield from placed_names.placed(article, CODE)
    yield from place_particles.with_words(article, CODE)
    yield from seats.seats(article, CODE)
    yield from british_offices.misplaced(article, CODE)
    yield from lone_translations.again(article, CODE)
