"""What a page says of itself: the date it was published and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from mtqa.document.dates import DATE_KEYS, parse_date
from mtqa.document.readers.htmltokens import Tag, Text

_META = frozenset(DATE_KEYS) | frozenset(
    """
        article:published_time og:published_time og:article:published_time article:published dc.date
        dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created sailthru.date
        parsely-pub-date publish-date publish_date pub_date
    """.split()
)
_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')


def page_date(source: str, tokens: Sequence[Tag | Text]) -> date | None:
    """The date of publication: from ``<meta>``, else JSON-LD's ``datePublished``, else a ``<time
    datetime>``."""
    for candidates in (_meta_dates(tokens), _json_dates(source, tokens), _time_dates(tokens)):
        if found := next((day for value in candidates if (day := parse_date(value))), None):
            return found
    return None


def page_language(tokens: Sequence[Tag | Text]) -> str | None:
    """The language that the ``<html>`` element states."""
    for token in tokens:
        if isinstance(token, Tag) and token.name == "html" and not token.closing:
            attributes = token.attributes()
            return attributes.get("lang") or attributes.get("xml:lang") or None
    return None


def _start_tags(tokens: Sequence[Tag | Text], name: str) -> Iterator[dict[str, str]]:
    return (
        token.attributes() for token in tokens if isinstance(token, Tag) and token.name == name and not token.closing
    )


def _meta_dates(tokens: Sequence[Tag | Text]) -> Iterator[str]:
    for attributes in _start_tags(tokens, "meta"):
        names = (attributes.get(key, "").strip().casefold() for key in ("property", "name", "itemprop"))
        if any(name in _META for name in names):
            yield attributes.get("content", "")


def _json_dates(source: str, tokens: Sequence[Tag | Text]) -> Iterator[str]:
    for tag, text in pairwise(tokens):
        if (
            isinstance(tag, Tag)
            and isinstance(text, Text)
            and tag.name == "script"
            and "ld+json" in tag.attributes().get("type", "").casefold()
        ):
            yield from _JSON_LD.findall(source[text.start : text.end])


def _time_dates(tokens: Sequence[Tag | Text]) -> Iterator[str]:
    """The element that says it is the date of publication, else the first."""
    stated: list[str] = []
    others: list[str] = []
    for attributes in _start_tags(tokens, "time"):
        published = "pubdate" in attributes or attributes.get("itemprop", "").casefold() == "datepublished"
        (stated if published else others).append(attributes.get("datetime", ""))
    yield from stated + others
