"""A review server in a process of its own, with a desk that needs no gazetteer: it starts in a moment.

``python -m tests.support.review_server FOLDER FILE...`` serves files of a folder and prints the address. With
``--fork`` in front it serves them whenever a line comes on standard input, in a new child each time, and prints process
number and address: to be killed, and begun again, without the cost of starting Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mtqa.review.server.running import bind, serve
from tests.support.desk import NAMES, TableDesk, open_session

ROOT = Path(__file__).resolve().parents[2]
MANY = {f"Name{number} Churches": (f"Name{number} Iglesias",) for number in range(40)} | dict(NAMES)


@contextmanager
def running(folder: Path, *files: str) -> Iterator[str]:
    """A server on files of a folder, ended at the end; gives its address."""
    process = start(folder, *files)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate()


def start(folder: Path, *files: str, fork: bool = False) -> subprocess.Popen[str]:
    """The process."""
    command = [sys.executable, "-m", "tests.support.review_server", *(["--fork"] if fork else []), str(folder), *files]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def main(folder: Path, files: list[str]) -> None:
    """Serve until told to end."""
    session = open_session(folder, *files, desk=TableDesk(MANY), look=False)

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
