from dataclasses import dataclass

import pytest

from mtqa.config.selection import check_selectors, selected
from mtqa.errors import MtqaError


@dataclass(frozen=True)
class Rule:
    code: str
    name: str


RULES = (Rule("NAM101", "literal-name"), Rule("NAM102", "misspelt-name"), Rule("ACR101", "wrong-acronym"))


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["NAM101", "NAM102", "ACR101"]),
        (("NAM",), (), ["NAM101", "NAM102"]),
        (("nam101", "wrong-acronym"), (), ["NAM101", "ACR101"]),
        ((), ("NAM",), ["ACR101"]),
        ((), ("literal-name",), ["NAM102", "ACR101"]),
        (("NAM",), ("NAM101",), ["NAM102"]),
        (("NAM101",), ("NAM",), ["NAM101"]),  # the more exact one decides
        (("NAM",), ("NAM",), []),
    ],
)
def test_selected(select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]) -> None:
    assert [rule.code for rule in RULES if selected(rule, select, ignore)] == codes


@pytest.mark.parametrize(
    ("selector", "hint"),
    [("litteral-name", "literal-name"), ("nam201", "NAM101"), ("", ""), ("XYZ", "")],
)
def test_an_unknown_selector_is_refused_with_the_nearest(selector: str, hint: str) -> None:
    with pytest.raises(MtqaError) as error:
        check_selectors(["NAM", selector], RULES)
    assert (f"did you mean {hint}?" in str(error.value)) == bool(hint)
    assert "mtqa rules" in str(error.value)


def test_known_selectors_pass() -> None:
    check_selectors(["NAM", "A", "wrong-acronym", "nam102"], RULES)
