"""Names that English text itself uses, from the English side of sentence pairs.

What a translator may make of a Spanish name can be a right name of something that no table has ("Great War",
"Red River"): text in which people wrote it shows that.
"""

from __future__ import annotations

import re
from pathlib import Path

from mtqa.gazetteer.build.cooccurrence import CORPORA
from mtqa.gazetteer.folding import fold

_RUN = re.compile(r"(?<=[\w,;:] )(?:[Tt]he )?[A-Z][\w'-]+(?: (?:(?:of|the|and|de|in|for) )*[A-Z][\w'-]+)*")


def capitalised_runs(folder: Path) -> set[str]:
    """Fold keys of runs of capitalised words within sentences."""
    found: set[str] = set()
    for corpus in CORPORA:
        path = folder / corpus / "train.en"
        if not path.is_file():
            continue
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                found.update(map(fold, _RUN.findall(line)))
    return found
