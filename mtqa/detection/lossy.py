"""What a story tells of the decoder that wrote it: which letters it has, and which words lost some.

A decoder lacks a letter throughout. Where the story has the letter, or another one of the same alphabet, no decoder
lacked it; where several of its words are known ones but for letters beyond A to Z, the decoder lacks those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein

from mtqa.detection.article import Article
from mtqa.gazetteer import Restored
from mtqa.gazetteer.alphabets import ALPHABETS, FOREIGN, kin
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holes import MARKS

SHORTEST = 3
"""Letters of a word that may have lost one."""
UNKNOWN = 2.5
"""Zipf frequency in English and Spanish below which a token is hardly a word."""
BEARERS = 100
"""Bearers from which a token is somebody's name as it stands."""
PLAIN, COMMON = 5, 3.5
"""Letters from which a name tells how foreign letters are written, and the Zipf frequency from which it is a word."""
MOST_PLAIN = 2
"""Such names that are counted."""
LONGEST = 4
"""Parts of a compound that are looked up one by one."""
TELLING = 5
"""Letters from which a word without one of its own tells that its decoder lacks it."""
WORD, RARE = 2.0, 1.5
"""Zipf frequencies from which a piece before or behind a mark is a word; behind a hyphen stand words of all kinds."""
ACCENTED = 3.0
"""The same, in Spanish, for a piece with an accent, which frequencies do not see."""
GENERIC = frozenset({"com", "org", "net", "info", "gov", "edu", "app", "news", "blog", "shop", "site", "online"})
"""What addresses end with, besides the two letters of a country."""
BEGINNING = 2
"""Letters before a full stop that may be a word by chance."""
ENDINGS = {"sk": "ý", "ck": "ý"}
"""Endings of Czech and Slovak surnames, made of any place or trade, that have lost their last letter."""
SHORTEST_ENDED = 5
"""Letters of what may be a surname with such an ending."""
_WITHOUT_MARKS = {ord(mark): None for mark in MARKS}
_HYPHENED = re.compile(r"([^\W\d_]+)[-‐‑]([^\W\d_]+)")


class Story:
    """The letters and the broken words of an article."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def letters(self) -> frozenset[str]:
        """All letters beyond A to Z that the story has, and the small ones of its capitals."""
        text = self.article.document.text
        return frozenset(char for char in (*text, *text.lower()) if not char.isascii())

    @cached_property
    def is_intact(self) -> bool:
        """Whether it has letters that neither English nor Spanish has: then its decoder knows such letters."""
        return not self.letters.isdisjoint(FOREIGN)

    @cached_property
    def plain(self) -> float:
        """How many names have plain letters that are always spelt with foreign ones (0..2): so may all the others."""
        gazetteer = self.article.knowledge.gazetteer
        found = (
            text
            for text in self.article.singles
            if len(text) >= PLAIN and text.isascii() and text.isalpha() and text.istitle()
            if self.article.knowledge.word(text).english < COMMON and gazetteer.is_spelt_plainly(text)
        )
        return float(len(list(islice(found, MOST_PLAIN))))

    def keeps(self, letter: str) -> bool:
        """Whether the story has the letter, or another one that it goes with: its decoder hardly lacks it."""
        return not self.letters.isdisjoint(kin(letter))

    def spells_with(self, letters: tuple[str, ...]) -> float:
        """How much the story speaks of countries that spell names with all of these letters, softened (0..1)."""
        article, small = self.article, {letter.lower() for letter in letters}
        codes = [code for code in article.countries if ALPHABETS.get(code, frozenset()).issuperset(small)]
        return min(1.0, 4 * article.share_of(codes))

    @cached_property
    def broken(self) -> dict[str, tuple[Restored, ...]]:
        """The tokens that known words are but for letters beyond A to Z, and those words, the likeliest first.

        But for one letter, or those at its marks; where the story has such words, but for one more.
        """
        found = self._once_broken
        if not self._telling:
            return found
        left = [text for text in self._unknown if text not in found and len(text) >= TELLING]
        return found | {text: more for text in left if (more := self._restored(text, 1))}

    @cached_property
    def _unknown(self) -> list[str]:
        return [text for text in sorted(self.article.singles) if self._is_unknown(text)]

    @cached_property
    def _once_broken(self) -> dict[str, tuple[Restored, ...]]:
        return {text: restored for text in self._unknown if (restored := self._restored(text))}

    @cached_property
    def dotted(self) -> frozenset[str]:
        """The tokens with a full stop amid small letters that are neither addresses nor words run together."""
        return frozenset(text for text in self._marked if self._is_dotted(text) and not self._is_spelt_out(text))

    @cached_property
    def hyphened(self) -> frozenset[str]:
        """The tokens in which small letters that are no word go on behind a hyphen, after what is hardly one."""
        return frozenset(filter(self._is_hyphened, self._marked))

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Other tokens with such a mark, some piece of which is a word by chance; none unless words are broken."""
        if not self._telling:
            return frozenset()
        found = (text for text in self._marked if self._is_dotted(text) or self._is_half_a_word(text))
        return frozenset(found) - self.dotted - self.hyphened

    @cached_property
    def twins(self) -> dict[str, str]:
        """Tokens that nothing is known of, with another such token that is the same but for a letter.

        Decoders guess at the same letter anew each time; what they came to oftener is left alone. None unless other
        words of the story are broken.
        """
        unknown = [text for text in self._unknown if len(text) >= TELLING and text.isalpha()] if self._telling else []
        count = self.article.count
        pairs = ((a, b) for a in unknown for b in unknown if count(a) <= count(b) and _are_twins(a, b))
        return dict(sorted(pairs, key=lambda pair: count(pair[1])))

    @cached_property
    def _marked(self) -> list[str]:
        """The tokens with a mark amid their letters; none in a story that has letters which decoders lack."""
        found = [text for text in self.article.singles if not MARKS.isdisjoint(text)]
        return found if found and not self.is_intact else []

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The broken words that can hardly be anything else."""
        broken = self._once_broken.items()
        telling = (text for text, found in broken if any(self._is_telling(text, each) for each in found))
        return frozenset(telling) | self.dotted | {text for text in self.hyphened if not text.isascii()}

    def others(self, text: str) -> int:
        """How many words of the story besides this one tell that its decoder lacks letters."""
        return len(self._telling - {text})

    def _is_telling(self, text: str, restored: Restored) -> bool:
        if any(map(self.keeps, restored.lost)) or not restored.spelt:
            return False
        return restored.marked > 0 or (len(text) >= TELLING and not restored.replaced)

    def _is_unknown(self, text: str) -> bool:
        """Whether a token is no word, nobody's name as it stands, and nothing that a source lists."""
        letters = text.translate(_WITHOUT_MARKS)
        if len(letters) < SHORTEST - (letters != text) or not letters.isalpha() or letters.isupper():
            return False
        facts = self.article.knowledge.word(text)
        if max(facts.english, facts.spanish) >= UNKNOWN or max(facts.given, facts.surname) >= BEARERS:
            return False
        return not self.article.is_listed(text)

    def _restored(self, text: str, further: int = 0) -> tuple[Restored, ...]:
        """What a token may have been, with ``further`` holes; of a compound unknown as a whole, part by part."""
        is_marked = not MARKS.isdisjoint(text)
        found = self.article.knowledge.gazetteer.restored(text, further if is_marked else further + 1)
        parts = text.split("-")
        if not found and 1 < len(parts) <= LONGEST and all(parts):
            choices = [self._restored(part) if self._is_unknown(part) else () for part in parts]
            if any(choices):
                return (_joined([choice[0] if choice else part for choice, part in zip(choices, parts, strict=True)]),)
        # Who writes the word in plain letters elsewhere ("Dubcek") has not lost any.
        broken = [each for each in found if not self.article.count(fold(each.text))]
        return tuple(_accented(text, each) for each in broken) or (() if found else self._ended(text))

    def _ended(self, text: str) -> tuple[Restored, ...]:
        """The surname that a token is but for the letter that an ending lost, in a story of where it is usual."""
        is_whole = len(text) >= SHORTEST_ENDED and text.isalpha() and text.istitle()
        lost = ENDINGS.get(text[-2:], "") if is_whole else ""
        return (Restored(text + lost, (lost,), 0, 0, 0),) if lost and self.spells_with((lost,)) else ()

    def _is_dotted(self, text: str) -> bool:
        """Whether there is a full stop amid the small letters of a capitalised token that is no address."""
        first, _, rest = text.partition(".")
        pieces = rest.split(".")
        if not (first.isalpha() and first.istitle() and all(piece.isalpha() and piece.islower() for piece in pieces)):
            return False
        is_address = pieces[-1] in GENERIC or (len(pieces) > 1 and len(pieces[-1]) <= 2)
        return not is_address and (len(first) <= BEGINNING or not self._is_known(first, WORD))

    def _is_spelt_out(self, text: str) -> bool:
        """Whether some piece behind a full stop is a word, or there is but a letter."""
        first, *pieces = text.split(".")
        is_begun = len(first) > 1 and self._is_known(first, WORD)
        return is_begun or len("".join(pieces)) < 2 or any(self._is_known(p, WORD) for p in pieces if len(p) > 1)

    def _is_hyphened(self, text: str) -> bool:
        found = _HYPHENED.fullmatch(text)
        if found is None or not found[1].istitle() or not found[2].islower() or len(found[2]) < 2:
            return False
        if self._is_known(found[2], RARE):
            return False
        is_cut = len(found[1]) == 1 and len(found[2]) >= TELLING
        return is_cut or not found[2].isascii() or not self._is_known(found[1], WORD)

    def _is_half_a_word(self, text: str) -> bool:
        """Whether small letters, a word or not, go on behind a hyphen after what is none."""
        found = _HYPHENED.fullmatch(text)
        return found is not None and found[1].istitle() and found[2].islower() and not self._is_known(found[1], RARE)

    def _is_known(self, piece: str, least: float) -> bool:
        facts = self.article.knowledge.word(piece)
        if not piece.isascii():
            return facts.spanish >= ACCENTED
        return (
            max(facts.english, facts.spanish) >= least
            or facts.given + facts.surname > 0
            or self.article.is_listed(piece)
        )


def _joined(parts: Sequence[Restored | str]) -> Restored:
    """A compound of parts that lost letters and parts that did not."""
    filled = [part for part in parts if isinstance(part, Restored)]
    return Restored(
        "-".join(part if isinstance(part, str) else part.text for part in parts),
        tuple(letter for part in filled for letter in part.lost),
        sum(part.replaced for part in filled),
        sum(part.marked for part in filled),
        min(part.spelt for part in filled),
    )


def _are_twins(text: str, other: str) -> bool:
    """Whether two words differ in one letter, and not in an accent or in an ending that makes another word of one."""
    if fold(text) == fold(other) or text[0] != other[0]:
        return False
    if DamerauLevenshtein.distance(text, other, score_cutoff=1) > 1:
        return False
    return not (text[:-1] == other[:-1] or text[:-1] == other or other[:-1] == text)


def _accented(text: str, found: Restored) -> Restored:
    """The word with the accents that the token still has, where sources write it without: *Borínský*."""
    kept = text.translate(_WITHOUT_MARKS)
    if found.replaced or not kept.istitle():
        return found
    letters, at = [], 0
    for letter in found.text:
        if at < len(kept) and fold(letter) == fold(kept[at]):
            same = kept[at].lower() if letter.islower() else kept[at]
            letters.append(same if letter.isascii() else letter)
            at += 1
        else:
            letters.append(letter)
    return replace(found, text="".join(letters))
