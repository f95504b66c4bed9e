from mtqa.document.blocks import BlockBuilder


def test_a_plain_slice_needs_no_map() -> None:
    builder = BlockBuilder()
    builder.slice("  Two words ", 10)
    block = builder.build()
    assert block is not None
    assert (block.text, block.offset, block.origins) == ("Two words", 12, None)


def test_spaces_of_every_kind_read_as_one() -> None:
    builder = BlockBuilder()
    builder.slice("a\u00a0b \t\u2009 c", 0)
    block = builder.build()
    assert block is not None
    assert block.text == "a b c"
    assert block.source_span(3, 4) == (block.source_span(3, 4).__class__)(3, 7)


def test_spaces_may_stay_apart() -> None:
    builder = BlockBuilder(collapse=False)
    builder.slice("a\t\u00a0b", 5)
    block = builder.build()
    assert block is not None
    assert (block.text, block.origins) == ("a  b", None)


def test_invisible_characters_are_not_read_but_are_spanned() -> None:
    builder = BlockBuilder()
    builder.slice("Pa\u00adlo\u200bmas", 3)
    block = builder.build()
    assert block is not None
    assert block.text == "Palomas"
    span = block.source_span(0, 7)
    assert (span.start, span.end) == (3, 12)


def test_nothing_readable_makes_no_block() -> None:
    for text in ("", "   ", "\u200b", "— * —"):
        builder = BlockBuilder()
        builder.slice(text, 0)
        assert builder.build() is None
