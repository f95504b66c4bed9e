"""Titles of office, normalised so that "Minister for Foreign Affairs" and "foreign minister" meet."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.gazetteer.folding import fold

_PLAIN = {
    "pm": "prime minister", "premier": "prime minister", "head of the government": "head of government",
    "president of the government": "prime minister", "president of government": "prime minister",
    "chairman of the council of ministers": "prime minister", "president of the council of ministers": "prime minister",
    "head of government": "prime minister", "chair of the council of ministers": "prime minister",
    "taoiseach": "prime minister", "king": "monarch", "queen": "monarch", "emperor": "monarch", "empress": "monarch",
    "sultan": "monarch",
    "emir": "monarch", "amir": "monarch", "grand duke": "monarch", "monarch": "monarch",
    "fm": "minister of foreign affairs",
    "chancellor of the exchequer": "minister of finance", "home secretary": "minister of interior",
    "foreign secretary": "minister of foreign affairs", "pontiff": "pope", "general secretary": "secretary general",
    "chair of presidency": "president", "chair of the presidency": "president",
    "president of the presidency": "president",
    "president of the republic": "president", "head of state": "president",
    "vice pm": "deputy prime minister", "vice prime minister": "deputy prime minister",
    "vice premier": "deputy prime minister", "deputy premier": "deputy prime minister",
    "governor of the central bank": "central bank governor", "president of the central bank": "central bank governor",
    "governor of the national bank": "central bank governor",
}  # fmt: skip
"""Whole titles and their keys. ``monarch`` joins kings and queens: the holder and the date decide."""

_PORTFOLIOS = {
    "foreign": "foreign affairs", "external affairs": "foreign affairs", "foreign relations": "foreign affairs",
    "external relations": "foreign affairs", "exterior": "foreign affairs", "defense": "defence",
    "national defence": "defence", "national defense": "defence", "internal affairs": "interior", "home": "interior",
    "home affairs": "interior", "interior affairs": "interior", "economic affairs": "economy",
    "national economy": "economy", "labor": "labour", "employment": "labour", "work": "labour",
    "transportation": "transport", "transports": "transport", "public health": "health", "sport": "sports",
    "national education": "education", "education affairs": "education", "financial affairs": "finance",
    "finances": "finance", "treasury": "finance", "farming": "agriculture", "commerce": "trade",
    "foreign trade": "trade", "tourism affairs": "tourism", "communication": "communications",
    "environmental affairs": "environment", "ecology": "environment", "natural environment": "environment",
}  # fmt: skip
"""Portfolios that copy names in several ways, and the one used in keys."""

_HEADS = frozenset(
    "president minister chancellor monarch pope governor mayor secretary speaker leader chair chairman chairwoman"
    " chairperson commissioner director judge justice ambassador premier prince princess king queen emperor sultan"
    " emir general marshal admiral spokesperson spokesman spokeswoman envoy representative coordinator prosecutor"
    " ombudsman head chief adviser advisor senator deputy congressman congresswoman councillor coach captain lady"
    " archbishop bishop cardinal patriarch imam ayatollah administrator commander prefect dean rector ceo founder"
    " treasurer whip member negotiator rapporteur editor manager lehendakari president-elect dictator viceroy"
    " taoiseach tanaiste attorney regent lord owner comptroller controller inspector superintendent rabbi".split()
)
"""Words that make a phrase a title of office; gendered and compound forms come down to these."""

_NEVER = re.compile(r"^(?:former|ex|late|future|ancient|one time|onetime|past)\b|\belect$")
_IGNORED = re.compile(r"^(?:the|his|her|their|its|current|new|then|acting|interim|caretaker|outgoing|incumbent)\s+")
_GENDER = {
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "congresswoman": "congressman", "minister president": "minister president",
    "advisor": "adviser",
}  # fmt: skip
_MINISTER = re.compile(
    r"^(?P<rank>(?:deputy |vice |first deputy |junior |federal |union |state )*)"
    r"minister (?:of|for|in charge of) (?P<what>.+)$"
)
_X_MINISTER = re.compile(r"^(?P<rank>(?:deputy |vice |federal |union )*)(?P<what>.+?) (?:minister|secretary)$")
_SECRETARY = re.compile(r"^secretary (?:of|for) (?P<what>.+)$")
_BODY = re.compile(r"^state\b|\b(?:council|committee|party|congress|parliament|league|president|presidency|union)\b")
"""What a secretary may be of without being a minister."""
_NOT_PORTFOLIO = frozenset(
    "prime first chief general press under deputy organisation organization permanent private state executive party"
    " cabinet assistant parliamentary vice union federal senior".split()
)
_SPLIT = re.compile(r",| and | & ")
_ARTICLE = re.compile(r"\bthe\s+")


@lru_cache(maxsize=4096)
def normalise_office(title: str) -> str | None:
    """The key of a title: "PM" → "prime minister", "Minister for Foreign Affairs" → "minister of foreign affairs".

    None when the phrase is no title of office or names a past one ("former president"): who held an
    office on a date cannot be asked of those. A portfolio of several parts yields its first part.
    """
    keys = office_keys(title)
    return keys[0] if keys else None


@lru_cache(maxsize=16384)
def office_keys(title: str) -> tuple[str, ...]:
    """All keys under which a holder of ``title`` may be asked for; a joint portfolio gives one a part."""
    text = fold(title)
    if not text or _NEVER.search(text):
        return ()
    while (shorter := _IGNORED.sub("", text)) != text:
        text = shorter
    for gendered, plain in _GENDER.items():
        text = re.sub(rf"\b{gendered}\b", plain, text)
    if text in _PLAIN:
        return (_PLAIN[text],)
    if match := _MINISTER.match(text):
        return _portfolios(match["what"], match["rank"])
    if (match := _SECRETARY.match(text)) and not _BODY.search(match["what"]):
        return _portfolios(match["what"], "")
    if (match := _X_MINISTER.match(text)) and match["what"].split()[-1] not in _NOT_PORTFOLIO:
        return _portfolios(match["what"], match["rank"])
    text = " ".join(_ARTICLE.sub("", text).split())
    if text in _PLAIN:
        return (_PLAIN[text],)
    head = text.split(" of ")[0].split(" for ")[0].split(" to ")[0]
    return (text,) if _HEADS.intersection(head.split()) else ()


def _portfolios(what: str, rank: str) -> tuple[str, ...]:
    what = " ".join(_ARTICLE.sub("", what).split())
    rank = "deputy " if rank.startswith(("deputy", "vice")) else ""
    parts = [what] if what in _PORTFOLIOS else [part.strip() for part in _SPLIT.split(what) if part.strip()]
    keys = [f"{rank}minister of {_PORTFOLIOS.get(part, part)}" for part in parts]
    return tuple(dict.fromkeys(keys))
