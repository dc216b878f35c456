"""Reads XML that others have written: no entities, no document types, nothing from elsewhere."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as safe
from defusedxml import DefusedXmlException

from portal.errors import DataError

LARGEST = 20_000_000
"""Bytes that a file may have."""
DEEPEST = 60
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_xml(raw: bytes, *, shown: str) -> Element:
    """Return the root element; raise DataError with path and line for anything else."""
    if len(raw) > LARGEST:
        raise DataError(f"The file is larger than {LARGEST} bytes. Split it.", path=shown)
    try:
        root: Element = safe.fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        message = "It has a document type or entities, which are not read. Remove `<!DOCTYPE …>`."
        raise DataError(message, path=shown, line=_line_of(raw, b"<!")) from None
    except ParseError as error:
        what = str(error).partition(":")[0]
        message = f"This is no well-formed XML ({what}). Export it again."
        raise DataError(message, path=shown, line=error.position[0]) from None
    except (ValueError, LookupError):
        message = "The encoding is not known. Save the file as UTF-8."
        raise DataError(message, path=shown, line=1) from None
    if _deeper_than(root, DEEPEST):
        raise DataError("It is nested too deep. Export it again.", path=shown)
    return root


def _line_of(raw: bytes, what: bytes) -> int:
    place = raw.find(what)
    return raw.count(b"\n", 0, max(place, 0)) + 1


def _deeper_than(root: Element, most: int) -> bool:
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def plain_text(element: Element) -> str | None:
    """Return the text of an element that holds no other, None where it holds some."""
    return None if len(element) else (element.text or "")
