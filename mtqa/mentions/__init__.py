"""Where names stand: capitalised runs, acronyms, and role phrases ("the Polish president, X")."""

from mtqa.mentions.model import Mention, RolePhrase
from mtqa.mentions.roles import find_roles
from mtqa.mentions.runs import find_mentions

__all__ = ["Mention", "RolePhrase", "find_mentions", "find_roles"]
