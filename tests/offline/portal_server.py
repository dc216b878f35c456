"""A server of the portal that can be stopped, renewed and broken, and tells what it was asked."""

from __future__ import annotations

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit


class PortalServer:
    """Serves `site` below `prefix`; `broken` files are answered with an error.

    With `short`, an index.html is found at its folder's address alone, as at many a host.
    """

    def __init__(self, site: Path, prefix: str = "/") -> None:
        self.site = site
        self.prefix = prefix
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.short = False
        self._server: ThreadingHTTPServer | None = None
        self._port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}{self.prefix}"

    def start(self) -> None:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = unquote(urlsplit(self.path).path).removeprefix(portal.prefix)
                if portal.short and name.endswith("index.html"):
                    self.send_response(308)
                    self.send_header("Location", portal.prefix + name.removesuffix("index.html"))
                    self.end_headers()
                    return
                portal.asked.append(name)
                path = portal.site / (f"{name}index.html" if name.endswith("/") else name)
                found = path.is_file() and name not in portal.broken
                raw = path.read_bytes() if found else b""
                self.send_response(200 if found else 503 if name in portal.broken else 404)
                kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: object) -> None:
                """Say nothing: `asked` keeps it."""

        # The same port again: to a browser, another port is another site.
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
