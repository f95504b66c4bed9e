"""Settings of a run and the selection of rules."""

from mtqa.config.settings import Settings

__all__ = ["Settings"]
