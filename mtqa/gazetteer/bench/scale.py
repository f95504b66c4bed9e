"""How the time of a look-up grows with the gazetteer: invented entities, once and many times as many."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from mtqa.errors import MtqaError
from mtqa.gazetteer.bench.lookups import Timing, sample, time_lookups, time_opening
from mtqa.gazetteer.build.demonyms import country_codes, territories_json
from mtqa.gazetteer.build.heads import head_sections
from mtqa.gazetteer.build.lexicon import word_sections
from mtqa.gazetteer.build.skeletons import skeleton_sections
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.model import Entity, Name, Tenure
from mtqa.gazetteer.records import Expected
from mtqa.gazetteer.store import Gazetteer

BAR = 1.5
"""How many times as long a look-up may take with ten times the entities."""
_ONSETS = "b br c ch d f g gl h j k kh l m n p pr r s sh st t tr v w y z".split()
_VOWELS = "a e i o u ai ei ou".split()
_CODAS = ["", "", "", "n", "r", "s", "l", "m", "k", "nd", "rt", "sk"]
_GIVEN, _FAMILY = 4_000, 60_000
"""Different given names and surnames that people are made of, at a size of one."""
_BASE = 300_000
_ROUNDS = 3
_OFFICES = ("president", "prime minister", "minister of finance", "minister of foreign affairs", "mayor of town")


@dataclass(frozen=True, slots=True)
class Scaled:
    """The timings of a number of entities, and the size of their file in bytes."""

    entities: int
    size: int
    timings: tuple[Timing, ...]


def entities(count: int, seed: int = 1) -> Iterator[Entity]:
    """Invented people, towns and bodies in the proportions of the gazetteer, most prominent first.

    As the number grows, so do the different surnames and towns, as in the world.
    """
    chance = random.Random(seed)
    codes = country_codes()
    given = [_word(chance, 2) for _ in range(_GIVEN)]
    family = [_word(chance, 3) for _ in range(max(50, _FAMILY * count // _BASE))]
    for number in range(count):
        place, share = codes[number % len(codes)], number % 20
        prominence = 1.0 - number / count
        if share < 16:
            name = f"{given[chance.randrange(len(given))]} {family[chance.randrange(len(family))]}"
            tenures = _tenures(chance, place, number) if share == 0 else ()
            names: tuple[Name, ...] = (Name(name, "mul", "preferred"),)
            if share == 1:
                names = (Name(name, "en", "preferred"), Name(f"{name}o", "es", "preferred"))
            yield Entity(f"Q{number + 1}", "person", "", place, names, tenures, prominence, family=name.split()[1])
        else:
            name = " ".join(_word(chance, 2) for _ in range(1 + share % 3))
            kind = "place" if share < 18 else "organisation"
            shared = (Name(name, "mul", "preferred"), Name(f"{name} {number % 7}", "mul", "alias"))
            yield Entity(f"Q{number + 1}", kind, "", place, shared, (), prominence)


def build(count: int, path: Path) -> int:
    """Write a gazetteer of so many invented entities; its size in bytes."""
    made = list(entities(count))
    expected = {entity.id: (Expected(f"The {entity.english}", entity.english, ("dictionary",), False),)
                for entity in made[::7]}  # fmt: skip
    words = {"en": {"the": 7.0}, "es": {"el": 7.0}}
    data = pack(
        {
            "meta": meta_section({"entities": count}),
            **entity_sections(made, expected),
            **skeleton_sections(made),
            **head_sections(made),
            "territories": territories_json(),
            **word_sections(words, {}, {}, set()),
        }
    )
    path.write_bytes(data)
    return len(data)


def measure(counts: Sequence[int], folder: Path, names: int = 2000) -> list[Scaled]:
    """Timings for each number of entities, in the order given: the best of three rounds. Files stay in ``folder``."""
    paths = [_file(count, folder) for count in counts]
    rounds = []
    for _ in range(_ROUNDS):
        # In turns: what else the machine does then tells on every size alike.
        rounds.append([_timings(path, names) for path in paths])
    return [
        Scaled(count, path.stat().st_size, tuple(map(_quickest, *timings)))
        for count, path, *timings in zip(counts, paths, *rounds)
    ]


def _file(count: int, folder: Path) -> Path:
    path = folder / f"scale-{count}.mtqg"
    if not path.is_file():
        build(count, path)
    return path


def _timings(path: Path, names: int) -> tuple[Timing, ...]:
    return time_opening(path), *time_lookups(path, sample(Gazetteer.open(path), names))


def _quickest(*timings: Timing) -> Timing:
    return min(timings, key=lambda timing: timing.median)


def draw(measured: Sequence[Scaled]) -> bytes:
    """A PNG: microseconds of each look-up over the number of entities, both on logarithmic scales.

    Raises MtqaError without matplotlib.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MtqaError("no picture without matplotlib; install mtqa[build]") from None
    figure = Figure(figsize=(7, 4.5), dpi=100, layout="constrained")
    axes: Any = figure.subplots()
    counts = [item.entities for item in measured]
    for index, timing in enumerate(measured[0].timings):
        style = "o-" if index < 10 else "s--"  # the colours come round again
        axes.plot(counts, [item.timings[index].median for item in measured], style, label=timing.kind, linewidth=1)
    axes.set(xscale="log", yscale="log", xlabel="entities", ylabel="microseconds (median)", title="Time of a look-up")
    axes.grid(alpha=0.3, which="both")
    axes.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1, 1))
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _word(chance: random.Random, syllables: int) -> str:
    parts = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + (chance.choice(_CODAS) if last else "")
        for last in [*[False] * (syllables - 1), True]
    )
    return "".join(parts).capitalize()


def _tenures(chance: random.Random, place: str, number: int) -> tuple[Tenure, ...]:
    start = 1990 + chance.randrange(33)
    return (Tenure(_OFFICES[number // 20 % len(_OFFICES)], place, str(start), str(start + 2), "invented"),)
