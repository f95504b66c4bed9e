"""Models in place of the embedded ones: `mtqa model use` puts them where every later lint finds them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from mtqa.errors import MtqaError
from mtqa.translation.protocol import DIRECTIONS

FOLDER_VARIABLE = "MTQA_MODELS"
"""Environment variable naming the folder of chosen models; without it they lie in the user's data folder."""
RECORD = "choice.json"
_FILES = ("*.json", "*.spm", "*.safetensors", "*.safetensors.index.json")


def models_folder() -> Path:
    """Where chosen models lie, a folder a direction."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("mtqa", appauthor=False) / "models"


def chosen(direction: str) -> Path | None:
    """The folder of the model chosen for a direction, None when it is the embedded one."""
    folder = models_folder() / direction
    return folder if (folder / RECORD).is_file() else None


def chosen_name(folder: Path) -> str:
    """What the user called the model in a chosen folder."""
    try:
        return str(json.loads((folder / RECORD).read_text("utf-8"))["name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MtqaError(f"{folder / RECORD}: damaged ({error}); run `mtqa model use` again") from error


def choose(name: str, direction: str | None = None) -> tuple[str, Path]:
    """Convert a MarianMT model for the int8 engine and use it from now on; returns its direction and folder.

    ``name`` is a folder or a hub name. The direction, when not given, is what the model says of itself.
    Raises MtqaError when the model cannot be found, has no safetensors weights, or does not say what it
    translates; the model in use before stays then.
    """
    source = local_copy(name)
    direction = direction or told_direction(source, name)
    place = models_folder() / direction
    _convert(source, name, place)
    return direction, place


def model_folder(name: str | None, direction: str, engine: str = "auto") -> Path | None:
    """The folder that a model lies in which settings name: a folder, "embedded", a hub name, or None for the one in
    use. None when it is nowhere on this machine in the form that the engine takes. Raises MtqaError."""
    from mtqa.translation import EMBEDDED, embedded_folder

    if name is None and (picked := chosen(direction)):
        name = chosen_name(picked) if engine == "transformers" else str(picked)
    if name in (None, EMBEDDED):
        return embedded_folder(direction)
    if Path(str(name)).is_dir():
        return Path(str(name))
    return None if engine == "transformers" else _converted(str(name), direction)


def pinned(name: str, direction: str) -> Path:
    """The folder of a model that a repository names: a folder itself; of a model on the hub the int8 form, which is
    made at the first need and stays. Raises MtqaError when there is no such model."""
    found = Path(name) if Path(name).is_dir() else _converted(name, direction)
    if found is None:
        source = local_copy(name)
        if (told := told_direction(source, name)) != direction:
            raise MtqaError(f"{name}: translates {told}, and this needs a model for {direction}")
        found = _place(name, direction)
        _convert(source, name, found)
    return found


def _place(name: str, direction: str) -> Path:
    return models_folder() / "pinned" / direction / name.replace("/", "--")


def _converted(name: str, direction: str) -> Path | None:
    for place in (models_folder() / direction, _place(name, direction)):
        if (place / RECORD).is_file() and chosen_name(place) == name:
            return place
    return None


def _convert(source: Path, name: str, place: Path) -> None:
    from mtqa.translation.training.export import convert

    partial = place.with_name(f".writing-{place.name}")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        convert(source, partial / "ct2")
        kept = str(source.resolve()) if Path(name).is_dir() else name
        (partial / RECORD).write_text(json.dumps({"name": kept}) + "\n", encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)
        os.replace(partial, place)
    except OSError as error:
        raise MtqaError(f"{place}: cannot be written ({error.strerror or error})") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def forget(direction: str) -> bool:
    """Go back to the embedded model of a direction; returns whether another was in use."""
    folder = chosen(direction)
    if folder is None:
        return False
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise MtqaError(f"{folder}: cannot be removed ({error.strerror})") from error
    return True


def local_copy(name: str) -> Path:
    """The folder of a model: itself, its ``hf`` part, or the hub's files for it as this machine has them.

    What is not on the machine yet is fetched. Raises MtqaError when there is no such model.
    """
    folder = Path(name)
    if folder.is_dir():
        return folder / "hf" if (folder / "hf" / "config.json").is_file() else folder
    if name.startswith((".", "/")) or name.count("/") != 1:
        raise MtqaError(f"{name}: no such folder; give a model folder or a hub name such as OWNER/MODEL")
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, allow_patterns=list(_FILES)))
    except Exception as error:  # the hub's client raises errors of its own, of requests', and ValueError
        why = (str(error).strip().split("\n")[0] or type(error).__name__)[:200]
        raise MtqaError(f"{name}: not on this machine and cannot be fetched ({why})") from error


def told_direction(folder: Path, name: str) -> str:
    """The direction that a model's tokenizer settings or else its name tell. Raises MtqaError when neither does."""
    try:
        settings = json.loads((folder / "tokenizer_config.json").read_text("utf-8"))
        told = f"{settings.get('source_lang')}-{settings.get('target_lang')}"
    except (OSError, ValueError, AttributeError):
        told = ""
    for direction in DIRECTIONS:
        if told == direction or ((not told or "None" in told) and name.rstrip("/").endswith(direction)):
            return direction
    raise MtqaError(f"{name}: does not say that it translates between English and Spanish; give --direction")
