"""Hypothesis: no deadline (a busy machine is no failure) and the same examples each time (red stays red)."""

from hypothesis import settings

settings.register_profile("mtqa", deadline=None, derandomize=True)
settings.load_profile("mtqa")
