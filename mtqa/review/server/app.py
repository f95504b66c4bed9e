"""The addresses of a review: its page, and what the page asks for."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from mtqa.errors import MtqaError
from mtqa.review.exporting import as_csv, as_json
from mtqa.review.live.session import Session
from mtqa.review.live.verdicts import RefusedError
from mtqa.review.live.writing import preview, write
from mtqa.review.page import PageData, render_page
from mtqa.review.page.render import policy
from mtqa.review.server.asked import body_of, editor_of, keys_of, optional_text, since_of, text
from mtqa.review.server.guard import Guard

_FIRST = 2.0
"""Seconds that the page waits for the first story: most reviews have but one, and begin with it."""

Answer = Callable[[Request], Awaitable[Response]]


def make_app(session: Session, *, token: str, port: int) -> ASGIApp:
    """The application that serves a session at ``http://127.0.0.1:port/token/``."""
    pages = _Pages(session)
    posts = {"decide": pages.decide, "undo": pages.undo, "preview": pages.preview, "apply": pages.apply}
    routes = [
        Route("/", pages.page),
        Route("/api/state", pages.state),
        Route("/api/export.json", pages.export_json),
        Route("/api/export.csv", pages.export_csv),
        *(Route(f"/api/{name}", _told(answer), methods=["POST"]) for name, answer in posts.items()),
    ]
    app = Starlette(
        routes=[Mount(f"/{token}", routes=routes)],
        exception_handlers={404: _missing, 405: _missing, 500: _broken},
    )
    app.router.redirect_slashes = False
    return Guard(app, token=token, port=port, policy=policy("review"))


class _Pages:
    """The answers. What reads, lints or waits for the disk runs in a thread of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def page(self, request: Request) -> Response:
        await run_in_threadpool(self._session.first.wait, _FIRST)
        data = cast(PageData, await run_in_threadpool(self._session.data))
        return HTMLResponse(await run_in_threadpool(render_page, data))

    async def state(self, request: Request) -> Response:
        return _json(await run_in_threadpool(self._session.state, since_of(request)))

    async def decide(self, request: Request) -> Response:
        asked = await body_of(request)
        decided = await run_in_threadpool(
            self._session.decide,
            keys_of(asked),
            optional_text(asked, "decision"),
            optional_text(asked, "replacement"),
            optional_text(asked, "reason") or "",
            self._editor(request),
        )
        return await self._after(decisions=decided)

    async def undo(self, request: Request) -> Response:
        return await self._after(decisions=await run_in_threadpool(self._session.undo, self._editor(request)))

    async def preview(self, request: Request) -> Response:
        path = text(await body_of(request), "path")
        shown = await run_in_threadpool(preview, self._session, path)
        return _json({"path": path, **asdict(shown)})

    async def apply(self, request: Request) -> Response:
        asked = await body_of(request)
        arguments = (text(asked, "path"), text(asked, "digest"), self._editor(request))
        return await self._after(written=await run_in_threadpool(write, self._session, *arguments))

    async def export_json(self, request: Request) -> Response:
        found = await run_in_threadpool(self._session.exported)
        signature = await run_in_threadpool(self._session.desk.signature)
        return _download(as_json(found, signature), "application/json", "json")

    async def export_csv(self, request: Request) -> Response:
        found = await run_in_threadpool(self._session.exported)
        return _download(as_csv(found), "text/csv", "csv")

    async def _after(self, **values: Any) -> Response:
        """An answer with the revision that an act has led to."""
        return _json({"revision": await run_in_threadpool(lambda: self._session.revision), **values})

    def _editor(self, request: Request) -> str:
        return editor_of(request, self._session.editor)


def _told(answer: Answer) -> Answer:
    """An answer whose errors are told in a line: 409 where the copy has changed, 400 for all else."""

    async def answering(request: Request) -> Response:
        try:
            return await answer(request)
        except MtqaError as error:
            changed = isinstance(error, RefusedError) and error.changed
            return _json({"error": " ".join(str(error).split())}, 409 if changed else 400)

    return answering


def _json(values: Any, status: int = 200) -> Response:
    # Lone surrogates, which undecodable text may hold, must not break the answer.
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return Response(body, status, media_type="application/json")


def _download(content: str, kind: str, ending: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="mtqa-decisions.{ending}"'}
    return Response(content.encode("utf-8", "backslashreplace"), media_type=kind, headers=headers)


async def _missing(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "there is nothing here"}, getattr(error, "status_code", 404))


async def _broken(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": f"internal error: {type(error).__name__} (please report it)"}, 500)
