"""What a wire story says of itself: the day it is from and its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mtqa.document.dates import parse_date
from mtqa.document.readers.htmltokens import Text
from mtqa.document.readers.xmlroot import G2_ITEMS, is_nitf
from mtqa.document.readers.xmltokens import Token, XmlTag

_NITF_DATES = (
    ("date.issue", "norm"),
    ("date.release", "norm"),
    ("pubdata", "date.publication"),
    ("story.date", "norm"),
)
_G2_DATES = ("contentCreated", "firstCreated", "versionCreated", "contentModified", "sent")
_STATING = G2_ITEMS | {"body", "html", "inlineData", "inlineXML", "nitf"}
"""Elements that say what the language of a story is, below the root."""
_NO_LANGUAGE = frozenset(["", "i", "mis", "mul", "und", "x", "zxx"])
_ENGLISH = frozenset(["en", "eng"])


def story_date(source: str, tokens: Sequence[Token]) -> date | None:
    """The day a story is from: when it was issued (NITF) or when its content was made (NewsML-G2), else when it was
    released, sent or put into this version."""
    tags = [token for token in tokens if isinstance(token, XmlTag) and not token.closing]
    nitf = (tag.values.get(key, "") for name, key in _NITF_DATES for tag in tags if tag.name == name)
    made = (text for name in _G2_DATES for text in _texts(source, tokens, name))
    values = (*nitf, *made) if is_nitf(tags[0].namespace, tags[0].name) else (*made, *nitf)
    # NITF also writes 20221115000000-0500 where the time is not known.
    days = (parse_date(value) or parse_date(value.strip()[:8]) for value in values)
    return next((day for day in days if day), None)


def story_language(tokens: Sequence[Token]) -> str | None:
    """The language that the root states, else English where a story below states that, else the first stated."""
    tags = [token for token in tokens if isinstance(token, XmlTag) and not token.closing]
    if tags[0].language:
        return tags[0].language
    stated = [tag.language for tag in tags if tag.name in _STATING and tag.language]
    stated += [tag.values.get("tag", "") for tag in tags if tag.name == "language" and tag.values.get("tag")]
    return next((each for each in stated if _primary(each) in _ENGLISH), stated[0] if stated else None)


def is_foreign(tag: XmlTag, language: str | None) -> bool:
    """Whether an element states another language than English and than its story's."""
    stated = tag.language or (tag.values.get("iso", "") if tag.name == "lang" else "")
    primary = _primary(stated)
    return primary not in _NO_LANGUAGE and primary not in _ENGLISH and primary != _primary(language or "")


def _primary(tag: str) -> str:
    return tag.strip().casefold().replace("_", "-").partition("-")[0]


def _texts(source: str, tokens: Sequence[Token], name: str) -> Iterator[str]:
    for index, token in enumerate(tokens[:-1]):
        following = tokens[index + 1]
        if isinstance(token, XmlTag) and token.name == name and not token.closing and isinstance(following, Text):
            yield source[following.start : following.end]
