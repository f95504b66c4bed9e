import pytest

from mtqa.output import Report, Style, formatter

RENDERED = """\
copy/harbour.txt:2:12: NAM101 “Ana Churches” looks like a translated surname [error 97 %]
2 | The mayor, Ana Churches, opened it.
  |            ^^^^^^^^^^^^
  = suggestion: Ana Iglesias (or Ana Iglesia, Anna Iglesias)
  = because “Churches” is “Iglesias” in Spanish
  = because Iglesias is a Spanish surname

copy/harbour.txt:3:21: NAM101 “Ana Churches” looks like a translated surname [warning 50 %]
3 |     In 東京 the cafe\u0301 of Ana Churches closed\ufffd[31m.
  |                         ^^^^^^^^^^^^
  = suggestion: Ana Iglesias

copy/long.txt:1:401: NAM101 “Ana Churches” looks like a translated surname [warning 97 %]
1 | … x x x x x x x x x Ana Churches y y y y y y y y y …
  |                     ^^^^^^^^^^^^

Found 1 error, 2 warnings in 2 files of 3.
"""


def test_whole_output(report: Report) -> None:
    assert "".join(formatter("text", Style(width=56)).render(report)) == RENDERED


def test_info_is_shown_on_demand_and_the_summary_is_not(report: Report) -> None:
    out = "".join(formatter("text", Style(min_severity="info", summary=False)).render(report))
    assert out.startswith("copy/harbour.txt:1:1: NAM101 “Harbour” looks like a translated surname [info 20 %]\n")
    assert "Found" not in out


def test_only_errors(report: Report) -> None:
    out = "".join(formatter("text", Style(min_severity="error")).render(report))
    assert out.endswith("\n\nFound 1 error in 1 file of 3.\n")


def test_colour(report: Report) -> None:
    out = "".join(formatter("text", Style(color=True)).render(report))
    assert "\x1b[31m\x1b[1mNAM101\x1b[0m" in out
    assert "\x1b[32mAna Iglesias\x1b[0m" in out


def test_plain_text_has_no_escape_codes(report: Report) -> None:
    assert "\x1b" not in "".join(formatter("text", Style()).render(report))


@pytest.mark.parametrize(
    ("files", "summary"), [(0, ""), (1, "Nothing found in 1 file.\n"), (2, "Nothing found in 2 files.\n")]
)
def test_nothing_found(report: Report, files: int, summary: str) -> None:
    clean = [result for result in report.results if not result.findings] * files
    assert "".join(formatter("text", Style()).render(Report(clean, report.signature))) == summary
