"""Where the decisions of a project are kept."""

from __future__ import annotations

import os

from mtqa.atomic import write_file
from mtqa.config.files import NAMES
from mtqa.errors import MtqaError

FOLDER = ".mtqa_review"
FILE = "decisions.sqlite3"


def project_folder(folder: str = ".") -> str:
    """The nearest folder, from ``folder`` upwards, that has decisions already; else the one with the configuration or
    the repository; else ``folder`` itself."""
    start = os.path.abspath(folder)
    above = [start]
    while os.path.dirname(above[-1]) != above[-1]:
        above.append(os.path.dirname(above[-1]))
    for marks in ((os.path.join(FOLDER, FILE),), (*NAMES[:2], ".git")):
        for place in above:
            if any(os.path.exists(os.path.join(place, mark)) for mark in marks):
                return place
    return start


def store_path(project: str, *, make: bool = False) -> str:
    """The file of a project's decisions. With ``make`` its folder is made, and git told to leave it out: a database in
    use is not for version control ('mtqa review export' is). Raises MtqaError."""
    folder = os.path.join(project, FOLDER)
    if make:
        try:
            os.makedirs(folder, exist_ok=True)
            ignore = os.path.join(folder, ".gitignore")
            if not os.path.exists(ignore):
                write_file(ignore, b"*\n")
        except OSError as error:
            raise MtqaError(f"{folder}: cannot be made: {error.strerror or error}; decisions need a place") from None
    return os.path.join(folder, FILE)
