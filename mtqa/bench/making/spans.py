"""Where a name of the Spanish stands in its English, and whether it came out right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.bench.counting import folded
from mtqa.gazetteer import Entity
from mtqa.gazetteer.lookup import LookUp

_WORD = r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*"
_SMALL = "of the de del la las los el da do dos van von der al bin ibn"
_BRIDGES = {"y": "and", "e": "and", "para": "for", "por": "for by", "en": "in on at", "a": "to", "con": "with"}
"""Small words that join the words of an English name where the Spanish one has the word that they stand for."""
_CAPITAL = rf"(?=[^\W\d_])(?![a-zß-öø-ÿ]){_WORD}"
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december spanish i".split()
)
_OPENING = re.compile(r"(?:(?:According to|In|From|For|To) )?(?:the |The )?")
KINDS = {"person": "person", "place": "place", "work": "title"}


@dataclass(frozen=True)
class Outcome:
    """What a name became: ``english[start:end]``, what it should read, its class and its status."""

    start: int
    end: int
    correct: str
    kind: str
    status: str


def outcome(gazetteer: LookUp, english: str, name: str, entity: Entity, reference: str = "") -> Outcome | None:
    """What became of ``name``, the one name of a Spanish sentence; None where that cannot be told.

    ``reference`` is the English of a person, where there is one: other names that it has are none of our business.

    Right is an accepted English form, letter for letter; one that differs by accents or hyphens alone is arguable. Else
    the sentence must have one run of capitals that is no country, no day and no first word: the name gone wrong.
    """
    bracket = name.endswith(")")
    forms = _accepted(entity, bracket)
    for form in forms:
        at = find(english, form)
        if at >= 0 and _is_whole(english, at, at + len(form), reference):
            return Outcome(at, at + len(form), form, "none", "correct")
    suspects = [run for run in runs(english, name) if not _is_plain(gazetteer, run) and run.group() not in reference]
    if len(suspects) != 1 or not forms:
        return None
    start, end = suspects[0].span()
    start += len(_OPENING.match(english[start:end]).group()) if start == 0 else 0  # type: ignore[union-attr]
    said = english[start:end]
    if start == 0 or bracket != said.endswith(")") or (" " in name and " " not in said):
        return None  # a capital that any sentence begins with, or capitals that were lost: no telling what is the name
    key = folded(said).replace("-", " ")
    alike = [form for form in forms if folded(form).replace("-", " ") in (key, key.removeprefix("the "))]
    if alike:
        return Outcome(start, end, alike[0], f"{KINDS.get(entity.kind, 'org')}_corrupt", "arguable")
    # Of the right forms, the one that is as long as what the machine wrote: it had that one, not a fuller one, to say.
    right = min(forms, key=lambda form: abs(len(form.split()) - len(said.split())))
    return Outcome(start, end, right, _class(said, name, entity, bracket), "definite")


def left_country(english: str, spanish_name: str, english_name: str) -> Outcome | None:
    """The country of a story where the translator left it in Spanish."""
    at = find(english, spanish_name) if folded(spanish_name) != folded(english_name) else -1
    return None if at < 0 else Outcome(at, at + len(spanish_name), english_name, "exonym_es", "definite")


def _accepted(entity: Entity, bracket: bool) -> list[str]:
    named = [n for n in entity.names if n.role == "acronym"]
    acronyms = {n.text for n in named if n.lang in ("en", "mul") or entity.keep_original}
    names = [form for form in entity.accepted("en") if form not in {n.text for n in named}]
    if bracket:
        return [f"{form} ({acronym})" for form in names for acronym in sorted(acronyms)]
    return [form for form in names if len(form) > 2]


def find(english: str, form: str) -> int:
    """Where a name stands in a sentence, as words of their own and without an acronym after it; -1 for nowhere."""
    found = re.search(rf"(?<!\w){re.escape(form)}(?![\w(]| \()", english)
    return found.start() if found else -1


def _is_whole(english: str, start: int, end: int, reference: str) -> bool:
    """Whether no capital goes on with a name ("Luis Ramírez Shoe"), but such as a person wrote there ("President")."""
    before, after = re.search(rf"(?<!^)\b{_CAPITAL} $", english[:start]), re.match(rf" {_CAPITAL}", english[end:])
    longer = [english[before.start() : end]] if before else []
    longer += [english[start : end + after.end()]] if after else []
    return all(text in reference for text in longer)


def runs(english: str, name: str) -> Iterator[re.Match[str]]:
    """Words with a capital, in a row or joined as the Spanish name is, an acronym in brackets after them."""
    small = f"{_SMALL} {' '.join(_BRIDGES.get(word, '') for word in name.split())}".split()
    joint = f"(?: (?:{'|'.join(small)})){{0,3}} "
    return re.finditer(rf"{_CAPITAL}(?:{joint}{_CAPITAL})*(?: \([A-Z]{{2,8}}\))?", english)


def _is_plain(gazetteer: LookUp, run: re.Match[str]) -> bool:
    """Whether a run is a country, a weekday, or nothing but the first word of the sentence."""
    words = run.group().split()
    if run.start() == 0:
        words = words[1:]
    text = " ".join(words)
    return all(word.lower() in _CALENDAR for word in words) or any(
        gazetteer.territory(each) for each in (run.group(), text, text.removeprefix("the ").removeprefix("The "))
    )


def _class(said: str, name: str, entity: Entity, bracket: bool) -> str:
    if bracket:
        return "acronym_wrong"
    if folded(said) == folded(name):
        return "exonym_es" if entity.kind == "place" else "translit_es"
    ours, theirs = set(folded(said).split()), set(folded(name).split())
    near = all(any(word[:3] == other[:3] for other in theirs) for word in ours - theirs)
    return f"{KINDS.get(entity.kind, 'org')}_{'corrupt' if near else 'literal'}"
