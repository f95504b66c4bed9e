import json

from mtqa.findings import Finding
from mtqa.output import Report, Style, formatter

FINDING = """\
        {
          "code": "NAM101",
          "rule": "literal-name",
          "severity": "error",
          "confidence": 0.97,
          "message": "“Ana Churches” looks like a translated surname",
          "start": 25,
          "end": 37,
          "line": 2,
          "column": 12,
          "text": "Ana Churches",
          "suggestions": [
            "Ana Iglesias",
            "Ana Iglesia",
            "Anna Iglesias",
            "Anne Iglesias"
          ],
          "fix": {
            "safety": "unsafe"
          },
          "evidence": [
            {
              "kind": "back-translation",
              "detail": "“Churches” is “Iglesias” in Spanish"
            },
            {
              "kind": "surname",
              "detail": "Iglesias is a Spanish surname"
            },
            {
              "kind": "words",
              "detail": "a third reason"
            }
          ],
          "fingerprint": "%s"
        },
"""


def render(report: Report) -> str:
    return "".join(formatter("json", Style()).render(report))


def test_whole_output(report: Report) -> None:
    results = list(report.results)
    out = render(Report(results, report.signature))
    data = json.loads(out)
    assert out == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert list(data) == ["version", "signature", "files"]
    assert (data["version"], data["signature"]) == (1, "mtqa:0|gazetteer:1|model:2|rules:3")
    assert [list(file) for file in data["files"]] == [["path", "findings"]] * 3
    assert [file["path"] for file in data["files"]] == ["copy/harbour.txt", "copy/none.txt", "copy/long.txt"]
    assert [len(file["findings"]) for file in data["files"]] == [3, 0, 1]  # info too
    error: Finding = results[0].findings[1]
    assert FINDING % error.fingerprint in out


def test_no_files(report: Report) -> None:
    assert json.loads(render(Report([], report.signature)))["files"] == []
    assert render(Report([], report.signature)).endswith('"files": []\n}\n')
