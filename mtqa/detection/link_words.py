"""Small English words within names that mean something, and the Spanish ones that they come from."""

from __future__ import annotations

LINKS = {
    "and": {"y", "e", "i"}, "&": {"y", "e", "i"}, "in": {"en"}, "on": {"sobre", "en"}, "with": {"con"},
    "to": {"a", "al"}, "by": {"por"}, "against": {"contra"}, "without": {"sin"}, "from": {"de", "del", "desde"},
}  # fmt: skip
"""Small words within names that must stand in the Spanish name, too: elsewhere they join two names."""
