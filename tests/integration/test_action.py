"""action.yml: held to GitHub's schema, and its own steps run on the example repository."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integration.conftest import BAD, ROOT, Shop

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXAMPLE = ROOT / "fixtures" / "editorial-repo"
GH = """\
#!/bin/sh
echo "$@" >>"$HOME/gh.log"
case "$*" in
  *--paginate*) cat "$HOME/comments" 2>/dev/null || true ;;
  *) exit "$GH_FAILS" ;;
esac
"""


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", EXAMPLE / ".github/workflows/copy.yml"),
        ("vendor.gitlab-ci", EXAMPLE / ".gitlab-ci.yml"),
    ],
)
def test_the_schemas_of_the_services(schema: str, path: Path) -> None:
    pytest.importorskip("check_jsonschema")
    options = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def expand(text: str, values: dict[str, str]) -> str:
    """The expressions of GitHub that we use: plain look-ups."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: values[match[1]], text)


class Run:
    """The composite action's steps that run something, one after the other, as the runner runs them."""

    def __init__(self, shop: Shop, event: str = "pull_request", gh_fails: int = 0, **inputs: str) -> None:
        self.shop = shop
        self.status: dict[str, int] = {}
        self.out = ""
        home = Path(shop.environment["HOME"])
        for name, text in (("gh", GH), ("python", '#!/bin/sh\necho "$@" >>"$HOME/python.log"\n')):
            (home / "bin" / name).write_text(text)
            (home / "bin" / name).chmod(0o755)
        values = {f"inputs.{name}": str(item["default"]) for name, item in ACTION["inputs"].items()}
        values |= {f"inputs.{name}": value for name, value in inputs.items()}
        values |= {"github.action_path": "/action", "github.event.pull_request.number": "7", "github.token": "t"}
        files = {name: str(home / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        base = {"GITHUB_BASE_REF": "main"} if event == "pull_request" else {}
        common = {**shop.environment, **files, **base, "GITHUB_REPOSITORY": "news/copy", "GH_FAILS": str(gh_fails)}
        for step in ACTION["runs"]["steps"]:
            if "run" not in step or (step["name"].startswith("Comment") and event != "pull_request"):
                continue
            environment = common | {name: expand(value, values) for name, value in step.get("env", {}).items()}
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(command, cwd=shop.path, env=environment, capture_output=True, text=True, check=False)
            self.status[step["name"]] = done.returncode
            self.out += done.stdout + done.stderr
            for line in (home / "GITHUB_OUTPUT").read_text().splitlines() if (home / "GITHUB_OUTPUT").exists() else ():
                name, _, value = line.partition("=")
                values[f"steps.{step.get('id')}.outputs.{name}"] = value
            if "id" in step:
                values.setdefault("steps.lint.outputs.sarif", "")

    def file(self, name: str) -> str:
        """What a file of the runner holds, empty where there is none."""
        path = Path(self.shop.environment["HOME"]) / name
        return path.read_text(encoding="utf-8") if path.exists() else ""


def test_a_pull_request_with_an_error(shop: Shop) -> None:
    shop.append("copy/world/harbour.md", BAD)
    shop.git("commit", "-q", "-a", "-m", "A story")
    run = Run(shop, paths="copy\n")
    assert run.status == {
        "Install mtqa": 0, "Check the copy": 0, "Comment on the pull request": 0, "Say how it went": 1,
    }  # fmt: skip
    assert run.file("python.log") == "-m pip install --quiet --constraint /action/constraints.txt /action\n"
    annotations = [line for line in run.out.splitlines() if line.startswith("::error ")]
    assert len(annotations) == 1
    assert "file=copy/world/harbour.md,line=13,endLine=13,col=24,endColumn=36::" in annotations[0]
    (log,) = json.loads(run.file("mtqa.sarif"))["runs"]
    assert [result["baselineState"] for result in log["results"]] == ["new"]
    assert run.file("GITHUB_STEP_SUMMARY").startswith("<!-- mtqa -->\n### mtqa: 1 error in 1 file\n")
    assert "--method POST repos/news/copy/issues/7/comments --field body=@" in run.file("gh.log")


def test_a_later_push_writes_over_the_comment(shop: Shop) -> None:
    (Path(shop.environment["HOME"]) / "comments").write_text("41\n42\n")
    run = Run(shop)
    assert run.status["Say how it went"] == 0
    assert "--method PATCH repos/news/copy/issues/comments/41 --field body=@" in run.file("gh.log")
    assert "### mtqa: nothing found in 0 files" in run.file("mtqa.md")


def test_without_findings_no_comment_is_begun(shop: Shop) -> None:
    assert "--method" not in Run(shop).file("gh.log")


def test_a_comment_that_may_not_be_written_fails_nothing(shop: Shop) -> None:
    shop.append("copy/world/harbour.md", BAD)
    run = Run(shop, gh_fails=1, fail="false")
    assert set(run.status.values()) == {0}
    assert "::notice title=mtqa::no comment could be written" in run.out


def test_a_push_checks_all_and_a_run_that_fails_fails_the_job(shop: Shop) -> None:
    run = Run(shop, event="push", paths="copy\nnone here.md", args="--select=NAM\n--min-severity=info\n", fail="false")
    assert run.status["Say how it went"] == 2
    assert "none here.md: cannot be read" in run.out
    (log,) = json.loads(run.file("mtqa.sarif"))["runs"]
    assert log["invocations"][0]["executionSuccessful"] is False
    assert len(log["results"]) == 3  # suppressed and known ones are marked, not dropped


def test_inputs_run_no_commands(shop: Shop) -> None:
    shop.git("checkout", "-q", "-B", "x")
    run = Run(shop, event="push", paths="$(touch pwned)\n`touch pwned`; touch pwned", args="")
    assert not (shop.path / "pwned").exists()
    assert run.status["Say how it went"] == 2
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert not any("${{" in script for script in scripts)


def test_the_script_for_gitlab(shop: Shop) -> None:
    job = yaml.safe_load((EXAMPLE / ".gitlab-ci.yml").read_text(encoding="utf-8"))["names"]
    shop.append("copy/world/harbour.md", BAD)
    shop.git("commit", "-q", "-a", "-m", "A story")
    script = "set -e\n" + "\n".join(job["script"])
    environment = {**shop.environment, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=shop.path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    (entry,) = json.loads((shop.path / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert entry["location"]["positions"]["begin"] == {"line": 13, "column": 24}
