"""``--since``, ``--staged`` and ``--diff -``: the part of the copy that has changed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from mtqa.errors import MtqaError
from mtqa.vcs.changes import Changes, changes_in, whole
from mtqa.vcs.git import Git


@dataclass(frozen=True, slots=True)
class Part:
    """What has changed, and the repository to read it from when it is the staged content."""

    changes: Changes
    staged: Git | None = None


def changed_part(paths: Sequence[str], since: str | None, staged: bool, diff: bool) -> Part:
    """The part that the options ask for. ``diff``: a unified diff stands on standard input.

    Raises MtqaError.
    """
    asked = [
        name for name, given in (("--since", since is not None), ("--staged", staged), ("--diff -", diff)) if given
    ]
    if len(asked) > 1:
        raise click.UsageError(f"{' and '.join(asked)} exclude each other")
    if "-" in paths:
        raise click.UsageError(f"{asked[0]} asks what has changed; standard input (-) has no earlier state")
    if diff:
        return Part(_of_stdin())
    git = Git()
    if staged:
        return Part(changes_in(git.staged(paths), [git.top], "git diff"), git)
    assert since is not None
    changed = changes_in(git.since(since, paths), [git.top], "git diff")
    return Part(changed | whole(git.untracked(paths)))


def _of_stdin() -> Changes:
    if sys.stdin is None:
        raise MtqaError("--diff -: there is no standard input to read the diff from")
    try:
        folders = [Git().top, "."]
    except MtqaError:
        folders = ["."]
    return changes_in(sys.stdin.buffer.read(), folders, "--diff -")
