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

from portal.edition import Edition
from portal.history import Revisions
from portal.languages import forget, load_labels, load_languages
from portal.navigation import keys_in_order, label_navigation
from portal.page_context import file_of
from portal.pages import read_site


class PortalConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    language = Type(str, default="en")
    """The language of this build."""
    repository = Optional(Type(str))
    """Address of the repository, for the links that edit and translate."""


class PortalPlugin(BasePlugin[PortalConfig]):
    """Fallback pages, links that name files, words of the interface, facts for the templates."""

    edition: Edition

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project and fit the other plugins to it."""
        forget()
        root = Path(config.config_file_path).parent
        language = load_languages(root).get(self.config.language)
        labels = load_labels(root, language.code)
        config.site_name, config.site_description = labels("site.name"), labels("site.description")
        config.theme["language"] = language.code
        # The root's own: one 404 page in all languages, one sitemap index with real dates.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        self.edition = Edition(
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
        for key in self.edition.shown_keys():
            if self.edition.fallback(key):
                files.append(self._fallback_file(key, config))
        for file in files.documentation_pages():
            file.url = file.dest_uri
        return files

    def _fallback_file(self, key: str, config: MkDocsConfig) -> File:
        source = str(self.edition.root / self.edition.page(key).path)
        uri = f"{self.edition.language.code}/{key}.md"
        file = File.generated(config, uri, abs_src_path=source)
        file.dest_uri = file_of(key)
        # What static-i18n asks of each of its files.
        vars(file).update(locale_alternate_of=self.edition.language.code, alternates={})
        return file

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        """Name the sections in the reader's language; mark what is not translated."""
        label_navigation(nav.items, self.edition)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the Markdown extension which language the page is in."""
        key = self.edition.key(page.file.src_uri)
        config.mdx_configs["portal.extension"] = self.edition.extension_options(key)
        return markdown

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, **_: Any
    ) -> TemplateContext:
        """Give the templates the facts about this page."""
        portal = self.edition.context(self.edition.key(page.file.src_uri))
        page.meta.pop("revision_date", None)
        page.canonical_url = portal.canonical
        return {**context, "portal": portal}  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, **_: Any) -> str:
        """Set the direction on the root element, where the theme sets it on the body only."""
        return output.replace("<html ", f'<html dir="{self.edition.language.direction}" ', 1)
