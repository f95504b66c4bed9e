"""Dates of any precision as ranges of days."""

from __future__ import annotations

import calendar
from datetime import date

FAR_PAST = date(1, 1, 1)
FAR_FUTURE = date(9999, 12, 31)


def day_range(text: str) -> tuple[date, date]:
    """First and last day that "2019", "2019-07" or "2019-07-08" may mean; raises ValueError for anything else."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    year, month, day = parts
    return date(year, month, day), date(year, month, day)


def start_range(text: str) -> tuple[date, date]:
    """As :func:`day_range`, an empty start meaning any day."""
    return day_range(text) if text else (FAR_PAST, FAR_FUTURE)


def end_range(text: str) -> tuple[date, date]:
    """As :func:`day_range`, an empty end meaning that the office is still held."""
    return day_range(text) if text else (FAR_FUTURE, FAR_FUTURE)
