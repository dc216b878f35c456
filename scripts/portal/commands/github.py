"""What the workflows on GitHub call: report on a pull request, post it, say who may review."""

from __future__ import annotations

from portal.subcommands import Subcommands

SUBCOMMANDS = Subcommands(
    "github",
    {
        "report": "tell what a pull request does to pages (needs no secret)",
        "preview": "build the languages that a report names",
        "comment": "post a report on its pull request (takes it for hostile)",
        "reviewed": "refuse `reviewed` by anybody whom CODEOWNERS does not name",
        "issues": "renew the status issue of each language",
    },
)

configure = SUBCOMMANDS.configure
run = SUBCOMMANDS.run
