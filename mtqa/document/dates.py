"""The copy's own date, as front matter and page metadata write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime

DATE_KEYS = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "datepublished",
    "publishedat",
    "publicationdate",
    "publishedtime",
    "firstpublished",
    "datecreated",
    "created",
    "dateline",
)
"""Keys of front matter that give the date, most telling first; case, ``-`` and ``_`` do not count."""

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?=$|[T\s])")
_SLASHED = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=$|[T\s])")
_FORMATS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%B %d %Y")


def parse_date(value: object) -> date | None:
    """The date that ``value`` (a string or a YAML date) gives, in its own time zone; None where it gives
    none.

    Understands ISO 8601 with or without a time, ``2021/11/28``, ``28 November 2021``, ``November 28, 2021``
    and the dates of e-mail and RSS (RFC 5322). Day and month in figures alone (``11/12/2021``) are
    ambiguous and not read.
    """
    if isinstance(value, date):
        # A datetime is a date, too.
        return _checked(value.year, value.month, value.day)
    if not isinstance(value, str):
        return None
    for pattern in (_ISO, _SLASHED):
        if match := pattern.match(value):
            return _checked(*map(int, match.groups()))
    text = " ".join(value.split())
    for form in _FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError):
        return None


def date_in(values: Mapping[str, object]) -> date | None:
    """The date under the first of :data:`DATE_KEYS` that holds one."""
    by_key = {re.sub(r"[-_ ]", "", str(key)).casefold(): value for key, value in values.items()}
    return next((found for key in DATE_KEYS if (found := parse_date(by_key.get(key)))), None)


def _checked(year: int, month: int, day: int) -> date | None:
    """The day; None where there is none, or where it stands for none (year 1 is what empty fields come out as)."""
    try:
        return date(year, month, day) if year > 1 else None
    except ValueError:
        return None
