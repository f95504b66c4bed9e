"""A suppression cannot be understood.

## What it does
Finds comments and front matter for mtqa that ask for what there is not, or name a rule that does not exist.

## Why is this bad?
It puts nothing aside, though somebody thinks that it does.

## Example
```text
<!-- mtqa: ignroe[NAM101] her name -->
```
Use instead:
```text
<!-- mtqa: ignore[NAM101] her name -->
```

## Fix safety
The fix is unsafe: what was meant is a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.detection.article import Article
    from mtqa.detection.candidates import Candidate

CODE = "SUP102"
NAME = "wrong-suppression"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> tuple[Candidate, ...]:
    """Nothing: it is judged after all other rules (:mod:`mtqa.suppression.applying`)."""
    return ()
