"""The rules, one file each. A rule's documentation is its module's docstring; codes are never reused."""

from mtqa.rules import (
    corrupted_name,
    house_form,
    literal_name,
    lost_letter,
    misspelt_name,
    name_case,
    role_mismatch,
    spanish_demonym,
    spanish_form,
    wrong_acronym,
)
from mtqa.rules.base import Rule, rule_of

RULES: tuple[Rule, ...] = tuple(
    rule_of(module)
    for module in (
        wrong_acronym,
        corrupted_name,
        lost_letter,
        house_form,
        literal_name,
        misspelt_name,
        name_case,
        role_mismatch,
        spanish_form,
        spanish_demonym,
    )
)
"""Every rule, in the order of its code."""

__all__ = ["RULES", "Rule"]
