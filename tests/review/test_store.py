"""The store of decisions: history, undo, several editors, upgrades."""

from __future__ import annotations

import itertools
import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.review.decisions import Decision
from mtqa.review.store import Store, schema
from mtqa.review.store.model import OPEN
from mtqa.review.store.place import project_folder, store_path

ONE = Decision("a.md", "f1", "f1", "NAM101", "Ana Churches", 4, 16, "accept", "Ana Iglesias")
TWO = replace(ONE, id="f2", fingerprint="f2", start=40, end=52)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "decisions.sqlite3")


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    times = itertools.count()
    made = Store(path, clock=lambda: f"2026-11-29T10:00:{next(times):02}Z")
    yield made
    made.close()


def states(store: Store) -> dict[str, tuple[str, str | None]]:
    return {word.decision.id: (word.decision.decision, word.decision.replacement) for word in store.words()}


ALARM = replace(ONE, decision="false-alarm", replacement=None)


def test_the_last_word_holds_and_the_history_has_all(store: Store) -> None:
    store.decide([ONE, TWO], "Eva")
    store.decide([ALARM], "Max")
    assert states(store) == {"f1": ("false-alarm", None), "f2": ("accept", "Ana Iglesias")}
    assert [(act.kind, act.by, act.at, len(act.decisions)) for act in store.history()] == [
        ("decide", "Eva", "2026-11-29T10:00:00Z", 2),
        ("decide", "Max", "2026-11-29T10:00:01Z", 1),
    ]
    (held,) = [word.decision for word in store.words() if word.decision.id == "f1"]
    assert (held.by, held.at) == ("Max", "2026-11-29T10:00:01Z")
    assert [word.decision for word in store.words(store.stamp() - 1)] == [held]
    assert store.words(store.stamp()) == []


def test_an_undo_takes_back_a_whole_act_and_gives_the_state_before(store: Store) -> None:
    store.decide([ONE], "Eva")
    store.decide([ALARM, TWO], "Eva")
    store.undo("Eva")
    assert states(store) == {"f1": ("accept", "Ana Iglesias"), "f2": (OPEN, None)}
    store.undo("Eva")
    assert states(store) == {"f1": (OPEN, None), "f2": (OPEN, None)}
    assert store.undo("Eva") == []
    assert [act.kind for act in store.history()] == ["decide", "decide", "undo", "undo"]


def test_everybody_takes_back_their_own_and_not_what_another_has_decided_since(store: Store) -> None:
    store.decide([ONE], "Eva")
    store.decide([TWO], "Max")
    assert [decision.id for decision in store.undo("Eva")] == ["f1"]
    store.decide([ONE], "Eva")
    store.decide([ALARM], "Max")
    assert store.undo("Eva") == []
    assert states(store)["f1"] == ("false-alarm", None)


def test_an_undo_in_some_files_leaves_the_others_alone(store: Store) -> None:
    store.decide([ONE], "Eva")
    store.decide([replace(TWO, path="b.md")], "Eva")
    assert [decision.path for decision in store.undo("Eva", ["a.md"])] == ["a.md"]
    assert store.undo("Eva", ["a.md"]) == []


def test_what_was_cleared_can_come_back(store: Store) -> None:
    store.decide([ONE], "Eva")
    store.decide([replace(ONE, decision=OPEN, replacement=None)], "Eva")
    assert [word.holds for word in store.words()] == [False]
    store.undo("Eva")
    assert states(store) == {"f1": ("accept", "Ana Iglesias")}


def test_a_decision_goes_with_its_finding_and_so_does_its_undo(store: Store) -> None:
    store.decide([ONE], "Eva")
    moved = replace(ONE, id="f9", fingerprint="f9")
    (word,) = store.words()
    for _ in range(2):  # another process has the same thought
        store.carry([(word, replace(word.decision, id="f9", fingerprint="f9"))])
    assert states(store) == {"f1": ("accept", "Ana Iglesias"), "f9": ("accept", "Ana Iglesias")}
    assert [word.decision.by for word in store.words()] == ["Eva", "Eva"]
    assert [word.decision.id for word in store.words() if word.holds] == ["f9"]
    store.undo("Eva")
    assert states(store) == {"f1": (OPEN, None), "f9": (OPEN, None)}
    store.decide([moved], "Eva")
    assert states(store)["f9"] == ("accept", "Ana Iglesias")


def test_what_is_in_the_copy_is_not_taken_back(store: Store) -> None:
    store.decide([ONE], "Eva")
    store.apply([ONE], "Eva")
    assert [word.applied for word in store.words()] == [True]
    assert store.undo("Eva") == []


_acts = st.lists(
    st.tuples(
        st.sampled_from(["Eva", "Max"]),
        st.sampled_from(["accept", "false-alarm", OPEN, "undo"]),
        st.sets(st.sampled_from(["f1", "f2", "f3"]), min_size=1),
    ),
    max_size=14,
)


@given(acts=_acts)
def test_undo_is_what_a_stack_for_each_finding_would_do(
    acts: list[tuple[str, str, set[str]]]
) -> None:
    """Against a model in plain Python: acts on a pile for each finding."""
    store = Store(":memory:")
    piles: dict[str, list[tuple[int, str]]] = {"f1": [], "f2": [], "f3": []}
    done: dict[str, list[tuple[int, set[str]]]] = {"Eva": [], "Max": []}
    for number, (by, what, names) in enumerate(acts):
        if what != "undo":
            texts = {name: replace(ONE, id=name, decision=what, replacement=None) for name in names}
            store.decide(texts.values(), by)
            done[by].append((number, names))
            for name in names:
                piles[name].append((number, what))
            continue
        store.undo(by)
        for act in reversed(done[by]):
            tops = [name for name in act[1] if piles[name] and piles[name][-1][0] == act[0]]
            if tops:
                done[by].remove(act)
                for name in tops:
                    piles[name].pop()
                break
    found = {word.decision.id: word.decision.decision for word in store.words()}
    assert found == {name: pile[-1][1] if pile else OPEN for name, pile in piles.items() if name in found}
    assert all(not pile for name, pile in piles.items() if name not in found)
    store.close()


def test_history_cannot_be_changed(store: Store, path: str) -> None:
    store.decide([ONE], "Eva")
    with sqlite3.connect(path) as other:
        statements = ("DELETE FROM words", "UPDATE words SET by = 'x'", "DELETE FROM acts", "UPDATE acts SET by = 'x'")
        for statement in statements:
            with pytest.raises(sqlite3.IntegrityError, match="history is only added to"):
                other.execute(statement)


def test_it_is_a_log_that_is_flushed(store: Store) -> None:
    connection = store._connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_file_that_another_process_is_making_is_waited_for(path: str) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.2, lambda: other.execute("COMMIT"))
    release.start()
    store = Store(path)
    release.join()
    other.close()
    store.decide([ONE], "Eva")
    assert len(store.history()) == 1
    store.close()


def _decide_many(path: str, by: str, number: int) -> None:
    store = Store(path)
    for each in range(number):
        store.decide([replace(ONE, id=f"{by}{each}"), replace(ONE, id="shared", replacement=f"{by}{each}")], by)
    store.close()


def test_two_processes_at_once_lose_nothing(path: str) -> None:
    number = 60
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_decide_many, args=(path, by, number)) for by in ("Eva", "Max")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    store = Store(path)
    found = states(store)
    assert {f"{by}{each}" for by in ("Eva", "Max") for each in range(number)} | {"shared"} == found.keys()
    assert found["shared"][1] in (f"Eva{number - 1}", f"Max{number - 1}")
    assert len(store.history()) == 2 * number
    store.close()


def test_an_older_file_is_brought_up_to_date(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(path)
    store.decide([ONE], "Eva")
    store.close()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, "ALTER TABLE acts ADD COLUMN desk TEXT;"))
    store = Store(path)
    assert states(store) == {"f1": ("accept", "Ana Iglesias")}
    assert "desk" in {row[1] for row in store._connection.execute("PRAGMA table_info(acts)")}
    store.close()
    monkeypatch.undo()
    with pytest.raises(MtqaError, match=r"was written by a newer mtqa \(version 2\); upgrade mtqa"):
        Store(path)


def test_an_upgrade_that_fails_changes_nothing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(path).close()
    monkeypatch.setattr(
        schema, "STEPS", (*schema.STEPS, "ALTER TABLE acts ADD COLUMN desk TEXT;\nALTER TABLE none ADD COLUMN x;")
    )
    with pytest.raises(MtqaError, match="no such table: none"):
        Store(path)
    monkeypatch.undo()
    Store(path).close()


def test_a_text_that_is_no_unicode(store: Store) -> None:
    with pytest.raises(MtqaError, match="a name or text in it is no Unicode"):
        store.decide([ONE, replace(ONE, path="caf\udce9.md")], "Eva")
    assert store.history() == []
    store.decide([ONE], "Eva")
    assert len(store.words()) == 1


def test_what_is_no_store(path: str) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(MtqaError, match="is no file of decisions; move it away"):
        Store(path)
    Path(path).write_text("SQLite, it is not." * 100)
    with pytest.raises(MtqaError, match="the decisions cannot be kept: file is not a database"):
        Store(path)
    with pytest.raises(MtqaError, match="cannot be kept: unable to open database file"):
        Store(f"{path}/in/it")


def test_the_project_is_where_decisions_are_or_the_settings_or_the_repository(tmp_path: Path) -> None:
    inside = tmp_path / "repo" / "copy"
    inside.mkdir(parents=True)
    (tmp_path / "repo" / ".git").mkdir()
    assert project_folder(str(inside)) == str(tmp_path / "repo")
    (inside / "mtqa.toml").touch()
    assert project_folder(str(inside)) == str(inside)
    made = store_path(str(tmp_path / "repo"), make=True)
    Store(made).close()
    assert project_folder(str(inside)) == str(tmp_path / "repo")
    assert (tmp_path / "repo" / ".mtqa_review" / ".gitignore").read_text() == "*\n"
    alone = tmp_path / "alone"
    alone.mkdir()
    if project_folder(str(tmp_path)) == str(tmp_path):  # unless the tests run inside of some project
        assert project_folder(str(alone)) == str(alone)
