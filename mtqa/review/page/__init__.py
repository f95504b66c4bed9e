"""The page of a review: its data, and the one file that shows it.

``page_data`` makes the data of lint results, ``render_page`` the page of the data.
"""

from __future__ import annotations

from mtqa.review.page.data import page_data
from mtqa.review.page.model import PageData
from mtqa.review.page.render import render_page

__all__ = ["PageData", "page_data", "render_page"]
