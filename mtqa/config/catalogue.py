"""All rules that can be selected, ignored, graded and explained: those that read copy, and those that judge
suppressions afterwards."""

from __future__ import annotations

from dataclasses import replace

from mtqa.config.selection import exactness
from mtqa.config.settings import Settings
from mtqa.rules import RULES, Rule
from mtqa.rules.base import rule_of


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of its code."""
    return tuple(sorted((*RULES, *suppression_rules()), key=lambda rule: rule.code))


def suppression_rules() -> tuple[Rule, ...]:
    """The rules about suppressions, which need no article."""
    from mtqa.suppression import unused_suppression, wrong_suppression

    return rule_of(unused_suppression), rule_of(wrong_suppression)


def for_linter(settings: Settings) -> Settings:
    """The settings without the selectors that name only rules about suppressions, which the linter does not know."""
    select = tuple(each for each in settings.select if _names_one(each))
    ignore = tuple(each for each in settings.ignore if _names_one(each))
    if settings.select and not select:  # only those rules are wanted: no other must run
        ignore = tuple(rule.code for rule in RULES)
    return replace(settings, select=select, ignore=ignore)


def _names_one(selector: str) -> bool:
    return any(exactness(rule, (selector,)) for rule in RULES)
