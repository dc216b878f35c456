"""One HTML file with everything inside: it survives messengers, Bluetooth and file managers.

On phones a page that is opened from a messenger cannot load the files beside it.
"""

from __future__ import annotations

import base64
import dataclasses
import functools
import json
import mimetypes
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.assessment.track_tests import PAGES as TEST_PAGES
from portal.bundles.book import pages_in_order
from portal.bundles.lean import without_server_data
from portal.bundles.pages_alone import pages_alone
from portal.bundles.rewriting import Attributes, Tag, change_attributes
from portal.bundles.scope import Scope, resolve
from portal.bundles.tree import LanguageTree, TreePage
from portal.bundles.used_styles import ENDING, used_rules, words_of
from portal.embedded_json import script_json
from portal.errors import BuildError

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_STYLE_LINK = re.compile(r'<link\b[^>]*\brel="stylesheet"[^>]*>')
_SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]*)"[^>]*></script>')
_SEARCH = re.compile(
    r'<(?:a|span) class="tool search-opener.*?</(?:a|span)>\s*(?=<dialog)'
    r'|<dialog class="search".*?</dialog>\s*<script>.*?</script>',
    re.DOTALL,
)
"""The browser's own search does for one page; ours would bring its index along."""
_ONCE = re.compile(
    r'<p class="facilitator-switch.*?</p>'
    r'|<script type="application/json"(?! id="track-test-data").*?</script>'
    r'|<p class="go-on".*?</p>',
    re.DOTALL,
)
"""What scripts look for once on a page: of the second page on it goes."""
_BESIDE = re.compile(
    r'<p class="slides-way">.*?</p>|<p class="to-(?:tests|cards)">(?:(?!</p>|<a\b).)*</p>',
    re.DOTALL,
)
"""Slides lie in a file of their own, which did not come along; nor did tests without a link."""
_KNOWN_TO_SCRIPTS = frozenset({"track-test", "track-test-data"})
"""Names that stay: the tests of a track stand once in a file."""
_MODULES = re.compile(
    r'(<script type="application/json" id="portal-modules">)(.*?)</script>', re.DOTALL
)
"""The modules that "Go on where you were" may lead to."""
_REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "for")
_APART = "<style>article+article{border-top:4px double;margin-top:3rem;padding-top:1rem}</style>"


def pack_single(root: Path, scopes: Sequence[Scope], path: Path, module: str | None) -> None:
    """Write the single file of a track or a module; raise PortalError."""
    path.write_text(single_html(root, scopes[0], module), "utf-8", newline="")


def single_html(root: Path, scope: Scope, module: str | None) -> str:
    """Return the page of a track or a module with everything inside; raise PortalError."""
    pages = tuple(pages_in_order(root, scope, module, references=False))
    start = pages[0]
    alone = pages_alone(dataclasses.replace(scope, pages=pages, start=start))
    numbers = {page.file: number for number, page in enumerate(pages)}
    html = _joined({page.file: alone[page.file] for page in pages}, start, numbers)
    return _inlined(html, start, scope.tree)


def _joined(alone: Mapping[str, str], start: TreePage, numbers: Mapping[str, int]) -> str:
    """Return the first page with the content roots of the others behind its own."""
    pages = {
        file: _BESIDE.sub("", _SEARCH.sub("", without_server_data(html)))
        for file, html in alone.items()
    }
    first = _anchored(pages[start.file], start.file, numbers, frame=True)
    more = []
    loaded = {_name(one) for one in [*_STYLE_LINK.findall(first), *_SCRIPT.findall(first)]}
    styles, scripts = [], []
    for file, html in pages.items():
        if file == start.file:
            continue
        found = _ARTICLE.search(html)
        if found is None:
            raise BuildError("The page has no <article>. Build the site again.", path=file)
        # Styles and scripts of the page come once, after all pages.
        own = _SCRIPT.sub("", _STYLE_LINK.sub("", _ONCE.sub("", _moved(found[0], start.file))))
        more.append(_anchored(own, file, numbers, frame=False))
        for link in _STYLE_LINK.findall(html):
            if _name(link) not in loaded:
                loaded.add(_name(link))
                styles.append(_moved(link, start.file))
        for address in _SCRIPT.findall(html):
            if _name(address) not in loaded:
                loaded.add(_name(address))
                scripts.append(f'<script src="{_moved(address, start.file)}"></script>')
    cut = first.rindex("</article>") + len("</article>") if "</article>" in first else len(first)
    whole = _modules_here(first[:cut], start.file, numbers) + "\n".join(["", *more]) + first[cut:]
    whole = whole.replace("</head>", f"{''.join(styles)}{_APART if more else ''}</head>", 1)
    head, body, rest = whole.rpartition("</body>")
    return head + "\n".join(scripts) + body + rest


def _name(tag: str) -> str:
    """Return the file that a tag or an address names, without the way to it."""
    address = re.search(r'\bhref="([^"]*)"', tag)
    return (address[1] if address else tag).rpartition("/")[2]


def _moved(text: str, start: str) -> str:
    """Return addresses of assets as the first page writes them: pages stand at other depths."""
    return re.sub(r"(?:\.\./)+(?=assets/)", "../" * start.count("/"), text)


def _anchored(html: str, file: str, numbers: Mapping[str, int], *, frame: bool) -> str:
    """Return a page whose links to other pages lead to their place in the file.

    Names get the page's number in front; the frame's own stay as the scripts know them.
    """
    decide = functools.partial(_renamed, file=file, numbers=numbers, frame=frame)
    changed = change_attributes(html, decide)
    if frame:
        return changed.replace("<article", f'<a id="p{numbers[file]}"></a><article', 1)
    key = file.removesuffix("/index.html")
    # Where the reader is, progress.js notes by module.
    module = "" if key in TEST_PAGES else f' data-module="{key}"'
    return changed.replace("<article", f'<article id="p{numbers[file]}"{module}', 1)


def _modules_here(html: str, file: str, numbers: Mapping[str, int]) -> str:
    """Return a page whose list of modules, which a script reads, names their places in the file."""

    def listed(found: re.Match[str]) -> str:
        modules = json.loads(found[2])
        for module in modules:
            number = numbers.get(resolve(module["href"], file) or "")
            module["href"] = "" if number is None else f"#p{number}"
        return f"{found[1]}{script_json([one for one in modules if one['href']])}</script>"

    return _MODULES.sub(listed, html)


def _renamed(tag: Tag, *, file: str, numbers: Mapping[str, int], frame: bool) -> Attributes | None:
    given = dict(tag.attributes)
    prefix = "" if frame else f"p{numbers[file]}-"
    if prefix:
        if given.get("id") and given["id"] not in _KNOWN_TO_SCRIPTS:
            given["id"] = f"{prefix}{given['id']}"
        for name in _REFERENCES:
            if given.get(name):
                given[name] = " ".join(f"{prefix}{one}" for one in str(given[name]).split())
    address = given.get("href")
    if tag.name == "a" and address:
        given["href"] = _anchor(address, file, numbers, prefix)
    return given if given != dict(tag.attributes) else None


def _anchor(address: str, file: str, numbers: Mapping[str, int], prefix: str) -> str:
    path, _, anchor = address.partition("#")
    if not path:
        return f"#{prefix}{anchor}" if anchor else address
    number = numbers.get(resolve(address, file) or "")
    if number is None:
        return address
    is_first = number == 0
    if not anchor:
        return f"#p{number}"
    return f"#{anchor}" if is_first else f"#p{number}-{anchor}"


def _inlined(html: str, start: TreePage, tree: LanguageTree) -> str:
    """Return a page with styles, scripts and pictures written into it; raise BuildError."""

    def read(address: str) -> bytes:
        target = resolve(address, start.file)
        try:
            return (tree.folder / str(target)).read_bytes()
        except OSError:
            message = f"{address} is missing from the site. Build the site again."
            raise BuildError(message, path=str(tree.folder / start.file)) from None

    def style(match: re.Match[str]) -> str:
        address = re.search(r'\bhref="([^"]*)"', match[0])
        kept = re.findall(r'\b(?:media|id)="[^"]*"', match[0])
        name = address[1] if address else ""
        css = read(name).decode()
        css = used_rules(css, words) if name.endswith(ENDING) else css
        return f"<{' '.join(['style', *kept])}>{_without_maps(css)}</style>"

    def script(match: re.Match[str]) -> str:
        text = _without_maps(read(match[1]).decode()).replace("</script", r"<\/script")
        return f"<script>{text}</script>"

    def picture(tag: Tag) -> Attributes | None:
        name = "src" if tag.name == "img" else "href"
        is_icon = tag.name == "link" and tag.attributes.get("rel") == "icon"
        address = tag.attributes.get(name)
        if not address or not (tag.name == "img" or is_icon) or address.startswith("data:"):
            return None
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        data = base64.b64encode(read(address)).decode()
        return {**tag.attributes, name: f"data:{kind};base64,{data}"}

    with_scripts = _SCRIPT.sub(script, change_attributes(html, picture))
    words = words_of([with_scripts])
    return _STYLE_LINK.sub(style, with_scripts)


def _without_maps(text: str) -> str:
    return re.sub(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+", "", text)
