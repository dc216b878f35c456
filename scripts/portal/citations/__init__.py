"""The citation finder: text in, references to the Convention out, in six languages.

Four verbs: `find_citations` (text -> citations), `resolve` (one written citation -> ids), `render`
(id -> written citation), `link_citations` (text and addresses -> edits that make links).
`find_references` gives the same as lines and columns, as `portal refs` prints them.
"""

from portal.citations.citation import Citation, Problem, Target
from portal.citations.find import check_request, find_citations, resolve
from portal.citations.lexicon import has_grammar
from portal.citations.linking import Link, link_citations
from portal.citations.references import Reference, find_references
from portal.citations.rendering import list_styles, render

__all__ = [
    "Citation",
    "Link",
    "Problem",
    "Reference",
    "Target",
    "check_request",
    "find_citations",
    "find_references",
    "has_grammar",
    "link_citations",
    "list_styles",
    "render",
    "resolve",
]
