"""The stream of tags and text, and what tells a wire story from other XML."""

from __future__ import annotations

import pytest

from mtqa.document.readers.htmltokens import Text, in_cdata
from mtqa.document.readers.walking import Gap
from mtqa.document.readers.xmlroot import HEAD, is_story
from mtqa.document.readers.xmltokens import XmlTag, xml_tokens

SOURCE = """<?xml version="1.0"?><!-- ñ -->
<!DOCTYPE a [<!ENTITY own "x">]>
<a xmlns:b="urn:b" b:x="1 &lt; 2"><b:c/>ñ&amp;&#233;&nbsp;&own;<!-- é -->é<?i ?><![CDATA[<&]]>]</a><!-- é -->"""


def test_tokens_and_their_places() -> None:
    told = []
    for token in xml_tokens(SOURCE, "a.xml"):
        source = SOURCE[token.start : token.end]
        if isinstance(token, XmlTag):
            told.append((("/" if token.closing else "") + token.name, source))
        else:
            assert isinstance(token, Text | Gap)
            told.append(("gap" if isinstance(token, Gap) else "raw" if token.raw else "text", source))
    assert told == [
        ("a", '<a xmlns:b="urn:b" b:x="1 &lt; 2">'),
        ("c", "<b:c/>"),
        ("/c", ""),
        ("text", "ñ&amp;&#233;&nbsp;"),
        ("gap", "&own;"),
        ("text", "é"),
        ("raw", "<&"),
        ("text", "]"),
        ("/a", "</a>"),
    ]


def test_names_in_namespaces_and_attributes() -> None:
    outer, inner = (token for token in xml_tokens(SOURCE, "a.xml")[:2])
    assert isinstance(outer, XmlTag)
    assert isinstance(inner, XmlTag)
    assert (outer.namespace, outer.attributes()) == ("", {"urn:b x": "1 < 2"})
    assert (inner.namespace, inner.name, inner.language) == ("urn:b", "c", "")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<nitf/>", True),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><!-- \xf1 --><nitf><broken", True),
        ("<?xml version='1.0' encoding='windows-1252'?><!-- “ --><nitf>".encode("cp1252"), True),
        ("<nitf>".encode("utf-16"), True),
        (b"\xef\xbb\xbf<nitf>", True),
        (b"<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'>", True),
        (b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", True),
        (b"<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", True),
        (b"<g:newsMessage xmlns:g='http://iptc.org/std/nar/2006-10-01/'>", True),
        (b"<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", False),
        (b"<newsItem>", False),
        (b"<nitf xmlns='urn:x'>", False),
        (b"<rss><nitf/></rss>", False),
        (b"<?xml version='1.0' encoding='no-such'?><nitf>", False),
        (b"<!DOCTYPE nitf [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><nitf>", True),
        (b"<nit", False),
        (b"nitf", False),
        (b"\x00\x01", False),
        (b"", False),
        ((b"<!--" + b" " * HEAD + b"--><nitf/>")[:HEAD], False),
    ],
)
def test_what_begins_as_a_wire_story(data: bytes, expected: bool) -> None:
    assert is_story(data) is expected


def test_places_in_cdata_sections() -> None:
    text = "a<![CDATA[b]]>c<!-- <![CDATA[ -->d]]>e"
    assert [letter for letter in "abcde" if in_cdata(text, text.index(letter))] == ["b", "d"]
