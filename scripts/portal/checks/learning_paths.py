"""Rules about the learning paths in docs/data/paths.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from portal.checks.kinds import is_module_key
from portal.checks.label_words import label_words
from portal.checks.rule import Hit, site_rule
from portal.findings import Place
from portal.languages import SOURCE_LANGUAGE
from portal.learning_paths import PATHS_FILE, load_paths
from portal.pages import Site


@site_rule("MOD040", "path-unknown-module")
def paths_name_modules(site: Site) -> Iterator[Hit]:
    """A learning path names a module that there is not.

    Wrong: `waste/overview` without docs/en/waste/overview.md.

    Mend it: name a module by its path below docs/en, without `.md`, or leave it out until it is
    written.
    """
    for path in load_paths(site.root):
        for key, line in zip(path.modules, path.module_lines, strict=True):
            if not is_module_key(key) or (SOURCE_LANGUAGE, key) not in site.pages:
                message = f"The path `{path.id}` names `{key}`, which is no module."
                yield Hit(Place(PATHS_FILE, line), message, "Name one that there is.")


@site_rule("MOD041", "path-against-prerequisites")
def paths_keep_the_prerequisites(site: Site) -> Iterator[Hit]:
    """A module stands in a learning path, and what it requires stands later or is missing.

    A learner who follows the path would meet what they have not been told yet.

    Wrong: `waste/storage` before the `waste/what-is-mercury-waste` that it requires.

    Mend it: put the required module before it.
    """
    for path in load_paths(site.root):
        for place, key in enumerate(path.modules):
            page = site.readable(SOURCE_LANGUAGE, key)
            wanted = page.front_matter.get("requires") if page else None
            for name in wanted if isinstance(wanted, list) else ():
                if name in path.modules[:place]:
                    continue
                fault = "comes later" if name in path.modules else "is missing"
                message = f"In the path `{path.id}`, `{key}` requires `{name}`, which {fault}."
                yield Hit(
                    Place(PATHS_FILE, path.module_lines[place]),
                    message,
                    f"Put `{name}` before it.",
                )


@site_rule("MOD042", "path-without-words")
def paths_have_words(site: Site) -> Iterator[Hit]:
    """A learning path has no title or no reason in the English labels.

    Mend it: add `path.ID.title` and `path.ID.reason` to each labels file.
    """
    words = label_words(site, SOURCE_LANGUAGE)
    for path in load_paths(site.root):
        for label in (path.title, path.reason):
            if label not in words:
                message = f"The path `{path.id}` has no label `{label}`."
                yield Hit(Place(PATHS_FILE, path.line), message, "Add it to each labels file.")


@site_rule("MOD043", "path-unknown-audience")
def paths_name_audiences(site: Site) -> Iterator[Hit]:
    """A learning path is for an audience that has no name in the labels.

    Wrong: `audience: [custom]`. Right: `audience: [customs]`, as `audience.customs` is there.

    Mend it: use an id that the labels have.
    """
    words = label_words(site, SOURCE_LANGUAGE)
    for path in load_paths(site.root):
        for name, line in zip(path.audience, path.audience_lines, strict=True):
            if f"audience.{name}" not in words:
                message = f"The path `{path.id}` is for `{name}`, which is no audience."
                yield Hit(Place(PATHS_FILE, line), message, "Use an id that the labels have.")
