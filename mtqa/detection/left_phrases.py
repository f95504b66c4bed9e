"""Names of several words that the translator left in Spanish, in stories where Spanish has no business.

"They met in the Plaza de Abril" is right in Lima and wrong in Minsk. What tells is the story: no Spanish-speaking
country in it, nobody with a Spanish name beside it. Of a body, a square or a title that no gazetteer lists the
dictionaries say what its words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from mtqa.detection import glossing
from mtqa.detection.accepted import DIVISIONS, INSTITUTIONS, LANDFORMS, is_gloss
from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.explain import of_entity
from mtqa.detection.features import display
from mtqa.detection.left_names import amid_spanish
from mtqa.detection.phrase_spans import CALENDAR
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token, opens_sentence, sentence_case

LONGEST = 9
"""Tokens of the longest name that is looked at."""
GIVEN = 300
"""Bearers from which a first token is a given name: a person's name, whatever the rest means."""
BEARERS, MORE_SPANISH = 3000, 0.7
"""Bearers of a surname, and how much more often, in Zipf frequency, Spanish has it: a Spanish name."""
ROMANCE = frozenset("AD AO BR CV GW IT MZ PT SM ST TL VA".split())
"""Countries whose own languages have many words that Spanish has, too."""
ONCE_SPANISH = frozenset("BZ GI PH US".split())
"""Countries that have many places with Spanish names."""
ONLY_SPANISH = frozenset({"con", "del", "el", "los", "las", "un", "una", "y"})
"""Function words of Spanish that its neighbours hardly share."""
_ONLY_SPANISH = re.compile(
    r"ñ|[cs]ión(?:es)?$|dad(?:es)?$|[^gq]ue[lnrst]|ie[lnrst]|^ll|ll[aeo]s?$|[mu]bre$", re.IGNORECASE
)
"""Spellings of Spanish that Italian, Portuguese and Catalan write otherwise."""
_EXPLAINING = frozenset({"(", "["})
PUBLIC = INSTITUTIONS | LANDFORMS | DIVISIONS | frozenset(
    "agency airport arena army association avenue board bridge central coalition commission committee"
    " community confederation congress court department directorate federation forces foundation front fund"
    " group guard headquarters league movement network office organization palace park party prison radio"
    " service society square stadium station street theater tower treaty tribunal union".split()
)
"""What countries, towns and their bodies have, and name in their own language: never in Spanish, elsewhere."""
KINDS = frozenset({"media", "work", "event", "term"})
"""Kinds of entities that are looked for here by the Spanish name of all of the span."""
TABLE = "SPA101-phrase"


def phrases(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per run of Spanish words that stands as a name and says something in English."""
    spans = [span for span in _runs(article) if not _may_stay(article, span)]
    hispanic = _hispanic_names(article) if spans else {}
    for span in spans:
        found = _entity(article, span)
        text = found.english if found is not None else glossing.english(article, span.words)
        if text and fold(text) != fold(span.text):
            yield _candidate(article, span, text, found, hispanic, code)


def _runs(article: Article) -> Iterator[Mention]:
    """The longest stretches of Spanish words, function words and names that hold enough Spanish to be it."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            position = 0
            while position < len(tokens):
                begins = is_name_token(tokens[position]) and tokens[position].text.lower() not in glossing.LINKS
                end = _end(article, tokens, position) if begins else position
                if end - position > 1 and _is_enough(article, tokens[position:end]):
                    yield Mention(
                        block=number,
                        sentence=index,
                        first=position,
                        tokens=tokens[position:end],
                        text=block.text[tokens[position].start : tokens[end - 1].end],
                        initial=opens_sentence(tokens, position),
                        titled=sentence_case(tokens) != "sentence",
                    )
                position = max(end, position + 1)


def _end(article: Article, tokens: Sequence[Token], start: int) -> int:
    """One past the last token of the Spanish that begins at ``start``, as it seems; function words end none."""
    end = start
    for probe in range(start, min(len(tokens), start + LONGEST)):
        word = tokens[probe].text
        if not tokens[probe].is_word:
            break
        if word.lower() in glossing.FUNCTION_WORDS:
            continue
        if is_name_token(tokens[probe]):
            if not _may_be_spanish(article, word):
                break
        elif not glossing.is_certainly_spanish(article, word):
            break
        end = probe + 1
    return end


def _may_be_spanish(article: Article, word: str) -> bool:
    """Whether a capitalised word may be part of a Spanish name: a word of Spanish, or none of English."""
    facts = article.knowledge.word(word)
    return glossing.is_spanish(article, word) or facts.english < max(3.0, facts.spanish)


def _is_enough(article: Article, tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens]
    telling = _telling(article, words)
    return bool(telling) and len(telling) + bool(_function_words(words)) + bool(_cognates(article, words)) > 1


def _telling(article: Article, words: Sequence[str]) -> list[str]:
    """The words that English has none like, and nobody for a given name; and Spanish names of places."""
    return [
        word for word in words
        if word.lower() not in glossing.FUNCTION_WORDS and article.knowledge.word(word).given < GIVEN
        and (glossing.is_certainly_spanish(article, word) or _place_abroad(article, word) is not None)
    ]  # fmt: skip


def _function_words(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.lower() in glossing.FUNCTION_WORDS and (len(word) > 1 or word == "y")]


def _cognates(article: Article, words: Sequence[str]) -> list[str]:
    """Words that both languages have: "Superior", "Normal"."""
    return [
        word for word in words
        if word.lower() not in glossing.FUNCTION_WORDS and len(word) > 3 and glossing.is_spanish(article, word)
        and not glossing.is_certainly_spanish(article, word) and article.knowledge.word(word).surname < BEARERS
    ]  # fmt: skip


def _may_stay(article: Article, span: Mention) -> bool:
    """Whether the name is one that English keeps, a person's, or Spanish that the story explains."""
    first = article.knowledge.word(span.words[0])
    if first.given >= GIVEN and span.words[0].lower() not in glossing.FUNCTION_WORDS:
        return True
    if article.is_settled(span) or article.is_name(span.text) or amid_spanish(article, span):
        return True
    around = {*article.words_before(span, 2), *article.words_after(span, 2)}
    if _EXPLAINING & around or is_gloss(article, span, span.text):
        return True
    return any(
        entity.keep_original or entity.country in SPANISH_SPEAKING or entity.kind not in KINDS
        for entity in (match.entity for match in article.knowledge.gazetteer.spanish(span.text))
    )


def _entity(article: Article, span: Mention) -> Entity | None:
    """What the whole span is the Spanish name of; people, places and bodies are found elsewhere."""
    matches = article.knowledge.gazetteer.spanish(span.text)
    return next((match.entity for match in matches if match.entity.kind in KINDS), None)


def _candidate(
    article: Article, span: Mention, text: str, entity: Entity | None, hispanic: Mapping[str, Set[int]], code: str
) -> Candidate:
    meanings = {
        word: glossing.name_of_place(article, word) or glossing.sense(article, word) for word in span.words
        if word.lower() not in glossing.FUNCTION_WORDS
    }  # fmt: skip
    words = ", ".join(f"“{word}” means {text}" for word, text in meanings.items() if text and fold(text) != fold(word))
    evidence = [Evidence("spanish-form", f"in Spanish {words}")] if words else []
    if not article.spanish_speaking:
        evidence.append(Evidence("document", "the story speaks of no Spanish-speaking country"))
    if entity is not None:
        evidence.append(of_entity(article, entity))
    return Candidate(
        code=code,
        table=TABLE,
        mention=span,
        suggestion=display(span, text),
        alternatives=[display(span, other) for other in _otherwise(text)] if entity is None else [],
        message=f"“{span.text}” was left in Spanish; it means {text}",
        features=_features(article, span, text, entity, hispanic),
        origin=span.text,
        entity=entity,
        evidence=evidence,
    )


def _otherwise(text: str) -> list[str]:
    """Other turns of the same: Theater of Comedy and Comedy Theater for Theater of the Comedy."""
    head, of, rest = text.partition(" of ")
    if not of or " of " in rest:
        return []
    bare = rest.removeprefix("the ")
    return [f"{head} of {bare}", f"{bare} {head}"] if bare != rest else [f"{rest} {head}"]


def _features(
    article: Article, span: Mention, text: str, entity: Entity | None, hispanic: Mapping[str, Set[int]]
) -> dict[str, float]:
    words = span.words
    content = [word for word in words if word.lower() not in glossing.FUNCTION_WORDS]
    senses = [glossing.sense(article, word) for word in content]
    # That the story speaks of Spain as well is half an excuse for a Spanish name of some other place in it.
    places = [found for word in words if (found := _place_abroad(article, word)) is not None]
    others = [blocks for word, blocks in hispanic.items() if word not in words]
    excuse = 0.5 if any(article.country_share(found.country) for found in places) else 1.0
    return {
        "public": float(glossing.head(article, words) in PUBLIC),
        "calendar": float(any(sense.capitalize() in CALENDAR for sense in senses)),
        "words": min(3.0, len(_telling(article, words)) - 1.0),
        "cognates": float(bool(_cognates(article, words))),
        "function words": float(bool(_function_words(words))),
        "only Spanish": float(is_only_spanish(words)),
        "name inside": float(any(not glossing.is_spanish(article, word) for word in content)),
        "listed": float(entity is not None),
        "known": float(entity is None and _is_known(article, text)),
        "place abroad": 0.5 * (bool(places) + (excuse < 1)),
        "lone noun": float(len(content) == 1),
        "article": float(words[0].lower() in glossing.ARTICLES and len(content) > 1),
        "speaks Spanish": excuse * article.spanish_speaking,
        "neighbour": min(1.0, 4 * article.share_of(ROMANCE)),
        "once Spanish": excuse * min(1.0, 4 * article.share_of(ONCE_SPANISH)),
        "elsewhere": min(1.0, 2 * _elsewhere(article)),
        "beside Spanish names": min(1.0, sum(span.block in blocks for blocks in others) / 2),
        "among Spanish names": excuse * min(1.0, len(others) / 4),
        "cut short": float(_is_cut_short(article, span)),
        "initial": float(span.initial),
        "titled": float(span.titled),
    }


def is_only_spanish(words: Sequence[str]) -> bool:
    """Whether a word is one that no sister of Spanish writes so, or has a spelling that none has."""
    content = (word for word in words if word.lower() not in glossing.FUNCTION_WORDS)
    return any(word.lower() in ONLY_SPANISH for word in words) or any(map(_ONLY_SPANISH.search, content))


def _elsewhere(article: Article) -> float:
    """The share of the story that is about the one country it speaks most of, where Spanish words have no business."""
    others = set(article.countries) - SPANISH_SPEAKING - ROMANCE - ONCE_SPANISH
    return max(map(article.country_share, others), default=0.0)


def _is_cut_short(article: Article, span: Mention) -> bool:
    """Whether the name goes on in English: "Grupo De Estados Contra La Corruption"."""
    tokens = article.sentence(span).tokens
    after = next((t for t in tokens[span.first + len(span.tokens) :] if t.text.lower() not in glossing.LINKS), None)
    return after is not None and is_name_token(after)


def _is_known(article: Article, text: str) -> bool:
    """Whether something outside the Spanish-speaking countries is called so in English."""
    return any(entity.country not in SPANISH_SPEAKING for entity in article.named(text))


def _place_abroad(article: Article, word: str) -> Entity | None:
    """The place that Spanish, and neither English nor the language of the place itself, calls so."""
    found = glossing.place(article, word) if word[:1].isupper() else None
    return found if found is not None and found.country not in SPANISH_SPEAKING | ROMANCE else None


def _hispanic_names(article: Article) -> dict[str, set[int]]:
    """The Spanish names of the story, and the blocks where each stands."""
    return {
        word: {part.block for _, part in found}
        for word, found in article.singles.items() if _is_hispanic(article, word)
    }  # fmt: skip


def _is_hispanic(article: Article, word: str) -> bool:
    facts = article.knowledge.word(word)
    if facts.surname >= BEARERS and facts.spanish >= facts.english + MORE_SPANISH:
        return True
    return any(e.kind == "place" and e.country in SPANISH_SPEAKING for e in article.named(word)[:1])
