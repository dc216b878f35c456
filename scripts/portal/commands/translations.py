"""Tell a translator what to do next, show what changed, write skeletons, renew fingerprints."""

from __future__ import annotations

from portal.subcommands import Subcommands

SUBCOMMANDS = Subcommands(
    "translations",
    {
        "status": "show what is missing, stale and fresh",
        "diff": "show what changed in English since the translated version",
        "start": "write the skeleton of a translation",
        "done": "renew the fingerprints of the sections that were worked on",
        "glossary": "export the glossary as TBX or CSV, or import it",
        "memory": "export sentence pairs as TMX",
        "export": "write a translation into an XLIFF or DOCX file for revision",
        "import": "put a revised XLIFF or DOCX file back into its page",
    },
)

configure = SUBCOMMANDS.configure
run = SUBCOMMANDS.run
