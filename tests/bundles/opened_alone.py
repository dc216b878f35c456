"""What tests of the bundles share: the languages, and pages opened with the network off."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
REFUSED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("Access is denied.", "SecurityError"); }});"""
ADDRESS = "http://system.example"
"""Where a learning management system would stand."""
OpenAlone = Callable[..., Page]
