"""Names with a mark in place of a letter, of which nobody knows what they were: "T.nka", "Brad-ik".

What the letter was, nothing here tells: such a finding has no suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection.candidates import Candidate
from mtqa.detection.lossy import Story
from mtqa.findings import Evidence
from mtqa.mentions import Mention

FULL_STOP, HYPHEN = "a full stop", "a hyphen"


def unfilled(story: Story, code: str) -> Iterator[Candidate]:
    """One candidate per token with a mark amid its letters, or spelt in two ways, and no known word but for that."""
    for text, places in sorted(story.article.singles.items()):
        if text in story.twins:
            other = story.twins[text]
            is_rarer = story.article.count(text) < story.article.count(other)
            feature, message = "twin", f"“{text}” is also written {other} here"
            reason, right = f"no lexicon knows “{text}” or “{other}”", other if is_rarer else ""
        elif text in story.dotted | story.hyphened | story.doubtful:
            feature, sign = ("dot", FULL_STOP) if "." in text else ("hyphen", HYPHEN)
            message, right = f"“{text}” has {sign} where a letter was lost", ""
            reason = f"{sign} stands amid the letters of a name"
        else:
            continue
        for _, part in places:
            yield _candidate(story, part, feature, right, message, reason, code)


def _candidate(
    story: Story, part: Mention, feature: str, right: str, message: str, reason: str, code: str
) -> Candidate:
    return Candidate(
        code=code,
        table="COR102-unfilled",
        mention=part,
        suggestion=right,
        message=message,
        features={
            feature: 1.0,
            "doubtful": float(part.text in story.doubtful),
            "others": min(3.0, float(story.others(part.text))),
            "accented": float(not part.text.isascii()),
            "repeated": min(3.0, story.article.count(part.text) - 1.0),
            "titled": float(part.titled),
        },
        evidence=[Evidence("spelling", reason)],
    )
