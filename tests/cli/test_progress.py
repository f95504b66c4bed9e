import pytest

from mtqa.cli.files import Source
from mtqa.cli.progress import shows_progress, with_progress

MANY = [Source(f"{number}.txt") for number in range(50)]


def test_on_a_terminal_and_for_long_runs_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert shows_progress(MANY)
    assert not shows_progress(MANY[:2])
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    assert not shows_progress(MANY)


def test_the_sources_come_through(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter(MANY), MANY, quiet=False)) == MANY
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert list(with_progress(iter(MANY), MANY, quiet=True)) == MANY
    assert capsys.readouterr() == ("", "")
    assert list(with_progress(iter(MANY), MANY, quiet=False)) == MANY
    assert capsys.readouterr().out == ""
