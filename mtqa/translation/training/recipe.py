"""Recipe files: everything that decides what a training run makes, in readable YAML."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from mtqa.errors import MtqaError
from mtqa.translation.protocol import DIRECTIONS
from mtqa.translation.training import sections

KEPT = "recipe.json"


@dataclass(frozen=True)
class Recipe:
    """One training run. Sizes are in the model's own units; lengths and batches in pieces.

    ``mix`` maps a corpus section to how many times each of its pairs is taken (0.3: a random 30 %).
    ``minutes`` is the budget of training time: the learning rate falls to nothing at its end. ``steps``,
    when given, replaces it by a number of updates, which makes a run repeatable. ``short_first`` is the
    share of the run over which the longest admitted sequence grows from a few pieces to ``max_length``.
    ``pieces`` is the folder of the vocabulary (made there when it does not exist yet); empty:
    ``pieces/`` in ``output``. ``start`` is the output folder of an earlier run with the same sizes and
    vocabulary, whose newest weights a new run begins with, or an exported model (then ``pieces`` may be its ``hf``
    folder). ``patience`` is how many checkpoints in a row may
    miss the best chrF on the held-out pairs before the run ends early (0: it never does).
    ``matrix_rate`` is the peak rate of Muon, ``peak_rate`` that of AdamW.
    """

    direction: str
    corpus: str
    output: str
    mix: dict[str, float]
    vocab_size: int = 8000
    pieces: str = ""
    start: str = ""
    d_model: int = 256
    heads: int = 4
    ffn: int = 1024
    encoder_layers: int = 4
    decoder_layers: int = 2
    max_length: int = 128
    batch_tokens: int = 2800
    dropout: float = 0.0
    label_smoothing: float = 0.1
    matrix_rate: float = 2.5e-3
    peak_rate: float = 1.2e-3
    warmup: int = 400
    weight_decay: float = 0.01
    clip: float = 1.0
    minutes: float = 72.0
    steps: int = 0
    short_first: float = 0.35
    patience: int = 0
    checkpoint_minutes: float = 3.0
    keep_checkpoints: int = 8
    seed: int = 1
    threads: int = 1
    device: str = "auto"
    where: str = field(default="", compare=False)

    @property
    def vocabulary(self) -> Path:
        """The folder of the vocabulary."""
        return Path(self.pieces) if self.pieces else Path(self.output) / "pieces"

    @property
    def languages(self) -> tuple[str, str]:
        """Source and target language."""
        source, target = self.direction.split("-")
        return source, target


_POSITIVE = (
    "d_model",
    "heads",
    "ffn",
    "encoder_layers",
    "decoder_layers",
    "max_length",
    "batch_tokens",
    "matrix_rate",
    "peak_rate",
    "warmup",
    "clip",
    "minutes",
    "checkpoint_minutes",
    "keep_checkpoints",
    "threads",
)


def read_recipe(path: Path, **changes: object) -> Recipe:
    """Read and check a recipe; ``changes`` replaces some of its values (None: as the file says).

    Raises MtqaError: unknown key, missing key or file, impossible size.
    """
    import yaml

    try:
        values = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise MtqaError(f"{path}: cannot be read ({error}); give a recipe file") from error
    except yaml.YAMLError as error:
        raise MtqaError(f"{path}: not YAML ({str(error).splitlines()[0]})") from error
    if not isinstance(values, dict):
        raise MtqaError(f"{path}: a recipe is a list of `key: value` lines")
    known = {f.name: f for f in fields(Recipe) if f.name != "where"}
    for key in values:
        if key not in known:
            raise MtqaError(f"{path}: unknown key {key!r}; known: {', '.join(known)}")
    for key in ("direction", "corpus", "output", "mix"):
        if key not in values:
            raise MtqaError(f"{path}: {key!r} is missing")
    for key, value in values.items():
        values[key] = _checked(path, key, value, str(known[key].type))
    given = {
        key: str(value) if isinstance(value, Path) else value for key, value in changes.items() if value is not None
    }
    recipe = Recipe(**{**values, **given}, where=str(path))
    _check_sizes(recipe)
    _check_mix(recipe)
    return recipe


def keep_recipe(recipe: Recipe) -> None:
    """Write the recipe into its output folder, for a later export."""
    folder = Path(recipe.output)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEPT).write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")


def read_run_recipe(run: Path) -> Recipe:
    """The recipe of a checkpoint folder. Raises MtqaError when it is not one."""
    try:
        recipe = Recipe(**json.loads((run / KEPT).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise MtqaError(
            f"{run / KEPT}: missing or not a kept recipe; give the output folder of `mtqa model train`"
        ) from error
    _check_sizes(recipe)
    return replace(recipe, output=str(run))


def _checked(path: Path, key: str, value: Any, kind: str) -> Any:
    if kind == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    wanted = {"int": int, "str": str, "float": float}.get(kind, dict)
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise MtqaError(f"{path}: {key} must be {'a mapping' if wanted is dict else kind}, not {value!r}")
    return value


def _check_sizes(recipe: Recipe) -> None:
    where = recipe.where
    if recipe.direction not in DIRECTIONS:
        raise MtqaError(f"{where}: direction must be en-es or es-en, not {recipe.direction!r}")
    for key in _POSITIVE:
        if getattr(recipe, key) <= 0:
            raise MtqaError(f"{where}: {key} must be above 0, not {getattr(recipe, key)}")
    if recipe.d_model % (2 * recipe.heads):
        raise MtqaError(f"{where}: d_model ({recipe.d_model}) must be a multiple of 2 x heads ({recipe.heads})")
    if not 300 <= recipe.vocab_size <= 64_000:
        raise MtqaError(f"{where}: vocab_size must lie between 300 and 64000, not {recipe.vocab_size}")
    if recipe.batch_tokens < recipe.max_length:
        raise MtqaError(f"{where}: batch_tokens ({recipe.batch_tokens}) is below max_length ({recipe.max_length})")
    if recipe.patience < 0:
        raise MtqaError(f"{where}: patience must not be below 0, not {recipe.patience}")
    if not all(0 <= value < 1 for value in (recipe.dropout, recipe.label_smoothing, recipe.short_first)):
        raise MtqaError(f"{where}: dropout, label_smoothing and short_first must lie in [0, 1)")


def _check_mix(recipe: Recipe) -> None:
    where = recipe.where
    if not recipe.mix:
        raise MtqaError(f"{where}: mix names no section of the corpus")
    corpus = Path(recipe.corpus)
    for section, share in recipe.mix.items():
        if not isinstance(share, (int, float)) or isinstance(share, bool) or not 0 < share <= 50:
            raise MtqaError(f"{where}: mix: {section} must be a number above 0, not {share!r}")
        if sections.find(corpus, section) is None:
            raise MtqaError(
                f"{corpus / (section + sections.PLAIN)}: missing (named in {where}); build it with `mtqa model corpus`"
            )
