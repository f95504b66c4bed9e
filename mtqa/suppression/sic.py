"""The editorial ``[sic]``: who writes it has seen the word before it, and left it."""

from __future__ import annotations

import re

from mtqa.document import Document
from mtqa.findings import Finding

_SIC = re.compile(
    r"""(?:[\s"”’»'*_)]|</?\w+>){0,8}   # what may close a quotation or an emphasis
    \[(?:[*_]{0,2}|<(?:i|em)>)sic[.!]?(?:[*_]{0,2}|</(?:i|em)>)\]""",
    re.I | re.X,
)


def is_sic(document: Document, finding: Finding) -> bool:
    """Whether ``[sic]`` follows the span of a finding."""
    return _SIC.match(document.text, finding.end) is not None
