"""Facts of words: frequencies from wordfreq, bearers of names from registers and from the gazetteer's own people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mtqa.gazetteer.build.people import NameLexicon
from mtqa.gazetteer.build.record import clean, is_latin, read_table
from mtqa.gazetteer.codec import pack_trie
from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.model import Entity
from mtqa.gazetteer.words import LEMMA_ES, bearers_to_byte

SOURCES = ("names_ine_spain", "names_popular_by_country", "names_lemarios", "names_philipperemy_v1")
_PER_PERSON = 100
"""Bearers that one public figure stands for, so that names of other countries compare with Spain's register."""
_LISTED = 2000
"""Bearers of a name that is among a country's most popular, where the table gives no number."""
_NOISY = 20
_UNCOMMON = 2.5
"""Zipf frequency above which a word of the noisy name list is taken for a word rather than a name."""
_COMMON = 3.5
_FUNCTION = 6.4
_RARE = 1.0


def spanish_register(root: Path) -> NameLexicon:
    """Given names and surnames of Spain by folded word."""
    folder = root / "names_ine_spain"
    given: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    for file in ("hombres.csv", "mujeres.csv"):
        for row in read_table(folder / file):
            words = fold(row["nombre"]).split()
            for word in words:
                # "María del Carmen": each word of a double name is a given name, too, but for its particles.
                if len(word) > 2 and word not in ("del", "las", "los"):
                    given[word] += int(row["frec"] or 0)
    for row in read_table(folder / "apellidos.csv"):
        words = fold(row["apellido"]).split()
        surnames[words[-1] if words else ""] += int(row["frec_pri"] or 0)
    return NameLexicon(dict(given), dict(surnames))


def spanish_lemmas(root: Path) -> set[str]:
    """Common words that a Spanish dictionary lists, lower case."""
    path = root / "names_lemarios" / "lemario-general-del-espanol.txt"
    lines = path.read_text(encoding="utf-8").split() if path.is_file() else []
    return {clean(line) for line in lines if line.isalpha()}


def word_sections(
    frequencies: Mapping[str, Mapping[str, float]],
    given: Mapping[str, int],
    surnames: Mapping[str, int],
    lemmas: set[str],
) -> dict[str, bytes]:
    """The sections ``words`` (trie) and ``word-facts`` (five bytes a word)."""
    keys = {*frequencies["en"], *frequencies["es"], *given, *surnames, *lemmas}
    data, trie = pack_trie(key for key in keys if key)
    facts = bytearray(5 * len(trie))
    for key in keys:
        if not key:
            continue
        position = 5 * trie[key]
        facts[position : position + 5] = bytes(
            (
                min(255, round(25 * frequencies["en"].get(key, 0.0))),
                min(255, round(25 * frequencies["es"].get(key, 0.0))),
                bearers_to_byte(given.get(key, 0)),
                bearers_to_byte(surnames.get(key, 0)),
                LEMMA_ES * (key in lemmas),
            )
        )
    return {"words": data, "word-facts": bytes(facts)}


def frequency_table(lang: str, least: float = _RARE) -> dict[str, float]:
    """Zipf frequency by word (lower case) of the package wordfreq, for words of Latin letters."""
    from wordfreq import freq_to_zipf, get_frequency_dict

    table: dict[str, float] = {}
    for word, frequency in get_frequency_dict(lang, "best").items():
        zipf = float(freq_to_zipf(frequency))
        if zipf >= least and is_latin(word):
            table[word] = round(zipf, 2)
    return table


def bearers(
    root: Path, entities: Iterable[Entity], register: NameLexicon, english: dict[str, float]
) -> tuple[Counter[str], Counter[str]]:
    """Rough numbers of bearers of given names and of surnames, by lower-case word."""
    people: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for entity in entities:
        if entity.kind == "person" and entity.family:
            _count_person(entity, people, english)
    # One public figure with a name may be a slip of a table; two are not.
    given = Counter({word: _PER_PERSON * n for word, n in people[0].items() if n > 1})
    surnames = Counter({word: _PER_PERSON * n for word, n in people[1].items() if n > 1})
    for table, total in ((register.given, given), (register.surnames, surnames)):
        for word, number in table.items():
            total[word] = max(total[word], number)
    popular = root / "names_popular_by_country"
    for file, total, column in (
        ("common-forenames-by-country.csv", given, "Romanized Name"),
        ("common-surnames-by-country.csv", surnames, "Romanized Name"),
    ):
        for row in read_table(popular / file):
            number = int(row["Count"]) if row.get("Count", "").isdigit() else _LISTED
            for name in (row[column], row["Localized Name"]):
                word = _word(clean(name), english)
                if " " not in word and is_latin(word):
                    total[word] = max(total[word], number)
    noisy = root / "names_philipperemy_v1"
    for file, total, seen in (("first_names.all.txt", given, people[0]), ("last_names.all.txt", surnames, people[1])):
        path = noisy / file
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            word = fold(line)
            plain = len(word) > 2 and word.isalpha() and word.isascii() and word not in total
            if plain and (word in seen or 0 < english.get(word, 0.0) < _UNCOMMON):
                total[word] = _NOISY
    for total in (given, surnames):
        # Vietnamese "The" and Chinese "An" must not make names of function words.
        for word in [word for word in total if english.get(word, 0.0) >= _FUNCTION]:
            del total[word]
    return given, surnames


def _word(name: str, english: dict[str, float]) -> str:
    """The folded word, or with its accents where folding makes a common English word of it ("Thế")."""
    key = fold(name)
    return name.lower() if key != name.lower() and english.get(key, 0.0) >= _COMMON else key


def _count_person(entity: Entity, people: tuple[Counter[str], Counter[str]], english: dict[str, float]) -> None:
    name = entity.english
    if not (name.endswith(entity.family) or name.startswith(entity.family)):
        return
    family = [_word(word, english) for word in entity.family.replace("-", " ").split()]
    rest = [word for word in (_word(part, english) for part in name.replace("-", " ").split()) if word not in family]
    for word in rest[:2]:
        if len(word) > 1:
            people[0][word] += 1
    for word in family:
        if len(word) > 3 or (len(word) > 1 and len(family) == 1):
            people[1][word] += 1
