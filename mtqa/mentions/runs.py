"""Capitalised runs: the stretches of a sentence in which names are looked for.

A run is as long as capital letters, name particles and joining words ("of", "and") carry it; the detection
looks at the parts of a run, so a run that takes in two names loses neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from mtqa.document import Block, Document, Token
from mtqa.mentions.model import Mention

MAX_RUN = 12
"""Tokens in a run; a longer one (a list in capitals) is cut."""

PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "da",
        "das",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "i",
        "la",
        "las",
        "le",
        "les",
        "los",
        "san",
        "santa",
        "ter",
        "van",
        "von",
        "y",
        "zu",
    ]
)
"""Lower-case words that stand inside personal, Spanish and Arabic names."""

JOINERS = frozenset({"of", "the", "for", "and", "in", "on", "&", "to", "with"})
"""English lower-case words that stand inside names of organisations, places and works."""

PREFIXES = ("al-", "el-", "ul-", "as-", "ar-", "bin-", "d'", "l'", "de-")
"""Lower-case beginnings that a capital may follow within one token: al-Masri, el-Alamein, d'Artagnan."""

SMALL_IN_TITLES = frozenset("and the but for nor off out per via with from into over than upon onto amid like".split())
"""Words of three and four letters that headlines leave in lower case."""

_QUOTES = frozenset("\"'“”‘’«»([{—–:-•*")


def is_name_token(token: Token) -> bool:
    """Whether a token is written as (part of) a name: a capital first, or after "al-", "d'" …"""
    if not token.is_word:
        return False
    text = token.text
    if text[:1].isupper():
        return True
    lowered = text.lower().replace("’", "'")
    for prefix in PREFIXES:
        if lowered.startswith(prefix) and text[len(prefix) : len(prefix) + 1].isupper():
            return True
    # iPhone, eBay, kWh: a capital inside a word marks a name too, but not a single letter ("a", "x").
    return len(text) > 2 and any(c.isupper() for c in text[1:]) and not text.isupper()


def is_amid_capitals(run: Mention, part: Mention) -> bool:
    """Whether another capitalised token of the run touches the part: it may belong to a longer name."""
    start = part.first - run.first
    end = start + len(part.tokens)
    return any(is_name_token(token) for token in (*run.tokens[max(0, start - 1) : start], *run.tokens[end : end + 1]))


def sentence_case(tokens: Sequence[Token]) -> str:
    """How a sentence uses capitals: ``capitals``, ``title`` or ``sentence``."""
    words = [t.text for t in tokens if t.is_word and len(t.text) > 2 and t.text[0].isalpha()]
    if not words:
        return "sentence"
    if len(words) > 1 and sum(w.isupper() for w in words) >= 0.8 * len(words):
        return "capitals"
    # A short headline of one name is not title case: it takes four longer words to tell.
    if len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.7 * len(words):
        # Headlines leave only small words in lower case: a long one, or a verb, tells of a sentence full of names.
        return "sentence" if any(w.islower() and w not in SMALL_IN_TITLES for w in words) else "title"
    return "sentence"


def opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether only quotes, dashes and brackets stand before a token, or a colon or full stop right before it."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if before.is_word:
        return False
    if before.text in {":", ";", ".", "?", "!", "…", "...", "—", "–", "-", "•"}:
        return True
    if before.text in _QUOTES:
        return index == 1 or not tokens[index - 2].is_word or before.text not in {"(", "["}
    return False


def find_mentions(document: Document, joiners: Set[str] = JOINERS) -> list[Mention]:
    """All capitalised runs of a document, in reading order; ``joiners`` are the lower-case words that carry one on."""
    found: list[Mention] = []
    for number, block in enumerate(document.blocks):
        for index, sentence in enumerate(block.sentences):
            case = sentence_case(sentence.tokens)
            titled = case != "sentence"
            found.extend(_runs(block, number, index, sentence.tokens, titled, joiners))
    return found


def _runs(
    block: Block, number: int, sentence: int, tokens: Sequence[Token], titled: bool, joiners: Set[str]
) -> Iterator[Mention]:
    position = 0
    while position < len(tokens):
        if not is_name_token(tokens[position]):
            position += 1
            continue
        end = _run_end(tokens, position, joiners)
        run = tuple(tokens[position:end])
        yield Mention(
            block=number,
            sentence=sentence,
            first=position,
            tokens=run,
            text=block.text[run[0].start : run[-1].end],
            initial=opens_sentence(tokens, position),
            titled=titled,
        )
        position = end


def _run_end(tokens: Sequence[Token], start: int, joiners: Set[str]) -> int:
    """One past the last token of the run that begins at ``start``; a run ends with a name token."""
    end = start + 1
    probe = end
    while probe < len(tokens) and probe - start < MAX_RUN:
        token = tokens[probe]
        if is_name_token(token):
            end = probe + 1
        elif not _continues(tokens, probe, joiners):
            break
        probe += 1
    return end


def _continues(tokens: Sequence[Token], index: int, joiners: Set[str]) -> bool:
    text = tokens[index].text
    if text in PARTICLES or text in joiners:
        return True
    # "Farmers' Union", "O'Donnell's Bar": a possessive sign keeps a run together; "J.-P." its full stops.
    return text in {"'s", "’s", "'", "’", ".", "&"} and tokens[index - 1].end == tokens[index].start
