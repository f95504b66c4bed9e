import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document.decoding import decode, known_encoding
from mtqa.errors import MtqaError

COPY = "The mayor of Córdoba, María Núñez, said: “no”.\n"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (COPY.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + COPY.encode(), "utf-8", True),
        (codecs.BOM_UTF16_LE + COPY.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + COPY.encode("utf-16-be"), "utf-16-be", True),
        (COPY.encode("utf-16-le"), "utf-16-le", False),
        (COPY.encode("utf-16-be"), "utf-16-be", False),
        (codecs.BOM_UTF32_LE + COPY.encode("utf-32-le"), "utf-32-le", True),
    ],
)
def test_unicode_is_recognised(data: bytes, encoding: str, bom: bool) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.bom, decoded.guessed) == (COPY, encoding, bom, False)


def test_western_eight_bit_text_is_windows_1252() -> None:
    decoded = decode(COPY.encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.guessed) == (COPY, "cp1252", True)


def test_other_eight_bit_text_is_detected() -> None:
    text = "Mateusz Morawiecki and Jarosław Kaczyński met Łukasz in Kraków, said the Polish agency."
    decoded = decode(text.encode("cp1250"), "a.txt")
    assert (decoded.text, decoded.guessed) == (text, True)


@pytest.mark.parametrize("head", [b'<meta charset="windows-1250">', b"<?xml version='1.0' encoding='windows-1250'?>"])
def test_a_declared_encoding_counts_where_utf8_fails(head: bytes) -> None:
    decoded = decode(head + "Kraków, Łódź".encode("cp1250"), "a.html")
    assert decoded.text.endswith("Kraków, Łódź")
    assert (decoded.encoding, decoded.guessed) == ("windows-1250", False)


def test_declared_latin_1_is_windows_1252_as_in_browsers() -> None:
    assert "“no”" in decode(b'<meta charset="iso-8859-1">' + COPY.encode("cp1252"), "a.html").text


def test_a_named_encoding_is_used() -> None:
    assert decode(COPY.encode("mac_roman"), "a.txt", "mac_roman").text == COPY
    assert decode(codecs.BOM_UTF8 + COPY.encode(), "a.txt", "utf-8").text == COPY
    assert decode(COPY.encode("utf-16"), "a.txt", "utf-16").text == COPY
    assert decode(COPY.encode("utf-16"), "a.txt", "utf-16-le").text == COPY
    assert decode(codecs.BOM_UTF8 + b"x", "a.txt", "latin-1").text == "ï»¿x"


@pytest.mark.parametrize(
    ("data", "encoding", "needle"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", None, "PNG image"),
        (b"%PDF-1.7 \xff", None, "PDF"),
        (b"PK\x03\x04\x14\0", None, "ZIP archive"),
        (b"some text\0 and more text, quite a lot", None, "NUL byte (at byte 9)"),
        ("El Niño, España, Perú, Bogotá\n".encode() + b"bad \xff byte", None, "broken at byte"),
        (b"caf\xe9", "utf-8", "not valid utf-8 at byte 3"),
        (b"caf\xc3\xa9", "ascii", "not valid ascii"),
        (b"odd", "utf-16", "not valid utf-16"),
        (b"a\0b", "latin-1", "NUL"),
        (b"x", "no-such-code", "unknown encoding"),
        (b"x", "base64", "unknown encoding"),
        (bytes(range(128, 256)) * 3, None, ""),
    ],
)
def test_what_cannot_be_read_says_file_and_remedy(data: bytes, encoding: str | None, needle: str) -> None:
    with pytest.raises(MtqaError) as error:
        decode(data, "dir/a.txt", encoding)
    message = str(error.value)
    assert message.startswith("dir/a.txt: ")
    assert needle in message
    assert "\n" not in message


def test_empty_is_text() -> None:
    assert decode(b"", "a.txt").text == decode(codecs.BOM_UTF8, "a.txt").text == ""


def test_known_encodings() -> None:
    assert known_encoding("latin-1")
    assert not known_encoding("rot13")
    assert not known_encoding("nonsense")
    assert not known_encoding("a\0b")


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused_in_one_line(data: bytes) -> None:
    try:
        assert "\0" not in decode(data, "a.txt").text
    except MtqaError as error:
        assert "\n" not in str(error)


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_utf8_comes_back(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt").text == text
