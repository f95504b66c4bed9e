"""What a rule is: a code, a name, documentation in its own source, and a function that proposes candidates."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType

from mtqa.detection.article import Article
from mtqa.detection.candidates import Candidate

Propose = Callable[[Article], Iterable[Candidate]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``documentation`` is the docstring of its module, written as ``mtqa explain`` prints it."""

    code: str
    name: str
    summary: str
    documentation: str
    fix_safety: str
    propose: Propose


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module of this package defines by CODE, NAME, FIX_SAFETY, its docstring and ``propose``."""
    documentation = inspect.cleandoc(module.__doc__ or "")
    return Rule(
        code=module.CODE,
        name=module.NAME,
        summary=documentation.split("\n", 1)[0],
        documentation=documentation,
        fix_safety=module.FIX_SAFETY,
        propose=module.propose,
    )
