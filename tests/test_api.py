"""The public names."""

import subprocess
import sys

import pytest

import mtqa


@pytest.mark.parametrize("name", mtqa.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(mtqa, name).__doc__


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute"):
        mtqa.nothing  # noqa: B018


def test_importing_costs_nothing() -> None:
    code = "import sys, mtqa; print(sorted(m for m in sys.modules if m.startswith('mtqa')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['mtqa']"
