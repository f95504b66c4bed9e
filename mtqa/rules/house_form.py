"""A form that the house table forbids.

## What it does
Finds the forms in the column `not` of the newsroom's own table, `mtqa.gazetteer.csv`, as whole words, and suggests the
form in the column `english`. Without a table the rule finds nothing; docs/house.md describes the table.

## Why is this bad?
A newsroom writes a name one way. The gazetteer accepts every form in use, and so do the other rules; which of them is
the house's own choice only the house can say.

## How it decides
By the letters, accents and capitals of the form: "Halvorsen" is neither "halvorsen" nor "Halvørsen". A form also stands
for itself in capitals and, where it begins with a small letter, at the beginning of a sentence. Of two forms that begin
at the same word the longer one counts: approve "Halvorsen Street" to keep it where "Halvorsen" is forbidden. Where this
rule flags, no other rule speaks; a form that the table approves is flagged by no rule at all.

## Example
With the row `Halvørsen,Halvorsen` under the columns `english,not`:
```text
The minister met Ida Halvorsen on Monday.
```
Use instead:
```text
The minister met Ida Halvørsen on Monday.
```

## Fix safety
The fix is unsafe: somebody else may bear the forbidden form.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.detection import house_style
from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

CODE = "HOU101"
NAME = "house-form"
FIX_SAFETY = "unsafe"


def propose(article: Article) -> Iterator[Candidate]:
    """The forbidden forms in the text."""
    yield from house_style.forbidden(article, CODE)
