"""The decisions of a project, kept in SQLite: who decided what when, never changed, only added to."""

from mtqa.review.store.model import Act, Stored
from mtqa.review.store.store import Store

__all__ = ["Act", "Store", "Stored"]
