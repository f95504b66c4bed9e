"""Acronyms in the order of Spanish words after a name in the order of English ones.

*Unión Nacional de Moldavia (UNM)* becomes "Moldavian National Union (UNM)": the name was put in order, its acronym
was not. Where the body's own language puts nouns first as well, the acronym may be its own ("Socialist Party (PS)").
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.crossed_acronyms import COMMON
from mtqa.detection.definitions import bracketed, initials
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention

NOUN_FIRST = frozenset(
    "AD AL AO AR BE BF BI BJ BO BR CD CF CG CH CI CL CM CO CR CU CV DJ DO EC ES FR GA GN GQ GT GW HN HT IT KM LU MA MC"
    " MD MG ML MR MU MX MZ NE NI PA PE PR PT PY RO RW SC SM SN ST SV TD TG TL UY VA VE VN VU ID MY PH IL LB EH DZ"
    " TN XK MT".split()
)
"""Countries with an official or usual language that puts nouns before adjectives: Romance, Austronesian, Semitic,
Albanian."""
ABROAD = frozenset(
    "international world global european latin central south ibero inter andean caribbean arab african mediterranean"
    .split()
)
"""Words of bodies of many countries, whose acronyms may be French or Spanish in English, too."""
AT_HOME = 0.3
"""Share of a country in the story from which a body without a demonym is taken for one of its own."""


def disordered(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per bracketed acronym whose letters are the initials before it, the last one first."""
    for number, block in enumerate(article.document.blocks):
        for index, sentence in enumerate(block.sentences):
            tokens = sentence.tokens
            for position, words in bracketed(tokens):
                span = Mention(number, index, position, (tokens[position],), tokens[position].text)
                follows = tokens[position - 1].text == "("
                if not follows or not _is_disordered(span.text, words) or _is_established(article, span.text, words):
                    continue
                if _begins_with_its_country(article, span.text, words):
                    continue
                if puts_nouns_last(article, words):
                    yield _candidate(article, span, words, code)


def _is_disordered(acronym: str, words: tuple[str, ...]) -> bool:
    straight = initials(words)
    return acronym != straight and acronym[0] == straight[-1]


def _begins_with_its_country(article: Article, acronym: str, words: tuple[str, ...]) -> bool:
    """Whether the acronym is that of the name with its country first: "National Bank of Ruritania (RNB)"."""
    return bool(article.knowledge.gazetteer.territory(words[-1])) and acronym == initials((words[-1], *words[:-1]))


def _is_established(article: Article, acronym: str, words: tuple[str, ...]) -> bool:
    """Whether English has the acronym, as a word or of a name with these words: then it is the name that went wrong."""
    if article.knowledge.word(acronym).english >= COMMON:
        return True
    wanted = {fold(word) for word in words}
    return any(
        wanted <= set(fold(match.entity.english).split()) for match in article.knowledge.gazetteer.acronym(acronym)
    )


def puts_nouns_last(article: Article, words: tuple[str, ...]) -> bool:
    """Whether the body belongs to a country whose own acronyms would not stand in the order of Spanish."""
    if not ABROAD.isdisjoint(map(str.lower, words)):
        return False
    told = [code for word in words if (code := article.knowledge.gazetteer.territory(word))]
    if told:
        return not NOUN_FIRST.intersection(told)
    home = [code for code in article.countries if article.country_share(code) >= AT_HOME]
    return bool(home) and not NOUN_FIRST.intersection(home)


def _candidate(article: Article, span: Mention, words: tuple[str, ...], code: str) -> Candidate:
    straight, name = initials(words), " ".join(words)
    return Candidate(
        code=code,
        table="ACR101-disordered",
        mention=span,
        suggestion=straight,
        message=f"“{span.text}” has the initials of {name} in the order of Spanish words",
        features={
            "capitals": sum(word[0].isupper() for word in words) / len(words),
            "length": len(span.text) - 3.0,
            "known": float(bool(article.knowledge.gazetteer.acronym(span.text))),
        },
        origin=span.text,
        repairs={span.text: straight},
        alone=span.text,
        evidence=[Evidence("acronym", f"the initials of “{name}” are {straight}; Spanish puts the noun first")],
    )
