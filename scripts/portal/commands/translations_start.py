"""Write the skeleton of a translation: front matter, ids, blocks, citations in your language.

The English sentences stand where yours will stand: write over them.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from portal.translations.skeleton import Terms


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("language", metavar="LANG", help="the language to translate into")
    parser.add_argument("page", metavar="PAGE", help="the English page: waste/x")
    parser.add_argument("--print", action="store_true", help="write to standard output, no file")


def run(arguments: argparse.Namespace) -> int:
    """Write the file and return 0; raise PortalError, above all where there is a file already."""
    from portal.errors import BuildError, ConfigError
    from portal.languages import SOURCE_LANGUAGE
    from portal.pages import open_site
    from portal.project import find_root
    from portal.translations.choosing import read_languages, read_page_name
    from portal.translations.skeleton import skeleton

    root = find_root()
    site = open_site(root)
    (language,) = read_languages(site, [arguments.language])
    _, key = read_page_name(site, arguments.page)
    source = site.get(SOURCE_LANGUAGE, key)
    if source is None:
        message = f"There is no English page docs/{SOURCE_LANGUAGE}/{key}.md. Check the name."
        raise ConfigError(message)
    text = skeleton(source, language, terms=_glossary(root, language))
    if arguments.print:
        sys.stdout.write(text)
        return 0
    shown = f"docs/{language}/{key}.md"
    path = root / shown
    message = "There is a translation already. Go on with it, or use --print."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x": a file that somebody made in the meantime is not overwritten either.
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BuildError(message, path=shown) from None
    except OSError as error:
        raise BuildError(f"Cannot be written: {error.strerror}.", path=shown) from None
    sys.stdout.write(f"{shown}: write over the English sentences, then "
                     f"`portal translations done {shown}`\n")  # fmt: skip
    return 0


def _glossary(root: Path, language: str) -> Terms:
    """Return a function from an English text to the glossary's terms in it."""
    from portal.glossary import load_glossary
    from portal.glossary.matching import terms_beside

    return terms_beside(load_glossary(root), language)
