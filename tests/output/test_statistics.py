from dataclasses import replace

from mtqa.output import Report, Style, formatter
from mtqa.output.report import FileResult


def test_whole_output(report: Report) -> None:
    first, *others = report.results
    more = [replace(finding, code="SPA101", rule="spanish-form", fix_safety="safe") for finding in first.findings]
    results = [FileResult(first.document, (*first.findings, *more[:2])), *others]
    out = "".join(formatter("statistics", Style()).render(Report(results, report.signature)))
    assert out == ("3  NAM101 literal-name (files: 2)\n1  SPA101 spanish-form (files: 1, 1 to be corrected safely)\n")
    assert "".join(formatter("statistics", Style()).render(Report([], report.signature))) == ""
