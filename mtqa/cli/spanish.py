"""``--source``: the Spanish beside the stories, for commands that show both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.files import Source
from mtqa.config.discovery import Configs
from mtqa.document import Document
from mtqa.errors import MtqaError
from mtqa.output import FileResult, Style
from mtqa.output.places import slashed

if TYPE_CHECKING:
    from mtqa.review.page.model import SourceData
    from mtqa.review.source.discovery import Sources

source_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--source",
    metavar="PATH",
    help="The Spanish: a file, or a folder with files of the same names.  [default: story.es.md beside story.md]",
)


def stories_and_spanish(given: str | None, paths: Sequence[str], found: list[Source]) -> tuple[list[Source], Sources]:
    """The sources that are stories, not the Spanish beside one; and where to look for that. Raises MtqaError."""
    from mtqa.review.source.discovery import Sources

    names = [each.path for each in found if not each.stdin]
    spanish = Sources(given, paths, names)
    return [each for each in found if each.stdin or not spanish.is_source(each.path, names)], spanish


def read_as(configs: Configs, path: str) -> Document:
    """A file as the configuration says that it is to be read. Raises MtqaError."""
    config = configs.of(path)
    return Source(path).read(config["encoding"], int(config["max-size"] * 1e6))


def spanish_beside(
    results: Iterable[FileResult], spanish: Sources, configs: Configs, style: Style
) -> tuple[dict[str, SourceData], list[str]]:
    """The Spanish of each story that has one, by the story's path; and a line for each that cannot be shown."""
    from mtqa.review.page.data import findings_data
    from mtqa.review.source.pairing import source_of

    beside, problems = {}, []
    for result in results:
        if not result.document.blocks:  # a sidecar
            continue
        findings = findings_data(result.document, "", style.shown(result))
        try:
            found = source_of(result.document, findings, spanish, lambda path: read_as(configs, path))
        except MtqaError as error:
            problems.append(str(error))
            continue
        if found is not None:
            beside[slashed(result.document.path)] = found
    return beside, problems
