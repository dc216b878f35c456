"""MkDocs plugin: hands pages in and context out; all thinking is done elsewhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

# GitPython, imported by the revision date plugin, stops at import where git is missing.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from portal.history import Revisions
from portal.languages import load_labels, load_languages
from portal.navigation import keys_in_order, label_navigation
from portal.page_context import Portal, file_of
from portal.pages import read_site


class PortalConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    language = Type(str, default="en")
    """The language of this build."""
    repository = Optional(Type(str))
    """Address of the repository, for the links that edit and translate."""


class PortalPlugin(BasePlugin[PortalConfig]):
    """Fallback pages, links that name files, words of the interface, facts for the templates."""

    portal: Portal

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project and fit the other plugins to it."""
        root = Path(config.config_file_path).parent
        language = load_languages(root).get(self.config.language)
        labels = load_labels(root, language.code)
        config.site_name, config.site_description = labels("site.name"), labels("site.description")
        config.theme["language"] = language.code
        # The root's own: one 404 page in all languages, one sitemap index with real dates.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        self.portal = Portal(
            root=root,
            site=read_site(root),
            language=language,
            site_url=config.site_url and config.site_url.rstrip("/") + "/",
            repository=(self.config.repository or "").rstrip("/") or None,
            order=keys_in_order(config.nav or []),
        )
        config.plugins["git-revision-date"].util = Revisions(root)  # type: ignore[attr-defined]
        return config

    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Show English pages where a translation is missing; make every link name its file."""
        for key in self.portal.shown_keys():
            if self.portal.fallback(key):
                files.append(self._fallback_file(key, config))
        for file in files.documentation_pages():
            file.url = file.dest_uri
        return files

    def _fallback_file(self, key: str, config: MkDocsConfig) -> File:
        source = str(self.portal.root / self.portal.page(key).path)
        uri = f"{self.portal.language.code}/{key}.md"
        file = File.generated(config, uri, abs_src_path=source)
        file.dest_uri = file_of(key)
        file.locale = file.locale_alternate_of = self.portal.language.code  # type: ignore[attr-defined]
        file.alternates = {}  # type: ignore[attr-defined]
        return file

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        """Name the sections in the reader's language; mark what is not translated."""
        label_navigation(nav.items, self.portal)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the Markdown extension which language the page is in."""
        context = self.portal.context(self.portal.key(page.file.src_uri))
        config.mdx_configs["portal.extension"] = {
            "language": context.content_language.code,
            "page": context.key,
            "root": str(self.portal.root),
        }
        return markdown

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, **_: Any
    ) -> TemplateContext:
        """Give the templates the facts about this page."""
        portal = self.portal.context(self.portal.key(page.file.src_uri))
        page.meta.pop("revision_date", None)
        page.canonical_url = portal.canonical
        return {**context, "portal": portal}  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, **_: Any) -> str:
        """Set the direction on the root element, where the theme sets it on the body only."""
        return output.replace("<html ", f'<html dir="{self.portal.language.direction}" ', 1)
