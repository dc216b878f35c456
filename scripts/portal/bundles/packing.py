"""Packs the bundles that are asked for, into a folder that changes only if all went well."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.bundles.about import completeness
from portal.bundles.downloads import downloads_page
from portal.bundles.formats import FORMATS
from portal.bundles.manifest import describe, write_manifest
from portal.bundles.manifest_model import Bundle
from portal.bundles.scope import Scope, one_track, whole_language
from portal.bundles.signing import require_minisign, sign_sums
from portal.bundles.tree import read_tree
from portal.bundles.verify import MANIFEST, sha256
from portal.checks.kinds import TRACKS
from portal.errors import BuildError
from portal.whole_folders import filled_beside
from portal.worker_processes import worker_pool

_ALL = 6
"""Languages of the United Nations."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for; empty means all."""

    languages: Sequence[str]
    """Never empty."""
    tracks: Sequence[str] = ()
    formats: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make."""

    format: str
    file: str
    scopes: tuple[Scope, ...]
    module: str | None = None


def plan_jobs(site: Path, order: Order) -> list[Job]:
    """Return the files to make; raise BuildError for what is not built or not there."""
    for name, known in ((order.formats, FORMATS), (order.tracks, TRACKS)):
        for wrong in (one for one in name if one not in known):
            message = f"There is no {wrong!r}. There are: {', '.join(known)}."
            raise BuildError(message)
    trees = [read_tree(site, code) for code in order.languages]
    wholes = tuple(whole_language(tree) for tree in trees)
    commits = {tree.commit for tree in trees}
    if len(commits) > 1:
        raise BuildError("The languages are built from different commits. Build the site anew.")
    tracks = [one_track(tree, track) for tree in trees for track in order.tracks or TRACKS]
    jobs: list[Job] = []
    for name in order.formats or FORMATS:
        one = FORMATS[name]
        scopes: list[tuple[Scope, ...]] = []
        # Who asks for a track by name gets it in every format, in those of whole languages, too.
        if "track" in one.of or (order.tracks and "language" in one.of):
            scopes += [(scope,) for scope in tracks]
        if "language" in one.of and not order.tracks:
            scopes += [(scope,) for scope in wholes]
        if "languages" in one.of and not order.tracks and len(wholes) > 1:
            scopes.append(wholes)
        jobs += [Job(name, f"minamata-{_name(these)}{one.ending}", these) for these in scopes]
        if "card" in one.of:
            jobs += [job for scope in wholes for job in _card_jobs(name, one.ending, scope)]
        if "module" in one.of:
            jobs += [job for scope in tracks for job in _module_jobs(name, one.ending, scope)]
    return jobs


def pack(
    root: Path,
    out: Path,
    jobs: Sequence[Job],
    say: Callable[[str], None],
    *,
    ready: Mapping[str, Path] | None = None,
    key: Path | None = None,
    processes: int = 1,
) -> None:
    """Make the files in `out`, beside those of the same commit that are there.

    `say` is told of each file and its time; files in `ready` (name to path) are not made again;
    `key` signs the sums; `processes` work at once. Raises PortalError; `out` then stands as it was.
    """
    if key:
        require_minisign(key)
    for name in dict.fromkeys(job.format for job in jobs):
        FORMATS[name].require()
    with filled_beside(out, option="--out") as folder:
        before, at_hand = _earlier(out, jobs), ready or {}
        for job in (job for job in jobs if job.file in at_hand):
            _take_along(at_hand[job.file], folder / job.file)
        wanted = [job for job in jobs if job.file not in at_hand]
        for file, seconds in _make(root, folder, wanted, processes=processes):
            size = (folder / file).stat().st_size
            say(f"{file}: {size / 1000:.0f} kB in {seconds:.1f} s.")
        entries = describe(folder, [_bundle(job) for job in jobs])
        kept = [one for name, one in before.items() if not (folder / name).exists()]
        for one in kept:
            _take_along(out / str(one["file"]), folder / str(one["file"]))
        entries += kept
        entries.sort(key=lambda one: str(one["file"]))
        write_manifest(root, folder, entries, page=downloads_page(root, entries))
        if key:
            sign_sums(folder, key, comment=f"Minamata training {_commit(jobs)}")


def _make(
    root: Path, folder: Path, jobs: Sequence[Job], *, processes: int
) -> Iterator[tuple[str, float]]:
    """Make the files; yield the name and the seconds of each as it is finished."""
    if processes < 2 or len(jobs) < 2:
        for job in jobs:
            yield _make_one(root, folder, job)
        return
    # The largest first: no core shall wait for them at the end.
    ordered = sorted(jobs, key=lambda job: (-len(job.scopes), job.scopes[0].track is not None))
    with worker_pool(min(processes, len(jobs))) as pool:
        for done in as_completed([pool.submit(_make_one, root, folder, job) for job in ordered]):
            yield done.result()


def _make_one(root: Path, folder: Path, job: Job) -> tuple[str, float]:
    start = time.monotonic()
    FORMATS[job.format].pack(root, job.scopes, folder / job.file, job.module)
    return job.file, time.monotonic() - start


def taken_along(folder: Path, jobs: Sequence[Job]) -> dict[str, Path]:
    """Return the files of the jobs that are whole in `folder` and of the same commit, by name."""
    try:
        before = _earlier(folder, jobs)
    except BuildError:
        return {}
    paths = {job.file: folder / job.file for job in jobs if job.file in before}
    return {
        name: path
        for name, path in paths.items()
        if path.is_file() and sha256(path) == before[name].get("sha256")
    }


def _commit(jobs: Sequence[Job]) -> str | None:
    return jobs[0].scopes[0].tree.commit if jobs else None


def _name(scopes: Sequence[Scope]) -> str:
    if len(scopes) == 1:
        return scopes[0].name
    codes = [scope.tree.code for scope in scopes]
    return "six-languages" if len(codes) == _ALL else "-".join(codes)


def _module_jobs(name: str, ending: str, scope: Scope) -> Iterator[Job]:
    for page in scope.modules:
        if page.key.startswith(f"{scope.track}/"):
            file = f"minamata-{scope.tree.code}-{page.key.replace('/', '-')}{ending}"
            yield Job(name, file, (scope,), page.key)


def _card_jobs(name: str, ending: str, scope: Scope) -> Iterator[Job]:
    for card in scope.cards:
        alone = dataclasses.replace(scope, pages=(card,), start=card)
        short = card.key.rpartition("/")[2]
        yield Job(name, f"minamata-{scope.tree.code}-card-{short}{ending}", (alone,), card.key)


def _bundle(job: Job) -> Bundle:
    first = job.scopes[0]
    shown = first.tree.page(job.module) if job.module else None
    page = shown or first.start
    # A module's file holds one page, not its track, and many a file the track alone.
    all_pages = FORMATS[job.format].references
    held = [scope if all_pages else scope.without_references for scope in job.scopes]
    if shown:
        held = [dataclasses.replace(first, pages=(page,))]
    numbers = [completeness(scope) for scope in held]
    return Bundle(
        file=job.file,
        title=page.title,
        title_language=page.language,
        format=job.format,
        languages=tuple(scope.tree.code for scope in job.scopes),
        track=first.track,
        module=job.module,
        commit=first.tree.commit,
        date=first.tree.date,
        pages=sum(one["pages"] for one in numbers),
        translated=sum(one["translated"] for one in numbers),
        reviewed=sum(one["reviewed"] for one in numbers),
        reader=FORMATS[job.format].reader,
    )


def _earlier(out: Path, jobs: Sequence[Job]) -> Mapping[str, dict[str, Any]]:
    """Return the entries of what `out` holds; raise BuildError if it is not ours or is older."""
    if out.exists() and not out.is_dir():
        raise BuildError("This is a file. Choose another --out.", path=str(out))
    if not out.is_dir() or not any(out.iterdir()):
        return {}
    try:
        entries = json.loads((out / MANIFEST).read_text("utf-8"))["bundles"]
        found = {str(one["file"]): one for one in entries}
    except (OSError, ValueError, KeyError, TypeError):
        message = "The folder holds something else than bundles. Choose another --out."
        raise BuildError(message, path=str(out)) from None
    commit = _commit(jobs)
    for one in found.values():
        if one.get("commit") != commit:
            message = (
                f"The folder holds bundles of another commit ({one.get('commit')}). Remove it."
            )
            raise BuildError(message, path=str(out))
    return found


def _take_along(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
