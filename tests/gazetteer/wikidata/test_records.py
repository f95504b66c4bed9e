"""From a dump to records."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.gazetteer import Name, Tenure
from mtqa.gazetteer.build.record import Record
from mtqa.gazetteer.build.wikidata.classes import Classes, kind_of
from mtqa.gazetteer.build.wikidata.item import Limits, extract
from mtqa.gazetteer.build.wikidata.records import Refused, records, weight_of
from mtqa.gazetteer.build.wikidata.scan import Options, scan

from .dumps import dump_bytes, instance, item, lines, office, write_dump

Found = tuple[dict[str, Record], Refused]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    folder = tmp_path_factory.mktemp("wikidata")
    state = scan(write_dump(folder / "dump.json.gz"), Options(folder / "work", jobs=0), lambda text: None)
    refused = Refused()
    return {record.qid: record for record in records(folder / "work", state, refused)}, refused


def test_what_is_kept_and_what_is_not(found: Found) -> None:
    assert sorted(found[0]) == [
        "Q214", "Q29",
        "Q910001", "Q910002", "Q910003", "Q910005", "Q910008", "Q920001", "Q920002", "Q920004", "Q920007",
    ]  # fmt: skip
    assert found[1].reasons == {"no kind that the gazetteer has": 1, "no name in Latin letters": 1}


def test_an_office_with_its_country_and_dates(found: Found) -> None:
    record = found[0]["Q910001"]
    # The ministry ended on an unknown day: it must not be taken for open.
    assert record.tenures == [Tenure("president", "SK", "2014-06-15", "2019-06-15", "wikidata")]
    assert (record.kind, record.country, record.weight) == ("person", "SK", weight_of(40))
    assert record.names == [Name("Matej Encinas", "mul", "preferred"), Name("M. Encinas", "en", "alias")]


def test_an_office_whose_title_names_the_country(found: Found) -> None:
    assert found[0]["Q910002"].tenures == [Tenure("minister of finance", "ES", "2020-01-13", "", "wikidata")]
    assert found[0]["Q910002"].names == [Name("Berta Olmo Ruiz", "mul", "preferred")]


def test_an_office_of_a_body(found: Found) -> None:
    assert found[0]["Q910003"].tenures == [Tenure("director", "Harbour Board", "2018-03", "", "wikidata")]


def test_names_and_acronyms_of_a_body(found: Found) -> None:
    record = found[0]["Q920001"]
    assert (record.kind, record.subkind, record.country) == ("organisation", "organisation", "ES")
    assert record.names == [
        Name("Harbour Board", "en", "preferred"),
        Name("Junta del Puerto", "es", "preferred"),
        Name("HB", "en", "acronym"),
        Name("JP", "es", "acronym"),
        Name("HBOARD", "en", "acronym"),
        Name("The Board", "en", "alias"),
    ]
    assert not record.keep_original


def test_a_class_is_traced_up_the_tree(found: Found) -> None:
    paper = found[0]["Q920002"]
    assert (paper.kind, paper.subkind, paper.keep_original) == ("media", "newspaper", True)


def test_preferred_statements_win_and_deprecated_ones_do_not_count(found: Found) -> None:
    town = found[0]["Q920007"]
    assert (town.kind, town.subkind, town.country) == ("place", "city", "SK")


def test_loops_of_classes_end() -> None:
    classes = Classes([(2, 1), (1, 2), (3, 2), (11032, 3)])
    assert classes.below([1]) == {1, 2, 3, 11032}
    assert Classes([]).below([7]) == {7}
    assert kind_of({"c": [43229, 11032]}, classes.kinds()) == ("media", "newspaper")
    assert kind_of({"c": [1]}, classes.kinds()) is None


def test_more_wikipedias_are_more_weight() -> None:
    assert 0 < weight_of(2) < weight_of(12) < weight_of(60) < weight_of(250) == weight_of(400) == 0.8


@pytest.mark.parametrize(
    "line",
    [
        b'{"type":"item","id":"Q1","labels":[],"aliases":[],"claims":{"P39":[]},"sitelinks":[]},',
        b'{"type":"item","id":"L1","claims":{"P39":[]}}',
        b'{"type":"item","id":"Q1","claims":{"P39":[{"mainsnak":{"snaktype":"novalue"},"rank":"normal"}]}}',
        b"[", b"]", b"", b"  ",
        b'{"type":"item","id":"Q3","sitelinks":{}}',
    ],
)  # fmt: skip
def test_lines_with_nothing_to_keep(line: bytes) -> None:
    assert extract(line, Limits()) == (None, None)


@pytest.mark.parametrize("line", [b'{"type":"item","cl', b"null,", b'{"claims":{"P39":[ }}', b"\xff\xfe"])
def test_broken_lines(line: bytes) -> None:
    if line == b"null,":
        line = b'"P39":[,'
    with pytest.raises(ValueError):
        extract(line, Limits())


def test_most_lines_are_not_parsed() -> None:
    (line,) = lines([item(1, {"en": "A"}, instance(5), links=3)])
    broken_inside = line.replace(b'"ns":0', b'"ns":}')
    assert extract(broken_inside, Limits()) == (None, None)
    with pytest.raises(ValueError):
        extract(broken_inside, Limits(human=3))


def test_dates_of_a_tenure_keep_their_precision() -> None:
    (line,) = lines([item(1, {"en": "A"}, instance(5), office(7, "2019", "2020-05"))])
    kept, _ = extract(line, Limits())
    assert kept is not None and kept["o"] == [[7, "2019", "2020-05", 0]]


def test_the_dump_is_json() -> None:
    import json

    assert len(json.loads(dump_bytes())) == len(lines())


@pytest.mark.parametrize("most", [1, 3, 5, 11, 50])
def test_no_more_items_are_taken_than_memory_is_for(tmp_path: Path, most: int) -> None:
    state = scan(write_dump(tmp_path / "dump.json.gz"), Options(tmp_path / "work", jobs=0), lambda text: None)
    everything = {r.qid: r.weight for r in records(tmp_path / "work", state, Refused())}
    refused = Refused()
    taken = {r.qid: r.weight for r in records(tmp_path / "work", state, refused, most)}
    assert len(taken) <= most and taken.items() <= everything.items()
    left_out = [weight for qid, weight in everything.items() if qid not in taken]
    assert not left_out or max(left_out) <= min(taken.values(), default=1.0)
    assert any("--most" in reason for reason in refused.reasons) == bool(left_out)
