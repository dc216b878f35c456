"""Serves the site while it is being written: a save rebuilds the languages that it touched."""

from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from portal.errors import BuildError, PortalError
from portal.languages import SOURCE_LANGUAGE, load_languages

WATCHED = ("docs", "overrides", "mkdocs.yml")
HOST = "127.0.0.1"


def serve(root: Path, *, languages: Sequence[str] = (), port: int = 8000) -> None:
    """Build, serve and rebuild until interrupted; raise BuildError if the port is taken."""
    codes = tuple(dict.fromkeys(languages)) or load_languages(root).codes
    _check_port(port)
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        _serve(root, Path(folder).resolve() / "site", codes, port)


def _serve(root: Path, site: Path, codes: Sequence[str], port: int) -> None:
    from portal.site import build_site, live_server

    address = f"http://{HOST}:{port}/"
    build_site(root, site, languages=codes, site_url=address)
    workbench = Workbench(root, site, codes, address)
    server = live_server(workbench.rebuild, site=site, host=HOST, port=port)
    for name in WATCHED:
        server.watch(str(root / name))
    try:
        sys.stderr.write(f"Serving {address} - stop with Ctrl-C.\n")
        server.serve()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
    finally:
        server.shutdown()


class Workbench:
    """Knows what the served site was built from, and rebuilds what has changed since."""

    def __init__(self, root: Path, site: Path, codes: Sequence[str], address: str) -> None:
        self.root, self.site, self.codes, self.address = root, site, codes, address
        self.seen = snapshot(root)

    def rebuild(self) -> None:
        """Rebuild the languages that a change touches; a fault is told, the last site stays."""
        from portal.site import rebuild_languages

        now = snapshot(self.root)
        changed = {
            path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)
        }
        self.seen = now
        try:
            touched = touched_languages(changed, self.codes)
            rebuild_languages(self.root, self.site, languages=touched, site_url=self.address)
        except PortalError as error:
            sys.stderr.write(f"{error}\n")


def snapshot(root: Path) -> Mapping[str, tuple[int, int]]:
    """Map each watched file (relative to the root) to its time of change (ns) and size (bytes)."""
    files: dict[str, tuple[int, int]] = {}
    for name in WATCHED:
        top = root / name
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file():
                state = path.stat()
                files[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return files


def touched_languages(changed: Iterable[str], codes: Sequence[str]) -> tuple[str, ...]:
    """Return which languages must be rebuilt for these changed files.

    English pages reach every language: they stand in for missing translations and hold the facts.

    >>> touched_languages(["docs/fr/index.md"], ["en", "fr"])
    ('fr',)
    >>> touched_languages(["docs/en/index.md"], ["en", "fr"])
    ('en', 'fr')
    """
    touched: set[str] = set()
    for path in changed:
        parts = path.split("/")
        owner = parts[1] if len(parts) > 2 and parts[0] == "docs" else ""
        if path.startswith(("docs/data/labels/", "docs/data/figures/")):
            owner = parts[-1].removesuffix(".yaml")
        if owner in codes and owner != SOURCE_LANGUAGE:
            touched.add(owner)
        else:
            return tuple(codes)
    return tuple(code for code in codes if code in touched)


def _check_port(port: int) -> None:
    """Find out before the build, which takes seconds, whether the port is free."""
    with socket.socket() as probe:
        # As the server itself: a port that only waits out its last connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"Port {port} cannot be used: {error.strerror}. Choose another with --port."
            raise BuildError(message) from None
