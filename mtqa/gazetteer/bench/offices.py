"""Whether office, country and date lead to the right person, held against a table that the gazetteer lacks.

Three tables are understood: the leaders of the CIA's World Factbook (titles and dates, 2014–2026; a shipped table, to
be held out: ``mtqa gazetteer build --without factbook_leaders``), REIGN's leader list (to 2021-03; surnames) and
WhoGov's key ministers (July of each year, to 2023). The last two say who led a country without the title: the president
or the prime minister must be that person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mtqa.gazetteer.build.countries import country_code
from mtqa.gazetteer.build.record import Record, read_table
from mtqa.gazetteer.build.sources import factbook
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.skeleton import skeletons
from mtqa.gazetteer.store import Gazetteer

UNITED_NATIONS = frozenset(
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO"
    " CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID"
    " IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK"
    " ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC"
    " SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS"
    " YE ZA ZM ZW".split()
) - {"VA"}
"""The 193 members."""
FIRST, LAST = 2014, 2026
HEADS = ("president", "prime minister", "chancellor")
_LEADERS = ("president", "prime minister", "chancellor", "monarch", "supreme leader")
_REIGN = {
    "ALG": "DZ", "ANG": "AO", "AUL": "AU", "AUS": "AT", "BAH": "BH", "BAR": "BB", "BFO": "BF", "BHM": "BS", "BHU": "BT",
    "BNG": "BD", "BOS": "BA", "BOT": "BW", "BUI": "BI", "BUL": "BG", "CAM": "KH", "CAO": "CM", "CAP": "CV", "CDI": "CI",
    "CEN": "CF", "CHA": "TD", "CON": "CG", "COS": "CR", "CRO": "HR", "CZR": "CZ", "DEN": "DK", "DRC": "CD", "EQG": "GQ",
    "ETM": "TL", "FIJ": "FJ", "FRN": "FR", "GAM": "GM", "GFR": "DE", "GMY": "DE", "GRG": "GE", "GRN": "GD", "GUA": "GT",
    "GUI": "GN", "HAI": "HT", "HON": "HN", "ICE": "IS", "INS": "ID", "IRE": "IE", "KUW": "KW", "KYR": "KG", "KZK": "KZ",
    "LAT": "LV", "LEB": "LB", "LES": "LS", "LIB": "LY", "LIT": "LT", "MAA": "MR", "MAC": "MK", "MAG": "MG", "MAL": "MY",
    "MAS": "MU", "MAW": "MW", "MLD": "MD", "MNG": "ME", "MON": "MN", "MOR": "MA", "MYA": "MM", "MZM": "MZ", "NEP": "NP",
    "NEW": "NZ", "NIG": "NG", "NIR": "NE", "NTH": "NL", "OMA": "OM", "PAR": "PY", "PHI": "PH", "POR": "PT", "ROM": "RO",
    "SAF": "ZA", "SAL": "SV", "SIE": "SL", "SIN": "SG", "SLO": "SK", "SLV": "SI", "SOL": "SB", "SPN": "ES", "SRI": "LK",
    "SUD": "SD", "SWA": "SZ", "SWD": "SE", "SWZ": "CH", "TAJ": "TJ", "TAZ": "TZ", "THI": "TH", "TOG": "TG", "TRI": "TT",
    "UAE": "AE", "UKG": "GB", "URU": "UY", "VAN": "VU", "YEM": "YE", "ZAM": "ZM", "ZIM": "ZW", "USA": "US", "RUS": "RU",
    "UKR": "UA", "RVN": "VN", "DRV": "VN",
}  # fmt: skip
"""Countries in the letters of the Correlates of War project, where they are not ISO's."""
_GAP = (date(2017, 3, 28), date(2020, 12, 1))
"""Between these days the Factbook has no snapshot: who is in it before and after is not known in between."""


@dataclass(frozen=True, slots=True)
class Question:
    """Who held one of ``offices`` in a country on a day, and the ``name`` that the other table has."""

    offices: tuple[str, ...]
    country: str
    on: date
    name: str


@dataclass
class Score:
    """Questions by year and outcome, and the wrong answers."""

    outcomes: dict[int, Counter[str]] = field(default_factory=dict)
    wrong: list[tuple[Question, str]] = field(default_factory=list)

    def add(self, question: Question, outcome: str, answer: str) -> None:
        """Count one."""
        self.outcomes.setdefault(question.on.year, Counter())[outcome] += 1
        if outcome != RIGHT:
            self.wrong.append((question, answer or outcome))

    @property
    def share(self) -> float:
        """Of all questions, those answered with one name, the right one."""
        total = sum(sum(row.values()) for row in self.outcomes.values())
        return sum(row[RIGHT] for row in self.outcomes.values()) / total if total else 0.0


RIGHT, WRONG, SEVERAL, NONE = "right", "wrong", "several names", "no answer"


def measure(gazetteer: Gazetteer, questions: Iterator[Question]) -> Score:
    """Ask every question; several names count as no answer unless the question leaves the office open."""
    score = Score()
    for question in questions:
        answers = [gazetteer.holders(office, question.country, question.on) for office in question.offices]
        best = [[m.entity for m in found if m.score == found[0].score] for found in answers if found]
        if not best:
            score.add(question, NONE, "")
        elif any(len(row) == 1 and is_called(row[0], question.name) for row in best):
            score.add(question, RIGHT, "")
        elif all(len(row) > 1 for row in best):
            score.add(question, SEVERAL, ", ".join(entity.english for row in best for entity in row))
        else:
            score.add(question, WRONG, ", ".join(entity.english for row in best for entity in row))
    return score


def is_called(entity: Entity, name: str) -> bool:
    """Whether a table that writes names in its own way means the entity: a word of the name is one of the entity's."""
    own = {word for form in entity.names for word in fold(form.text).split() if len(word) > 1}
    words = [word for word in fold(name.replace(".", " ")).split() if len(word) > 2]
    sounds = {key for word in own for key in skeletons(word)}
    return any(word in own or not sounds.isdisjoint(skeletons(word)) for word in words[-3:])


def factbook_questions(folder: Path) -> Iterator[Question]:
    """The first of each month on which the Factbook has a president, prime minister or chancellor in office.

    From the day since when it has somebody to the last snapshot with that holder, or to the day since when it has the
    next one; a last snapshot in the gap between snapshots tells nothing.
    """
    terms: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    rows = {row.at: row for row in read_table(folder / factbook.TABLE)}
    for item in factbook.records(folder):
        if not isinstance(item, Record):
            continue
        for tenure in item.tenures:
            row = rows[tenure.row]
            last = date.fromisoformat(row["last_seen_in_factbook"])
            last = _GAP[0] if _GAP[0] < last < _GAP[1] else last
            if tenure.office in HEADS and len(row["since"]) == len("2014-01-01"):
                start = date.fromisoformat(row["since"])
                terms[tenure.country, tenure.office].append((start, last, item.names[0].text))
    for (country, office), held in sorted(terms.items()):
        for start, last, name in held:
            later = min((other for other, _, _ in held if other > start), default=last)
            yield from _monthly((office,), country, name, start, min(last, later))


def reign_questions(folder: Path) -> Iterator[Question]:
    """The first of each month of a leader in REIGN's list, to March 2021; both ends are months."""
    for row in read_table(folder / "leaderlist_3_21.csv"):
        country = _REIGN.get(row["stateabb"]) or country_code(row["stateabb"])
        if not all(row[column].isdigit() for column in ("syear", "smonth", "eyear", "emonth")):
            continue
        start = date(int(row["syear"]), int(row["smonth"]), 28)
        end = date(int(row["eyear"]), int(row["emonth"]), 1)
        yield from _monthly(_LEADERS, country, row["leader"], start, end)


def whogov_questions(folder: Path, office: str = "leader") -> Iterator[Question]:
    """July of the first and of the last year that WhoGov has a leader, or a minister, in office.

    Between them somebody may have been out of office for a while. ``office`` is the table's.
    """
    asked = _LEADERS if office == "leader" else (office,)
    for row in read_table(folder / "key_ministers.csv"):
        country = country_code(row["country"])
        if row["office"] != office or country not in UNITED_NATIONS:
            continue
        for year in dict.fromkeys((int(row["first_year"]), int(row["last_year"]))):
            if FIRST <= year <= LAST:
                yield Question(asked, country, date(year, 7, 1), row["person"])


TABLES: dict[str, Callable[[Path], Iterator[Question]]] = {
    factbook.SOURCE: factbook_questions,
    "reign": reign_questions,
    "ministers_whogov_1966_2023": whogov_questions,
}
"""The tables that can be asked from, by folder."""


def _monthly(offices: tuple[str, ...], country: str, name: str, start: date, end: date) -> Iterator[Question]:
    """Questions on the first of each month from ``start`` to ``end``, within the years asked for."""
    if country not in UNITED_NATIONS:
        return
    for year in range(max(FIRST, start.year), min(LAST, end.year) + 1):
        for month in range(1, 13):
            if start <= (day := date(year, month, 1)) <= end:
                yield Question(offices, country, day, name)
