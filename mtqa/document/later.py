"""Blocks that are made when somebody asks for them: what is known of a file already need not be read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from mtqa.document.model import Block


class LaterBlocks(Sequence[Block]):
    """The blocks that ``read`` gives, which is called once, at the first question."""

    def __init__(self, read: Callable[[], Sequence[Block]]) -> None:
        self._read = read

    @cached_property
    def _blocks(self) -> Sequence[Block]:
        return self._read()

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        return self._blocks[index]

    def __len__(self) -> int:
        return len(self._blocks)
