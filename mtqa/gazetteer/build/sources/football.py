"""Players and managers of the World Cups of men and women (Fjelstul)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Record, clean, read_table, shared

SOURCE = "football"


def records(folder: Path) -> Iterator[Record]:
    """Managers, then players with the country of their latest squad."""
    countries = {row["player_id"]: country_code(row["team_name"]) for row in read_table(folder / "worldcup_squads.csv")}
    for file, subkind in (("worldcup_managers.csv", "football manager"), ("worldcup_players.csv", "footballer")):
        for row in read_table(folder / file):
            family, given = (clean(row[key]).replace("not applicable", "") for key in ("family_name", "given_name"))
            country = country_code(row.get("country_name", "")) or countries.get(row.get("player_id", ""), "")
            latest = row.get("list_tournaments", "2000").split(",")[-1].strip()
            weight = 0.4 if latest >= "2014" else 0.2
            name = clean(f"{given} {family}")
            yield Record(SOURCE, "person", shared(name), subkind, country, weight=weight, family=family)
