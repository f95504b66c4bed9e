"""Several processes: the same output whatever their number, Ctrl-C, and a process that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.cache.entries import Entry
from mtqa.cli import workers
from mtqa.cli.workers import Task, Workers
from mtqa.config.settings import Settings
from mtqa.document.readers import Unread
from mtqa.errors import BugError, LostError, MtqaError
from tests.support.toy import DAY, toy

Mtqa = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
STORY = "We met the president of Slovakia, Matej Oaks, on Friday. They say that he read The Hill, the newspaper.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty stories with and without errors, one that cannot be read and one with an encoding to be guessed."""
    folder = tmp_path_factory.mktemp("desk")
    toy().write(folder / "toy.mtqg")
    (folder / "mtqa.toml").write_text('gazetteer = "toy.mtqg"\nmodels = false\nas-of = 2020-05-04\n')
    for number in range(40):
        text = f"Story {number}.\n\n" + STORY * (number % 3) + "It rained in the night.\n"
        (folder / f"{number:02}.md").write_text(text)
    (folder / "07.md").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (folder / "11.txt").write_bytes("In Córdoba, Matej Oaks spoke.".encode("latin-1"))
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "mtqa", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("form", ["json", "text", "sarif"])
def test_the_same_output_whatever_the_number(desk: Path, form: str) -> None:
    one, two, three, kept, again = (
        run(desk, "lint", ".", "--format", form, *more)
        for more in (
            ("--no-cache", "--jobs", "1"),
            ("--no-cache", "-j", "2"),
            ("--no-cache", "-j3"),
            ("--cache-dir", f"kept-{form}", "-j", "2"),
            ("--cache-dir", f"kept-{form}", "-j", "0"),
        )
    )
    assert one.returncode == 2  # of the picture
    assert one.stderr.count("\n") == 2
    for other in (two, three, kept, again):
        assert (other.stdout, other.stderr, other.returncode) == (one.stdout, one.stderr, one.returncode)


def test_the_same_corrections_whatever_the_number(desk: Path, tmp_path: Path) -> None:
    made = {}
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        folder.mkdir()
        for path in desk.glob("[0-9]*"):
            (folder / path.name).write_bytes(path.read_bytes())
        options = ("--config", str(desk / "mtqa.toml"), "--no-cache", "--jobs", jobs)
        done = run(folder, "lint", ".", "--fix", "--unsafe-fixes", "-q", *options)
        made[jobs] = {path.name: path.read_bytes() for path in folder.iterdir()}, done.stdout
    assert made["1"] == made["2"]
    assert b"Matej Encinas" in made["1"][0]["01.md"]


def test_a_file_and_a_link_to_it_are_both_corrected(desk: Path, tmp_path: Path) -> None:
    """The link was read ahead, before its file was corrected."""
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(STORY * (number + 1))
    (tmp_path / "zz.md").symlink_to("00.md")
    options = ("--config", str(desk / "mtqa.toml"), "--no-cache", "--jobs", "2")
    done = run(tmp_path, "lint", ".", "--fix", "--unsafe-fixes", "-q", "--format", "concise", *options)
    assert done.stderr == ""
    assert "Matej Encinas" in (tmp_path / "00.md").read_text()


def settings(desk: Path) -> Settings:
    return Settings(as_of=DAY, gazetteer=desk / "toy.mtqg", use_models=False)


def text(name: str) -> Unread:
    return Unread(name, STORY, "text", {})


def serve_badly(connection: object) -> None:
    """As a process serves, but texts of some names end it, or show a fault of ours."""
    real = workers._linted

    def linted(linters: object, task: Task) -> object:
        if task.unread.path == "killed.md":
            os.kill(os.getpid(), signal.SIGKILL)
        if task.unread.path == "left.md":
            os._exit(3)
        if task.unread.path == "bug.md":
            return BugError("KeyError: x")
        return real(linters, task)  # type: ignore[arg-type]

    workers._linted = linted  # type: ignore[assignment]
    workers._serve_as_it_is(connection)  # type: ignore[attr-defined]


@pytest.fixture
def badly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are forked, so that they have what is put in here."""
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("no fork here")
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("fork"))
    monkeypatch.setattr(workers, "_serve_as_it_is", workers._serve, raising=False)
    monkeypatch.setattr(workers, "_serve", serve_badly)


def test_a_process_that_dies_costs_its_text_alone(desk: Path, badly: None) -> None:
    names = [f"{number}.md" for number in range(12)]
    names[3:3] = ["killed.md", "bug.md", "left.md"]
    crew = Workers(2)
    try:
        numbers = [crew.ask(Task(text(name), settings(desk))) for name in names]
        answers = dict(zip(names, (crew.answer(number) for number in numbers)))
    finally:
        crew.close()
    lost = {name: str(answer) for name, answer in answers.items() if isinstance(answer, LostError)}
    assert lost == {
        "killed.md": "killed.md: not checked: the process that checked it died (SIGKILL); for want of memory, use "
        "fewer --jobs",
        "left.md": "left.md: not checked: the process that checked it died (exit status 3); for want of memory, use "
        "fewer --jobs",
    }
    assert isinstance(answers.pop("bug.md"), BugError)
    found = [answer for name, answer in answers.items() if name not in lost]
    assert len(found) == 12
    assert all(isinstance(answer, Entry) and answer.findings for answer in found)


def test_the_run_tells_it_and_goes_on(mtqa: Mtqa, badly: None) -> None:
    for name in ("left", "bug", *(f"story{number:02}" for number in range(20))):
        Path(f"{name}.md").write_text("The mayor, Ana Churches, spoke.\n")
    outcome = mtqa("lint", "left.md", "bug.md", "story19.md", ".", "--jobs", "2", "--format", "concise")
    assert outcome.status == 2
    assert outcome.out.count("NAM101") == 20
    assert outcome.err.splitlines()[0].startswith("mtqa: left.md: not checked: the process that checked it died (exit")
    assert outcome.err.splitlines()[1].startswith("mtqa: bug.md: internal error: KeyError: x (please report it")
    assert outcome.err.count("\n") == 2


def test_a_machine_that_starts_no_process_does_it_in_one(mtqa: Mtqa, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Workers) -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr(Workers, "_start", refused)
    for number in range(20):
        Path(f"{number}.md").write_text("The mayor, Ana Churches, spoke.\n")
    outcome = mtqa("lint", ".", "--jobs", "2", "--format", "concise")
    assert (outcome.status, outcome.out.count("NAM101"), outcome.err) == (1, 20, "")


def test_what_a_lint_raises_comes_back(tmp_path: Path) -> None:
    crew = Workers(1)
    try:
        number = crew.ask(Task(text("a.md"), Settings(gazetteer=tmp_path / "none.mtqg")))
        answer = crew.answer(number)
    finally:
        crew.close()
    assert isinstance(answer, MtqaError)
    assert "none.mtqg: no gazetteer file there" in str(answer)


def test_a_process_that_died_while_it_waited_is_replaced(desk: Path) -> None:
    crew = Workers(1)
    try:
        assert isinstance(crew.answer(crew.ask(Task(text("a.md"), settings(desk)))), Entry)
        (_, process), = crew._idle
        process.kill()
        process.join()
        assert isinstance(crew.answer(crew.ask(Task(text("b.md"), settings(desk)))), Entry | LostError)
        assert isinstance(crew.answer(crew.ask(Task(text("c.md"), settings(desk)))), Entry)
    finally:
        crew.close()


def children(pid: int) -> set[int]:
    """The processes that a process has started, and those that these have."""
    found, parents = {pid}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    for _ in range(3):
        found |= {child for child, parent in parents.items() if parent in found}
    return found - {pid}


def _heed_interrupts() -> None:
    """What a shell starts in the background ignores them, and so does what that starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_ends_all_processes(desk: Path, tmp_path: Path, sign: signal.Signals) -> None:
    for number in range(400):
        (tmp_path / f"{number}.md").write_text(STORY * 40 + str(number))
    command = [sys.executable, "-m", "mtqa", "lint", ".", "-j2", "--no-cache", "--config", str(desk / "mtqa.toml")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        start_new_session=True, preexec_fn=_heed_interrupts,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while len(workers_of := children(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    if sign is signal.SIGINT:
        os.killpg(process.pid, sign)  # as a terminal does: to all of them
    else:
        process.kill()
    _, err = process.communicate(timeout=60)
    if sign is signal.SIGINT:
        assert (process.returncode, err.strip()) == (130, "mtqa: interrupted")
    while any(Path(f"/proc/{pid}/cmdline").exists() and _alive(pid) for pid in workers_of):
        assert time.monotonic() < deadline, "a process stays behind"
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
