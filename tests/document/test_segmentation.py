import pytest

from mtqa.document.segmentation import segment


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in segment(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met Gen. Jones.", "They spoke."],
        ["He left the U.S.", "The army stayed."],
        ["The U.S. Army stayed."],
        ["J. K. Rowling spoke.", "So did George W. Bush."],
        ["“It is over.”", "He left."],
        ["She asked: “Why?”", "Nobody knew."],
        ["“It is over”, he said.", "“Is it?” she asked."],
        ["He said: “This is it.”, and sat down."],
        ["They met at 5 p.m. in Lima.", "It rained."],
        ["They met at 5 p.m.", "Spain won."],
        ["They met at 5 p.m. GMT and left."],
        ["The firm is Acme Inc.", "It makes anvils."],
        ["It grew by 2.5 percent.", "1,000 people came."],
        ["Article No. 5 applies."],
        ["Really?!", "Yes…", "But how?"],
        ["He waited… and left."],
        ["1. The first point.", "2. The second."],
        ["(He left.)", "She stayed."],
        ['She said "no."', "He went."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_full_stop_without_a_space_ends_a_sentence() -> None:
    assert sentences("It was the end.The next day came.") == ["It was the end.", "The next day came."]
    assert sentences("He wrote to example.org for help.") == ["He wrote to example.org for help."]


def test_every_token_is_in_one_sentence() -> None:
    text = " Who? “Me.” Dr. No said... no. (U.S.) 5. Ok"
    tokens = [token.text for sentence in segment(text) for token in sentence.tokens]
    assert "".join(tokens) == text.replace(" ", "")


def test_nothing_to_segment() -> None:
    assert segment("") == segment("   ") == ()


def test_many_full_stops_cost_linear_time() -> None:
    assert len(segment("." * 50_000 + " a")) == 1
