"""A SCORM 1.2 package: the single file of a track as one SCO, with an adapter to the system.

One SCO, because many systems frame several badly; one file, so that it opens without a system too.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from portal.bundles.about import environment
from portal.bundles.archive import write_zip
from portal.bundles.scope import Scope
from portal.bundles.single_file import single_html
from portal.errors import BuildError
from portal.languages import Labels, load_labels

MASTERY = 80
"""Per cent of the questions that are to be right.

The adapter judges; the manifest names no mastery score, since systems then fail whoever pauses.
"""
_WORDS = ("kept", "refused", "not-started", "passing", "passed", "failed")
_ADAPTER = Path(__file__).with_name("templates") / "scorm.js"


def pack_scorm(root: Path, scopes: Sequence[Scope], path: Path, _: str | None) -> None:
    """Write the package of a track; raise PortalError."""
    scope = scopes[0]
    labels = load_labels(root, scope.tree.code)
    manifest = environment().get_template("imsmanifest.xml")
    title = f"{scope.start.title} – {labels('site.name')}"
    # An administrator with two packages sees here which is the newer one.
    edition = ".".join(filter(None, (scope.tree.date, (scope.tree.commit or "")[:7]))) or "1.0"
    text = manifest.render(scope=scope, title=title, edition=edition)
    page = with_adapter(single_html(root, scope, None), labels, path=path)
    write_zip(path, {"imsmanifest.xml": text.encode(), "index.html": page.encode()})


def with_adapter(html: str, labels: Labels, *, path: Path) -> str:
    """Return a page with the adapter before its scripts; raise BuildError without a footer."""
    head, foot, rest = html.rpartition("</footer>")
    if not foot:
        raise BuildError("The page has no <footer>. Build the site again.", path=path.name)
    script = _ADAPTER.read_text("utf-8").replace("MASTERY_SCORE", str(MASTERY))
    words = " ".join(f'data-{name}="{escape(labels(f"scorm.{name}"))}"' for name in _WORDS)
    return f"{head}{foot}<script {words}>{script}</script>{rest}"
