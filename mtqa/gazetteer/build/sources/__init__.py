"""One module a table, in the written order of trust: what stands first wins where sources differ.

Curated tables come first, then those keyed by Wikidata item, then those that only have names.
Each module has ``SOURCE`` (the table's folder) and ``records(folder)``, which yields typed records, and for what it
leaves out a :class:`~mtqa.gazetteer.build.record.Refused` with the reason. A module whose tables come with mtqa says
where they are (``FOLDER``).
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

ORDER = (
    "territories",
    "languages",
    "curated_orgs",
    "curated_tenures",
    "facts",
    "world_leaders_2026",
    "every_politician",
    "world_leaders_2021",
    "agencies",
    "supraverden",
    "natural_earth_marine",
    "natural_earth_places",
    "everypolitician2015",
    "us_congress",
    "partyfacts",
    "brands",
    "uk_ministers",
    "spain_parliament",
    "europarl",
    "football",
    "clubs",
    "factbook",
    "cia_world_leaders",
    "persons_wikipedia",
    "common_word_surnames",
    "us_newspapers",
    "media_outlets",
    "spain_places",
    "spain_courts",
    "mexico",
    "colombia",
    "universities",
    "companies",
    "cameo",
)


def modules() -> list[ModuleType]:
    """The source modules, the most trusted first."""
    return [import_module(f"{__name__}.{name}") for name in ORDER]
