"""axe-core, which judges how accessible a page is: fetched from the npm registry once, into the build folder."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.support.browser import Browser

VERSION = "4.14.1"
_FOLDER = Path(__file__).resolve().parents[2] / "build" / f"axe-core-{VERSION}"
_MEMBER = "package/axe.min.js"
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (results) => done(results.violations.map((each) => ({
    id: each.id, help: each.help, nodes: each.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`),
  }))),
  (error) => done([{id: "error", help: String(error), nodes: []}]),
);
"""


def axe_source() -> str:
    """The script; skips the test where it is not here and npm cannot fetch it."""
    script = _FOLDER / _MEMBER
    if not script.exists():
        _fetch()
    return script.read_text(encoding="utf-8")


def violations(browser: Browser, source: str) -> list[str]:
    """What axe finds wrong in the page as it stands: best practices too, a line each."""
    if not browser.run("return 'axe' in window"):
        browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": source})
    found = browser.driver.execute_async_script(_RUN)
    return [f"{each['id']}: {each['help']}: {node}" for each in found for node in each["nodes"] or [""]]


def _fetch() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: axe-core cannot be fetched")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", f"axe-core@{VERSION}", "--silent", "--pack-destination", str(_FOLDER)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    except subprocess.TimeoutExpired:
        pytest.skip("the npm registry does not answer: axe-core cannot be fetched")
    archive = _FOLDER / f"axe-core-{VERSION}.tgz"
    if done.returncode or not archive.exists():
        pytest.skip(f"npm cannot fetch axe-core: {(done.stderr or done.stdout).strip()[-200:]}")
    with tarfile.open(archive) as files:
        member = files.extractfile(_MEMBER)
        assert member is not None
        content = member.read()
    (_FOLDER / _MEMBER).parent.mkdir(exist_ok=True)
    (_FOLDER / _MEMBER).write_bytes(content)
