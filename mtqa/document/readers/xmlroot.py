"""Which XML files are wire stories: their root element tells, and the beginning of a file is enough to see it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from xml.parsers import expat

HEAD = 65_536
"""Bytes at the beginning of a file in which its root element must stand."""
G2_ITEMS = frozenset({"newsItem", "packageItem"})
_G2_ROOTS = G2_ITEMS | {"newsMessage"}
_G2_NAMESPACE = "http://iptc.org/std/nar/"
SEPARATOR = " "
"""Stands between namespace and local name in the names that expat reports."""


_MOST_NESTED = 100
"""Entities in whose text other entities stand: no story has so many. In an attribute's value expat puts entities in,
one into the other, and before version 2.7 a long chain of them overflows the stack."""


class EntityBombError(Exception):
    """Ends the parsing: the document declares entities as an attack does."""


class _FoundError(Exception):
    """Ends the parsing: the root element is known."""


def entity_guard(declared: Callable[[str, str | None], None] | None = None) -> Callable[..., None]:
    """A handler for the declarations of entities that raises EntityBombError at the first too many; ``declared`` is
    told the name and the text of each that is no parameter entity."""
    nested = 0

    def handler(name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        nonlocal nested
        nested += value is not None and ("&" in value or "%" in value)
        if nested > _MOST_NESTED:
            raise EntityBombError
        if declared is not None and not is_parameter:
            declared(name, value)

    return handler


def is_nitf(namespace: str, name: str) -> bool:
    """Whether an element is the root of a NITF document. Before version 3.4 those had no namespace."""
    return name == "nitf" and (not namespace or "nitf" in namespace.lower())


def is_g2(namespace: str, name: str) -> bool:
    """Whether an element is the root of a NewsML-G2 document that may hold copy."""
    return name in _G2_ROOTS and namespace.startswith(_G2_NAMESPACE)


def is_story(data: bytes) -> bool:
    """Whether ``data``, a file or the first :data:`HEAD` bytes of it, begins as a wire story does."""
    root = _root(data)
    return root is not None and (is_nitf(*root) or is_g2(*root))


def _root(data: bytes) -> tuple[str, str] | None:
    """Namespace and local name of the root element; None where the file does not begin as XML."""
    found: list[tuple[str, str]] = []

    def start(name: str, _: dict[str, str]) -> None:
        namespace, _separator, local = name.rpartition(SEPARATOR)
        found.append((namespace, local))
        raise _FoundError

    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.StartElementHandler = start
    parser.EntityDeclHandler = entity_guard()
    with suppress(_FoundError, EntityBombError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data, False)
    return found[0] if found else None
