"""Players, managers, referees, federations and stadiums of the World Cups of men and women (Fjelstul)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code, part_of
from mtqa.gazetteer.build.people import HISPANIC
from mtqa.gazetteer.build.record import Found, Record, clean, read_table, shared
from mtqa.gazetteer.model import Name

SOURCE = "football"


def records(folder: Path) -> Iterator[Found]:
    """Managers, players with the country of their latest squad, and referees; then federations and stadiums."""
    countries = {row["player_id"]: _code(row["team_name"]) for row in read_table(folder / "worldcup_squads.csv")}
    for file, subkind in (
        ("worldcup_managers.csv", "football manager"),
        ("worldcup_players.csv", "footballer"),
        ("worldcup_referees.csv", "referee"),
    ):
        for row in read_table(folder / file):
            family, given = (clean(row[key]).replace("not applicable", "") for key in ("family_name", "given_name"))
            country = _code(row.get("country_name", "")) or countries.get(row.get("player_id", ""), "")
            latest = row.get("list_tournaments", "2000").split(",")[-1].strip()
            weight = 0.4 if latest >= "2014" else 0.2
            name = clean(f"{given} {family}")
            yield Record(SOURCE, "person", shared(name), subkind, country, weight=weight, family=family, row=row.at)
    for row in read_table(folder / "worldcup_teams.csv"):
        names = [Name(clean(row["federation_name"]), "en", "preferred")]
        code = _code(row["team_name"])
        yield Record(SOURCE, "organisation", names, "football federation", code, weight=0.35, row=row.at)
    for row in read_table(folder / "worldcup_stadiums.csv"):
        name, code = clean(row["stadium_name"]), _code(row["country_name"])
        kept = code in HISPANIC
        yield Record(SOURCE, "place", shared(name), "stadium", code, keep_original=kept, weight=0.3, row=row.at)


def _code(team: str) -> str:
    """The country of a team; England, Scotland and Wales have their own."""
    return country_code(team) or part_of(team)
