"""``mtqa model corpus``: builds the training corpus, deterministically, with a manifest.

A corpus is a folder of sections (``tatoeba.tsv``, ``inversion_names.tsv``, …; English, tab, Spanish
on each line), ``heldout.tsv``, and ``manifest.tsv``. Recipes say how much of each section to take.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.training import bodies, filters, inversion, names, sources, spans, swapping, titles
from mtqa.translation.training.apertium import literal_english
from mtqa.translation.training.inversion import Literal, NameStock
from mtqa.translation.training.names import Pair

HELDOUT = 400
COMMON = 3.3  # Zipf frequency of a word that a reader knows (wordfreq: 3 is once in a million words)
_NOT_BODIES = frozenset("person_transliteration city country common_acronym common_term street_type".split())
Report = Callable[[str], None]


def build_corpus(
    data: Path,
    out: Path,
    *,
    seed: int = 1,
    scale: float = 1.0,
    literal: Literal = literal_english,
    neural: Literal | None = None,
    report: Report = lambda line: None,
) -> dict[str, int]:
    """Write the corpus made of ``data/parallel`` and ``data/gazetteer`` to the folder ``out``.

    ``scale`` shrinks the generated sections (for tests). ``neural`` puts Spanish into English as neural
    translators do, for two more sections. Returns pairs per section. Raises MtqaError
    when a source is missing or the rule-based translator is not installed.
    """
    parallel, gazetteer = data / "parallel", data / "gazetteer"
    if not parallel.is_dir():
        raise MtqaError(f"{parallel}: not a folder; give the data folder that holds parallel/ and gazetteer/")
    out.mkdir(parents=True, exist_ok=True)
    writer = _Writer(out, report)
    sections = _human_sections(parallel, seed, writer)
    _write_heldout(sections, seed, writer)
    for section, pairs in sections.items():
        writer.section(section, pairs)

    dictionary = names.dictionary_pairs(parallel)
    writer.section("dictionary", _dictionary_spans(dictionary, seed, 1.5), ", ".join(sources.DICTIONARIES))
    writer.section("words", _dictionary_spans(dictionary, seed + 1, COMMON), ", ".join(sources.DICTIONARIES))
    people = names.people_pairs(parallel) + names.office_holders(gazetteer)
    spanish = names.spanish_names(gazetteer, people)
    organisations = names.organisations(gazetteer)
    stock = _stock(gazetteer, dictionary, people, organisations)
    rng = random.Random(seed)
    writer.section("names", rng.sample(people, min(len(people), int(60_000 * scale))), sources.PEOPLE)
    generated = ", ".join((sources.PEOPLE, *sources.GAZETTEER_TABLES))
    copies = inversion.composed_names(rng, spanish, int(6_000 * scale))
    plain = NameStock(
        [*people, *((name, name) for name in copies)],
        stock.organisations,
        stock.places,
        stock.countries,
        stock.demonyms,
    )
    writer.section("copying", inversion.sentences(rng, plain, int(70_000 * scale), int(20_000 * scale)), generated)
    running = [pair for section in ("tatoeba", "prose") for pair in sections.get(section, [])]
    short = [pair for pair in running if pair[0].count(" ") < titles.MOST_WORDS]
    short += [(en, es) for en, es, _ in dictionary if " " in en or " " in es]
    writer.section("titles", titles.titles(random.Random(seed), short), "tatoeba, prose, dictionaries in title case")
    swaps = swapping.swapped(random.Random(seed), running, people)
    writer.section("swapped", itertools.islice(swaps, int(60_000 * scale)), "tatoeba, prose with " + sources.PEOPLE)
    _inversion_sections(writer, rng, stock, people, spanish, organisations, dictionary, sections, literal, scale)
    made_up = _made_up_bodies(seed, gazetteer, dictionary, spanish, organisations, sections, scale)
    glosses = inversion.Glosses(dictionary)
    literal_bodies = inversion.literal_names(made_up, literal, glosses, random.Random(seed))
    writer.section("inversion_bodies", literal_bodies, f"made-up names from {sources.GAZETTEER_TABLES[0]}, prose")
    if neural is not None:
        _sampled_sections(writer, seed, plain, spanish, organisations, running, made_up, neural, scale)
    writer.manifest(parallel, gazetteer)
    return writer.counts


def _human_sections(parallel: Path, seed: int, writer: _Writer) -> dict[str, list[Pair]]:
    barred = filters.keys_of_files(p for p in sorted((parallel / "_test").glob("*")) if p.name != "SOURCE.txt")
    seen: set[bytes] = set()
    sections: dict[str, list[Pair]] = {}
    for source in sources.SOURCES:
        pairs = list(filters.clean(sources.read_pairs(parallel / source.folder), barred, seen))
        if source.words:
            random.Random(f"{seed}{source.folder}").shuffle(pairs)
            total, kept = 0, []
            for pair in pairs:
                total += pair[0].count(" ") + 1
                if total > source.words:
                    break
                kept.append(pair)
            pairs = kept
        writer.source(source.folder, source.section, pairs)
        sections.setdefault(source.section, []).extend(pairs)
    return sections


def _write_heldout(sections: dict[str, list[Pair]], seed: int, writer: _Writer) -> None:
    rng, held = random.Random(seed), []
    for section in ("prose", "tatoeba"):
        pairs = sections.get(section, [])
        longer = [i for i, (en, _) in enumerate(pairs) if en.count(" ") >= 6]
        chosen = set(rng.sample(longer, min(HELDOUT // 2, len(longer) // 10)))
        held += [pairs[i] for i in sorted(chosen)]
        sections[section] = [pair for i, pair in enumerate(pairs) if i not in chosen]
    writer.section("heldout", held)


def _dictionary_spans(dictionary: list[names.Entry], seed: int, least: float) -> Iterable[Pair]:
    from wordfreq import zipf_frequency

    rng = random.Random(seed)
    for entry in dictionary:
        common = min(zipf_frequency(entry[0], "en"), zipf_frequency(entry[1], "es"))
        if common >= least:
            yield from spans.variants(entry, rng, 6 if common >= 4.2 else 4 if common >= COMMON else 1)


def _stock(
    gazetteer: Path, dictionary: list[names.Entry], people: list[Pair], organisations: list[tuple[str, str, str]]
) -> NameStock:
    countries = names.countries()
    known = {"city", "region", "province", "island", "country", "neighbourhood", "state", "sea", "river", "mountain"}
    places = [(en, es) for kind, en, es in organisations if kind in known]
    places += [(name, name) for name in names.municipalities(gazetteer)[::4]]
    bodies = [
        (en, es)
        for kind, en, es in organisations
        if kind not in known | {"person_transliteration", "common_term", "street_type", "common_acronym"}
    ]
    return NameStock(people, bodies, places, countries, names.demonyms(dictionary))


def _made_up_bodies(
    seed: int,
    gazetteer: Path,
    dictionary: list[names.Entry],
    spanish: names.SpanishNames,
    organisations: list[tuple[str, str, str]],
    sections: dict[str, list[Pair]],
    scale: float,
) -> list[str]:
    rng = random.Random(seed)
    fillers = [*spanish.surnames, *names.municipalities(gazetteer)]
    real = [es for kind, _, es in organisations if kind not in _NOT_BODIES]
    made_up = bodies.composed_bodies(rng, real, dictionary, fillers, int(30_000 * scale))
    return made_up + bodies.titles_of_works(rng, _running_spanish(sections), dictionary, int(20_000 * scale))


def _running_spanish(sections: dict[str, list[Pair]]) -> list[str]:
    return [es for section in ("prose", "tatoeba", "announcements", "textbooks") for _, es in sections.get(section, [])]


def _inversion_sections(
    writer: _Writer,
    rng: random.Random,
    stock: NameStock,
    people: list[Pair],
    spanish: names.SpanishNames,
    organisations: list[tuple[str, str, str]],
    dictionary: list[names.Entry],
    sections: dict[str, list[Pair]],
    literal: Literal,
    scale: float,
) -> None:
    glosses = inversion.Glosses(dictionary)
    persons = [es for _, es in rng.sample(people, int(len(people) * min(1.0, scale)))]
    persons += list(spanish.people) + inversion.composed_names(rng, spanish, int(60_000 * scale))
    literal_people = inversion.literal_names(persons, literal, glosses, rng)
    titles = [es for _, _, es in organisations]
    literal_titles = inversion.literal_names(titles, literal, glosses, rng)
    literal_titles += [(en.upper(), es.upper()) for en, es in literal_titles[::3]]
    mixed = NameStock(literal_people, literal_titles, stock.places, stock.countries, stock.demonyms)
    generated = ", ".join((sources.PEOPLE, *sources.GAZETTEER_TABLES)) + " through Apertium and dictionaries"
    bare = rng.sample(literal_people, min(len(literal_people), int(50_000 * scale))) + literal_titles
    writer.section("inversion_spans", bare, generated)
    fluent = list(inversion.sentences(rng, mixed, int(70_000 * scale), int(45_000 * scale)))
    writer.section("inversion_names", fluent, generated)
    writer.section("inversion_newswire", _through(literal, [es for _, es in fluent[::3]]), generated)
    running = _running_spanish(sections)
    rng.shuffle(running)
    writer.section("inversion_prose", _through(literal, running[: int(130_000 * scale)]), "prose through Apertium")


def _sampled_sections(
    writer: _Writer,
    seed: int,
    stock: NameStock,
    spanish: names.SpanishNames,
    organisations: list[tuple[str, str, str]],
    running: list[Pair],
    made_up_bodies: list[str],
    neural: Literal,
    scale: float,
) -> None:
    """What the model makes of names, alone and in newswire, and of human Spanish (back-translation)."""
    rng = random.Random(seed)
    made_up = inversion.composed_names(rng, spanish, int(30_000 * scale))
    bare = list(dict.fromkeys([*(es for _, _, es in organisations), *spanish.people, *made_up]))
    wire = [es for _, es in inversion.sentences(rng, stock, int(30_000 * scale), int(30_000 * scale))]
    prose = [es for _, es in rng.sample(running, min(len(running), int(80_000 * scale)))]
    made_of = "through our own es-en, sampled"
    for section, texts in (("sampled_spans", bare), ("sampled_bodies", made_up_bodies)):
        writer.section(section, ((en, es) for en, es in zip(neural(texts), texts) if en != es), made_of)
    writer.section("sampled_newswire", _through(neural, wire), made_of)
    writer.section("sampled_prose", _through(neural, prose), f"tatoeba, prose {made_of}")


def _through(literal: Literal, spanish: list[str]) -> Iterable[Pair]:
    return ((en, es) for en, es in zip(literal(spanish), spanish) if filters.is_fit(en, es))


class _Writer:
    """Writes sections and remembers what the manifest says of them."""

    def __init__(self, out: Path, report: Report) -> None:
        self.out, self.report = out, report
        self.counts: dict[str, int] = {}
        self._lines: list[tuple[str, str, int, int, str]] = []
        self._sources: list[tuple[str, str, int, int]] = []

    def source(self, folder: str, section: str, pairs: list[Pair]) -> None:
        self._sources.append((folder, section, len(pairs), sum(en.count(" ") + 1 for en, _ in pairs)))

    def section(self, name: str, pairs: Iterable[Pair], made_of: str = "") -> None:
        count = words = 0
        with (self.out / f"{name}.tsv").open("w", encoding="utf-8", newline="\n") as file:
            for en, es in pairs:
                if "\t" in en + es or not en or not es:
                    continue
                file.write(f"{en}\t{es}\n")
                count += 1
                words += en.count(" ") + 1
        self.counts[name] = count
        self._lines.append((name, made_of, count, words, ""))
        self.report(f"{name}: {count:,} pairs, {words:,} English words")

    def manifest(self, parallel: Path, gazetteer: Path) -> None:
        lines = ["kind\tname\tsection\tpairs\ten_words\tlicence"]
        for folder, section, count, words in self._sources:
            lines.append(f"source\t{folder}\t{section}\t{count}\t{words}\t{sources.licence_of(parallel / folder)}")
        for folder in (*sources.DICTIONARIES, sources.PEOPLE):
            lines.append(f"source\t{folder}\tgenerated\t\t\t{sources.licence_of(parallel / folder)}")
        for folder in sources.GAZETTEER_TABLES:
            lines.append(f"table\t{folder}\tgenerated\t\t\t{sources.licence_of(gazetteer / folder)}")
        for name, made_of, count, words, _ in self._lines:
            lines.append(f"section\t{name}\t{made_of}\t{count}\t{words}\t")
        (self.out / "manifest.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
