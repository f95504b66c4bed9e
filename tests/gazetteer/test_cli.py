"""``mtqa gazetteer`` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from mtqa.cli.gazetteer import gazetteer
from mtqa.errors import MtqaError
from mtqa.gazetteer.build.pipeline import BuildReport

Built = tuple[Path, BuildReport]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(gazetteer, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_lookup_says_offices_and_mistranslations(built: Built) -> None:
    output = run("lookup", "Marta Piedra", "--gazetteer", str(built[0]))
    assert "prime minister, ES: 2018-06" in output
    assert "may be mistranslated as: Marta Stone" in output
    assert "in English: stone" in output


def test_lookup_by_mistranslation_as_json(built: Built) -> None:
    data = json.loads(run("lookup", "The Lighthouse", "--json", "--gazetteer", str(built[0])))
    (match,) = [match for match in data["matches"] if match["how"] == "expected-mistranslation"]
    assert match["entity"]["english"] == "El Faro" and match["entity"]["keep_original"]


def test_lookup_of_nothing(built: Built) -> None:
    assert "no entity" in run("lookup", "Xyzzy Plugh", "--gazetteer", str(built[0]))


def test_info_counts(built: Built) -> None:
    data = json.loads(run("info", "--json", "--gazetteer", str(built[0])))
    assert data["entities"] == sum(data["kinds"].values()) and data["signature"].startswith("gazetteer:")
    assert "curated_orgs" in run("info", "--gazetteer", str(built[0]))


def test_check_passes(built: Built) -> None:
    assert "nothing wrong" in run("check", "--gazetteer", str(built[0]))


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(gazetteer, ["info", "--gazetteer", str(tmp_path / "none.mtqg")])
    assert isinstance(result.exception, MtqaError)


def test_lookup_traces_facts_to_rows_of_tables(built: Built) -> None:
    output = run("lookup", "Lukasz Kowal", "--trace", "--gazetteer", str(built[0]))
    assert "Lukasz Kowal (curated_tenures/curated_tenures.csv:3)" in output
    assert "Łukasz Kowal (every_politician_office_holders/all_holders.csv:2)" in output
    assert "president, PL: 2015-08 – 2020-08 (curated_tenures/curated_tenures.csv:3)" in output
