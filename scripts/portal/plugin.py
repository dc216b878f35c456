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

from portal.edition import Edition, open_edition
from portal.edition_files import write_beside
from portal.history import Revisions
from portal.languages import load_labels
from portal.navigation import label_navigation
from portal.page_context import file_of


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
        root = Path(config.config_file_path).parent
        addresses = {"site_url": config.site_url, "repository": self.config.repository}
        self.edition = open_edition(root, self.config.language, nav=config.nav, **addresses)
        labels = load_labels(root, self.config.language)
        config.site_name, config.site_description = labels("site.name"), labels("site.description")
        config.theme["language"] = self.config.language
        # The root's own: one 404 page in all languages, one sitemap index with real dates.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.plugins["git-revision-date"].util = Revisions(root)  # type: ignore[attr-defined]
        return config

    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Show English pages where a translation is missing; make every link name its file."""
        for key in self.edition.shown_keys():
            if self.edition.fallback(key) or key in self.edition.generated:
                files.append(self._virtual_file(key, config))
        for file in files.documentation_pages():
            file.url = file.dest_uri
        return files

    def _virtual_file(self, key: str, config: MkDocsConfig) -> File:
        page, made = self.edition.page(key), key in self.edition.generated
        uri, path = f"{self.edition.language.code}/{key}.md", str(self.edition.root / page.path)
        source: Any = {"content": page.text} if made else {"abs_src_path": path}
        file: File = File.generated(config, uri, **source)
        file.dest_uri = file_of(key)
        # What static-i18n asks of each of its files.
        vars(file).update(locale_alternate_of=self.edition.language.code, alternates={})
        return file

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        """Name the sections in the reader's language; mark what is not translated."""
        label_navigation(nav.items, self.edition)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the Markdown extension the page's language; put in what the country adds."""
        key = self.edition.key(page.file.src_uri)
        config.mdx_configs["portal.extension"] = self.edition.extension_options(key)
        return self.edition.with_national(key, markdown)

    def on_page_context(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Give the templates the facts about this page."""
        portal = self.edition.context(self.edition.key(page.file.src_uri))
        page.meta.pop("revision_date", None)
        page.canonical_url = portal.links.canonical
        return {**context, "portal": portal}

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write search index, slides and worksheet beside what was built."""
        write_beside(self.edition, Path(config.site_dir))

    def on_post_page(self, output: str, **_: Any) -> str:
        """Set the direction on the root element, where the theme sets it on the body only."""
        return output.replace("<html ", f'<html dir="{self.edition.language.direction}" ', 1)
