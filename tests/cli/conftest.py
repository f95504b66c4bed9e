"""A command line whose linter is a stand-in: it finds "Ana Churches" wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

import pytest

from mtqa.cli.main import run
from mtqa.config.settings import Settings
from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.findings import Finding

WRONG = "Ana Churches"


class FakeLinter:
    """As :class:`mtqa.linting.Linter`, without gazetteer and models."""

    settings: Settings
    signature = "mtqa:test"

    def __init__(self, settings: Settings) -> None:
        FakeLinter.settings = settings

    def signature_with(self, tables: list[str]) -> str:
        return "+".join((self.signature, *tables))

    def lint(self, document: Document) -> list[Finding]:
        if "BUG" in document.text:
            raise KeyError("a bug\nof ours")
        if "NO MODEL" in document.text:
            raise MtqaError("models/en-es: the model is missing")
        found = []
        for block in document.blocks:
            start = block.text.find(WRONG)
            if start >= 0:
                span = block.source_span(start, start + len(WRONG))
                line, column = document.line_column(span.start)
                text = document.text[span.start : span.end]
                found.append(
                    Finding(
                        "NAM101", "literal-name", "error", 0.9, "translated surname",
                        span.start, span.end, line, column, text, ("Ana Iglesias",),
                    )
                )  # fmt: skip
        if "Maybe" in document.text:
            found.append(Finding("NAM102", "misspelt-name", "info", 0.2, "perhaps", 0, 1, 1, 1, document.text[0]))
        return found


def find_all_of(monkeypatch: pytest.MonkeyPatch, right: Mapping[str, str], unsafe: Container[str] = ()) -> None:
    """Let the linter find every key of ``right`` (as it is when it lints), each to be corrected to its value.

    A finding with markup inside can not be corrected; one of ``unsafe`` can, unsafely.
    """

    def lint(self: FakeLinter, document: Document) -> list[Finding]:
        findings = []
        for block in document.blocks:
            for match in re.finditer("|".join(right), block.text):
                span = block.source_span(*match.span())
                text = document.text[span.start : span.end]
                line, column = document.line_column(span.start)
                safety = "none" if text != match[0] else "unsafe" if text in unsafe else "safe"
                findings.append(
                    Finding("NAM101", "literal-name", "error", 0.97, "wrong", span.start, span.end, line, column, text,
                            (right[match[0]],), safety)
                )  # fmt: skip
        return findings

    monkeypatch.setattr(FakeLinter, "lint", lint)


@dataclass(frozen=True)
class Outcome:
    """What a run of the command line printed and how it ended."""

    status: int
    out: str
    err: str


Mtqa = Callable[..., Outcome]


@pytest.fixture
def mtqa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object) -> Mtqa:
    """Run the command line in this process with the stand-in, which no cache knows from the real one."""
    monkeypatch.setenv("MTQA_NO_CACHE", "1")
    monkeypatch.setattr("mtqa.linting.Linter", FakeLinter)
    monkeypatch.delenv("MTQA_DEBUG", raising=False)
    monkeypatch.chdir(str(tmp_path))

    def call(*arguments: object) -> Outcome:
        status = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return call
