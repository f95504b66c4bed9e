"""Who is let in: requests from this machine's browser, to this address, from this page.

A page on the web can make a browser send requests here: under a name of its own that it points at 127.0.0.1 (DNS
rebinding: ``Host`` gives it away), or as a form or script of another site (CSRF: ``Origin``, ``Sec-Fetch-Site`` and the
content type do). And it must not read, frame or guess anything: the address holds 256 random bits.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 1_000_000
"""The largest request."""

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What every answer says."""
_CLOSED = "default-src 'none'; frame-ancestors 'none'"


def new_token() -> str:
    """The secret part of the address."""
    return secrets.token_urlsafe(32)


class Guard:
    """Lets through what comes from the page at ``http://127.0.0.1:port/token/`` alone. ``policy`` is its own."""

    def __init__(self, app: ASGIApp, *, token: str, port: int, policy: str) -> None:
        self._app = app
        self._token = token.encode("ascii")
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self._policy = f"{policy}; frame-ancestors 'none'"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or refuse it."""
        if scope["type"] != "http":  # no websockets here
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        await self._app(scope, _limited(receive), self._with_headers(send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if headers.get("host") not in self._hosts:
            return 421, "this address is not served here"
        first = scope["path"].split("/")[1] if scope["path"].startswith("/") else ""
        if not secrets.compare_digest(first.encode("utf-8", "surrogatepass"), self._token):
            return 404, "there is nothing here; use the address that mtqa review has printed"
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return 403, "requests from other sites are refused"
        if "/api/" in scope["path"] and headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "requests from other sites are refused"
        if scope["method"] == "POST":
            if origin != f"http://{headers['host']}":
                return 403, "requests from other sites are refused"
            if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
                return 415, "the content type must be application/json"
            length = headers.get("content-length", "")
            if not length.isdecimal():
                return 411, "the request does not say how long it is"
            if int(length) > MOST_BYTES:
                return 413, "the request is too large"
        return None

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                html = headers.get("content-type", "").startswith("text/html")
                headers["Content-Security-Policy"] = self._policy if html else _CLOSED
            await send(message)

        return sending


def _limited(receive: Receive) -> Receive:
    """``receive`` that ends where more comes than is allowed, whatever the head of the request has said."""
    read = 0

    async def receiving() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return receiving


async def _refuse(send: Send, status: int, message: str) -> None:
    body = json.dumps({"error": message}).encode()
    pairs = {**HEADERS, "Content-Security-Policy": _CLOSED, "Content-Type": "application/json", "Connection": "close"}
    headers = [(name.lower().encode(), value.encode()) for name, value in pairs.items()]
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
