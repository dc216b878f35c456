"""`portal serve`: answers, rebuilds what a save touched, keeps the last good page."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.serving import touched_languages


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        with error:
            return f"{error.code} {error.read().decode('utf-8')}"
    except OSError:
        return ""


def eventually(address: str, text: str, *, seconds: float = 240) -> str:
    end, page = time.monotonic() + seconds, ""
    while time.monotonic() < end:
        page = fetch(address)
        if text in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{text!r} did not appear at {address}: {page[:300]!r}")


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, str]]:
    port = free_port()
    command = [sys.executable, "-m", "portal", "serve", "--lang", "ar"]
    with subprocess.Popen(
        [*command, "--port", str(port)], cwd=project, stderr=subprocess.DEVNULL
    ) as p:
        yield project, f"http://127.0.0.1:{port}/"
        p.terminate()
        p.wait(timeout=20)


def test_the_server_answers_and_a_save_reaches_the_page(served: tuple[Path, str]) -> None:
    project, address = served
    eventually(address, "ar/index.html")
    assert 'dir="rtl"' in fetch(f"{address}ar/")
    assert fetch(f"{address}ar/nowhere/").startswith("404 ")
    page = project / "docs/ar/index.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\nسطر جديد.\n", "utf-8")
    eventually(f"{address}ar/", "سطر جديد.")
    page.write_text("---\nbroken: [\n---\n", "utf-8")
    time.sleep(2)
    assert "سطر جديد." in fetch(f"{address}ar/")
    page.write_text(good + "\nسطر أخير.\n", "utf-8")
    eventually(f"{address}ar/", "سطر أخير.")


def test_a_port_in_use_is_one_line(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "portal", "serve", "--port", port]
        done = subprocess.run(
            command, cwd=project, capture_output=True, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(f"Port {port} cannot be used")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (["docs/fr/waste/index.md"], ("fr",)),
        (["docs/fr/index.md", "docs/ar/index.md"], ("ar", "fr")),
        (["docs/data/labels/fr.yaml"], ("fr",)),
        (["docs/en/index.md"], ("ar", "en", "fr")),
        (["docs/data/labels/en.yaml"], ("ar", "en", "fr")),
        (["docs/fr/index.md", "mkdocs.yml"], ("ar", "en", "fr")),
        (["overrides/main.html"], ("ar", "en", "fr")),
        ([], ()),
    ],
)
def test_a_save_rebuilds_only_the_languages_it_touches(
    changed: list[str], touched: tuple[str, ...]
) -> None:
    assert touched_languages(changed, ("ar", "en", "fr")) == touched
