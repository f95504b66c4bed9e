"""A key names all that a result depends on, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from mtqa.cache.inputs import AFTERWARDS, BY_CONTENT, CODE, MODULES, Inputs
from mtqa.config.settings import Settings
from mtqa.document.readers import Unread
from mtqa.errors import MtqaError
from tests.support.toy import toy

STORY = Unread("a.txt", "The mayor spoke.", "text", {})


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(gazetteer=toy().write(tmp_path_factory.mktemp("toy") / "toy.mtqg"), use_models=False)


def key(settings: Settings, unread: Unread = STORY) -> str:
    return Inputs().key(unread, settings)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: replace(s, as_of=date(2021, 1, 2)),
        lambda s: replace(s, select=("NAM",)),
        lambda s: replace(s, ignore=("NAM101",)),
        lambda s: replace(s, language="en-GB"),
        lambda s: replace(s, use_models=True),
        lambda s: replace(s, gazetteer=None),
    ],
)
def test_another_setting_is_another_key(settings: Settings, change: Callable[[Settings], Settings]) -> None:
    assert key(change(settings)) != key(settings) == key(settings)


def test_text_and_format(settings: Settings) -> None:
    texts = [Unread("a.txt", text, form, {}) for text in ("One.", "One", "O\ud800") for form in ("text", "html")]
    assert len({key(settings, text) for text in texts}) == 6
    assert key(settings, replace(STORY, path="b/c.md")) == key(settings)  # a renamed file is found again


def test_what_changes_no_result_changes_no_key(settings: Settings) -> None:
    other = replace(settings, min_confidence=0.5, threads=3, engine="ct2")
    assert key(other) == key(settings)
    by_name = replace(settings, select=("literal-name", "NAM102"))
    assert key(by_name) == key(replace(settings, select=("NAM102", "nam101")))


def test_every_setting_is_accounted_for() -> None:
    assert {item.name for item in fields(Settings)} >= AFTERWARDS | BY_CONTENT
    assert {item.name for item in fields(Settings)} - AFTERWARDS - BY_CONTENT == {"as_of", "language"}


def test_a_house_table(settings: Settings, tmp_path: Path) -> None:
    story = replace(STORY, path=str(tmp_path / "desk" / "a.txt"))
    looking = replace(settings, find_house=True)
    keys = [key(looking, story)]
    for content in ("english\nOne\n", "english\nTwo\n"):
        (tmp_path / "mtqa.gazetteer.csv").write_text(content)
        keys.append(key(looking, story))
    assert len(set(keys)) == 3
    assert key(settings, story) == key(settings)  # it is not looked for
    assert key(replace(settings, house=tmp_path / "mtqa.gazetteer.csv")) != key(settings)


def test_a_gazetteer_and_a_model_by_their_content(settings: Settings, tmp_path: Path) -> None:
    assert settings.gazetteer is not None
    copy = tmp_path / "other.mtqg"
    copy.write_bytes(settings.gazetteer.read_bytes())
    assert key(replace(settings, gazetteer=copy)) == key(settings)
    keys = []
    for content in (b"one", b"two"):
        (tmp_path / "model" / "ct2").mkdir(parents=True, exist_ok=True)
        (tmp_path / "model" / "ct2" / "model.bin").write_bytes(content * 9)
        keys.append(key(replace(settings, use_models=True, model=str(tmp_path / "model"))))
    assert len({*keys, key(settings)}) == 3


@pytest.mark.parametrize("change", [{"gazetteer": Path("none.mtqg")}, {"house": Path("none.csv")},
                                    {"use_models": True, "model": "nobody/nothing"}])  # fmt: skip
def test_without_an_input_there_is_no_key(settings: Settings, change: dict[str, object]) -> None:
    with pytest.raises((OSError, MtqaError)):
        key(replace(settings, **change))  # type: ignore[arg-type]


def test_all_code_that_a_lint_runs_is_in_the_key(settings: Settings) -> None:
    """Every module of ours that a lint brings in is in CODE or MODULES, or is known to change no result."""
    script = (
        "import sys; from pathlib import Path; from mtqa.config.settings import Settings\n"
        "from mtqa.document.readers import parse; from mtqa.linting import Linter\n"
        "linter = Linter(Settings(gazetteer=Path(sys.argv[1]), engine='ct2', find_house=True))\n"
        "for form in ('text', 'markdown', 'html'): linter.lint(parse('The Hill of Matej Oaks (OMS)', 'a', form))\n"
        "print(*(name for name in sys.modules if name.startswith('mtqa.')))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(settings.gazetteer)], capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "mtqa.detection.article" in loaded, done.stderr
    outside = {"mtqa.atomic", "mtqa.errors", "mtqa.config", "mtqa.config.settings", "mtqa.config.selection"}
    code = {f"mtqa.{Path(name).stem}" for name in MODULES}
    assert {name for name in loaded if name.split(".")[1] not in CODE} - code <= outside
