"""``mtqa review``: what it refuses to begin with, a whole life of it, export and statistics."""

from __future__ import annotations

import csv
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.gazetteer.store import SHIPPED
from mtqa.review.decisions import read_decisions
from mtqa.review.stats import by_rule
from mtqa.review.store import Store
from mtqa.review.store.place import store_path
from tests.support.decided import decided

Mtqa = Callable[..., Any]
BAD = "The mayor, Ana Churches, spoke. Ana Churches left. Later came Ana Churches to the city.\n"


def store(*verdicts: str | None, folder: str = ".", path: str = "a.txt") -> None:
    """Decide on the mentions in BAD, one after the other; None is a false alarm, "=" an edit."""
    made = Store(store_path(folder, make=True))
    for nth, right in enumerate(verdicts, 1):
        made.decide([decided(BAD, "Ana Churches", right, path=path, nth=nth)], "Eva")
    made.close()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name the files or folders to review"),
        (["-"], "standard input cannot be corrected in place: name a file"),
        (["none.txt"], "none.txt: cannot be read: there is no such file"),
        (["none.txt"], "there is nothing to review"),
        (["a.txt", "--source", "none"], "none: cannot be read: there is no such file or folder"),
        (["a.txt", "--select", "nonsense"], "nonsense"),
        (["a.txt", "--port", "70000"], "70000 is not in the range"),
        (["a.txt", "--config", "none.toml"], "none.toml"),
    ],
)
def test_what_cannot_be_reviewed(mtqa: Mtqa, arguments: list[str], message: str) -> None:
    Path("a.txt").write_text(BAD)
    outcome = mtqa("review", *(arguments or ["serve"]))
    assert outcome.status == 2
    assert message in outcome.err
    assert not Path(".mtqa_review").exists()


def test_a_port_that_is_taken(mtqa: Mtqa) -> None:
    Path("a.txt").write_text(BAD)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = mtqa("review", "a.txt", "--no-open", "--port", port)
    assert (outcome.status, outcome.err) == (
        2, f"mtqa: port {port}: Address already in use; --port names another, 0 takes any\n"
    )  # fmt: skip


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The sessions that would be served."""
    sessions: list[Any] = []

    def serve(session: Any, server: socket.socket, ready: Callable[[str], None], *_: Any) -> None:
        sessions.append(session)
        session.look()
        ready("http://127.0.0.1:1/token/")
        server.close()

    monkeypatch.setattr("mtqa.review.server.running.serve", serve)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return sessions


def test_links_that_lead_elsewhere_and_the_spanish_are_no_stories(
    mtqa: Mtqa, served: list[Any], tmp_path: Path
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.txt"
    outside.write_text(BAD)
    Path("copy").mkdir()
    Path("copy/a.txt").write_text(BAD)
    Path("copy/a.es.txt").write_text("La alcaldesa, Ana Iglesias, habló. Ana Iglesias se fue.\n")
    Path("copy/link.txt").symlink_to(outside)
    Path("copy/inside.txt").symlink_to("a.txt")
    outcome = mtqa("review", "copy", "--no-open")
    assert outcome.status == 0
    assert outcome.err == "mtqa: copy/link.txt: left out: it is a link that leads elsewhere; name it to review it\n"
    assert outcome.out.splitlines() == [
        "Review of 2 files: http://127.0.0.1:1/token/ (Ctrl-C ends)",
        "The decisions are in .mtqa_review/decisions.sqlite3; 'mtqa review export' writes them to a file.",
    ]
    Path("copy/new.txt").write_text(BAD)
    served[0].search()
    assert [article.path for article in served[0]._articles] == ["copy/a.txt", "copy/inside.txt", "copy/new.txt"]
    assert mtqa("review", "copy/link.txt", "--no-open").status == 0


def test_what_the_baseline_knows_is_not_asked(mtqa: Mtqa, served: list[Any]) -> None:
    Path("a.txt").write_text(BAD)
    assert mtqa("review", "a.txt", "--no-open").status == 0
    mtqa("baseline", "create", "a.txt")
    assert mtqa("review", "a.txt", "--no-open", "--baseline", ".mtqa-baseline.json").status == 0
    assert [len(session._articles[0].findings) for session in served] == [1, 0]
    assert served[1]._articles[0].data[0]["hidden"] == 1


def test_exports(mtqa: Mtqa) -> None:
    Path("a.txt").write_text(BAD)
    store("Ana Iglesias", None, "Ana Iglesias")
    printed = json.loads(mtqa("review", "export").out)
    assert [each["decision"] for each in printed["decisions"]] == ["accept", "false-alarm", "accept"]
    assert mtqa("review", "export", "-o", "x.json").status == 0
    assert len(read_decisions("x.json").decisions) == 3
    assert mtqa("review", "export", "-o", "x.csv").status == 0
    with open("x.csv", encoding="utf-8-sig", newline="") as file:
        assert [row["decision"] for row in csv.DictReader(file)] == ["accept", "false-alarm", "accept"]
    assert mtqa("apply", "x.json").err.startswith("mtqa: corrected 2 findings in 1 file, 1 false alarm for")
    assert Path("a.txt").read_text().count("Ana Iglesias") == 2
    assert json.loads(mtqa("review", "export", "b.txt").out)["decisions"] == []


def test_paths_count_from_where_one_is(mtqa: Mtqa) -> None:
    store("Ana Iglesias", path="copy/a.txt")
    Path("copy").mkdir()
    os.chdir("copy")
    assert [each["path"] for each in json.loads(mtqa("review", "export").out)["decisions"]] == ["a.txt"]


def test_statistics(mtqa: Mtqa) -> None:
    store("Ana Iglesias", None, "Ana Iglesias")
    assert mtqa("review", "stats").out == (
        "rule                  decided  accepted  edited  false  precision  95 % interval  suggestion right\n"
        "NAM101  literal-name        3         2       0      1        67%     21% to 94%              100%\n"
        "all                         3         2       0      1        67%     21% to 94%              100%\n"
    )
    (rule, _) = json.loads(mtqa("review", "stats", "--format", "json").out)["rules"]
    assert rule == {
        "code": "NAM101",
        "rule": "literal-name",
        "decided": 3,
        "accepted": 2,
        "edited": 0,
        "false_alarms": 1,
        "precision": {"value": 0.6667, "low": 0.2077, "high": 0.9385},
        "suggestion_right": {"value": 1.0, "low": 0.3424, "high": 1.0},
    }
    assert mtqa("review", "stats", "none.txt").out == "Nothing has been decided yet.\n"


def test_edits_count_for_the_finding_and_against_the_suggestion() -> None:
    made = decided(BAD, "Ana Churches", "x")
    (rule, total) = by_rule([made, *[_with(made, "edit")] * 3, *[_with(made, "false-alarm")] * 4], {})
    assert (rule.precision.value, rule.suggestion.value, total.code) == (0.5, 0.25, "all")


def _with(decision: Any, verdict: str) -> Any:
    from dataclasses import replace

    return replace(decision, decision=verdict)


@pytest.mark.parametrize("command", ["export", "stats"])
def test_nothing_decided_yet(mtqa: Mtqa, command: str) -> None:
    outcome = mtqa("review", command)
    assert outcome.status == 2
    assert outcome.err.endswith("there are no decisions yet; 'mtqa review PATH' begins\n")


@pytest.mark.skipif(not SHIPPED.is_file(), reason="the gazetteer is not built")
@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_the_installed_command_from_the_first_to_the_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The president of Peru, Pedro Castle, spoke.\n")
    command = [sys.executable, "-m", "mtqa", "review", "a.txt", "--no-open", "--no-models", "--as-of", "2022-11-15"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    with urllib.request.urlopen(address) as answer:
        assert "Pedro Castle" in answer.read().decode()
    with urllib.request.urlopen(f"{address}api/state") as answer:
        (found,) = json.load(answer)["data"]["findings"]
    assert found["suggestions"][0] == "Pedro Castillo"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert out.startswith("The decisions are in .mtqa_review/decisions.sqlite3")
