"""JUnit XML: a test suite a file, a failed test case a finding; what every build server shows.

The shape is the one that the Jenkins xUnit plug-in documents (``junit-10.xsd``), without optional parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from mtqa.findings import Finding
from mtqa.output.places import slashed
from mtqa.output.report import FileResult, Report, Style
from mtqa.output.wording import grade, paragraph
from mtqa.output.xmltext import document, element


class JunitFormatter:
    """A file without findings is one test that passed; a file that could not be checked, one with an error."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def render(self, report: Report) -> Iterator[str]:
        """The document."""
        root = element(None, "testsuites", name="mtqa")
        tests = failures = 0
        for result in report.results:
            shown = self._style.shown(result)
            _suite(root, result, shown)
            tests += len(shown) or 1
            failures += len(shown)
        for problem in report.problems:
            suite = element(root, "testsuite", name="mtqa", tests=1, failures=0, errors=1)
            case = element(suite, "testcase", name="read", classname="mtqa")
            element(case, "error", problem, message=problem, type="error")
        errors = len(report.problems)
        for name, number in (("tests", tests + errors), ("failures", failures), ("errors", errors)):
            root.set(name, str(number))
        yield document(root)


def _suite(root: Element, result: FileResult, shown: list[Finding]) -> None:
    path = slashed(result.document.path)
    suite = element(root, "testsuite", name=path, tests=len(shown) or 1, failures=len(shown), errors=0)
    if not shown:
        element(suite, "testcase", name="mtqa", classname=path)
    for finding in shown:
        name = f"{finding.code} at line {finding.line}, column {finding.column}"
        case = element(suite, "testcase", name=name, classname=path)
        place = f"{path}:{finding.line}:{finding.column}: {finding.code} [{grade(finding)}]"
        element(
            case, "failure", "\n".join([place, *paragraph(finding)]), message=finding.message, type=finding.severity
        )
