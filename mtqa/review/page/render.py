"""One self-contained HTML file: markup by jinja2, script and style inlined, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.review.page.joining import joined_modules
from mtqa.review.page.model import PageData

if TYPE_CHECKING:
    from jinja2 import Template

_ASSETS = Path(__file__).parent / "assets"
STYLES = ("tokens", "base", "layout", "article", "cards", "panels", "print")
"""The style sheets, in their order."""
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render_page(data: PageData) -> str:
    """The page that shows ``data``. The same data give the same bytes."""
    script, style = assets()
    return _template().render(
        data=data,
        title=data["project"] or "Review",
        policy=policy(data["kind"]),
        script=script,
        style=style,
        json=embedded_json(data),
    )


def policy(kind: str) -> str:
    """The Content-Security-Policy of a page of a kind: its own script and style, and, in a review, its own server."""
    script, style = assets()
    directives = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data:",
        "connect-src": "'self'" if kind == "review" else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def embedded_json(data: object) -> str:
    """JSON that can stand in a script element whatever its texts hold: no ``<``, so no end tag and no comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@lru_cache(maxsize=1)
def assets() -> tuple[str, str]:
    """The script and the style of the page."""
    styles = [(_ASSETS / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    return joined_modules(_ASSETS / "js", "main.js"), "\n".join(styles)


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template("page.html")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
