from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document
from mtqa.document.blocks import PLACEHOLDER
from mtqa.document.readers.wire import read_wire
from mtqa.errors import FormatError

NITF = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd" [<!ENTITY agency "Wire > of ours">]>
<nitf version="-//IPTC//DTD NITF 3.4//EN">
  <head>
    <title>Talks end</title>
    <docdata><date.issue norm="20211128T101500Z"/><key-list><keyword key="no"/></key-list>no</docdata>
    <pubdata date.publication="20200101"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Talks <em>end</em></hl1><hl2>Two days</hl2></hedline>
      <byline>By Ana Ruiz<byttl>Staff</byttl></byline>
      <dateline><location>LIMA</location><story.date norm="20211129">Nov 29</story.date></dateline>
    </body.head>
    <body.content>
      <block>
        <p>The   president, <person>Ana&#160;Ru&#xAD;iz</person>,
        said &#8220;no&#8221;<!-- <p>no</p> --> &amp; left<sup>1</sup>.<br/>Then<br/><br></br>new &agency;
        <?x >?>line</p>
        <hl2>Caf&eacute;</hl2>
        <p><![CDATA[AT&T <b>]]> and <org>Acme<alt-code idsrc="x"/><classifier/><classifier>no</classifier></org></p>
        <media><media-reference source="no">no</media-reference><media-metadata>no</media-metadata>
          <media-object>bm8=</media-object><media-caption><p>A boat</p></media-caption></media>
        <ul><li>one</li><li>two</li></ul>
        <table><tr><th>Head</th><td>5 &lt; 6</td></tr></table><pre>no</pre>
      </block>
    </body.content>
    <body.end><tagline>Ben Oak wrote this</tagline></body.end>
  </body>
</nitf>
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_wire(text, "a.xml").blocks]


def texts(text: str) -> list[str]:
    return [block.text for block in read_wire(text, "a.xml").blocks]


def test_what_is_read_of_nitf_and_what_is_not() -> None:
    assert kinds(NITF) == [
        ("heading", "Talks end"),
        ("heading", "Talks end"),
        ("heading", "Two days"),
        ("paragraph", "By Ana Ruiz"),
        ("paragraph", "Staff"),
        ("paragraph", "LIMA"),
        ("paragraph", "Nov 29"),
        ("paragraph", f"The president, Ana Ruiz, said “no” & left{PLACEHOLDER}. Then"),
        ("paragraph", f"new {PLACEHOLDER} line"),
        ("heading", "Café"),
        ("paragraph", f"AT&T <b> and Acme{PLACEHOLDER}"),
        ("caption", "A boat"),
        ("item", "one"),
        ("item", "two"),
        ("cell", "Head"),
        ("cell", "5 < 6"),
        ("paragraph", "Ben Oak wrote this"),
    ]


def item(content: str, *, attributes: str = 'xml:lang="en"', meta: str = "", created: str = "") -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" {attributes}>'
        f"<itemMeta><itemClass qcode='ninat:text'/><versionCreated>2021-12-24T08:00:00Z</versionCreated>"
        f"<title>no</title><edNote>no</edNote></itemMeta><contentMeta>{created}<slugline>no</slugline>"
        f"<subject><name>no</name></subject>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


NITF_INSIDE = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
    "<body.head><hedline><hl1>Talks end</hl1></hedline></body.head><body.content><p>Ana spoke.</p></body.content>"
    "</body></nitf></inlineXML>"
)
TWO = [("paragraph", "Ana"), ("paragraph", "Ben")]
XHTML_INSIDE = (
    '<inlineXML><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Talks</h:title>'
    "<h:style>no</h:style></h:head><h:body><h:h1>Talks end</h:h1><h:p>Ana <h:b>Ruiz</h:b> spoke.</h:p></h:body>"
    "</h:html></inlineXML>"
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (NITF_INSIDE, [("heading", "Talks end"), ("paragraph", "Ana spoke.")]),
        (XHTML_INSIDE, [("heading", "Talks"), ("heading", "Talks end"), ("paragraph", "Ana Ruiz spoke.")]),
        ("<inlineXML><html><body><p>Ana spoke.</p></body></html></inlineXML>", [("paragraph", "Ana spoke.")]),
        (
            "<inlineData contenttype='text/plain'><![CDATA[Ana spoke\nfor long.\n\n Ben\tleft. ]]></inlineData>",
            [("paragraph", "Ana spoke for long."), ("paragraph", "Ben left.")],
        ),
        ("<inlineData contenttype='text/plain; charset=x'>Ana\r\n\r\nBen</inlineData>", TWO),
        ("<inlineData contenttype='image/jpeg'>bm8=</inlineData>", []),
        ("<inlineData encoding='x'>bm8=</inlineData>", []),
        ("<inlineXML><sports-content xmlns='urn:s'><p>no</p></sports-content></inlineXML>", []),
        ("<remoteContent href='no'><altId>no</altId></remoteContent>", []),
    ],
)
def test_what_is_read_of_newsml_g2(content: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(item(content)) == expected


def test_what_newsml_g2_says_of_the_story() -> None:
    meta = (
        "<headline>Talks end</headline><dateline>LIMA, Peru</dateline><by>By Ana Ruiz</by>"
        "<description role='drol:caption'>A boat</description><x:headline xmlns:x='urn:x'>no</x:headline>"
    )
    expected = [("heading", "Talks end"), *(("paragraph", text) for text in ("LIMA, Peru", "By Ana Ruiz", "A boat"))]
    assert kinds(item("", meta=meta)) == expected


def test_messages_and_packages() -> None:
    package = (
        "<packageItem><itemMeta><title>no</title></itemMeta><contentMeta><headline>Top stories</headline></contentMeta>"
        "<groupSet><group><itemRef><title>Talks end</title><description>Ana spoke.</description></itemRef></group>"
        "</groupSet></packageItem>"
    )
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2021-11-28T10:00:00Z</sent></header>'
        f"<itemSet>{package}{item(NITF_INSIDE)}</itemSet></newsMessage>"
    )
    assert texts(message) == ["Top stories", "Talks end", "Ana spoke.", "Talks end", "Ana spoke."]
    assert texts(package.replace("<packageItem>", '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/">'))


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Ana <b>Ruiz</b>", "Ana Ruiz", "Ana <b>Ruiz"),
        ("Mu&#241;oz", "Muñoz", "Mu&#241;oz"),
        ("ñ Mu&#xF1;oz", "Muñoz", "Mu&#xF1;oz"),
        ("Mu&ntilde;oz", "Muñoz", "Mu&ntilde;oz"),
        ("😀 Ana\r\n  Ruiz", "Ana Ruiz", "Ana\r\n  Ruiz"),
        ("Ana<br/>Ruiz", "Ana Ruiz", "Ana<br/>Ruiz"),
        ("<![CDATA[é Ana]]> Ruiz", "Ana Ruiz", "Ana]]> Ruiz"),
        ("<![CDATA[]]><![CDATA[Ana Ruiz]]>", "Ana Ruiz", "Ana Ruiz"),
        ("A<!-- é -->na", "Ana", "A<!-- é -->na"),
        ("A<?x é > ?>na", "Ana", "A<?x é > ?>na"),
        ("<a title='Ana > é'>Ana</a>", "Ana", "Ana"),
    ],
)
def test_places(text: str, words: str, source: str) -> None:
    document = read_wire(f"<nitf><body><p>{text}</p></body></nitf>", "a.xml")
    (block,) = document.blocks
    start = block.text.index(words)
    span = block.source_span(start, start + len(words))
    assert document.text[span.start : span.end] == source


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<nitf>\n<p>é</b></nitf>", "a.xml:2:7: is no well-formed XML: mismatched tag; "),
        ("<nitf>\r\n&</nitf>", "a.xml:2:2: is no well-formed XML: not well-formed (invalid token); "),
        ("<nitf><p>", "a.xml:1:10: is no well-formed XML: no element found; "),
        ("Ana spoke.", "a.xml:1:1: is no well-formed XML: syntax error; "),
        ("", "a.xml:1:1: is no well-formed XML: no element found; "),
        ("<nitf>\ud800</nitf>", "a.xml:1:7: is no well-formed XML: not well-formed"),
        ("<rss/>", "a.xml: is XML, but neither NITF nor NewsML-G2: its root element is <rss>; "),
        ("<newsItem/>", "a.xml: is XML, but neither NITF nor NewsML-G2: its root element is <newsItem>; "),
        ("<nitf xmlns='urn:x'/>", "a.xml: is XML, but neither NITF nor NewsML-G2: its root element is <nitf>; "),
        ("<NewsML/>", "a.xml: is XML, but neither NITF nor NewsML-G2: its root element is <NewsML>; "),
    ],
)
def test_what_is_no_wire_story(text: str, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        read_wire(text, "a.xml")
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def nitf(inside: str, doctype: str = "", attributes: str = "") -> str:
    return f"{doctype}<nitf {attributes}><body>{inside}</body></nitf>"


def test_entities_of_the_document_are_not_put_in() -> None:
    doctype = (
        '<!DOCTYPE nitf SYSTEM "no.dtd" [<!ENTITY co "Ana Ruiz"><!ENTITY copy "no"><!ENTITY eacute "&#233;">'
        '<!ENTITY ext SYSTEM "file:///etc/hostname"><!ENTITY % more SYSTEM "file:///etc/hostname"> %more;]>'
    )
    text = nitf("<p>By &co; &copy; caf&eacute; &ext; &nobody;.</p>", doctype)
    gap = PLACEHOLDER
    assert texts(text) == [f"By {gap} {gap} café {gap} {gap}."]


@pytest.mark.parametrize("place", ["<p>x &l9;</p>", '<p id="&l9;">x</p>'])
def test_an_entity_bomb_does_not_go_off(place: str) -> None:
    lines = [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    doctype = f'<!DOCTYPE nitf [<!ENTITY l0 "{"x" * 100}">{"".join(lines)}]>'
    try:
        assert texts(nitf(place, doctype)) == [f"x {PLACEHOLDER}"]
    except FormatError as error:
        assert "amplification" in str(error)  # in an attribute: the parser's own limit


def test_a_chain_of_entities_does_not_overflow_the_stack() -> None:
    chain = "".join(f'<!ENTITY l{n} "&l{n - 1};">\n' for n in range(1, 60_000))
    text = nitf('<p id="&l59999;">x</p>', f'<!DOCTYPE nitf [<!ENTITY l0 "x">\n{chain}]>')
    with pytest.raises(FormatError, match=r"^a.xml:102:\d+: declares too many entities within entities; "):
        read_wire(text, "a.xml")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<docdata><date.issue norm='20211128'/></docdata>", date(2021, 11, 28)),
        ("<docdata><date.issue norm='20211128T101500-0500'/></docdata>", date(2021, 11, 28)),
        ("<docdata><date.issue norm='20211128000000-0500'/></docdata>", date(2021, 11, 28)),
        ("<docdata><date.issue norm='2021-11-28'/></docdata>", date(2021, 11, 28)),
        ("<docdata><date.issue norm='x'/><date.release norm='20211128'/></docdata>", date(2021, 11, 28)),
        ("<docdata><date.expire norm='20211128'/></docdata>", None),
        ("<pubdata date.publication='20211128T000000Z'/>", date(2021, 11, 28)),
        ("<docdata><date.issue/></docdata>", None),
    ],
)
def test_date_of_nitf(head: str, expected: date | None) -> None:
    assert read_wire(f"<nitf><head>{head}</head><body/></nitf>", "a.xml").date == expected


def test_date_of_newsml_g2() -> None:
    created = "<contentCreated>2021-11-28T23:30:00-05:00</contentCreated>"
    assert read_wire(item("", created=created), "a.xml").date == date(2021, 11, 28)
    assert read_wire(item("", created="<contentCreated>2021</contentCreated>"), "a.xml").date == date(2021, 12, 24)
    assert read_wire(item("").replace("versionCreated", "x"), "a.xml").date is None


SPANISH = "<p xml:lang='es-ES'>Hola</p><p>Ana said <lang iso='es'>hola</lang> to <q xml:lang='EN_us'>us</q></p>"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (nitf(SPANISH), None, [f"Ana said {PLACEHOLDER} to us"]),
        (nitf(SPANISH, attributes="xml:lang='en-GB'"), "en-GB", [f"Ana said {PLACEHOLDER} to us"]),
        (nitf(SPANISH, attributes="xml:lang='es'"), "es", ["Hola", "Ana said hola to us"]),
        (nitf("<p xml:lang='und'>a</p><p xml:lang=''>b</p>"), None, ["a", "b"]),
        (
            item("<inlineXML xml:lang='es'><html><p>No</p></html></inlineXML>" + NITF_INSIDE),
            "en",
            ["Talks end", "Ana spoke."],
        ),
        (item("", attributes="", meta="<language tag='en-US'/><headline xml:lang='fr'>Non</headline>"), "en-US", []),
    ],
)
def test_language(text: str, language: str | None, expected: list[str]) -> None:
    document = read_wire(text, "a.xml")
    assert (document.language, [block.text for block in document.blocks]) == (language, expected)


def test_of_a_message_in_two_languages_the_english_is_read() -> None:
    items = item(NITF_INSIDE.replace("Talks end", "Fin"), attributes="xml:lang='es'") + item(NITF_INSIDE)
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    document = read_wire(message, "a.xml")
    assert (document.language, [block.text for block in document.blocks]) == ("en", ["Talks end", "Ana spoke."])


LETTERS = st.sampled_from("abcXYZñéß&<>'\"].-  “😀e\u0301") | st.characters(
    exclude_categories=["Cc", "Cs", "Cf", "Cn", "Zs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
)
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&apos;", '"': "&quot;", "ñ": "&ntilde;", "é": "&eacute;"}


@st.composite
def _written(draw: st.DrawFn) -> tuple[str, str]:
    """A letter and one way to write it."""
    letter = draw(LETTERS)
    plain = NAMED[letter] if letter in "&<>" else letter
    ways = [plain, f"&#{ord(letter)};", f"&#x{ord(letter):X};", NAMED.get(letter, plain), f"<![CDATA[{letter}]]>"]
    return letter, draw(st.sampled_from(ways))


NOTHING = st.sampled_from(["", "", "", "<!-- & < ñ -->", "<?x & > ñ ?>", "<em>", "<![CDATA[]]>"])


@given(st.lists(st.tuples(_written(), NOTHING), max_size=30))
def test_any_text_in_any_mix_slices_back(pieces: list[tuple[tuple[str, str], str]]) -> None:
    """What a block says is what was written, and each letter stands where it says."""
    source, places = '<nitf xml:lang="en"><!-- ñ --><body><p>', []
    opened = 0
    for (letter, written), between in pieces:
        opened += between == "<em>"
        source += between
        skip = len("<![CDATA[") if written.startswith("<![") else 0
        places.append((letter, len(source) + skip, len(source) + len(written) - (3 if skip else 0)))
        source += written
    document = read_wire(source + "</em>" * opened + "</p></body></nitf>", "ñ.xml")
    said = "".join(letter for letter, _, _ in places)
    if not any(letter.isalnum() for letter in said):
        assert not document.blocks
        return
    (block,) = document.blocks
    assert block.text.split(" ") == said.split()
    solid = [place for place in places if place[0] != " "]
    at = [index for index, letter in enumerate(block.text) if letter != " "]
    for (letter, start, end), index in zip(solid, at):
        span = block.source_span(index, index + 1)
        assert (block.text[index], span.start, span.end) == (letter, start, end)


TREE = st.recursive(
    st.sampled_from(["word ", "Ana", " ", "\r\n", "\u00a0", "&amp;", "&#241;", "&shy;", "&own;", "<br/>", "<!-- c -->"])
    | st.text(st.characters(exclude_characters="<&]\0", exclude_categories=["Cs", "Cc", "Cn"]), max_size=5),
    lambda inside: st.tuples(
        st.sampled_from("p hl1 hl2 em person li td pre media-caption sup docdata lang block classifier".split()),
        st.sampled_from(["", " xml:lang='es'", " id='&own;>'"]),
        st.lists(inside, max_size=6),
    ).map(lambda each: f"<{each[0]}{each[1]}>{''.join(each[2])}</{each[0]}>"),
    max_leaves=25,
)


@given(TREE)
def test_offsets(check_offsets: Callable[[Document], None], text: str) -> None:
    source = text.replace("\ufffe", "").replace("\uffff", "")
    check_offsets(read_wire(f'<!DOCTYPE nitf [<!ENTITY own "x">]>\n<nitf><body>{source}</body></nitf>', "a.xml"))


@given(st.integers(0, len(NITF)), st.integers(0, 40), st.text(st.sampled_from("<>&;/![]-'\"? pé\0"), max_size=4))
def test_a_story_in_which_something_is_amiss(
    check_offsets: Callable[[Document], None], start: int, length: int, put: str
) -> None:
    """It is read, or it is one line."""
    try:
        check_offsets(read_wire(NITF[:start] + put + NITF[start + length :], "a.xml"))
    except FormatError as error:
        assert str(error).startswith("a.xml:")
        assert "\n" not in str(error)


def test_deep_markup_is_no_problem() -> None:
    deep = 20_000
    assert texts(nitf("<block>" * deep + "<p>Ana</p>" + "</block>" * deep)) == ["Ana"]
    assert texts(item("<x>" * deep + "</x>" * deep + NITF_INSIDE)) == ["Talks end", "Ana spoke."]
