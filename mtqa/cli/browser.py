"""Opening the page in the user's browser."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser


def open_browser(address: str) -> None:
    """Open an address in a browser, where there is a screen for one; never wait for it."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return  # a text browser would take the terminal over
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
