"""The citation finder: text in, references to the Convention out, in six languages."""

from portal.citations.citation import Citation, Problem, Target
from portal.citations.find import find_citations

__all__ = ["Citation", "Problem", "Target", "find_citations"]
