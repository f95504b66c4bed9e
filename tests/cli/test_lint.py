"""``mtqa lint`` from the outside: output, exit status, and each kind of bad input."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Mtqa = Callable[..., Any]

GOOD = "The mayor spoke.\n"
BAD = "The mayor, Ana Churches, spoke.\n"
MESSAGE = "story.txt:1:12: NAM101 translated surname [error 90 %]"


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one_line(err: str) -> str:
    assert err.startswith("mtqa: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_exit_status_0_1_2(mtqa: Mtqa) -> None:
    write("good.txt", GOOD)
    write("story.txt", BAD)
    clean, found, failed = mtqa("lint", "good.txt"), mtqa("lint", "story.txt"), mtqa("lint", "none.txt", "story.txt")
    assert (clean.status, clean.out, clean.err) == (0, "Nothing found in 1 file.\n", "")
    assert (found.status, found.err) == (1, "")
    assert found.out.startswith(MESSAGE + "\n1 | The mayor, Ana Churches, spoke.\n")
    assert failed.status == 2
    assert MESSAGE in failed.out  # the other file is still checked
    assert one_line(failed.err) == "mtqa: none.txt: cannot be read: No such file or directory\n"


def test_files_in_the_order_given_each_once(mtqa: Mtqa) -> None:
    for name in ("b.txt", "a.txt", "c/z.md", "c/.hidden/x.txt", "c/a.html", "c/data.csv", "c/node_modules/x.txt"):
        write(name, GOOD)
    out = mtqa("lint", "--format", "json", "b.txt", "c", "./a.txt", "b.txt", "c/z.md").out
    assert [file["path"] for file in json.loads(out)["files"]] == ["b.txt", "c/a.html", "c/z.md", "./a.txt"]


def test_a_named_file_of_another_type_is_read_as_text(mtqa: Mtqa) -> None:
    write("story.copy", BAD)
    assert mtqa("lint", "story.copy").status == 1


def test_json_holds_all_severities_but_info_is_no_failure(mtqa: Mtqa) -> None:
    write("story.txt", "Maybe wrong.\n")
    outcome = mtqa("lint", "story.txt", "--output-format", "json")
    (file,) = json.loads(outcome.out)["files"]
    assert (outcome.status, file["findings"][0]["severity"]) == (0, "info")
    assert mtqa("lint", "story.txt", "--min-severity", "info").status == 1


def test_stdin(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    page = b"<p title='Ana Churches'>The mayor, Ana&nbsp;Churches</p>"
    for options, path, count in (((), "<stdin>", 1), (("--stdin-filename", "a/b.html"), "a/b.html", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
        outcome = mtqa("lint", "-", *options, "--format", "json")
        (file,) = json.loads(outcome.out)["files"]
        assert (file["path"], len(file["findings"])) == (path, count)
    assert file["findings"][0]["text"] == "Ana&nbsp;Churches"


def test_settings_reach_the_linter(mtqa: Mtqa) -> None:
    from mtqa import linting

    linter: Any = linting.Linter
    write("story.txt", GOOD)
    mtqa("lint", "story.txt", "--as-of", "2021-11-28", "--select", "NAM,wrong-acronym", "--ignore", "NAM103",
         "--min-confidence", "0.7", "--gazetteer", "g.mtqg", "--engine", "ct2", "--no-models")  # fmt: skip
    settings = linter.settings
    assert settings.as_of == date(2021, 11, 28)
    assert (settings.select, settings.ignore) == (("NAM", "wrong-acronym"), ("NAM103",))
    assert (settings.min_confidence, settings.gazetteer) == (0.0, Path("g.mtqg"))  # applied to what it finds
    assert (settings.engine, settings.use_models) == ("ct2", False)


def test_low_confidence_is_dropped(mtqa: Mtqa) -> None:
    write("story.txt", BAD)
    assert mtqa("lint", "story.txt", "--min-confidence", "0.9").status == 1
    assert mtqa("lint", "story.txt", "--min-confidence", "0.91").status == 0


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [
        ((), "name the files or folders"),
        (("story.txt", "--as-of", "yesterday"), "write YYYY-MM-DD"),
        (("story.txt", "--select", "litteral-name"), "did you mean literal-name?"),
        (("story.txt", "--ignore", "XX1"), "no rule is called 'XX1'"),
        (("story.txt", "--min-confidence", "70"), "0<=x<=1"),
        (("story.txt", "--encoding", "utf-9"), "'utf-9' is unknown"),
        (("story.txt", "--format", "xml"), "'xml' is not one of"),
        (("story.txt", "--max-size", "0"), "x>0"),
        (("story.txt", "--engine", "gpu"), "'gpu' is not one of"),
        (("story.txt", "--language", "en-gb"), "did you mean 'en-GB'?"),
        (("story.txt", "--language", "Spanish"), "'Spanish' is not one of en-GB, en-US"),
        (("story.txt", "--jobs", "many"), "'many' is no number of processes"),
        (("story.txt", "-j", "-1"), "'-1' is no number of processes"),
        (("story.txt", "--model", "./no-such-model"), "no-such-model: no such folder"),
        (("story.txt", "--nonsense"), "No such option"),
    ],
)
def test_wrong_options(mtqa: Mtqa, arguments: tuple[str, ...], needle: str) -> None:
    write("story.txt", BAD)
    outcome = mtqa("lint", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert needle in " ".join(outcome.err.split())


@pytest.mark.parametrize(
    ("name", "content", "needle"),
    [
        ("bad.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "PNG image"),
        ("bad.txt", b"The mayor\0 spoke", "NUL byte"),
        ("bad.txt", b"\xff\xfeA", "not valid utf-16-le"),
        ("bad.md", "El Niño, España, Perú".encode() + b" \xff", "broken at byte"),
        ("bad.docx", b"PK\x03\x04rest", "export it as plain text"),
        ("empty/.keep", b"", "holds no files to check"),
    ],
)
def test_bad_input_is_one_line_and_the_others_are_checked(mtqa: Mtqa, name: str, content: bytes, needle: str) -> None:
    write(name, content)
    write("story.txt", BAD)
    path = "empty" if name.startswith("empty") else name
    outcome = mtqa("lint", path, "story.txt")
    assert outcome.status == 2
    assert MESSAGE in outcome.out
    assert one_line(outcome.err).startswith(f"mtqa: {path}: ")
    assert needle in outcome.err


def test_unreadable_file_and_folder(mtqa: Mtqa) -> None:
    write("story.txt", BAD)
    write("locked/a.txt", BAD)
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    for path in (Path("story.txt"), Path("locked")):
        path.chmod(0)
    try:
        outcome = mtqa("lint", "story.txt", "locked")
    finally:
        for path in (Path("story.txt"), Path("locked")):
            path.chmod(0o755)
    assert outcome.status == 2
    assert outcome.err.count("Permission denied") == 2


def test_broken_link_in_a_folder_is_told(mtqa: Mtqa) -> None:
    write("copy/story.txt", BAD)
    Path("copy/gone.txt").symlink_to("nowhere.txt")
    outcome = mtqa("lint", "copy")
    assert outcome.status == 2
    assert "copy/story.txt:1:12" in outcome.out
    assert one_line(outcome.err).startswith("mtqa: copy/gone.txt: cannot be read")


def test_pipe_in_a_folder_is_told_and_not_waited_for(mtqa: Mtqa) -> None:
    write("copy/story.txt", BAD)
    os.mkfifo("copy/pipe.txt")
    assert one_line(mtqa("lint", "copy").err) == "mtqa: copy/pipe.txt: is no regular file\n"


@pytest.mark.parametrize(
    "content",
    [
        BAD.encode("utf-8-sig"),
        BAD.encode("utf-16"),
        BAD.encode("utf-16-be"),
        BAD.replace("spoke", "smiled at José").encode("latin-1"),
        BAD.replace("\n", "\r\n").encode() + b"Mixed\rline\nendings\r\n",
        (BAD.strip() + " word" * 200_000).encode(),
    ],
)
def test_odd_but_good_input(mtqa: Mtqa, content: bytes) -> None:
    write("story.txt", content)
    outcome = mtqa("lint", "story.txt", "--quiet")
    assert (outcome.status, outcome.err) == (1, "")
    assert outcome.out.startswith(MESSAGE)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n \n", b"<html"])
def test_nothing_to_read_is_nothing_found(mtqa: Mtqa, content: bytes) -> None:
    write("story.html", content)
    assert mtqa("lint", "story.html").status == 0


def test_a_guessed_encoding_is_told(mtqa: Mtqa) -> None:
    write("story.txt", "The mayor of Córdoba spoke.".encode("latin-1"))
    outcome = mtqa("lint", "story.txt")
    assert outcome.status == 0
    assert one_line(outcome.err) == "mtqa: story.txt: not UTF-8; read as cp1252 (--encoding names another)\n"


def test_named_encoding(mtqa: Mtqa) -> None:
    write("story.txt", BAD.encode("cp037"))
    assert mtqa("lint", "story.txt", "--encoding", "cp037").status == 1
    assert "not valid ascii" in mtqa("lint", "story.txt", "--encoding", "ascii").err


def test_a_large_file_is_refused_with_the_limit(mtqa: Mtqa) -> None:
    write("story.txt", BAD * 100_000)
    outcome = mtqa("lint", "story.txt", "--max-size", "1")
    assert outcome.status == 2
    assert "is 3.2 MB, more than the limit of 1 MB" in one_line(outcome.err)


def test_our_own_fault_in_one_file_does_not_stop_the_others(mtqa: Mtqa) -> None:
    write("bug.txt", "BUG")
    write("story.txt", BAD)
    outcome = mtqa("lint", "bug.txt", "story.txt")
    assert outcome.status == 2
    assert MESSAGE in outcome.out
    assert "bug.txt: internal error: KeyError" in one_line(outcome.err)


def test_a_missing_model_ends_the_run(mtqa: Mtqa) -> None:
    for name in ("a.txt", "b.txt"):
        write(name, "NO MODEL")
    outcome = mtqa("lint", "a.txt", "b.txt")
    assert (outcome.status, outcome.err) == (2, "mtqa: models/en-es: the model is missing\n")


def test_colour_only_when_asked_for(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    write("story.txt", BAD)
    assert "\x1b[" in mtqa("lint", "story.txt", "--color", "always").out
    assert "\x1b[" not in mtqa("lint", "story.txt").out  # no terminal
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in mtqa("lint", "story.txt").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in mtqa("lint", "story.txt").out


def test_a_name_with_a_line_break_stays_in_one_line(mtqa: Mtqa) -> None:
    write("a\nb\x1b.txt", b"\0")
    assert "a b\ufffd.txt" in one_line(mtqa("lint", "a\nb\x1b.txt").err)
