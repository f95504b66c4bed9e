"""XML for the formats that are XML."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def clean(text: str) -> str:
    """``text`` with U+FFFD for each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def element(
    parent: ElementTree.Element | None, name: str, text: str | None = None, /, **attributes: str | int
) -> ElementTree.Element:
    """A new element, the last of ``parent``, with clean attributes and text."""
    values = {key: clean(str(value)) for key, value in attributes.items()}
    made = ElementTree.Element(name, values) if parent is None else ElementTree.SubElement(parent, name, values)
    made.text = None if text is None else clean(text)
    return made


def document(root: ElementTree.Element) -> str:
    """The document that ``root`` is, indented."""
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
