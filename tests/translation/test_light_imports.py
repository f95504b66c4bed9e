"""The fast engine brings in neither torch nor transformers."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from mtqa.translation import open_translator
translator = open_translator("en-es", name=sys.argv[1], engine="ct2", threads=1)
assert translator.translate(["The judge reads the book."], n_best=2)
assert translator.score(["a"], ["b"])
heavy = {"torch", "transformers", "sacrebleu", "rich"} & set(sys.modules)
assert not heavy, heavy
"""


def test_neither_torch_nor_transformers(model_folder: Path) -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT, str(model_folder)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
