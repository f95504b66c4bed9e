"""A suppression puts nothing aside.

## What it does
Finds comments, front matter and sidecar entries for mtqa that no finding answers to any more, in whole or for some of
the rules that they name.

## Why is this bad?
The copy was corrected, or moved away from the comment; what stays behind would hide the next error in that place.

## How it decides
Each rule that a suppression names must have put at least one finding aside. Rules that did not run are left out of
account, and so is every suppression in a run that `--select`, `--ignore`, `--min-confidence` or `--no-models` narrows.

## Example
```text
<!-- mtqa: ignore[NAM101] her name -->
It rained in the night.
```
Use instead:
```text
It rained in the night.
```

## Fix safety
The fix is safe: it removes the comment, or the rules that it need not name. Front matter and sidecars are not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.detection.article import Article
    from mtqa.detection.candidates import Candidate

CODE = "SUP101"
NAME = "unused-suppression"
FIX_SAFETY = "safe"


def propose(article: Article) -> tuple[Candidate, ...]:
    """Nothing: it is judged after all other rules (:mod:`mtqa.suppression.applying`)."""
    return ()
