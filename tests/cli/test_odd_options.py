"""Numbers and inputs that are none."""

import subprocess
import sys

import pytest

CLOSED = "import sys; sys.stdin = None; from mtqa.cli.main import main; main()"


@pytest.mark.parametrize("options", [["--min-confidence", "nan"], ["--max-size", "inf"], ["--max-size", "nan"]])
def test_numbers_that_compare_with_nothing(options: list[str]) -> None:
    command = [sys.executable, "-m", "mtqa", "lint", *options, "-"]
    done = subprocess.run(command, capture_output=True, text=True, input="")
    assert done.returncode == 2
    assert options[0] in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("day", ["2021-11-28foo", "2021-13-01", "0001-01-01"])
def test_days_that_are_none(day: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", "lint", "--as-of", day, "-"], capture_output=True, text=True, input=""
    )
    assert done.returncode == 2
    assert "is no date" in done.stderr


def test_no_standard_input() -> None:
    done = subprocess.run([sys.executable, "-c", CLOSED, "lint", "-"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "no standard input" in done.stderr
