"""``mtqa bench generate``: a development set whose errors and right names are known."""

from __future__ import annotations

from pathlib import Path

import click

_FOLDER = click.Path(path_type=Path, file_okay=False)
ENGINES = ("apertium", "beam", "sampled")


@click.command()
@click.option("-o", "--output", type=_FOLDER, required=True, help="Folder to write to; a bench folder.")
@click.option("--stories", default=100, show_default=True, type=click.IntRange(1), help="Each by every engine.")
@click.option("--seed", default=1, show_default=True)
@click.option("--engine", "names", type=click.Choice(ENGINES), multiple=True, default=ENGINES, show_default=True)
@click.option("--parallel", type=_FOLDER, metavar="FOLDER", help="Take sentences of its train.es and train.en instead.")
@click.option("--gazetteer", type=click.Path(path_type=Path, dir_okay=False), help="Take names of this.")
def generate(
    output: Path, stories: int, seed: int, names: tuple[str, ...], parallel: Path | None, gazetteer: Path | None
) -> None:
    """Make a bench: Spanish stories of ours with names of the gazetteer, put into English by machines.

    With --parallel, sentences that people have put into English, where the gazetteer knows a name on both sides.

    apertium needs the packages apertium and apertium-eng-spa; beam and sampled are our own Spanish-English model. Where
    a name comes out as an accepted English form it is marked correct, elsewhere as an error with its right form.
    """
    import random

    from mtqa.bench.making.folder import Engine, make_bench
    from mtqa.bench.making.prose import prose
    from mtqa.bench.making.stories import Stock
    from mtqa.gazetteer import Gazetteer
    from mtqa.translation import embedded_folder, open_translator
    from mtqa.translation.training.apertium import literal_english
    from mtqa.translation.training.sampling import sampler

    opened = Gazetteer.open(gazetteer)
    engines: dict[str, Engine] = {}
    for name in dict.fromkeys(names):
        if name == "apertium":
            engines[name] = literal_english
        elif name == "sampled":
            engines[name] = sampler(embedded_folder("es-en"), seed=seed)
        else:
            translator = open_translator("es-en")
            engines[name] = lambda lines, t=translator: [row[0].text for row in t.translate(lines)]  # type: ignore[misc]
    rng = random.Random(seed)
    if parallel is not None:
        made = prose(opened, parallel, rng, stories)
    else:
        stock = Stock(opened, opened)
        made = [stock.story(rng) for _ in range(stories)]
    counts = make_bench(opened, made, engines, output)
    for status, count in sorted(counts.items()):
        click.echo(f"{count:7,} {status}")
