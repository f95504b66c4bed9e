"""Baselines: findings that were there before, or that a review has decided on, and are not reported again."""

from mtqa.baseline.model import Baseline, Entry

__all__ = ["Baseline", "Entry"]
