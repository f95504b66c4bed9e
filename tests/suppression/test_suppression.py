"""Each way to put a finding aside, what it reaches, and what is said of one that reaches nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtqa.document.readers import read_bytes
from mtqa.errors import MtqaError
from mtqa.findings import Finding
from mtqa.rules import RULES
from mtqa.suppression.applying import Suppressed, suppress

NAMES = {"Ana Churches": ("NAM101", "literal-name"), "THE COUNTRY": ("NAM102", "misspelt-name")}
HEAD = "---\ndate: 2022-11-15\nmtqa: {ignore: [%s]%s}\n---\n"


def checked(text: str, path: str = "a.md", ran: bool = True) -> Suppressed:
    """The outcome for a document in which each of NAMES is a finding wherever it stands."""
    document = read_bytes(text.encode(), path)
    found = []
    for match in re.finditer("|".join(NAMES), document.text):
        line, column = document.line_column(match.start())
        code, rule = NAMES[match[0]]
        found.append(Finding(code, rule, "error", 0.9, "wrong", match.start(), match.end(), line, column, match[0]))
    return suppress(document, found, RULES if ran else ())


def kept(text: str, path: str = "a.md") -> list[tuple[int, str]]:
    """Line and text of what is still reported."""
    return [(finding.line, finding.text) for finding in checked(text, path).findings]


@pytest.mark.parametrize("path", ["a.md", "a.html"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Churches. <!-- mtqa: ignore[NAM101] her name -->\n\nAna Churches.\n", [(3, "Ana Churches")]),
        ("<!-- mtqa: ignore[NAM101] her name -->\nAna Churches.\n\nAna Churches.\n", [(4, "Ana Churches")]),
        ("<!-- mtqa: ignore -->\n\nAna Churches, THE COUNTRY.\n", []),
        ("<!-- mtqa: ignore[NAM101] -->\n<!-- a note -->\n\nAna Churches, THE COUNTRY.\n", [(4, "THE COUNTRY")]),
        ("<!--mtqa:ignore[literal-name]-->\r\nAna Churches, THE COUNTRY.\r\n", [(2, "THE COUNTRY")]),
        ("Ana Churches, THE COUNTRY. <!-- mtqa: ignore[NAM] -->\n", []),
        ("Ana Churches, THE COUNTRY. <!-- mtqa: ignore[NAM101, nam102] -->\n", []),
        ("Ana Churches. <!-- mtqa: ignore[SPA] -->\n", [(1, "Ana Churches")]),
        ("<!-- mtqa: disable -->\n\nAna Churches.\n\n<!-- mtqa: enable -->\n\nAna Churches.\n", [(7, "Ana Churches")]),
        ("Ana Churches.\n\n<!-- mtqa: disable[NAM101] -->\n\nAna Churches, THE COUNTRY.\n",
         [(1, "Ana Churches"), (5, "THE COUNTRY")]),
        ("<!-- mtqa: disable[NAM101, NAM102] -->\n\n<!-- mtqa: enable[NAM101] -->\n\nAna Churches, THE COUNTRY.\n",
         [(5, "Ana Churches")]),
        ("Ana Churches.\n\n<!-- mtqa: ignore-file[NAM101] -->\n\nTHE COUNTRY.\n", [(5, "THE COUNTRY")]),
        ("Ana Churches [sic] and Ana Churches.\n", [(1, "Ana Churches")]),
        ('"Ana Churches" [sic]\n', []),
        ("Ana Churches* [*sic*]\n", []),
        ("Ana Churches and others [sic]\n", [(1, "Ana Churches")]),
    ],
)  # fmt: skip
def test_what_a_suppression_reaches(text: str, expected: list[tuple[int, str]], path: str) -> None:
    assert kept(text, path) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- mtqa: ignore-file -->\n```\n\nAna Churches.\n",
        "    <!-- mtqa: ignore-file -->\n\nAna Churches.\n",
        "Write `<!-- mtqa: ignore-file -->` here: Ana Churches.\n",
        "---\nnote: <!-- mtqa: ignore-file -->\n---\nAna Churches.\n",
    ],
)
def test_a_comment_shown_as_code_is_none(text: str) -> None:
    assert len(kept(text)) == 1
    assert checked(text).reports == []


def test_a_comment_in_plain_text_is_copy() -> None:
    assert len(kept("Ana Churches. <!-- mtqa: ignore -->\n", "a.txt")) == 1


@pytest.mark.parametrize(
    ("reason", "expected"),
    [(" her name", "her name"), (": her name", "her name"), (" – her\n name ", "her name"), ("", "")],
)
def test_the_reason(reason: str, expected: str) -> None:
    (hidden,) = checked(f"Ana Churches. <!-- mtqa: ignore[NAM101]{reason} -->\n").hidden
    assert (hidden.how, hidden.reason, hidden.finding.text) == ("comment", expected, "Ana Churches")


@pytest.mark.parametrize(
    "head",
    [
        HEAD % ("NAM101", ""),
        HEAD % ("literal-name", ", reason: her name"),
        "---\nmtqa:\n  ignore: NAM101\n---\n",
        "+++\n[mtqa]\nignore = ['NAM101']\n+++\n",
        '{"mtqa": {"ignore": ["NAM101"]}}\n',
    ],
)
def test_front_matter(head: str) -> None:
    outcome = checked(head + "\nAna Churches, THE COUNTRY.\n")
    assert [finding.text for finding in outcome.findings] == ["THE COUNTRY"]
    assert [hidden.how for hidden in outcome.hidden] == ["front matter"]
    assert outcome.reports == []


SIDECAR = '[[ignore]]\nrules = ["NAM101"]\ntext = "Ana Churches"\nreason = "her name"\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Ana Churches, THE COUNTRY.\n")
    return path


def test_sidecar(story: Path) -> None:
    Path(f"{story}.mtqa.toml").write_text(SIDECAR)
    outcome = checked(story.read_text(), str(story))
    assert [finding.text for finding in outcome.findings] == ["THE COUNTRY"]
    assert [(hidden.how, hidden.reason) for hidden in outcome.hidden] == [("sidecar", "her name")]
    assert outcome.sidecar is not None
    assert outcome.sidecar[1] == []


def test_an_unused_entry_of_a_sidecar(story: Path) -> None:
    Path(f"{story}.mtqa.toml").write_text(SIDECAR + "\n" + SIDECAR.replace("Churches", "Iglesias"))
    outcome = checked(story.read_text(), str(story))
    assert outcome.sidecar is not None
    document, reports = outcome.sidecar
    assert document.path == f"{story}.mtqa.toml"
    assert [(finding.code, finding.line, finding.text) for finding in reports] == [("SUP101", 6, "[[ignore]]")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[ignore]", ": is no valid TOML"),
        ("[[ignroe]]\nrules = []\n", ": must hold tables [[ignore]], not 'ignroe'"),
        ("ignore = 3\n", ": must hold tables [[ignore]]"),
        ("\n[[ignore]]\nrule = ['NAM']\n", ":2: unknown key 'rule'; did you mean 'rules'?"),
        ("[[ignore]]\nrules = ['XYZ']\n", ":1: rules: no rule is called 'XYZ'"),
        ("[[ignore]]\ntext = 3\n", ":1: text: expected a text, not 3"),
    ],
)
def test_a_sidecar_that_means_nothing(story: Path, content: str, message: str) -> None:
    Path(f"{story}.mtqa.toml").write_text(content)
    with pytest.raises(MtqaError) as caught:
        checked(story.read_text(), str(story))
    assert message in str(caught.value)


UNUSED = [
    # the text, what is reported as unused, and the text after the fix
    ("It rained. <!-- mtqa: ignore[NAM101] -->\n", "NAM101", "It rained.\n"),
    ("<!-- mtqa: ignore[NAM101] -->\nIt rained.\n", "NAM101", "It rained.\n"),
    ("One.\r\n\r\n<!-- mtqa: ignore -->\r\nIt rained.\r\n", "anything", "One.\r\n\r\nIt rained.\r\n"),
    ("Ana Churches. <!-- mtqa: ignore[NAM101, SPA101, ROL] why -->\n", "SPA101 and ROL",
     "Ana Churches. <!-- mtqa: ignore[NAM101] why -->\n"),
    ("<!-- mtqa: disable[NAM101] -->\n\nRain.\n\n<!-- mtqa: enable[NAM101] -->\n\nAna Churches.\n", "NAM101", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "after"), UNUSED)
def test_an_unused_suppression_is_reported_and_its_fix_removes_it(text: str, what: str, after: str | None) -> None:
    (report,) = checked(text).reports
    assert (report.code, report.rule, report.severity) == ("SUP101", "unused-suppression", "warning")
    assert report.message == f"unused suppression: mtqa does not find {what} here"
    assert report.text == text[report.start : report.end]
    assert report.fix_safety == "safe"
    if after is not None:
        assert text[: report.start] + report.suggestions[0] + text[report.end :] == after


def test_unused_front_matter_is_reported_but_not_touched() -> None:
    (report,) = checked(HEAD % ("NAM101, NAM102", "") + "Ana Churches.\n").reports
    assert (report.line, report.fix_safety, report.suggestions) == (3, "none", ())
    assert report.message == "unused suppression: mtqa does not find NAM102 here"


def test_sic_is_copy_and_never_unused() -> None:
    assert checked("It rained [sic].\n").reports == []


def test_nothing_is_unused_when_the_rules_did_not_run() -> None:
    assert checked("It rained. <!-- mtqa: ignore[NAM101] -->\n", ran=False).reports == []
    document = read_bytes(b"It rained. <!-- mtqa: ignore[NAM101] -->\n", "a.md")
    others = [rule for rule in RULES if rule.code != "NAM101"]
    assert suppress(document, [], others).reports == []


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("<!-- mtqa: ignroe[NAM] x -->\n", "“ignroe” is nothing that a comment can", "<!-- mtqa: ignore[NAM] x -->"),
        ("<!-- mtqa: [NAM101] -->\n", "“” is nothing that a comment can ask for (ignore, ", None),
        ("<!-- mtqa: ignore[] -->\n", "“ignore[]” names no rule", None),
        ("<!-- mtqa: ignore[NAM999] -->\n", "no rule is called 'NAM999'", None),
        ("<!-- mtqa: enable -->\n", "nothing is disabled here", ""),
        (HEAD % ("NAM999", ""), "no rule is called 'NAM999'", None),
        (HEAD % ("NAM101", ", raeson: x"), "knows no 'raeson'; did you mean 'reason'?", None),
        ("---\nmtqa: no\n---\n", "mtqa in front matter must say what to ignore", None),
    ],
)  # fmt: skip
def test_a_suppression_that_means_nothing(text: str, message: str, suggestion: str | None) -> None:
    (report,) = checked(text + "\nIt rained.\n").reports
    assert report.code == "SUP102"
    assert message in report.message
    assert report.suggestions == (() if suggestion is None else (suggestion,))
    assert report.text == text[report.start : report.end]
