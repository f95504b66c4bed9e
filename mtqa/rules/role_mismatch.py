"""The person named did not hold the office on the date of the copy.

## What it does
Compares "the President of Lithuania, X" with who held that office when the copy was written. Looks only at copy
with a date of its own (front matter, metadata or `--as-of`), at offices with one holder, and at people of two
names or more; "former", "elect", "candidate" and the like say that somebody else holds it.

## Why is this bad?
Either the name or the title is wrong; both mislead.

## Example
```text
The President of France, Angela Merkel, arrived on Friday.
```
Use instead: the holder on that date, or the right office.

## Fix safety
The fix is unsafe: the office may be what is wrong, and elections change holders.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import born_by, of_role
from mtqa.detection.people import name_words
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import RolePhrase

CODE = "ROL101"
NAME = "role-mismatch"
FIX_SAFETY = "unsafe"

SINGLE_HOLDER = frozenset({"president", "prime minister", "monarch", "chancellor", "secretary general", "pope"})
"""Offices that one person at a time holds."""

MARGIN = 60
"""Days. A change of holders this near to the date is left alone: copy speaks of the incoming and the outgoing one."""


def propose(article: Article) -> Iterator[Candidate]:
    """Role phrases whose named person is known and is not the office's holder at, before or after the date."""
    if not article.dated:
        return
    for role in article.roles:
        if role.current and role.apposed and role.body and role.office in SINGLE_HOLDER:
            holder = _holder(article, role)
            if holder is not None:
                yield from _mismatch(article, role, holder)


def _holder(article: Article, role: RolePhrase) -> Entity | None:
    """The one holder of the office around the date; None where sources name several, or none."""
    found: dict[str, Entity] = {}
    today = article.when.toordinal()
    for ordinal in (today - MARGIN, today, today + MARGIN):
        day = date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
        for match in article.knowledge.gazetteer.holders(role.office, role.body, day):
            found[match.entity.id] = match.entity
    return next(iter(found.values())) if len(found) == 1 else None


def _mismatch(article: Article, role: RolePhrase, holder: Entity) -> Iterator[Candidate]:
    mention = role.mention
    words = name_words(mention.text)
    if len(words) < 2:
        return
    surnames = {fold(word) for form in holder.accepted("en") for word in name_words(form)}
    if any(fold(word) in surnames for word in words):
        return
    people = [entity for entity in article.named(mention.text) if entity.kind == "person"]
    if not people:
        return
    held = any(t.office == role.office and t.country == role.body for person in people for t in person.tenures)
    features = {"held it": float(held)}
    yield Candidate(
        code=CODE,
        table="ROL101",
        mention=mention,
        suggestion=holder.english,
        message=f"“{mention.text}” was not {role.text} on {article.when}",
        features=features,
        entity=holder,
        evidence=[of_role(article, holder, role), born_by(article, people[0])],
    )
