"""Fingerprints that differ within a run: the same words may be found wrong twice in a file."""

from __future__ import annotations

import hashlib
from collections import Counter

from mtqa.findings import Finding
from mtqa.output.places import slashed


class Fingerprints:
    """Tells the second, third, … finding with a fingerprint in a file from the first, by their order in it."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()

    def numbered(self, path: str, finding: Finding) -> str:
        """``fingerprint:1``, ``fingerprint:2``, …"""
        key = (slashed(path), finding.fingerprint)
        self._seen[key] += 1
        return f"{finding.fingerprint}:{self._seen[key]}"

    def unique(self, path: str, finding: Finding) -> str:
        """A text of 64 hexadecimal digits that no other finding of the run has."""
        parts = f"{slashed(path)}\x1f{self.numbered(path, finding)}"
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
