"""One name, two spellings in a document: the rarer one that no lexicon knows is a slip of the commoner one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.detection.alignment import nearly
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.slipped_names import is_derived
from mtqa.document.tokens import TITLES
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_amid_capitals

SHORTEST = 6
"""Letters from which two spellings one slip apart are one name rather than two."""
UNKNOWN = 1.5
"""Zipf frequency in English and Spanish below which a token is no word."""
BEARERS = 20
"""Bearers from which a token is a name of its own."""
MOST_NAMES = 2000
"""Different names in a document up to which each is compared with each of the same first letter."""
GIVEN = 300
"""Bearers from which a token is a given name."""
LEAST = 50
"""Bearers from which a lone surname is somebody's of the story even if it never says so."""
SHORT, LONG = 5, 7
"""Letters from which two spellings after one given name may be one name, one slip or two slips apart."""


def within(article: Article, code: str) -> Iterator[Candidate]:
    """Single tokens, unknown and rare in the document, one slip from a token that it has twice as often."""
    tokens = [part for mention in article.mentions for part in article.parts(mention, 1) if len(part.text) >= SHORTEST]
    counts = Counter(part.text for part in tokens)
    if len(counts) > MOST_NAMES:
        return
    better = {word: usual for word in counts if (usual := _usual(article, word, counts)) is not None}
    for part in tokens:
        usual = better.get(part.text)
        if usual is not None:
            yield _candidate(article, part, usual, counts[usual], code)


def after_given(article: Article, code: str) -> Iterator[Candidate]:
    """Surnames that no lexicon knows, after a given name that stands before nearly the same surname as well.

    Once is enough there: "Torvald Lumqvist" and "Torvald Lundqvist" are hardly two people of one story.
    """
    pairs = [part for run in article.mentions for part in article.parts(run, 2) if _is_full_name(article, part)]
    counts = Counter(part.words for part in pairs)
    surnames: dict[str, list[str]] = {}
    for given, surname in counts:
        surnames.setdefault(given, []).append(surname)
    for part in pairs:
        given, surname = part.words
        if _is_known(article, surname):
            continue
        others = (other for other in surnames[given] if _is_near(fold(surname), fold(other)))
        better = [other for other in others if _is_better(article, other, counts[given, other], counts[part.words])]
        if better:
            usual = max(better, key=lambda other: (counts[given, other], other))
            block = article.block(part)
            yield _candidate(article, part.part(block, 1, 2), usual, counts[given, usual], code, given=given)


def alone(article: Article, code: str) -> Iterator[Candidate]:
    """Lone surnames that nobody in the story bears, a slip or two from that of somebody whom it has named in full.

    Copy calls people by their surname alone when it has introduced them: "Torvald Lundqvist", then "Lumqvist said".
    """
    introduced = _introduced(article)
    if len(introduced) > MOST_NAMES:
        return
    alike: dict[str, list[str]] = {}
    for surname in introduced:
        alike.setdefault(fold(surname)[:1], []).append(surname)
    counts = Counter(part.text for found in article.singles.values() for _, part in found)
    for word, found in article.singles.items():
        if word in introduced or not word.isalpha() or not word.istitle() or not _is_nobodys(article, word):
            continue
        near = [other for other in alike.get(fold(word)[:1], ()) if _is_name_of(fold(word), fold(other))]
        usual = max(near, key=lambda other: (counts[other], other), default="")
        if not usual or (counts[usual] <= counts[word] and article.knowledge.word(usual).surname < LEAST):
            continue  # either may be the slip
        for run, part in found:
            if not part.titled and _is_lone(article, run, part):
                yield _candidate(article, part, usual, counts[usual], code, given=introduced[usual])


def _is_name_of(word: str, usual: str) -> bool:
    """Whether a word is a slip of a surname, and neither is made of the other: "Petrovs", Petrov, Petrova."""
    if not _is_near(word, usual) or (word[-1] == "s" and usual[-1] != "s"):
        return False
    return usual == word + word[-1] or not (is_derived(word, usual) or is_derived(usual, word))


def _is_lone(article: Article, run: Mention, part: Mention) -> bool:
    """Whether no other name touches the token: nothing but what people are called by, "Mr. Lumqvist"."""
    at = part.first - run.first
    before = run.tokens[at - 1].text.rstrip(".") if at else ""
    is_title = before in TITLES or article.knowledge.is_office(before)
    rest = run.part(article.block(run), at, len(run.tokens)) if is_title else run
    return not is_amid_capitals(rest, part)


def _introduced(article: Article) -> dict[str, str]:
    """Surnames of those whom the story names in full, and their given names."""
    found: dict[str, str] = {}
    for run in article.mentions:
        for part in article.parts(run, 2):
            if not _looks_full(article, part):
                continue
            given, surname = part.words
            if not article.knowledge.is_office(given) and not article.knowledge.is_dictionary_word(surname):
                found.setdefault(surname, given)
    return found


def _is_nobodys(article: Article, word: str) -> bool:
    """Whether a spelling is no word, and hardly anybody's name."""
    facts = article.knowledge.word(word)
    is_word = max(facts.english, facts.spanish) >= UNKNOWN
    return not (is_word or max(facts.given, facts.surname) >= LEAST or article.is_listed(word))


def _is_full_name(article: Article, part: Mention) -> bool:
    return _looks_full(article, part) and not article.is_settled(part)


def _looks_full(article: Article, part: Mention) -> bool:
    """Whether a span is a given name and one word more."""
    if len(part.words) != 2 or part.titled or not all(word.isalpha() for word in part.words):
        return False
    return article.knowledge.word(part.words[0]).given >= GIVEN


def _is_near(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    if shorter < SHORT or a[0] != b[0] or a.removesuffix("s") == b.removesuffix("s"):
        return False
    allowed = 1 if shorter < LONG else 2
    return 0 < DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def _is_better(article: Article, other: str, times: int, ours: int) -> bool:
    return times > ours or (times == ours and _is_known(article, other))


def _usual(article: Article, word: str, counts: Counter[str]) -> str | None:
    """The spelling that the document prefers to this one, None where it is as good as any."""
    if _is_known(article, word):
        return None
    near = [
        other
        for other, times in counts.items()
        if other[0] == word[0] and times >= max(2, 2 * counts[word]) and _is_slip(fold(word), fold(other))
    ]
    return max(near, key=lambda other: (counts[other], other), default=None)


def _is_slip(a: str, b: str) -> bool:
    """Whether two words differ inside: a difference at the end is inflection, or a relative ("Novák", "Nováková")."""
    return nearly(a, b) and a[-2:] == b[-2:] and _digits(a) == _digits(b)


def _digits(word: str) -> str:
    """The figures in a word: another number makes another thing ("A310", "A320")."""
    return "".join(letter for letter in word if letter.isdigit())


def _is_known(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    known = max(facts.english, facts.spanish) >= UNKNOWN or max(facts.given, facts.surname) >= BEARERS
    return known or article.is_name(word) or bool(article.knowledge.gazetteer.surname(word))


def _candidate(article: Article, part: Mention, usual: str, times: int, code: str, given: str = "") -> Candidate:
    name = f"{given} {usual}".strip()
    spelt = article.count(name) if given else times
    often = "once" if spelt == 1 else f"{spelt} times"
    return Candidate(
        code=code,
        table="NAM102-variant",
        mention=part,
        suggestion=usual,
        message=f"“{part.text}” is spelt “{usual}” elsewhere in the story",
        features={
            "times": min(3.0, times - 1.0),
            "known": float(_is_known(article, usual)),
            "given": float(bool(given)),
            "titled": float(part.titled),
            "initial": float(part.initial),
        },
        origin=usual,
        evidence=[Evidence("document", f"the story has “{name}” {often}, and no lexicon knows “{part.text}”")],
    )
