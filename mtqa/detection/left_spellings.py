"""Names of people whom no source lists, left as Spanish spells what other alphabets write.

A token that only Spanish letters keep from a name well attested in English was left as Spanish copy had it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.english_spellings import Respelling, english_spelling
from mtqa.detection.features import display
from mtqa.detection.left_people import is_left
from mtqa.findings import Evidence
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.skeleton import ARABIC_SCRIPT
from mtqa.mentions import Mention
from mtqa.mentions.runs import JOINERS

CYRILLIC = frozenset("BG BY KG KZ MD MK MN RS RU TJ TM UA UZ".split())
"""Countries whose names Spanish and English romanise each in its own way."""
LONGEST = 4
"""Tokens of a run that may be one person's name."""
def people(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per run of name tokens of which one or more are spelt as Spanish spells them."""
    spellings: dict[str, Respelling | None] = {}
    known = {(found.mention.block, found.mention.start) for found in article.people if is_left(article, found)}
    for run in article.mentions:
        words = run.words
        if (run.block, run.start) in known:
            continue  # the gazetteer knows whose name it is
        if len(words) > LONGEST or run.titled or article.is_settled(run) or JOINERS & set(words):
            continue
        for word in words:
            if word not in spellings:
                spellings[word] = english_spelling(article, word)
        changed = {word: found for word in words if (found := spellings[word]) is not None}
        if changed:
            yield _candidate(article, run, changed, code)


def _candidate(article: Article, run: Mention, changed: dict[str, Respelling], code: str) -> Candidate:
    families = {found.family for found in changed.values()}
    homes = (CYRILLIC if "Slavic" in families else frozenset()) | (
        ARABIC_SCRIPT if "Arabic" in families else frozenset()
    )
    share = sum(article.country_share(country) for country in homes)
    text = run.text
    for word, found in changed.items():
        text = re.sub(rf"\b{re.escape(word)}\b", found.text, text)
    features = {
        "better": min(3.0, max(found.better for found in changed.values())),
        "country": min(1.0, 4 * share),
        "changed": float(len(changed) - 1),
        "accents": float(any(word.lower() != fold(word) for word in changed)),
        "alone": float(len(run.tokens) == 1),
        "initial": float(run.initial and len(run.tokens) == 1),
    }
    wrong = ", ".join(f"{word}, English {found.text}" for word, found in changed.items())
    return Candidate(
        code=code,
        table="SPA101-spelling",
        mention=run,
        suggestion=display(run, text),
        message=f"“{run.text}” is spelt as in Spanish; English writes {text}",
        features=features,
        origin=run.text,
        evidence=[Evidence("spanish-form", f"Spanish writes {wrong}")],
        repairs={word: found.text for word, found in changed.items()},
        alone=run.words[-1] if run.words[-1] in changed else "",
    )


