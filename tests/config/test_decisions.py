from pathlib import Path

import pytest

from mtqa.config.decisions import Decisions
from mtqa.config.discovery import Configs
from mtqa.findings import Finding


def finding(code: str, rule: str) -> Finding:
    return Finding(code, rule, "error", 0.9, "message", 0, 1, 1, 1, "x")


FOUND = [finding("NAM101", "literal-name"), finding("SPA101", "spanish-form")]


@pytest.fixture
def decisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decisions:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "mtqa.toml").write_text(
        '[per-file-ignores]\n"archive/" = ["NAM"]\n"*.html" = ["spanish-form"]\n"/top.md" = ["NAM", "SPA"]\n'
        '[severity]\nNAM = "info"\nNAM101 = "warning"\nN = "error"\n'
    )
    return Decisions(Configs().of("desk/story.md"))


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("desk/story.md", ["NAM101", "SPA101"]),
        ("desk/archive/2020/story.md", ["SPA101"]),
        ("desk/archive/2020/story.html", []),
        ("desk/top.md", []),
        ("desk/world/top.md", ["NAM101", "SPA101"]),
        ("archive/story.md", ["NAM101", "SPA101"]),  # patterns count from the configuration's folder
    ],
)
def test_per_file_ignores(decisions: Decisions, path: str, codes: list[str]) -> None:
    assert [found.code for found in decisions.decide(path, FOUND)] == codes


def test_the_more_exact_selector_gives_the_severity(decisions: Decisions) -> None:
    found = decisions.decide("desk/a.md", [*FOUND, finding("NAM102", "misspelt-name")])
    assert [each.severity for each in found] == ["warning", "error", "info"]
