"""How long a repository of copy takes: the first time, when nothing has changed, and when one commit has.

``python -m mtqa.bench.repository`` makes the articles (the same each time), lints them through the installed command,
and prints the seconds. Articles differ in their sentences, names and order, so that no two are alike.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click

from mtqa.atomic import write_file

GIVEN = "Lucía Tomás Irene Mateo Elena Julio Carmen Víctor Alicia Rafael Nuria Andrés Pilar Joaquín Rosa Emilio".split()
FAMILY = "Zabaleta Quintero Ferrer Olmos Benítez Carranza Duarte Espino Ibarra Lobato Montes Palacios Requena".split()
PLACES = "Lima Bogotá Quito Asunción Montevideo Seville Bilbao Oviedo Málaga Managua Guatemala Caracas Valencia".split()
BODIES = (
    "the regional council",
    "the port authority",
    "the electricity company",
    "the teachers' union",
    "the water board",
    "the public university",
    "the ministry",
    "the central bank",
)
SENTENCES = (
    "{Body} announced this {day} that the works of the second phase will begin in {month}.",
    "{who}, spokesman of {body}, said in {place} that the figures “are not those that were expected”.",
    "According to the report, {number} families of {place} were left without supply after the storm.",
    "The measure, which was approved with {number} votes in favor, enters into force in {month}.",
    "{who} recalled that {body} had already asked for the resources in {year}.",
    "In {place}, the demonstrators marched from the square to the headquarters of {body}.",
    "The budget foresees an investment of {number} million euros until {year}.",
    "“It is not a problem of {body} alone”, added {who}, who asked for calm.",
    "The trial against {who} will resume on {day} in the court of {place}.",
    "Until now, {body} has not responded to the questions of the journalists.",
    "The president of {body}, {who}, travels to {place} on {day} with a delegation of {number} businessmen.",
    "The prices rose {number} percent in {month}, more than {body} had calculated.",
)
WRONG = (
    "The president of Peru, Pedro Castle, received the delegation on {day}.",
    "The newspaper The Vanguard published the text on {day}.",
    "The bombings of Zaporiyia continued in {month}.",
    "The World Health Organization (OMS) sent {number} observers to {place}.",
)
"""Every fourth article has one of these."""
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
MONTHS = "January March April June September October November".split()


def article(number: int) -> str:
    """The text of an article: front matter, a headline, five to nine paragraphs."""
    chance = random.Random(number)
    day = date(2021, 1, 4) + timedelta(days=number % 700)
    paragraphs = []
    for _ in range(chance.randint(5, 9)):
        paragraphs.append(" ".join(_sentence(chance, SENTENCES) for _ in range(chance.randint(2, 4))))
    if number % 4 == 0:
        paragraphs.insert(chance.randrange(len(paragraphs)), _sentence(chance, WRONG))
    headline = f"{chance.choice(PLACES)}: {chance.choice(BODIES)} and the {chance.choice(MONTHS)} figures"
    return f"---\ntitle: Story {number}\ndate: {day}\n---\n\n# {headline}\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random, templates: tuple[str, ...]) -> str:
    body = chance.choice(BODIES)
    return chance.choice(templates).format(
        body=body,
        Body=body[0].upper() + body[1:],
        who=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        place=chance.choice(PLACES),
        day=chance.choice(DAYS),
        month=chance.choice(MONTHS),
        number=chance.randint(3, 400),
        year=chance.randint(2012, 2020),
    )


def write_articles(folder: Path, count: int) -> list[Path]:
    """The first ``count`` articles, 100 a folder."""
    paths = [folder / "copy" / f"{number // 100:03}" / f"{number:05}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(path), article(number).encode(), durable=False)
    return paths


@dataclass(frozen=True)
class Took:
    """A run: seconds on the clock and of processor time, and its standard output."""

    clock: float
    processor: float
    out: bytes


def timed(folder: Path, *arguments: str) -> Took:
    """Run ``mtqa`` in a folder, in a process of its own. Raises RuntimeError when it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "mtqa", *arguments], cwd=folder, capture_output=True, check=False)
    clock, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise RuntimeError(os.fsdecode(done.stderr))
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(clock, processor, done.stdout)


def cached(folder: Path, count: int, *options: str, jobs: str = "auto") -> None:
    """Print what ``count`` articles take the first time and when nothing has changed."""
    write_articles(folder, count)
    lint = ("lint", "copy", "--quiet", "--format", "json", *options)
    first = timed(folder, *lint, "--jobs", jobs)
    again = [timed(folder, *lint) for _ in range(3)]
    found = sum(len(file["findings"]) for file in json.loads(first.out)["files"])
    best = min(again, key=lambda took: took.clock)
    click.echo(f"articles         {count:,} with {found:,} findings")
    click.echo(f"the first time   {first.clock:8.2f} s")
    click.echo(f"unchanged        {best.clock:8.2f} s, {best.processor:.2f} s of processor time (the best of three)")
    click.echo(f"ratio            {first.clock / best.clock:8.1f}")
    click.echo(f"the same output  {'yes' if all(each.out == first.out for each in again) else 'NO'}")


def since(folder: Path, count: int, commits: int, *options: str) -> None:
    """Print what ``--since HEAD~1`` takes in repositories of several sizes, and what the changed files alone take."""
    for size in (count // 20, count):
        place = folder / str(size)
        paths = write_articles(place, size)
        _history(place, paths, commits)
        named = os.fsdecode(_git(place, "diff", "--name-only", "HEAD~1")).split()
        lint = ("lint", "--quiet", "--no-cache", "--exit-zero", *options)
        narrow = min((timed(place, *lint, "--since", "HEAD~1") for _ in range(3)), key=lambda took: took.processor)
        alone = min((timed(place, *lint, *named) for _ in range(3)), key=lambda took: took.processor)
        click.echo(
            f"{size:6,} articles, {commits} commits: --since HEAD~1 {narrow.processor:6.2f} s of processor time; "
            f"its {len(named)} files alone {alone.processor:6.2f} s; ratio {narrow.processor / alone.processor:.2f}"
        )


def _history(folder: Path, paths: list[Path], commits: int) -> None:
    """A repository whose every commit adds a paragraph to three articles."""
    _git(folder, "init", "-q", "-b", "main")
    for number in range(commits):
        chance = random.Random(number)
        for path in chance.sample(paths, 3) if number else ():
            text = path.read_text(encoding="utf-8")
            write_file(str(path), (text + "\n" + _sentence(chance, SENTENCES) + "\n").encode(), durable=False)
        _git(folder, "add", "-A")
        _git(folder, "commit", "-q", "-m", f"Edition {number}")


def _git(folder: Path, *arguments: str) -> bytes:
    identity = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout


@click.command()
@click.option("--articles", default=1000, show_default=True, help="For the cache; twice as many for --since.")
@click.option("--commits", default=20, show_default=True)
@click.option("--jobs", default="auto", show_default=True, help="Of the first run.")
@click.option("--no-models", is_flag=True, help="Lint without the translation model.")
@click.option("--only", type=click.Choice(["cache", "since"]), help="Only this part.")
def main(articles: int, commits: int, jobs: str, no_models: bool, only: str | None) -> None:
    """Measure what a repository of copy takes."""
    options = ("--no-models",) if no_models else ()
    with tempfile.TemporaryDirectory() as folder:
        if only != "since":
            cached(Path(folder) / "cache", articles, *options, jobs=jobs)
        if only != "cache":
            since(Path(folder) / "since", 2 * articles, commits, *options)


if __name__ == "__main__":
    main()
