"""What a request asks for, checked: a browser's page wrote it, but anything may come."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request

from mtqa.review.live.verdicts import RefusedError

_NAME = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_LONGEST_NAME = 100
MOST_KEYS = 10_000


async def body_of(request: Request) -> dict[str, Any]:
    """The object that a request holds. Raises RefusedError."""
    try:
        values = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise RefusedError("the request is no JSON") from None
    if not isinstance(values, dict):
        raise RefusedError("the request is no JSON object")
    return values


def text(values: dict[str, Any], name: str) -> str:
    """A text of the request. Raises RefusedError."""
    value = values.get(name)
    if not isinstance(value, str):
        raise RefusedError(f"{name} is {value!r}, not a text")
    return value


def optional_text(values: dict[str, Any], name: str) -> str | None:
    """A text of the request, or None. Raises RefusedError."""
    return None if values.get(name) is None else text(values, name)


def keys_of(values: dict[str, Any]) -> list[str]:
    """The findings that a request names, each once. Raises RefusedError."""
    keys = values.get("keys")
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
        raise RefusedError("keys is not a list of findings")
    if len(keys) > MOST_KEYS:
        raise RefusedError(f"keys names more than {MOST_KEYS} findings")
    return list(dict.fromkeys(keys))


def editor_of(request: Request, otherwise: str) -> str:
    """Who asks: the header ``X-Mtqa-Editor``, percent-encoded."""
    name = _NAME.sub("", unquote(request.headers.get("x-mtqa-editor", ""), errors="ignore"))
    return " ".join(name.split())[:_LONGEST_NAME] or otherwise


def since_of(request: Request) -> int:
    """The revision that the page has; -1 when it says none."""
    since = request.query_params.get("since", "")
    return int(since) if since.isdecimal() and len(since) < 19 else -1
