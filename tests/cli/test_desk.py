"""The desk of a review: as ``mtqa lint`` would have it, one file at a time, again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa.cli.desk import LintDesk
from mtqa.cli.files import Source
from mtqa.config.discovery import Configs
from mtqa.errors import MtqaError
from mtqa.output import Style
from mtqa.review.source.discovery import Sources

BAD = "The mayor, Ana Churches, spoke. Maybe.\n"


@pytest.fixture
def desk(mtqa: Callable[..., Any]) -> LintDesk:
    Path("a.txt").write_text(BAD)
    sources = [Source("a.txt"), Source("b.txt")]
    return LintDesk(Configs(isolated=True), Style(), "known.json", sources, Sources(None, [], []))


@pytest.fixture(autouse=True)
def known(mtqa: Callable[..., Any]) -> None:
    Path("none.txt").write_text("It rained.\n")
    assert mtqa("baseline", "create", "none.txt", "--baseline", "known.json").status == 0


def test_mild_findings_and_known_ones_are_left_out(desk: LintDesk, mtqa: Callable[..., Any]) -> None:
    (result,) = desk.lint("a.txt")
    assert [finding.text for finding in result.findings] == ["Ana Churches"]  # and not the hint
    mtqa("baseline", "create", "a.txt", "--baseline", "known.json", "--force")
    (result,) = desk.lint("a.txt")  # the baseline as it is now
    assert ([*result.findings], [hidden.how for hidden in result.hidden]) == ([], ["baseline"])


def test_what_the_results_depend_on(desk: LintDesk) -> None:
    assert desk.beside("a.txt") == ["known.json", "a.txt.mtqa.toml"]
    Path("a.es.txt").write_text("Habló la alcaldesa.\n")
    assert desk.beside("a.txt") == ["known.json", "a.txt.mtqa.toml", "a.es.txt"]


def test_the_same_problem_is_told_each_time(desk: LintDesk) -> None:
    for _ in range(2):
        with pytest.raises(MtqaError, match=r"b\.txt: cannot be read: No such file"):
            desk.lint("b.txt")
    Path("b.txt").write_text(BAD)
    assert len(desk.lint("b.txt")) == 1


def test_a_sidecar_at_fault_is_a_second_result(desk: LintDesk) -> None:
    Path("a.txt.mtqa.toml").write_text('[[ignore]]\ntext = "Nobody"\nreason = "none"\n')
    assert [result.document.path for result in desk.lint("a.txt")] == ["a.txt", "a.txt.mtqa.toml"]
