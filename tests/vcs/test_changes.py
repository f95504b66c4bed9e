"""From a unified diff to changed lines."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.vcs.changes import Changes, changes_in


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(diff: str, folder: Path) -> dict[str, list[int] | None]:
    found = changes_in(diff.encode(), [str(folder)], "diff").lines
    return {
        str(Path(path).relative_to(folder.resolve())): None if value is None else sorted(value)
        for path, value in found.items()
    }


GIT = """\
diff --git a/a.md b/a.md
index 1..2 100644
--- a/a.md
+++ b/a.md
@@ -2 +2,2 @@ heading
-old
+new
+and more
@@ -9,2 +9,0 @@
-gone
-gone
diff --git a/new.md b/new.md
new file mode 100644
--- /dev/null
+++ b/new.md
@@ -0,0 +1,2 @@
+one
+two
\\ No newline at end of file
diff --git a/gone.md b/gone.md
deleted file mode 100644
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-one
diff --git a/old name.md b/new name.md
similarity index 90%
rename from old name.md
rename to new name.md
--- a/old name.md\t
+++ b/new name.md\t
@@ -3 +3 @@
-x
+y
diff --git a/wide.txt b/wide.txt
Binary files a/wide.txt and b/wide.txt differ
diff --git "a/espa\\303\\261a \\"x\\".md" "b/espa\\303\\261a \\"x\\".md"
--- "a/espa\\303\\261a \\"x\\".md"
+++ "b/espa\\303\\261a \\"x\\".md"
@@ -1 +1 @@
-x
+y
"""


def test_what_git_writes(folder: Path) -> None:
    assert lines(GIT, folder) == {
        "a.md": [2, 3],
        "new.md": [1, 2],
        "new name.md": [3],
        "wide.txt": None,
        'españa "x".md': [1],
    }


def test_a_plain_diff_with_context_and_crlf(folder: Path) -> None:
    diff = "--- a.md\t2026-01-01\n+++ a.md\t2026-01-02\n@@ -1,3 +1,3 @@\n one\r\n-two\r\n+zwei\u2028\x0c\r\n three\r\n"
    assert lines(diff, folder) == {"a.md": [2]}


LONG = "The mayor, Ana Churches, spoke in Lima on Friday."


def test_a_moved_line_is_no_change(folder: Path) -> None:
    """Within a file or between files; short lines may stand anywhere, and a second copy is new."""
    diff = (
        f"--- a/a.md\n+++ b/a.md\n@@ -1,2 +0,0 @@\n-{LONG}\n-It rained.\n@@ -9 +7,4 @@\n-x\n+{LONG}\n+It rained.\n"
        f"+{LONG}\n+{LONG} Again.\n--- a/b.md\n+++ b/b.md\n@@ -3 +2,0 @@\n-{LONG[4:]}\n"
        f"--- a/c.md\n+++ b/c.md\n@@ -0,0 +5 @@\n+{LONG[4:]}\n"
    )
    assert lines(diff, folder) == {"a.md": [8, 9, 10], "b.md": [], "c.md": []}


@given(
    st.lists(st.sampled_from("abcdñ\x0c"), max_size=8),
    st.lists(st.sampled_from("abcdñ\x0c"), max_size=8),
    st.integers(0, 3),
)
def test_as_difflib_says(before: list[str], after: list[str], context: int) -> None:
    diff = "\n".join(difflib.unified_diff(before, after, "a.md", "a.md", lineterm="", n=context))
    expected = set()
    for tag, _, _, start, end in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if tag in ("replace", "insert"):
            expected |= set(range(start + 1, end + 1))
    found = changes_in(diff.encode(), ["."], "diff").lines
    assert set().union(*(value or () for value in found.values())) == expected


@pytest.mark.parametrize(
    "text", ["nonsense", "--- a\n+++ b\n@@ -1,5 +1,5 @@\n+x\n", "+++ b/a.md\n@@ -1 +1 @@\n-x\n+y\n"]
)
def test_what_is_no_diff_is_told(text: str) -> None:
    with pytest.raises(MtqaError, match="--diff -: is no unified diff"):
        changes_in(text.encode(), ["."], "--diff -")


def test_no_diff_is_no_change() -> None:
    assert changes_in(b"", ["."], "diff").lines == {}


def test_a_path_counts_from_where_it_exists(folder: Path) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text("x")
    diff = b"--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x\n+y\n"
    (path,) = changes_in(diff, [str(folder), str(folder / "desk")], "diff").lines
    assert Path(path) == (folder / "desk" / "a.md").resolve()


@pytest.mark.parametrize(
    ("text", "touched"),
    [("one\nAna two\nthree", True), ("Ana\none\ntwo", False), ("one\rAna\r\nAna", False), ("one\nx Ana\n", True)],
)
def test_lines_are_those_of_git(text: str, touched: bool) -> None:
    start = text.index("Ana")
    changes = Changes({str(Path("a.md").resolve()): frozenset({2})})
    assert changes.touch(Document("a.md", text, ()), start, start + 3) is touched


def test_a_span_over_two_lines_is_touched_by_either() -> None:
    document = Document("a.md", "the Ana\nChurches\nspoke", ())
    for line, touched in ((1, True), (2, True), (3, False)):
        assert Changes({str(Path("a.md").resolve()): frozenset({line})}).touch(document, 4, 16) is touched
    assert not Changes({}).touch(document, 4, 16)
