"""The invented dump that is measured with."""

from __future__ import annotations

import json
from pathlib import Path

from mtqa.gazetteer.build.wikidata.records import Refused, records
from mtqa.gazetteer.build.wikidata.sample import FIRST, lines, write
from mtqa.gazetteer.build.wikidata.scan import Options, scan


def test_it_is_a_dump_of_the_same_bytes_each_time(tmp_path: Path) -> None:
    found = list(lines(300))
    assert found == list(lines(300)) and found != list(lines(300, seed=2))
    items = json.loads(b"\n".join(found))
    assert [one["id"] for one in items] == [f"Q{FIRST + index}" for index in range(300)]
    write(tmp_path / "dump.json.gz", 300)
    state = scan(tmp_path / "dump.json.gz", Options(tmp_path / "work", jobs=0), lambda text: None)
    assert state.lines == 302 and state.broken == 0 and 5 < state.items < 60
    assert 5 < len(list(records(tmp_path / "work", state, Refused()))) <= state.items
