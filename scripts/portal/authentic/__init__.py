"""The authentic text where a publisher supplies it: read, and told apart by provision.

No text comes with the portal. A publisher puts plain-text files into
`docs/<language>/convention/authentic/`, one per article or annex.
"""

from portal.authentic.supplied import (
    SuppliedText,
    SuppliedUnit,
    is_supplied,
    parse_supplied,
    read_supplied,
    supplied_key,
    supplied_path,
)

__all__ = [
    "SuppliedText",
    "SuppliedUnit",
    "is_supplied",
    "parse_supplied",
    "read_supplied",
    "supplied_key",
    "supplied_path",
]
