"""``mtqa gazetteer add``, ``remove`` and ``check``: the newsroom's own table of names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.errors import MtqaError

if TYPE_CHECKING:
    from mtqa.gazetteer.store import Gazetteer

_house_option = click.option(
    "--house",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The house table.  [default: the mtqa.gazetteer.csv in the working folder or the nearest above it]",
)
_LISTED = {
    "not": ("--not", "A form that copy must not have.", "forbidden"),
    "also": ("--also", "Another form that copy may have.", "also"),
    "spanish": ("--spanish", "What Spanish copy calls it.", "spanish"),
    "acronym": ("--acronym", "Its acronym in English copy.", "acronym"),
    "spanish_acronym": ("--spanish-acronym", "Its acronym in Spanish copy.", "spanish_acronym"),
}
_SINGLE = {
    "kind": "person, place, organisation, media, party, work, event, demonym or term.",
    "country": "Its country: a two-letter code or an English name.",
    "family": "The surname, where it is not the last word.",
    "id": "Its Wikidata item.",
    "note": "Why; shown with findings.",
    "office": "A title of office: mayor, minister of finance.",
    "place": "Where: a country or a body; by default the country.",
    "start": "The first day in office: YYYY, YYYY-MM or YYYY-MM-DD.",
    "end": "The last day in office.",
}


def _columns(command: Any) -> Any:
    """The options of ``add``, one a column."""
    for name, text in reversed(_SINGLE.items()):
        command = click.option(f"--{name}", name, metavar="TEXT", help=text)(command)
    for option, text, name in reversed(_LISTED.values()):
        command = click.option(option, name, multiple=True, metavar="FORM", help=f"{text} Repeatable.")(command)
    return command


@click.command()
@click.argument("english")
@_columns
@_house_option
def add(english: str, house: Path | None, forbidden: tuple[str, ...], **values: Any) -> None:
    """Add ENGLISH, the form that the house writes, to its table, or forms and offices to an entity that is there.

    The table is made in the working folder when there is none.
    """
    from mtqa.gazetteer.house.discovery import HOUSE_FILE
    from mtqa.gazetteer.house.edit import Editor
    from mtqa.gazetteer.store import Gazetteer

    editor = Editor(house or _nearest() or Path(HOUSE_FILE), Gazetteer.open())
    values["not"] = forbidden
    for name in _LISTED:
        for form in values[name]:
            if "|" in form:
                raise MtqaError(f'{form!r}: "|" parts forms: give the option once for each')
        values[name] = "|".join(values[name])
    if not english.split():
        raise MtqaError("the house form is missing")
    for text in (english, *values.values()):
        if text and len(text.splitlines()) > 1:
            raise MtqaError(f"{text!r}: a form stands in one line")
    done = editor.add(english, values)
    editor.save()
    click.echo(f"{editor.path}: {done}")


@click.command()
@click.argument("english")
@click.option("--form", "forms", multiple=True, metavar="FORM", help="Remove only this form of it. Repeatable.")
@_house_option
def remove(english: str, forms: tuple[str, ...], house: Path | None) -> None:
    """Remove the entity with the house form ENGLISH from the house table, or some of its forms."""
    from mtqa.gazetteer.house.edit import Editor
    from mtqa.gazetteer.store import Gazetteer

    path = house or _nearest()
    if path is None or not path.exists():
        raise MtqaError(_nowhere(path))
    editor = Editor(path, Gazetteer.open())
    done = editor.remove(english, forms)
    editor.save()
    click.echo(f"{editor.path}: {done}")


def check_house(house: Path | None, gazetteer: Gazetteer) -> int:
    """Print what is wrong with the house table; the exit status. Raises MtqaError when there is none."""
    from mtqa.gazetteer.house.sheet import parse, read_bytes
    from mtqa.gazetteer.house.table import lines_of, read_entries

    path = house or _nearest()
    if path is None:
        raise MtqaError(_nowhere(path))
    entries, problems = read_entries(parse(read_bytes(path)), gazetteer)
    for line in lines_of(path, problems):
        click.echo(line, err=True)
    if problems:
        return 2
    forms = sum(len(entry.forbidden) for entry in entries)
    click.echo(f"{path}: {len(entries)} entities, {forms} forbidden forms, nothing wrong")
    return 0


def _nearest() -> Path | None:
    import os

    from mtqa.gazetteer.house.discovery import find_house

    found = find_house(".")
    return Path(os.path.relpath(found)) if found else None


def _nowhere(path: Path | None) -> str:
    if path is not None:
        return f"{path}: there is no such house table; mtqa gazetteer add makes one"
    return "no mtqa.gazetteer.csv here or in a folder above; mtqa gazetteer add makes one, --house names another"
