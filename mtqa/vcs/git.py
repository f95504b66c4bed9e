"""Questions to git, asked of the command itself: what it says is what the newsroom sees."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from mtqa.errors import MtqaError

_DIFF = (
    "-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false",
    "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--diff-filter=d",
    "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip


class Git:
    """The repository that the working folder lies in. Raises MtqaError where there is none, or no git."""

    def __init__(self) -> None:
        self.top = os.fsdecode(self._run("rev-parse", "--show-toplevel")).rstrip("\n")

    def since(self, revision: str, paths: Sequence[str]) -> bytes:
        """The unified diff from where HEAD left ``revision`` (the merge base) to the working tree."""
        return self._run(*_DIFF, self._merge_base(revision), "--", *paths)

    def staged(self, paths: Sequence[str]) -> bytes:
        """The unified diff of what is staged."""
        return self._run(*_DIFF, "--cached", "--", *paths)

    def untracked(self, paths: Sequence[str]) -> list[str]:
        """Files that git does not know and does not ignore, absolute."""
        listed = self._run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", *paths)
        return [os.path.join(self.top, os.fsdecode(name)) for name in listed.split(b"\0") if name]

    def staged_content(self, path: str) -> bytes:
        """What is staged of a file (an absolute path)."""
        return self._run("cat-file", "blob", f":{os.path.relpath(path, self.top).replace(os.sep, '/')}")

    def _merge_base(self, revision: str) -> str:
        known = (
            None
            if revision.startswith("-")
            else self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        )
        if not known:
            raise MtqaError(self._missing(revision))
        base = self._try("merge-base", known, "HEAD")
        if not base:
            more = "; the clone is shallow: fetch more with git fetch --unshallow" if self._is_shallow() else ""
            raise MtqaError(f"{revision} and the present commit have no common ancestor{more}")
        return base

    def _missing(self, revision: str) -> str:
        if self._is_shallow():
            return (
                f"{revision}: this shallow clone lacks the revision; fetch it (git fetch --unshallow; with "
                "actions/checkout: fetch-depth: 0)"
            )
        return f"{revision}: git knows no such revision; name a branch, a tag or a commit"

    def _is_shallow(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository") == "true"

    def _try(self, *arguments: str) -> str:
        """What git says, empty where it fails."""
        done = _git(arguments)
        return os.fsdecode(done.stdout).strip() if done.returncode == 0 else ""

    def _run(self, *arguments: str) -> bytes:
        done = _git(arguments)
        if done.returncode:
            lines = os.fsdecode(done.stderr).strip().splitlines() or ["it failed"]
            raise MtqaError(f"git: {lines[0].removeprefix('fatal: ').removeprefix('error: ')}")
        return done.stdout


def _git(arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        command = ["git", "--literal-pathspecs", *arguments]
        return subprocess.run(command, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise MtqaError("git: is not installed, and what has changed is asked of it") from None
    except (OSError, ValueError) as error:
        raise MtqaError(f"git: cannot be run: {error}") from None
