"""Bare spans from dictionary entries: the word, capitalised, with its article, in the plural."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from mtqa.translation.training.names import Entry, Pair

_FEMININE = re.compile(r"(?:a|ción|sión|dad|tad|tud|umbre|ez)$")
_MASCULINE = re.compile(r"(?:o|or|aje|ismo|l|n)$")
_NOUN_TAGS = {"n", "m", "f", "mf", "noun"}


def gender(spanish: str, pos: str) -> str:
    """ "m" or "f" of a Spanish noun, from its tag or else its ending; "" when neither tells."""
    tags = set(re.split(r"[^a-z]+", pos.lower()))
    if not tags & _NOUN_TAGS or " " in spanish:
        return ""
    if "f" in tags and "m" not in tags:
        return "f"
    if "m" in tags and "f" not in tags:
        return "m"
    if "n" in tags:
        return "f" if _FEMININE.search(spanish) else "m" if _MASCULINE.search(spanish) else ""
    return ""


def english_plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def spanish_plural(noun: str) -> str:
    """The regular plural of a Spanish noun."""
    if re.search(r"[aeiouáéó]$", noun):
        return noun + "s"
    if noun.endswith("z"):
        return noun[:-1] + "ces"
    match = re.search(r"([áéíóú])([ns])$", noun)
    if match:
        bare = match.group(1).translate(str.maketrans("áéíóú", "aeiou"))
        return noun[: match.start()] + bare + match.group(2) + "es"
    return noun if noun.endswith("s") else noun + "es"


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def variants(entry: Entry, rng: random.Random, count: int) -> Iterator[Pair]:
    """``count`` pairs made of one entry: itself first, then forms drawn at random."""
    en, es, pos = entry
    yield en, es
    forms: list[Callable[[], Pair]] = [
        lambda: (_title(en), _title(es)),
        lambda: (_title(en), _title(es)),
        lambda: (en.upper(), es.upper()),
    ]
    kind = gender(es, pos) if en.islower() and " " not in en else ""
    if kind:
        article, articles = ("la", "las") if kind == "f" else ("el", "los")
        if kind == "f" and re.match(r"h?[aá]", es) and len(es) < 6:
            article = "el"
        forms += [
            lambda: (f"the {en}", f"{article} {es}"),
            lambda: (_title(f"the {en}"), _title(f"{article} {es}")),
            lambda: (f"the {en}".upper(), f"{article} {es}".upper()),
            lambda: (f"the {english_plural(en)}", f"{articles} {spanish_plural(es)}"),
            lambda: (english_plural(en), spanish_plural(es)),
            lambda: (_title(english_plural(en)), _title(spanish_plural(es))),
            lambda: (_title(english_plural(en)), _title(spanish_plural(es))),
        ]
    elif re.search(r"\bv", pos) and en.islower() and not en.startswith("to "):
        forms.append(lambda: (f"to {en}", es))
    for form in rng.sample(forms, min(count - 1, len(forms))):
        yield form()
