"""``kill -9`` at any moment: what was acknowledged is stored, the copy is the old text or the new one.

Ten kills here; ``MTQA_KILLS=200 python -m pytest tests/review/server/test_killed.py`` for more.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from mtqa.review.store import Store
from mtqa.review.store.place import store_path
from tests.support.review_server import start

KILLS = int(os.environ.get("MTQA_KILLS", "10"))
FILES = ("a.md", "b.md")
_FILLER = "The council of the city met on Monday and agreed to repair the road to the harbour before the winter comes."

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def story(first: int) -> str:
    names = [f"Name{number} Churches" for number in range(first, first + 20)]
    return "\n\n".join(f"{_FILLER} It was {name} who came to the meeting. {_FILLER}" for name in names) + "\n"


ORIGINAL = {"a.md": story(0), "b.md": story(20)}


class Client:
    """Asks as the page does."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._path = parts.path
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._connection = http.client.HTTPConnection(parts.netloc, timeout=10)

    def ask(self, name: str, values: Any = None) -> Any:
        headers = {"Content-Type": "application/json", "Origin": self._origin}
        method, body = ("GET", None) if values is None else ("POST", json.dumps(values))
        self._connection.request(method, f"{self._path}api/{name}", body, headers)
        answer = self._connection.getresponse()
        content = json.loads(answer.read())
        assert answer.status == 200, content
        return content


@dataclass
class Desk:
    """What an editor knows: what was acknowledged, and what was asked for last."""

    folder: Path
    decided: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    copy: dict[str, str] = field(default_factory=lambda: dict(ORIGINAL))
    asked: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    acknowledged: int = 0
    refused: str = ""

    def work(self, client: Client, random_: random.Random) -> None:
        """Decide and write until the server is gone."""
        try:
            data = client.ask("state")["data"]
            keys = {finding["text"]: f"{self.path_of(finding, data)}#{finding['id']}" for finding in data["findings"]}
            while True:
                if random_.random() < 0.25:
                    self.write(client, random_.choice(FILES))
                else:
                    self.decide(client, random_, keys)
        except (OSError, http.client.HTTPException):
            return
        except AssertionError as error:
            self.refused = str(error)

    @staticmethod
    def path_of(finding: Any, data: Any) -> str:
        return next(str(each["path"]) for each in data["articles"] if each["id"] == finding["article"])

    def decide(self, client: Client, random_: random.Random, keys: dict[str, str]) -> None:
        there = [name for name in keys if any(name in text for text in self.copy.values())]
        names = random_.sample(there, min(len(there), random_.randint(1, 4)))
        if not names:
            return
        verdict, text = random_.choice([("accept", None), ("edit", "Bob Temples"), ("false-alarm", None)])
        self.asked = {
            name: (verdict, name.replace("Churches", "Iglesias") if verdict == "accept" else text) for name in names
        }
        client.ask("decide", {"keys": [keys[name] for name in names], "decision": verdict, "replacement": text})
        self.decided.update(self.asked)
        self.asked = {}
        self.acknowledged += len(names)

    def write(self, client: Client, name: str) -> None:
        path = str(self.folder / name)
        shown = client.ask("preview", {"path": path})
        self.written = {name: self.corrected(name)}
        client.ask("apply", {"path": path, "digest": shown["digest"]})
        self.copy.update(self.written)
        self.written = {}

    def corrected(self, name: str) -> str:
        text = self.copy[name]
        for wrong, (_, right) in self.decided.items():
            text = text.replace(wrong, right) if right is not None else text
        return text

    def check(self) -> None:
        """What is on the disk now must be what was acknowledged, with all of what was asked for last or nothing."""
        assert self.refused == ""
        store = Store(store_path(str(self.folder)))
        words = [word.decision for word in store.words()]
        found = {each.text: (each.decision, each.replacement) for each in words}
        store.close()
        assert found in (self.decided, {**self.decided, **self.asked})
        with sqlite3.connect(store_path(str(self.folder))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        for name in FILES:
            text = (self.folder / name).read_text()
            assert text in (self.copy[name], self.written.get(name, self.copy[name]))
            self.copy[name] = text
        assert {path.name for path in self.folder.iterdir() if not path.name.startswith(".")} == set(FILES)
        self.decided, self.asked, self.written = found, {}, {}


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Any]:
    for name, text in ORIGINAL.items():
        (tmp_path / name).write_text(text)
    process = start(tmp_path, *FILES, fork=True)
    yield process
    process.stdin.close()  # type: ignore[union-attr]
    process.wait()
    process.stdout.close()  # type: ignore[union-attr]


def test_a_killed_server_loses_nothing(tmp_path: Path, servers: Any) -> None:
    random_ = random.Random(7)
    desk = Desk(tmp_path)
    writes = halfway = 0
    for _ in range(KILLS):
        servers.stdin.write("\n")
        servers.stdin.flush()
        process, address = servers.stdout.readline().split()
        client = Client(address)
        while client.ask("state")["pending"]:
            time.sleep(0.01)
        working = threading.Thread(target=desk.work, args=(client, random_))
        working.start()
        time.sleep(random_.uniform(0.0, 0.4))
        os.kill(int(process), signal.SIGKILL)
        working.join()
        halfway += bool(desk.asked or desk.written)
        desk.check()
        writes += desk.copy != ORIGINAL
        for name, text in ORIGINAL.items():  # the editor begins again
            (tmp_path / name).write_text(text)
        desk.copy = dict(ORIGINAL)
    assert desk.acknowledged > KILLS  # there was something to lose
    assert writes
    assert halfway
    print(f"{KILLS} kills, {halfway} halfway through a request; {desk.acknowledged} decisions acknowledged, none lost;"
          f" {writes} times the copy had been corrected")  # fmt: skip
