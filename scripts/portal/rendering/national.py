"""The frame round a national addition; only a build with `--local` writes one."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block, type_string


class National(Block):
    """Says in its first line whose words these are, in the language of the addition.

    It is no block of a page: `portal check` does not know it, so nobody can pass for a country.
    """

    NAME = "national"
    ARGUMENT = True
    OPTIONS = {"lang": ["en", type_string], "dir": ["", type_string]}  # noqa: RUF012 - pymdownx's way

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Open the frame and write its label."""
        attributes = {"class": "block block-national", "lang": self.options["lang"]}
        if self.options["dir"]:
            attributes["dir"] = self.options["dir"]
        frame = etree.SubElement(parent, "aside", attributes)
        label = etree.SubElement(frame, "p", {"class": "block-title"})
        label.text = str(self.argument)
        return frame
