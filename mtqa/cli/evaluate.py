"""``mtqa model evaluate``: how well a model translates, and what it does with names."""

from __future__ import annotations

from pathlib import Path

import click

from mtqa.cli.engines import BEAM_OPTION, DIRECTION, FILE, NAME_OPTION, THREADS_OPTION, engine_options

_FOLDER = click.Path(path_type=Path, file_okay=False)
_SEED = click.option("--seed", default=1, show_default=True, help="What is drawn at random depends on this alone.")


@click.group()
def evaluate() -> None:
    """Measure a model: translation quality, what it does with names, speed."""


@evaluate.command()
@click.argument("source", type=FILE)
@click.argument("reference", type=FILE)
@click.option("--direction", type=DIRECTION, required=True)
@click.option("-o", "--output", type=FILE, help="File to write the translations to.")
@click.option(
    "--resamples", default=1000, show_default=True, type=click.IntRange(0), help="For the intervals; 0: none."
)
@engine_options
def quality(
    source: Path,
    reference: Path,
    direction: str,
    output: Path | None,
    resamples: int,
    name: str | None,
    engine: str,
    beam: int,
    threads: int,
) -> None:
    """Translate SOURCE and compare with REFERENCE: BLEU and chrF, with sacrebleu's signatures and intervals."""
    from mtqa.atomic import write_file
    from mtqa.translation import open_translator
    from mtqa.translation.evaluation import evaluate as run
    from mtqa.translation.evaluation import read_lines

    translator = open_translator(direction, name=name, engine=engine, threads=threads)
    result = run(translator, read_lines(source), read_lines(reference), beam_size=beam, resamples=resamples)
    for line in result.lines():
        click.echo(line)
    if output:
        write_file(str(output), ("\n".join(result.translations) + "\n").encode())


@evaluate.command()
@click.argument("benches", metavar="BENCH...", type=_FOLDER, nargs=-1, required=True)
@engine_options
def inversion(benches: tuple[Path, ...], name: str | None, engine: str, beam: int, threads: int) -> None:
    """Is the Spanish name behind a literal translation among the 8 best back-translations?

    Each BENCH is a folder with docs/ and gold.tsv; asked are its definite spans of the classes *_literal.
    """
    from mtqa.bench.inversion import measure_inversion
    from mtqa.translation import open_translator

    translator = open_translator("en-es", name=name, engine=engine, threads=threads)
    click.echo(translator.signature)
    for bench in benches:
        click.echo(str(bench))
        for share in measure_inversion(bench, translator, beam_size=beam):
            click.echo(share.line())


@evaluate.command()
@click.option("--names", default=1000, show_default=True, type=click.IntRange(1))
@_SEED
@engine_options
def copying(names: int, seed: int, name: str | None, engine: str, beam: int, threads: int) -> None:
    """Do people's names, drawn from the gazetteer, come through English-Spanish unchanged?"""
    from mtqa.bench.copying import measure_copying
    from mtqa.gazetteer import Gazetteer
    from mtqa.translation import open_translator

    gazetteer, translator = Gazetteer.open(), open_translator("en-es", name=name, engine=engine, threads=threads)
    click.echo(f"{translator.signature}|{gazetteer.signature}|seed:{seed}")
    for share in measure_copying(gazetteer, translator, names=names, seed=seed, beam_size=beam):
        click.echo(share.line())


@evaluate.command()
@click.option("--pairs", default=1000, show_default=True, type=click.IntRange(1))
@_SEED
@NAME_OPTION
@THREADS_OPTION
def scoring(pairs: int, seed: int, name: str | None, threads: int) -> None:
    """Does Spanish-English score literal translations of names above other words?

    The literal translations are made by the packages apertium and apertium-eng-spa.
    """
    from mtqa.bench.scoring import measure_scoring
    from mtqa.gazetteer import Gazetteer
    from mtqa.translation import open_translator
    from mtqa.translation.training.apertium import literal_english

    gazetteer, translator = Gazetteer.open(), open_translator("es-en", name=name, threads=threads)
    click.echo(f"{translator.signature}|{gazetteer.signature}|seed:{seed}")
    for share in measure_scoring(gazetteer, translator, literal_english, pairs=pairs, seed=seed):
        click.echo(share.line())


@evaluate.command()
@click.argument("source", type=FILE)
@click.option("--direction", type=DIRECTION, required=True)
@click.option("--lines", default=200, show_default=True, type=click.IntRange(1), help="How many lines of SOURCE.")
@NAME_OPTION
@BEAM_OPTION
@THREADS_OPTION
def speed(source: Path, direction: str, lines: int, name: str | None, beam: int, threads: int) -> None:
    """Translate SOURCE with both engines on the same weights, and compare."""
    from mtqa.bench.speed import measure_speed
    from mtqa.translation.evaluation import read_lines

    texts = read_lines(source)[:lines]
    fast, reference = measure_speed(direction, texts, name=name, threads=threads, beam_size=beam)
    for result in (fast, reference):
        click.echo(result.line())
    click.echo(f"ratio {fast.words_a_second / reference.words_a_second:.1f}")
