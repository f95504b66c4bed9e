"""What is known: entities with their English and Spanish names, offices with dates, and facts of words."""

from __future__ import annotations

from mtqa.gazetteer.folding import fold
from mtqa.gazetteer.holes import Restored
from mtqa.gazetteer.model import Entity, Match, Name, Tenure, WordFacts
from mtqa.gazetteer.offices import normalise_office
from mtqa.gazetteer.store import Gazetteer

__all__ = ["Entity", "Gazetteer", "Match", "Name", "Restored", "Tenure", "WordFacts", "fold", "normalise_office"]
