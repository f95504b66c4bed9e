"""The whole output of every format, held to a file each. MTQA_UPDATE_SNAPSHOTS=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mtqa import __version__
from mtqa.output import FORMATS, Report, Style, formatter

FOLDER = Path(__file__).parent / "snapshots"


@pytest.mark.usefixtures("one_rule")
@pytest.mark.parametrize("kind", ["report", "awkward"])
@pytest.mark.parametrize("form", FORMATS)
def test_whole_output(form: str, kind: str, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(kind)
    out = "".join(formatter(form, Style(width=56)).render(report)).replace(f'"{__version__}"', '"VERSION"')
    path = FOLDER / f"{kind}.{form}"
    if os.environ.get("MTQA_UPDATE_SNAPSHOTS"):
        path.write_text(out, encoding="utf-8", newline="")
    assert out == path.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{kind}.{form}" for kind in ("report", "awkward") for form in FORMATS
    }
