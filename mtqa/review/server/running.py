"""The server's life: a port on the loopback, a thread that watches the files, an end that loses nothing."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable

import uvicorn

from mtqa.errors import MtqaError
from mtqa.review.live.session import Session
from mtqa.review.server.app import make_app
from mtqa.review.server.guard import new_token

ADDRESS = "127.0.0.1"
INTERVAL = 1.0
"""Seconds between two looks at the files."""
_SEARCH = 5
"""Looks at the files after which new ones are looked for, too: that walks through folders."""
_PATIENCE = 2
"""Seconds that open requests get at the end."""


def bind(port: int) -> socket.socket:
    """A socket on the loopback; ``port`` 0 is any that is free. Raises MtqaError."""
    # With the protocol named: asyncio turns Nagle's delay of 40 ms an answer off for such sockets only.
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((ADDRESS, port))
        server.listen(128)
    except OSError as error:
        server.close()
        raise MtqaError(f"port {port}: {error.strerror or error}; --port names another, 0 takes any") from None
    return server


def serve(
    session: Session,
    server: socket.socket,
    ready: Callable[[str], None],
    trouble: Callable[[str], None],
    *,
    interval: float = INTERVAL,
) -> None:
    """Serve a session until the process is told to end (Ctrl-C, SIGTERM); ``ready`` is told the address, ``trouble``
    what goes wrong with looking at the files."""
    port = int(server.getsockname()[1])
    token = new_token()
    app = make_app(session, token=token, port=port)
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_level="error",
        access_log=False,
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(session, over, interval, trouble), daemon=True)
    watcher.start()
    ready(f"http://{ADDRESS}:{port}/{token}/")
    try:
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[server])
    finally:
        over.set()
        watcher.join(_PATIENCE)
        server.close()


def _watch(session: Session, over: threading.Event, interval: float, trouble: Callable[[str], None]) -> None:
    """Lint what has changed, again and again; what is wrong with one story is told on the page."""
    told, looks = "", 0
    while not over.is_set():
        try:
            looks += 1
            if looks % _SEARCH == 0:
                session.search()
            session.look()
        except Exception as error:  # a store that is full, or a bug: the decisions so far must stay within reach
            if (line := f"{type(error).__name__}: {error}") != told:
                told = line
                trouble(f"the files are not watched at the moment: {line}")
        over.wait(interval)
