"""Acronyms that a translator took for a word and put into English: "the BELL", for a body whose acronym is CAMPANA.

An acronym that Spanish has as a word is translated like one and stays in capitals. A word in capitals among others is
one where the body's own name stands before it in brackets, or where nothing but a body can stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.detection.article import SPANISH_SPEAKING, WELL_KNOWN, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.defined_bodies import KINDS, acronyms
from mtqa.detection.definitions import explanation, initials, is_acronym
from mtqa.detection.explain import of_entity
from mtqa.detection.features import agreement, country_of
from mtqa.detection.inflection import spanish_forms
from mtqa.detection.weights import confidence
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

TABLE = "ACR101-worded"
SHORTEST, LONGEST = 3, 9
"""Letters of a word that may stand for an acronym."""
LEAST = 2.5
"""Zipf frequency in English from which a word is one that nobody takes for an acronym of something."""
FUNCTION_WORD = 6.0
"""Zipf frequency from which a word is one that stands behind any name."""
USUAL = 0.1
"""Weight from which a dictionary's word may be what was translated."""
BELONGING = frozenset("leader member members militant militants candidate candidates party union agency".split())
"""What stands before "of the" and a body."""
RELATIVE = frozenset({"who", "that", "which", "whose"})
"""What stands behind a word that is one: "the member of the PAIR who"."""


@dataclass(frozen=True, slots=True)
class _Worded:
    """A word in capitals, the acronym that it translates and the body that has it."""

    part: Mention
    acronym: str
    entity: Entity
    bracketed: bool


def worded(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per word in capitals that translates the acronym of a body."""
    for text in article.singles:
        if not is_acronym(text, SHORTEST, LONGEST) or not _is_word(article, text):
            continue
        for run, part in article.singles[text]:
            if part.titled or _is_in_a_name(run, part):
                continue
            found = _bracketed(article, part) or list(_alone(article, part))
            weighed = [(_features(article, worded), worded) for worded in found]
            if weighed:
                best = max(weighed, key=lambda pair: (confidence(TABLE, pair[0]), pair[1].entity.id))
                yield _candidate(article, *best, code)


def _is_in_a_name(run: Mention, part: Mention) -> bool:
    """Whether another capital touches the word, but for that of an article that begins the sentence."""
    index = part.first - run.first
    return any(
        is_name_token(t)
        for t in (*run.tokens[max(0, index - 1) : index], *run.tokens[index + 1 : index + 2])
        if t.text != "The"
    )


def _is_word(article: Article, text: str) -> bool:
    """Whether a text in capitals is a common word, and neither an acronym nor a name of anything."""
    knowledge = article.knowledge
    is_common = knowledge.word(text.lower()).english >= LEAST and knowledge.is_dictionary_word(text.lower())
    taken = bool(knowledge.gazetteer.acronym(text)) or any(e.is_called(text) for e in article.named(text))
    return is_common and not taken and knowledge.gazetteer.territory(text.capitalize()) is None


def _origins(article: Article, word: str) -> set[str]:
    """The Spanish words, folded, that the word may translate: all forms of nouns, and verbs in the third person."""
    glosses = article.knowledge.dictionary.glosses(word.lower())
    usual = [gloss for gloss, weight in glosses.items() if weight >= USUAL and " " not in gloss]
    forms = {form for gloss in usual for form in spanish_forms(fold(gloss))}
    return forms | {fold(gloss)[:-1] for gloss in usual if fold(gloss).endswith(("ar", "er"))}


def _bracketed(article: Article, part: Mention) -> list[_Worded]:
    """The body whose name stands before the brackets, where its acronym means the word that stands within."""
    tokens = article.sentence(part).tokens
    before = explanation(tokens, part.first)
    if not before or part.first < 1 or tokens[part.first - 1].text != "(":
        return []
    origins = _origins(article, part.text)
    return [
        _Worded(part, acronym, entity, True)
        for entity in _named_last(article, part, before)
        for acronym in acronyms(entity)
        if fold(acronym) in origins and not _fits(part.text, entity)
    ]


def _named_last(article: Article, part: Mention, before: tuple[Token, ...]) -> list[Entity]:
    """The bodies that English calls as the last words before the brackets, the longest name first."""
    text = article.block(part).text
    names = (text[token.start : before[-1].end] for token in before)
    return [entity for name in names for entity in article.named(name) if entity.kind in KINDS]


def _fits(word: str, entity: Entity) -> bool:
    return initials(entity.english.replace("-", " ").split()).casefold() == word.casefold()


def _alone(article: Article, part: Mention) -> Iterator[_Worded]:
    """The bodies of the country of the story, or of those that it names, that a word behind "the" may translate."""
    before = [word.lower() for word in article.words_before(part, 3)]
    if before[-1:] != ["the"]:
        return
    belongs = before[-2:-1] == ["of"] and (before[0] in BELONGING or article.knowledge.office(before[0]) is not None)
    belongs = belongs and not RELATIVE & set(article.words_after(part, 1))
    if _goes_on(article, part):
        return
    for origin in sorted(_origins(article, part.text)):
        for entity in _bearers(article, origin.upper()):
            if country_of(entity) not in SPANISH_SPEAKING or article.count(origin.upper()):
                continue  # what the story calls by its acronym, and what has none that is a word of Spanish
            if _is_said(article, entity) or (belongs and agreement(article, entity) == 1):
                yield _Worded(part, origin.upper(), entity, False)


def _goes_on(article: Article, part: Mention) -> bool:
    """Whether the word tells what kind of thing the next one is: "the PAIR study"."""
    after = article.words_after(part, 1)
    return bool(after) and after[0].islower() and article.knowledge.word(after[0]).english < FUNCTION_WORD


def _bearers(article: Article, acronym: str) -> list[Entity]:
    """The known bodies that English calls by the acronym."""
    matches = article.knowledge.gazetteer.acronym(acronym) if len(acronym) >= SHORTEST else []
    known = [match.entity for match in matches if match.entity.prominence >= WELL_KNOWN]
    return [entity for entity in known if entity.kind in KINDS and acronym in acronyms(entity)]


def _is_said(article: Article, entity: Entity) -> bool:
    """Whether the story calls the body by its name in full; acronyms and short names are others', too."""
    names = [form for form in entity.accepted("en") if " " in form]
    return any(article.count(form) for form in names)


def _features(article: Article, worded: _Worded) -> dict[str, float]:
    return {
        "bracketed": float(worded.bracketed),
        "named": float(_is_said(article, worded.entity)),
        "country": agreement(article, worded.entity) if country_of(worded.entity) else 0.5,
        "prominence": worded.entity.prominence,
        "repeated": float(article.count(worded.part.text) > 1),
    }


def _candidate(article: Article, features: dict[str, float], worded: _Worded, code: str) -> Candidate:
    part, acronym, entity = worded.part, worded.acronym, worded.entity
    return Candidate(
        code=code,
        table=TABLE,
        mention=part,
        suggestion=acronym,
        message=f"“{part.text}” looks like {acronym}, the acronym of {entity.english}, translated as a word",
        features=features,
        origin=acronym,
        entity=entity,
        evidence=[
            Evidence("back-translation", f"“{part.text.lower()}” is what “{acronym.lower()}” means as a word"),
            of_entity(article, entity),
        ],
        repairs={part.text: acronym},
        alone=part.text,
    )
