"""The tables of weights as a file: read without running it, used for a while, and written with other numbers.

The file is Python like :mod:`mtqa.detection.weights`; only the literal after ``WEIGHTS`` is looked at. Comments, order
and layout stay when the numbers change, so that the tables remain readable.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mtqa.detection import weights as present
from mtqa.errors import MtqaError

Tables = dict[str, dict[str, float]]
PRESENT = Path(present.__file__)


def read_weights(path: Path) -> Tables:
    """The tables of a file. Raises MtqaError when it holds none, or not the tables and features of the present ones."""
    found: Tables = ast.literal_eval(_literal(_source(path), path))
    for table, features in present.WEIGHTS.items():
        if found.get(table, {}).keys() != features.keys():
            raise MtqaError(f"{path}: table {table} is missing or has other features than now; fit it again")
    return found


@contextmanager
def using(tables: Mapping[str, Mapping[str, float]]) -> Iterator[None]:
    """Weigh evidence by these tables for a while."""
    before = {table: dict(features) for table, features in present.WEIGHTS.items()}
    try:
        for table, features in tables.items():
            present.WEIGHTS[table] = dict(features)
        yield
    finally:
        present.WEIGHTS.clear()
        present.WEIGHTS.update(before)


def rewritten(tables: Mapping[str, Mapping[str, float]], path: Path = PRESENT) -> str:
    """The text of a file of weights with these numbers in it, to two places; what ``tables`` lacks stays.

    A number that would become 0 stays at the smallest step from it, on its side: a weight of 0 is no weight.
    """
    lines = _source(path).splitlines(keepends=True)
    changes: list[tuple[int, int, int, str]] = []
    for table, feature, node in _numbers(_literal("".join(lines), path)):
        if feature in tables.get(table, {}):
            assert node.end_col_offset is not None
            value = tables[table][feature]
            said = f"{round(value, 2) or math.copysign(0.01, value) * (value != 0):g}"
            said = said if "." in said or "e" in said else said + ".0"
            changes.append((node.lineno - 1, node.col_offset, node.end_col_offset, said))
    for number, start, end, said in sorted(changes, reverse=True):
        line = lines[number].encode()  # ast counts bytes
        lines[number] = (line[:start] + said.encode() + line[end:]).decode()
    return "".join(lines)


def _numbers(literal: ast.Dict) -> Iterator[tuple[str, str, ast.expr]]:
    for table, features in zip(literal.keys, literal.values):
        assert isinstance(table, ast.Constant) and isinstance(features, ast.Dict)
        for feature, node in zip(features.keys, features.values):
            assert isinstance(feature, ast.Constant)
            yield str(table.value), str(feature.value), node


def _literal(source: str, path: Path) -> ast.Dict:
    try:
        for node in ast.parse(source).body:
            target = node.target if isinstance(node, ast.AnnAssign) else None
            if isinstance(target, ast.Name) and target.id == "WEIGHTS" and isinstance(node, ast.AnnAssign):
                value = node.value
                if isinstance(value, ast.Dict) and all(isinstance(each, ast.Dict) for each in value.values):
                    ast.literal_eval(value)
                    return value
    except (SyntaxError, ValueError) as error:
        raise MtqaError(f"{path}: not a file of weights ({error})") from None
    raise MtqaError(f"{path}: has no table WEIGHTS; `mtqa bench fit` writes such files")


def _source(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error})") from None
