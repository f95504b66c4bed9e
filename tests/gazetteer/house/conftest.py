"""House tables over the toy gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.house.layer import HouseGazetteer
from mtqa.gazetteer.house.table import open_house
from tests.support.toy import toy

TABLE = """\
# Names as the desk writes them.
english,not,also,spanish,kind,country,office,place,start,end,acronym,spanish_acronym
Nadine Bouchétard,Nadine Bouchetard,,,person,,,,,,,
Vyshkyv,Vyshkiv,,,,,,,,,,
Berta Olmo,,Berta Olmo Ruiz,,,ES,mayor,Villarrota,2019-06-15,,,
Harbour Board,Port Authority,,Junta del Puerto,organisation,ES,,,,,HB,JP
the Grand Quay,the Big Quay,,,,,,,,,,
Otto Keller,,,,person,AT,president,AT,2018-01,2024-01,,
"""

Housed = Callable[[str], HouseGazetteer]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.open(toy().write(tmp_path_factory.mktemp("toy") / "toy.mtqg"))


@pytest.fixture
def housed(base: Gazetteer, tmp_path: Path) -> Housed:
    def lay(table: str) -> HouseGazetteer:
        path = tmp_path / "mtqa.gazetteer.csv"
        path.write_text(table, encoding="utf-8")
        return HouseGazetteer(base, open_house(path, base))

    return lay


@pytest.fixture
def house(housed: Housed) -> HouseGazetteer:
    return housed(TABLE)
