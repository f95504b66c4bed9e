"""Names for the corpus, read from gazetteer tables, dictionaries and CLDR."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.training.filters import tidy
from mtqa.translation.training.sources import DICTIONARIES, PEOPLE

Pair = tuple[str, str]
Entry = tuple[str, str, str]
_LATIN_NAME = re.compile(r"^[^\W\d_][\w'’.\- ]*$")
_DEMONYM = re.compile(r"^[A-Z][a-z]+(?:ish|an|ese|i|ch|ss|ean)$")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a comma-separated table with a header. Raises MtqaError when it is missing."""
    if not path.is_file():
        raise MtqaError(f"{path}: missing; give the data folder that holds gazetteer/ and parallel/")
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def dictionary_pairs(parallel: Path) -> list[tuple[str, str, str]]:
    """English, Spanish and part of speech from the bilingual dictionaries, glosses and long phrases left out."""
    found: dict[Pair, str] = {}
    for folder in DICTIONARIES:
        path = parallel / folder / "en_es.tsv"
        if not path.is_file():
            raise MtqaError(f"{path}: missing; give the data folder that holds parallel/")
        for line in path.read_text("utf-8").split("\n"):
            cells = line.split("\t")
            if len(cells) < 2:
                continue
            en, es = tidy(cells[0]), tidy(cells[1])
            if not en or not es or en.count(" ") > 2 or es.count(" ") > 3:
                continue
            if re.search(r"[()\[\]{};:/=,~]|\bof the\b.*\b(letter|name)\b", en + es):
                continue
            found.setdefault((en, es), re.sub(r"[{}\[\]]", " ", cells[2] if len(cells) > 2 else "").strip())
    return [(en, es, pos) for (en, es), pos in found.items()]


def people_pairs(parallel: Path) -> list[Pair]:
    """English and Spanish names of people, at least two tokens each."""
    path = parallel / PEOPLE / "en_es.tsv"
    if not path.is_file():
        raise MtqaError(f"{path}: missing; give the data folder that holds parallel/")
    pairs = []
    for line in path.read_text("utf-8").split("\n"):
        cells = [tidy(cell) for cell in line.split("\t")]
        if len(cells) == 2 and all(1 <= cell.count(" ") <= 4 and _LATIN_NAME.match(cell) for cell in cells):
            pairs.append((cells[0], cells[1]))
    return list(dict.fromkeys(pairs))


def office_holders(gazetteer: Path) -> list[Pair]:
    """English and Spanish names of people in office."""
    names: dict[Pair, None] = {}
    for row in rows(gazetteer / "curated_tenures" / "curated_tenures.csv"):
        names[tidy(row["person"]), tidy(row["person_es"] or row["person"])] = None
    for row in rows(gazetteer / "every_politician_office_holders" / "all_holders.csv"):
        name = tidy(row["person"])
        if name.count(" ") in (1, 2, 3) and _LATIN_NAME.match(name):
            names[name, name] = None
    return list(names)


@dataclass(frozen=True)
class SpanishNames:
    """What Spanish names are made of: given names, and surnames that are also common words."""

    given: tuple[str, ...]
    word_surnames: tuple[str, ...]
    surnames: tuple[str, ...]
    people: tuple[str, ...]


def spanish_names(gazetteer: Path, people: list[Pair]) -> SpanishNames:
    """Given names with the accents that name pairs show, word surnames, other surnames, and real people."""
    accented: dict[str, str] = {}
    for _, name in people:
        for token in name.split():
            accented.setdefault(_fold(token), token)
    given = []
    for table in ("hombres.csv", "mujeres.csv"):
        for row in rows(gazetteer / "names_ine_spain" / table):
            if int(row["frec"]) >= 2500 and row["nombre"].count(" ") == 0:
                given.append(accented.get(row["nombre"].casefold(), row["nombre"].capitalize()))
    folder = gazetteer / "famous_spanish_common_word_surnames"
    words = [row["lemma"].capitalize() for row in rows(folder / "surname_words.csv") if int(row["ine_freq"]) >= 400]
    real = [tidy(row["person"]) for row in rows(folder / "persons.csv")]
    surnames = [
        accented.get(row["apellido"].casefold(), row["apellido"].capitalize())
        for row in rows(gazetteer / "names_ine_spain" / "apellidos.csv")
        if int(row["frec_pri"] or 0) >= 2000 and " " not in row["apellido"]
    ]
    return SpanishNames(
        tuple(dict.fromkeys(given)),
        tuple(dict.fromkeys(words)),
        tuple(dict.fromkeys(surnames)),
        tuple(name for name in dict.fromkeys(real) if name.count(" ") in (1, 2, 3)),
    )


def _fold(token: str) -> str:
    return token.casefold().translate(str.maketrans("áéíóúü", "aeiouu"))


def organisations(gazetteer: Path) -> list[tuple[str, str, str]]:
    """Kind, English name and Spanish name of organisations, media, places and works."""
    found = []
    for row in rows(gazetteer / "curated_orgs" / "curated_orgs.csv"):
        en, es = tidy(row["name_en"]), tidy(row["name_es"])
        if en and es:
            found.append((row["kind"], en, es))
    return found


def municipalities(gazetteer: Path) -> list[str]:
    """Names of Spanish municipalities, in natural order ("El Escorial")."""
    names = []
    for row in rows(gazetteer / "spain_places_ine" / "municipios.csv"):
        name = tidy(row["nombre"].split("/")[0])
        if ", " in name:
            head, article = name.split(", ", 1)
            name = f"{article} {head}"
        names.append(name)
    return names


def countries() -> list[Pair]:
    """English (with its article) and Spanish names of countries, from CLDR."""
    from babel import Locale

    en, es = Locale("en").territories, Locale("es").territories
    pairs = []
    for code in sorted(en):
        if len(code) == 2 and code.isalpha() and code in es and "(" not in en[code] and "&" not in en[code]:
            article = "the " if re.search(r"^United|Republic|Netherlands|Philippines|Islands|Bahamas", en[code]) else ""
            pairs.append((article + en[code], es[code]))
    return pairs


def demonyms(dictionary: list[tuple[str, str, str]]) -> list[Pair]:
    """Adjectives of nationality: capitalised in English, one lower-case word in Spanish."""
    return [
        (en, es) for en, es, pos in dictionary if _DEMONYM.match(en) and es.islower() and es.isalpha() and "adj" in pos
    ]
