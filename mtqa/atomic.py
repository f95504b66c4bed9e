"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time

from mtqa.errors import MtqaError

SUFFIX = ".mtqa.tmp"
"""How the names of temporary files end."""
_OLD = 3600.0
"""Seconds after which a temporary file is nobody's any more."""


def write_file(path: str, data: bytes, *, durable: bool = True) -> None:
    """Put ``data`` in the place of a file, in one step: whoever reads it, and whatever kills us, finds the old file or
    the new one. Its mode is kept; a link is followed, what is no regular file (a pipe, a terminal) written to.
    ``durable`` waits until the disk has it; without, a loss of power may leave a broken file: for what can be made
    again, and is checked when it is read.

    Raises MtqaError when it cannot be written.
    """
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as stream:
                stream.write(data)
            return
        _replace(target, data, durable)
    except OSError as error:
        raise MtqaError(f"{path}: cannot be written: {error.strerror or error}") from None
    except ValueError as error:
        raise MtqaError(f"{path!r}: cannot be written: {error}") from None


def _replace(target: str, data: bytes, durable: bool) -> None:
    folder, name = os.path.split(target)
    prefix = f".{name[:50]}."
    _clear(folder, prefix)
    handle, temporary = tempfile.mkstemp(prefix=prefix, suffix=SUFFIX, dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _clear(folder: str, prefix: str) -> None:
    """Remove what runs that were killed have left behind; a file younger than an hour may be another run's."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.name.endswith(SUFFIX):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat().st_mtime > _OLD:
                        os.unlink(entry.path)


def _mode(target: str) -> int:
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
