"""A review server in a process of its own, with a desk that needs no gazetteer: it starts in a moment.

``python -m tests.support.review_server FOLDER FILE...`` serves files of a folder and prints the address. With
``--fork`` in front it serves them whenever a line comes on standard input, in a new child each time, and prints process
number and address: to be killed, and begun again, without the cost of starting Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mtqa.output import FileResult
from mtqa.review.server.running import bind, serve
from tests.support.desk import NAMES, TableDesk, open_session

GATE = "MTQA_TEST_GATE"
ROOT = Path(__file__).resolve().parents[2]
MANY = {f"Name{number} Churches": (f"Name{number} Iglesias",) for number in range(40)} | dict(NAMES)


@contextmanager
def running(folder: Path, *files: str, gate: Path | None = None) -> Iterator[str]:
    """A server on files of a folder, ended at the end; gives its address. While ``gate`` is there it lints nothing."""
    process = start(folder, *files, gate=gate)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate()


def start(folder: Path, *files: str, fork: bool = False, gate: Path | None = None) -> subprocess.Popen[str]:
    """The process."""
    environment = {**os.environ, GATE: str(gate or "")}
    command = [sys.executable, "-m", "tests.support.review_server", *(["--fork"] if fork else []), str(folder), *files]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)


class GatedDesk(TableDesk):
    """A desk that waits where it is told to."""

    def lint(self, path: str) -> list[FileResult]:
        """As soon as the file that the environment names is gone."""
        while (gate := os.environ.get(GATE)) and os.path.exists(gate):
            time.sleep(0.05)
        return super().lint(path)


def main(folder: Path, files: list[str]) -> None:
    """Serve until told to end."""
    session = open_session(folder, *files, desk=GatedDesk(MANY), look=False)

    def ready(address: str) -> None:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()

    serve(session, bind(0), ready, print, interval=0.1)


def fork(folder: Path, files: list[str]) -> None:
    """Serve in children, with all that they need imported once."""
    for file in files:
        TableDesk(MANY).lint(str(folder / file))
    children = []
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            sys.stdout.write(f"{os.getpid()} ")
            main(folder, files)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    forks = sys.argv[1] == "--fork"
    arguments = sys.argv[1 + forks :]
    (fork if forks else main)(Path(arguments[0]), arguments[1:])
