"""A review that is going on: the stories as they are on disk now, and what is decided of them."""

from mtqa.review.live.session import Session

__all__ = ["Session"]
