"""A session: decisions on the stories as they are on disk, while others decide, too, and the files change."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.findings import Finding
from mtqa.output import FileResult
from mtqa.review.live.session import Session
from mtqa.review.live.verdicts import RefusedError
from mtqa.review.live.writing import preview, write
from tests.support.desk import TableDesk, open_session

STORY = "# News\n\nThe mayor, Ana Churches, spoke with Leo Stones.\n\nAna Churches left. Later Ana Churches came.\n"
Open = Callable[..., Session]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    (tmp_path / "a.md").write_text(STORY)
    (tmp_path / "b.md").write_text("Leo Stones was there.\n")

    def make(*paths: str, **options: Any) -> Session:
        return open_session(tmp_path, *(paths or ("a.md", "b.md")), **options)

    return make


def keys(session: Session, text: str = "") -> list[str]:
    return [key for article in session._articles for key, each in article.findings.items() if text in each["text"]]


def states(session: Session) -> list[str | None]:
    decisions = session.decisions()
    return [decisions[key]["decision"] if key in decisions else None for key in keys(session)]


def test_stories_appear_as_they_are_linted(opened: Open) -> None:
    session = opened(look=False)
    assert (session.state(0)["pending"], session.state(0)["data"]["articles"]) == (2, [])
    session.look()
    state = session.state(1)
    assert [article["title"] for article in state["data"]["articles"]] == ["News", "Leo Stones was there."]
    assert [article["id"] for article in state["data"]["articles"]] == ["a1", "a2"]
    assert (state["pending"], state["changed"], len(state["data"]["findings"])) == (0, True, 5)
    assert session.state(state["revision"]) == {
        "revision": state["revision"], "changed": False, "pending": 0, "data": None, "decisions": None,
    }  # fmt: skip


def test_decisions_are_stored_and_shown(opened: Open) -> None:
    session = opened()
    before = session.revision
    decided = session.decide(keys(session, "Ana"), "accept", None, "", "Eva")
    assert {(each["decision"], each["replacement"], each["by"]) for each in decided.values() if each} == {
        ("accept", "Ana Iglesias", "Eva")
    }
    assert session.revision > before
    session.decide(keys(session, "Leo")[:1], "false-alarm", None, "his name", "Max")
    assert states(session) == ["accept", "false-alarm", "accept", "accept", None]
    again = opened()  # another run of the server
    assert states(again) == states(session)


def test_the_second_suggestion_of_one_and_the_own_first_of_others(opened: Open) -> None:
    session = opened()
    decided = session.decide(keys(session)[:2], "accept", "Ana Iglesia", "", "Eva")
    assert [each["replacement"] for each in decided.values() if each] == ["Ana Iglesia", "Leo Piedras"]


@pytest.mark.parametrize(
    ("decision", "replacement", "message"),
    [
        ("accept", "Ana Torres", "'Ana Torres' is no suggestion for “Ana Churches”; edit it"),
        ("edit", None, "edit has no replacement"),
        ("edit", "a\nb", "replacement holds a line break or another control character"),
        ("maybe", None, "decision is 'maybe', not one of accept, false-alarm, edit"),
        ("open", None, "decision is 'open', not one of accept, false-alarm, edit"),
    ],
)
def test_what_cannot_be_decided(opened: Open, decision: str, replacement: str | None, message: str) -> None:
    session = opened()
    with pytest.raises(RefusedError) as error:
        session.decide(keys(session)[:1], decision, replacement, "", "Eva")
    assert str(error.value) == message
    assert session.store.words() == []


def test_a_finding_that_is_gone_is_refused_and_nothing_of_the_act_done(opened: Open) -> None:
    session = opened()
    with pytest.raises(RefusedError, match="the story has changed; look again"):
        session.decide([keys(session)[0], "a.md#nothing"], "accept", None, "", "Eva")
    assert session.store.words() == []


def test_clearing_and_undo(opened: Open) -> None:
    session = opened()
    first = keys(session)[:1]
    session.decide(first, "accept", None, "", "Eva")
    assert session.decide(first, None, None, "", "Eva") == {first[0]: None}
    undone = session.undo("Eva")[first[0]]
    assert undone is not None
    assert undone["decision"] == "accept"
    assert session.undo("Eva") == {first[0]: None}
    assert session.undo("Eva") == {}


def test_two_sessions_on_one_project_converge(opened: Open) -> None:
    one, other = opened(), opened()
    seen = other.state(0)["revision"]
    one.decide(keys(one)[:1], "accept", None, "", "Eva")
    state = other.state(seen)
    assert [each["by"] for each in state["decisions"].values()] == ["Eva"]
    assert state["data"] is None
    assert len(other.state(0)["data"]["decisions"]) == 1
    assert not other.state(state["revision"])["changed"]


def test_decisions_stay_with_findings_when_the_file_changes(opened: Open, tmp_path: Path) -> None:
    session = opened()
    session.decide(keys(session)[:1], "accept", None, "", "Eva")
    session.decide(keys(session, "Leo")[:1], "false-alarm", None, "", "Max")
    revision = session.revision
    edited = STORY.replace("The mayor, Ana", "The old mayor, Ana")
    (tmp_path / "a.md").write_text(f"# News\n\nA new paragraph.\n{edited}")
    session.look()
    assert session.revision > revision
    assert states(session) == ["accept", "false-alarm", None, None, None]
    assert [word.decision.by for word in session.store.words() if word.holds] == ["Max", "Eva"]
    assert len(session.undo("Eva")) == 1  # her act, though the finding has another name now
    assert states(session) == [None, "false-alarm", None, None, None]


def test_a_decision_serves_one_finding(opened: Open, tmp_path: Path) -> None:
    session = opened("b.md")
    session.decide(keys(session), "false-alarm", None, "", "Eva")
    (tmp_path / "b.md").write_text("Today Leo Stones was here, and another Leo Stones was there.\n")
    session.look()
    assert states(session) == ["false-alarm", None]
    session.look()
    (tmp_path / "b.md").write_text("Today Leo Stones was here, and another Leo Stones was there, and Leo Stones.\n")
    session.look()
    assert states(session).count("false-alarm") == 1


def test_decisions_go_with_a_file_that_is_renamed(opened: Open, tmp_path: Path) -> None:
    session = opened()
    session.decide(keys(session)[:1], "accept", None, "", "Eva")
    (tmp_path / "a.md").rename(tmp_path / "c.md")
    assert states(opened("c.md", "b.md"))[0] == "accept"


def test_a_file_that_goes_and_comes_back(opened: Open, tmp_path: Path) -> None:
    session = opened()
    session.decide(keys(session)[:1], "accept", None, "", "Eva")
    (tmp_path / "a.md").unlink()
    session.look()
    data = session.data()
    assert [article["id"] for article in data["articles"]] == ["a2"]
    assert data["problems"] == [f"{tmp_path}/a.md: cannot be read: No such file or directory"]
    session.look()
    assert len(session.desk.linted) == 3  # type: ignore[attr-defined]
    (tmp_path / "a.md").write_text(STORY)
    session.look()
    assert session.data()["problems"] == []
    assert states(session)[0] == "accept"


def test_files_that_are_added_join_the_queue(opened: Open, tmp_path: Path) -> None:
    session = opened("a.md")
    session._find = lambda: [str(path) for path in sorted(tmp_path.glob("*.md"))]
    (tmp_path / "0.md").write_text("Today Leo Stones came.\n")
    assert session.pending == 0
    session.search()
    assert session.pending == 2
    session.look()
    assert [Path(article["path"]).name for article in session.data()["articles"]] == ["a.md", "0.md", "b.md"]
    session.search()
    assert session.pending == 0


def test_a_file_that_cannot_be_checked_is_told_and_the_others_shown(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("BROKEN\n")
    session = opened()
    assert session.data()["problems"] == [f"{tmp_path}/a.md: cannot be checked"]
    assert len(keys(session)) == 1


def test_only_what_has_changed_is_linted_again(opened: Open, tmp_path: Path) -> None:
    desk = TableDesk()
    session = opened(desk=desk)
    assert not session.look()
    os.utime(tmp_path / "a.md")
    assert not session.look()  # touched, but the same
    assert len(desk.linted) == 2
    (tmp_path / "a.md").write_text(STORY + "More.\n")
    assert session.look()
    assert [Path(path).name for path in desk.linted] == ["a.md", "b.md", "a.md"]
    (tmp_path / "b.md.beside").touch()
    assert session.look()
    assert not session.look()
    assert [Path(path).name for path in desk.linted[3:]] == ["b.md"]


def test_the_copy_is_written_when_it_is_the_one_that_was_shown(opened: Open, tmp_path: Path) -> None:
    session = opened()
    session.decide(keys(session), "accept", None, "", "Eva")
    path = f"{tmp_path}/a.md"
    shown = preview(session, path)
    assert (shown.count, shown.skipped) == (4, [])
    line = "The mayor, Ana Churches, spoke with Leo Stones.\n"
    assert f"-{line}+{line.replace('Churches', 'Iglesias').replace('Stones', 'Piedras')}" in shown.diff
    assert (shown.changes[1].line, shown.changes[1].removed, shown.changes[1].added) == (3, "Leo Stones", "Leo Piedras")
    assert (shown.changes[1].before, shown.changes[1].after) == ("The mayor, Ana Churches, spoke with ", ".")
    assert (tmp_path / "a.md").read_text() == STORY
    assert write(session, path, shown.digest, "Eva") == 4
    assert (tmp_path / "a.md").read_text() == STORY.replace("Churches", "Iglesias").replace("Stones", "Piedras")
    assert [len(article.findings) for article in session._articles] == [0, 1]
    assert session.undo("Eva") != {}  # b.md is not written
    assert session.undo("Eva") == {}
    assert preview(session, path).diff == ""
    assert [applied for _, applied in session.exported()] == [True] * 4


def test_a_file_that_has_changed_is_not_written(opened: Open, tmp_path: Path) -> None:
    session = opened()
    session.decide(keys(session), "accept", None, "", "Eva")
    path = f"{tmp_path}/a.md"
    digest = preview(session, path).digest
    changed = STORY.replace("left", "went")
    (tmp_path / "a.md").write_text(changed)
    with pytest.raises(RefusedError, match="not written: it has changed since it was shown") as error:
        write(session, path, digest, "Eva")
    assert error.value.changed
    assert (tmp_path / "a.md").read_text() == changed
    shown = preview(session, path)  # not linted yet, but found all the same
    assert write(session, path, shown.digest, "Eva") == 4
    assert (tmp_path / "a.md").read_text() == changed.replace("Churches", "Iglesias").replace("Stones", "Piedras")


def test_a_file_that_became_a_link_is_not_written(opened: Open, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text(STORY)
    session = opened()
    session.decide(keys(session), "accept", None, "", "Eva")
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").symlink_to(outside)
    with pytest.raises(RefusedError, match="leads to another file than when it was opened"):
        preview(session, f"{tmp_path}/a.md")
    assert outside.read_text() == STORY


@pytest.mark.parametrize("path", ["../a.md", "c.md", "/etc/passwd", "", "b.md/../a.md", "a.md\0"])
def test_only_opened_files(opened: Open, path: str) -> None:
    session = opened()
    with pytest.raises(RefusedError, match="is not one of the files that were opened"):
        preview(session, path)


def test_deciding_goes_on_while_a_story_is_linted(opened: Open, tmp_path: Path) -> None:
    class SlowDesk(TableDesk):
        slow = threading.Event()
        waiting = threading.Event()

        def lint(self, path: str) -> Any:
            if self.slow.is_set():
                self.waiting.set()
                time.sleep(0.5)
            return super().lint(path)

    desk = SlowDesk()
    session = opened(desk=desk)
    desk.slow.set()
    (tmp_path / "b.md").write_text("Leo Stones and Leo Stones.\n")
    looking = threading.Thread(target=session.look)
    looking.start()
    assert desk.waiting.wait(5)
    session.decide(keys(session)[:1], "accept", None, "", "Eva")
    assert looking.is_alive()
    looking.join()
    assert states(session) == ["accept", None, None, None, None, None]


def test_a_store_that_fails_says_so_and_nothing_is_taken_for_decided(opened: Open) -> None:
    session = opened()
    session.store.close()
    with pytest.raises(MtqaError, match="the decisions cannot be kept"):
        session.decide(keys(session)[:1], "accept", None, "", "Eva")


def test_a_sidecar_at_fault_is_a_story_beside_its_own(opened: Open, tmp_path: Path) -> None:
    class SidecarDesk(TableDesk):
        def lint(self, path: str) -> Any:
            sidecar = Document(f"{path}.mtqa.toml", "Ana Churches\n", ())
            found = Finding("SUP101", "unused-suppression", "warning", 1.0, "unused", 0, 3, 1, 1, "Ana", ("",))
            return [*super().lint(path), FileResult(sidecar, (found,))]

    session = opened("b.md", desk=SidecarDesk())
    assert [article["id"] for article in session.data()["articles"]] == ["a1", "a1-1"]
    session.decide(keys(session), "accept", None, "", "Eva")
    assert states(session) == ["accept", "accept"]
    assert sorted(word.decision.path for word in session.store.words()) == ["b.md", "b.md.mtqa.toml"]
    assert preview(session, f"{tmp_path}/b.md").count == 1
    with pytest.raises(RefusedError, match="is not one of the files that were opened"):
        preview(session, f"{tmp_path}/b.md.mtqa.toml")
    assert len(session.undo("Eva")) == 2
