"""Listed companies of the Spanish-speaking world and large ones elsewhere (FinanceDatabase)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import (
    NOT_LATIN,
    Found,
    Record,
    Refused,
    clean,
    is_latin,
    read_table,
    shared,
    title_case,
)

SOURCE = "companies_financedatabase"
_LEGAL = re.compile(
    r",?\s+(?:S\.?\s?A\.?B?\.?(?: de C\.?\s?V\.?)?|S\.p\.A\.|Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|"
    r"plc|PLC|N\.V\.|A\.?G\.?|SE|AB(?: \(publ\))?|ASA|Oyj|A/S|Co\.?|Company|Holdings?|Group|L\.P\.|LLC|KGaA|GmbH|"
    r"S\.E\.|Tbk|Berhad)$"
)
_EXCHANGES = frozenset(
    "MCE LSE TOR MIL PAR AMS BRU STO OSL HEL CPH VIE EBS TYO JPX HKG ASX NSE MEX BUE SGO BVC SAO".split()
)
_NOISE = re.compile(
    r"\d|[<>*&/%]|\b(?:ETF|ETP|ETC|Fund|Trust|Shares?|Notes?|Warrants?|Acquisition|SPAC|Index|Bond|ADR|Class)\b", re.I
)
_LARGE = ("Mega Cap", "Large Cap")
_HOME = ("ES", "MX", "AR", "CL", "CO", "PE")


def records(folder: Path) -> Iterator[Found]:
    """One record a company that is large, or listed in Madrid, Mexico, Buenos Aires or Santiago."""
    for row in read_table(folder / "companies.csv"):
        country, name = country_code(row["country"]), clean(row["name"])
        large, home = row["cap_class"] in _LARGE, country in _HOME
        reason = (
            "no country" if not country
            else "not large, and outside the Spanish-speaking world" if not (large or home)
            else "listed on no exchange of the list" if not set(row["exchanges"].split("|")) & _EXCHANGES
            else NOT_LATIN if not is_latin(name)
            else "a security rather than a company" if _NOISE.search(name)
            else ""
        )  # fmt: skip
        if reason:
            yield Refused(SOURCE, row.at, reason)
            continue
        short = name
        while (shorter := _LEGAL.sub("", short)) != short and len(shorter) > 2:
            short = shorter
        # "INDUSTRIA DE DISEÑO TEXTIL" is no acronym, "BBVA" is.
        short = title_case(short) if len(short) > 6 else short
        full = short + name[len(short) :]
        yield Record(
            SOURCE, "organisation", shared(short, full), "company", country, keep_original=home,
            weight=0.3 if large else 0.2, row=row.at,
        )  # fmt: skip
