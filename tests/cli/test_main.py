from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
import pytest

from mtqa import __version__
from mtqa.cli.main import COMMANDS, cli, run
from mtqa.config.catalogue import all_rules
from mtqa.rules import RULES

Mtqa = Callable[..., Any]


def test_help_lists_every_command(mtqa: Mtqa) -> None:
    outcome = mtqa("--help")
    assert outcome.status == 0
    assert all(f"  {name} " in outcome.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_says_what_the_list_says(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    first_line = (command.help or "").strip().splitlines()[0]
    assert COMMANDS[name][1].rstrip(".").split(":")[0].split(".")[0] in first_line.replace("  ", " ")


def test_version(mtqa: Mtqa) -> None:
    assert mtqa("--version").out == f"mtqa, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [(("lnit",), "Did you mean 'lint'?"), (("nothing",), "mtqa --help"), (("--nope",), "No such option")],
)
def test_unknown_command_or_option(mtqa: Mtqa, arguments: tuple[str, ...], needle: str) -> None:
    outcome = mtqa(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert needle in outcome.err


def test_a_file_where_a_command_should_be(mtqa: Mtqa) -> None:
    with open("story.txt", "w") as file:
        file.write("x")
    assert "To check a file: mtqa lint story.txt" in mtqa("story.txt").err


def test_rules_lists_every_rule(mtqa: Mtqa) -> None:
    lines = mtqa("rules").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in all_rules()]
    assert all(rule.summary in line for rule, line in zip(all_rules(), lines, strict=True))


def test_explain_by_code_name_and_prefix(mtqa: Mtqa) -> None:
    rule = RULES[0]
    for call in (rule.code, rule.name, rule.code.lower()):
        out = mtqa("explain", call).out
        assert out.startswith(f"# {rule.name} ({rule.code})\n")
        assert rule.documentation in out
    assert mtqa("explain", rule.code[:3]).out.count("\n## Fix safety\n") >= 1


def test_explain_unknown(mtqa: Mtqa) -> None:
    outcome = mtqa("explain", "literal-names")
    assert (outcome.status, outcome.out) == (2, "")
    assert "did you mean literal-name?" in outcome.err


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (RuntimeError("odd\nthing"), 2, "internal error: RuntimeError: odd thing"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 2, ""),
    ],
)
def test_whatever_happens_is_one_line_at_most(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    said: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("mtqa.cli.main.cli.invoke", fail)
    monkeypatch.delenv("MTQA_DEBUG", raising=False)
    monkeypatch.setattr("mtqa.cli.main._drop_stdout", lambda: None)
    assert run(["lint"]) == status
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == bool(said) or isinstance(error, KeyboardInterrupt)
