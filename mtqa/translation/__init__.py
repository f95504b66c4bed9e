"""Spanish and English, both ways: engines behind one protocol.

``open_translator("en-es")`` gives the embedded model on the fastest engine.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.choice import chosen, chosen_name
from mtqa.translation.protocol import DIRECTIONS, Hypothesis, Translator

__all__ = ["DIRECTIONS", "EMBEDDED", "ENGINES", "Hypothesis", "Translator", "embedded_folder", "open_translator"]

EMBEDDED = "embedded"
ENGINES = ("auto", "ct2", "transformers")


def embedded_folder(direction: str) -> Path:
    """The folder of the model that ships with mtqa (it holds ``ct2/`` and ``hf/``).

    Raises MtqaError when it is not installed.
    """
    spec = find_spec("mtqa_models")
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    places.append(Path(__file__).resolve().parents[2] / "models")
    for place in places:
        if (place / direction).is_dir():
            return place / direction
    raise MtqaError(f"{places[0] / direction}: the embedded model is missing; reinstall mtqa")


def open_translator(direction: str, *, name: str | None = None, engine: str = "auto", threads: int = 0) -> Translator:
    """Open a model of one direction ("en-es" or "es-en").

    ``name`` is a folder or the name of a MarianMT model on the model hub; None takes the model that
    `mtqa model use` chose, else the embedded one; "embedded" takes that in any case. ``engine`` "ct2"
    is the int8 engine, "transformers" the reference; "auto" takes ct2 where the folder holds its format.
    ``threads`` 0 lets the engine choose. Raises MtqaError when the model is missing, damaged or in the
    wrong format, ValueError for an unknown direction or engine.
    """
    if direction not in DIRECTIONS or engine not in ENGINES:
        raise ValueError(f"no direction {direction!r} or no engine {engine!r}")
    if name is None and (picked := chosen(direction)):
        name = chosen_name(picked) if engine == "transformers" else str(picked)
    if name == EMBEDDED:
        name = None
    folder = Path(name) if name else embedded_folder(direction)
    if name and not folder.is_dir():
        if engine == "ct2":
            raise MtqaError(f"{name}: no such folder; the ct2 engine takes a folder that holds model.bin")
        from mtqa.translation.marian import MarianEngine

        return MarianEngine(name, direction, threads)
    fast, reference = _part(folder, "ct2", "model.bin"), _part(folder, "hf", "config.json")
    if engine == "ct2" or (engine == "auto" and (fast / "model.bin").is_file()) or (engine == "auto" and not name):
        from mtqa.translation.ct2 import CTranslate2Engine

        return CTranslate2Engine(fast, direction, threads)
    from mtqa.translation.marian import MarianEngine

    return MarianEngine(str(reference), direction, threads)


def _part(folder: Path, sub: str, file: str) -> Path:
    """Where one format lies: in the folder's ``sub`` or, for a folder of that format alone, in itself."""
    return folder if (folder / file).is_file() and not (folder / sub).is_dir() else folder / sub
