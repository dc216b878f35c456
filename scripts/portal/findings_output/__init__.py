"""How findings are written: for people, for programs, for GitHub."""

from portal.findings_output.formats import FORMATS, Rendering, RuleWords, render, sort_findings

__all__ = ["FORMATS", "Rendering", "RuleWords", "render", "sort_findings"]
