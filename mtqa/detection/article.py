"""A document as the rules see it: its mentions, roles, date, and what it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from mtqa.detection.definitions import bracketed
from mtqa.detection.knowledge import Knowledge
from mtqa.document import Block, Document, Sentence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.variants import spellings
from mtqa.mentions import Mention, RolePhrase, find_mentions, find_roles
from mtqa.mentions.runs import is_name_token

if TYPE_CHECKING:
    from mtqa.detection.alignment import Alignment
    from mtqa.detection.lossy import Story
    from mtqa.detection.people import PersonHypothesis
    from mtqa.detection.quotations import Quotation

SPANISH_SPEAKING = frozenset("AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split())
"""Countries whose people mostly bear Spanish names."""

LEADER = 0.9
"""Prominence of those who hold the highest offices."""

MOSTLY = 0.6
"""Share of the Spanish-speaking countries in a story that is one of theirs."""
WELL_KNOWN = 0.5
"""Prominence from which a place or person tells which country a document is about."""

FAMILIES = frozenset({"party", "media"})
"""Kinds that a story names side by side: one party makes the next one likely."""

OFFICES = (
    "president", "vice president", "prime minister", "deputy prime minister", "monarch", "chancellor",
    "minister of foreign affairs", "minister of defence", "minister of interior", "minister of finance",
    "minister of economy", "minister of justice", "minister of health", "minister of education", "minister of labour",
    "minister of agriculture", "minister of transport", "minister of energy", "minister of environment",
    "minister of culture", "central bank governor",
)  # fmt: skip
"""Offices whose holders the news of a country names."""
SPOKEN_OF = 0.2
"""Share of a story's mentions of territories from which it is about a country."""

MAX_PART = 7
"""Tokens of the longest part of a run that is looked up as a name."""


@dataclass
class Article:
    """A document with its mentions; everything derived is computed once, on demand.

    ``dated`` tells that ``when`` is the copy's own date (given or found), not merely today.
    """

    document: Document
    knowledge: Knowledge
    when: date
    dated: bool
    mentions: list[Mention] = field(default_factory=list)
    lined_up: dict[tuple[tuple[str, ...], str], tuple[str, Alignment] | None] = field(default_factory=dict)
    _named: dict[str, list[Entity]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions = find_mentions(self.document)
        self.knowledge.begin_document()

    def block(self, mention: Mention) -> Block:
        """The block a mention stands in."""
        return self.document.blocks[mention.block]

    def sentence(self, mention: Mention) -> Sentence:
        """The sentence a mention stands in."""
        return self.block(mention).sentences[mention.sentence]

    def words_before(self, mention: Mention, count: int) -> tuple[str, ...]:
        """Up to ``count`` tokens before a mention in its sentence, in reading order."""
        tokens = self.sentence(mention).tokens
        return tuple(t.text for t in tokens[max(0, mention.first - count) : mention.first])

    def words_after(self, mention: Mention, count: int) -> tuple[str, ...]:
        """Up to ``count`` tokens after a mention in its sentence."""
        end = mention.first + len(mention.tokens)
        return tuple(t.text for t in self.sentence(mention).tokens[end : end + count])

    def parts(self, mention: Mention, longest: int = MAX_PART) -> Iterator[Mention]:
        """The stretches of a run that begin and end with a capitalised token, longest first."""
        block = self.block(mention)
        marks = [is_name_token(token) for token in mention.tokens]
        for length in range(min(longest, len(marks)), 0, -1):
            for start in range(len(marks) - length + 1):
                if marks[start] and marks[start + length - 1]:
                    yield mention.part(block, start, start + length)

    @cached_property
    def roles(self) -> list[RolePhrase]:
        """The role phrases of the document."""
        return find_roles(self.document, self.mentions, self.knowledge)

    @cached_property
    def role_of(self) -> dict[tuple[int, int], RolePhrase]:
        """Role phrases by (block, start) of the mention they speak of; the first one said wins."""
        found: dict[tuple[int, int], RolePhrase] = {}
        for role in self.roles:
            found.setdefault((role.mention.block, role.mention.start), role)
        return found

    @cached_property
    def singles(self) -> dict[str, list[tuple[Mention, Mention]]]:
        """Capitalised tokens by their text: the run each stands in, and the token alone as a mention."""
        found: dict[str, list[tuple[Mention, Mention]]] = {}
        for run in self.mentions:
            for part in self.parts(run, 1):
                found.setdefault(part.text, []).append((run, part))
        return found

    @cached_property
    def folded_text(self) -> str:
        """The document's text without accents and case."""
        return fold(self.document.text)

    def pairs_of(self, text: str) -> Iterator[tuple[Mention, Mention]]:
        """Where two tokens stand together: the run, and the two as a mention."""
        for run in self.mentions:
            yield from ((run, part) for part in self.parts(run, 2) if part.text == text)

    @cached_property
    def lower_words(self) -> Counter[str]:
        """How often each word stands in lower case."""
        return Counter(
            token.text
            for block in self.document.blocks
            for sentence in block.sentences
            for token in sentence.tokens
            if token.is_word and token.text.islower()
        )

    @cached_property
    def countries(self) -> Counter[str]:
        """Territories the document speaks of, by ISO code: names and demonyms count 2, places and people there 1."""
        counts: Counter[str] = Counter()
        for mention in self.mentions:
            end = -1
            for part in sorted(self.parts(mention, 3), key=lambda part: (part.start, -part.end)):
                # The longest name first: "New Mexico" speaks of no Mexico.
                if part.start < end:
                    continue
                if code := self.knowledge.gazetteer.territory(part.text):
                    counts[code] += 2
                    end = part.end
                elif country := self._home(part):
                    counts[country] += 1
                    end = part.end
                elif len(part.tokens) > 1 and self.is_name(part.text):
                    end = part.end
        return counts

    def _home(self, part: Mention) -> str:
        """The country of a well-known place, or of a well-known person by full name; "" for anything else."""
        if len(part.text) < 4 or part.is_capitals:
            return ""
        named = self.named(part.text)
        if not named or named[0].prominence < WELL_KNOWN:
            return ""
        is_full_name = named[0].kind == "person" and len(part.tokens) > 1
        return named[0].country if is_full_name or named[0].kind == "place" else ""

    def country_share(self, code: str) -> float:
        """The share (0..1) of the document's mentions of territories that are of this one."""
        total = sum(self.countries.values())
        return self.countries[code] / total if total and code else 0.0

    @cached_property
    def in_power(self) -> list[Entity]:
        """Who holds one of the high offices, on the day of the copy, in the countries that it is about."""
        holders = self.knowledge.gazetteer.holders
        countries = sorted(code for code in self.countries if self.country_share(code) >= SPOKEN_OF)
        matches = (match for code in countries for office in OFFICES for match in holders(office, code, self.when))
        return list({match.entity.id: match.entity for match in matches if match.entity.kind == "person"}.values())

    def share_of(self, codes: Iterable[str]) -> float:
        """The share (0..1) of several territories together; the order in which they come changes nothing."""
        return sum(self.country_share(code) for code in sorted(codes))

    @cached_property
    def spanish_speaking(self) -> float:
        """How much the document speaks of Spanish-speaking countries, softened (0..1)."""
        return min(1.0, 4 * self.share_of(SPANISH_SPEAKING))

    @cached_property
    def people(self) -> list[PersonHypothesis]:
        """Every person that some span may be and is not written as."""
        from mtqa.detection.doubtful_people import doubts
        from mtqa.detection.people import hypotheses, suspect_words

        self.knowledge.ask_words(suspect_words(self))
        self.knowledge.ask_channel(doubts(self))
        return hypotheses(self)

    @cached_property
    def story(self) -> Story:
        """What the document tells of the decoder that wrote it."""
        from mtqa.detection.lossy import Story

        return Story(self)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The stretches between quotation marks, or marks of italics, that may be titles."""
        from mtqa.detection.quotations import quotations

        return list(quotations(self))

    @cached_property
    def _part_counts(self) -> Counter[str]:
        return Counter(fold(part.text) for mention in self.mentions for part in self.parts(mention))

    def count(self, text: str) -> int:
        """How often a name (a leading article aside) stands in the document as part of a run."""
        key = fold(text)
        return self._part_counts[key.removeprefix("the ")]

    @cached_property
    def definitions(self) -> dict[str, str]:
        """Acronyms that the story itself explains, and the words it explains them by.

        "Independent Bell Commission (CIB)", "CIB (Independent Bell Commission)": the letters of the acronym are the
        initials of the words, in whatever order.
        """
        found: dict[str, str] = {}
        for block in self.document.blocks:
            for sentence in block.sentences:
                for position, words in bracketed(sentence.tokens):
                    found.setdefault(sentence.tokens[position].text, " ".join(words))
        return found

    @cached_property
    def _families(self) -> dict[tuple[str, str], frozenset[str]]:
        """Names in the story of parties and media, by kind and country."""
        found: dict[tuple[str, str], set[str]] = {}
        texts = {part.text for mention in self.mentions for part in self.parts(mention, 3) if len(part.text) > 1}
        for text in sorted(texts):
            for entity in self.named(text):
                if entity.kind in FAMILIES and entity.country:
                    found.setdefault((entity.kind, entity.country), set()).add(text)
        return {key: frozenset(names) for key, names in found.items()}

    def kin(self, entity: Entity) -> float:
        """How many other parties (or media) of the same country the story names: 0 for none, 1 from three."""
        names = self._families.get((entity.kind, entity.country), frozenset())
        own = set(entity.accepted("en"))
        return min(1.0, len(names - own) / 3)

    def says(self, entity: Entity) -> bool:
        """Whether the document also calls the entity by an accepted name or acronym."""
        return any(self.count(form) for form in entity.accepted("en") if len(form) > 1)

    def in_office(self, entity: Entity, margin: int = 5) -> bool:
        """Whether a person held some office within ``margin`` years of the document's date."""
        first, last = self.when.year - margin, self.when.year + margin
        return any(
            int(tenure.start[:4] or 0) <= last and (not tenure.end or int(tenure.end[:4]) >= first)
            for tenure in entity.tenures
            if tenure.start
        )

    def leads(self, entity: Entity) -> bool:
        """Whether a person holds one of the highest offices in the year of the copy."""
        return entity.prominence >= LEADER and self.in_office(entity, margin=0)

    @cached_property
    def settled(self) -> dict[int, tuple[list[int], list[int]]]:
        """Per block, the spans that are right as they stand (two tokens or more that a name in use accounts for).

        Two lists of equal length: the starts in order, and the furthest end of any span up to each.
        """
        spans: dict[int, list[tuple[int, int]]] = {}
        for mention in self.mentions:
            for part in self.parts(mention):
                if len(part.tokens) > 1 and self.is_name(part.text):
                    spans.setdefault(part.block, []).append((part.start, part.end))
        return {
            block: ([start for start, _ in sorted(found)], list(accumulate((end for _, end in sorted(found)), max)))
            for block, found in spans.items()
        }

    def is_name(self, text: str) -> bool:
        """Whether the text is a name in use in English, accents and case aside."""
        return bool(self.named(text))

    def is_listed(self, text: str) -> bool:
        """Whether a source has the text: as a name in English, as a Spanish form or as a surname."""
        gazetteer = self.knowledge.gazetteer
        return bool(self.named(text) or gazetteer.spanish(text) or gazetteer.surname(text))

    def named(self, text: str) -> list[Entity]:
        """The entities that English calls so, accents, case and British or American spelling aside."""
        if text not in self._named:
            found: dict[str, Entity] = {}
            for form in spellings(text):
                key = fold(form)
                for entity in (match.entity for match in self.knowledge.gazetteer.folded(form)):
                    if any(fold(accepted) == key for accepted in entity.accepted("en")):
                        found.setdefault(entity.id, entity)
            self._named[text] = list(found.values())
        return self._named[text]

    def names_place(self, text: str) -> bool:
        """Whether English calls some place so."""
        return any(entity.kind == "place" for entity in self.named(text))

    def is_settled(self, mention: Mention) -> bool:
        """Whether a mention is, or lies wholly inside, a name that is right as it stands."""
        starts, ends = self.settled.get(mention.block, ([], []))
        index = bisect_right(starts, mention.start)
        return index > 0 and ends[index - 1] >= mention.end
