"""What the workflows on GitHub call: pull requests reported on and reviewed, forms made files."""

from __future__ import annotations

from portal.subcommands import Subcommands

SUBCOMMANDS = Subcommands(
    "github",
    {
        "report": "tell what a pull request does to pages (needs no secret)",
        "preview": "build the languages that a report names",
        "comment": "post a report on its pull request (takes it for hostile)",
        "reviewed": "refuse `reviewed` by anybody whom CODEOWNERS does not name",
        "evidence": "turn an issue made with a form into a case, an arrangement or an activity",
        "issues": "renew the status issue of each language",
    },
)

configure = SUBCOMMANDS.configure
run = SUBCOMMANDS.run
