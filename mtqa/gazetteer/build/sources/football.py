"""Players and managers of the World Cups of men and women (Fjelstul)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code, part_of
from mtqa.gazetteer.build.record import Record, clean, read_table, shared

SOURCE = "football"


def records(folder: Path) -> Iterator[Record]:
    """Managers, then players with the country of their latest squad."""
    countries = {row["player_id"]: _code(row["team_name"]) for row in read_table(folder / "worldcup_squads.csv")}
    for file, subkind in (("worldcup_managers.csv", "football manager"), ("worldcup_players.csv", "footballer")):
        for row in read_table(folder / file):
            family, given = (clean(row[key]).replace("not applicable", "") for key in ("family_name", "given_name"))
            country = _code(row.get("country_name", "")) or countries.get(row.get("player_id", ""), "")
            latest = row.get("list_tournaments", "2000").split(",")[-1].strip()
            weight = 0.4 if latest >= "2014" else 0.2
            name = clean(f"{given} {family}")
            yield Record(SOURCE, "person", shared(name), subkind, country, weight=weight, family=family)


def _code(team: str) -> str:
    """The country of a team; England, Scotland and Wales have their own."""
    return country_code(team) or part_of(team)
