"""Tells whether bundles are as they were published: `python verify.py [FOLDER]`.

Needs Python 3 and nothing else: it travels on USB sticks and inside zips as it stands.
It tells damage and stray files. Where SHA256SUMS.minisig is there, only the publisher's public key
tells who made the list: `minisign -Vm SHA256SUMS -P KEY`, or `portal bundle verify --key FILE`.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
import sys
import zipfile
import zlib

MANIFEST = "bundles.json"
SUMS = "SHA256SUMS"
PAGE = "index.html"
"""The downloads page."""
SCHEMA = "bundles.schema.json"
SIGNATURE = f"{SUMS}.minisig"
UNLISTED = frozenset({MANIFEST, PAGE, SCHEMA, SUMS, SIGNATURE})
"""What the manifest cannot list: itself, the sums that name it, and their signature."""
OF_SYSTEMS = re.compile(
    r"(?:.*/)?(?:\.DS_Store|\._[^/]+|Thumbs\.db|desktop\.ini)"
    r"|System Volume Information/(?:IndexerVolumeGuid|WPSettings\.dat)"
    r"|\.(?:Spotlight-V100|Trashes|fseventsd)/.*"
)
"""What Windows and macOS write on every stick they meet: extra on each would mean nothing."""
BLOCK = 1 << 20


class UnreadableError(Exception):
    """The folder or its manifest cannot be read; the text is the user's message."""


def verify(folder: pathlib.Path) -> list[str]:
    """Return one line for each file that is changed, missing or extra; raise UnreadableError.

    A folder of bundles has a manifest; an unpacked bundle and a stick have SHA256SUMS alone.
    """
    if not (folder / MANIFEST).exists() and (folder / SUMS).is_file():
        return _verify_by_sums(folder)
    manifest = folder / MANIFEST
    try:
        bundles = json.loads(manifest.read_text("utf-8"))["bundles"]
        listed = {str(one["file"]): {**one, "sha256": str(one["sha256"])} for one in bundles}
    except (OSError, ValueError, KeyError, TypeError):
        message = f"{manifest}: The manifest is missing or damaged. Fetch the bundles again."
        raise UnreadableError(message) from None
    for name in listed:
        _refuse_outside(name, manifest)
    faults = []
    for name, one in sorted(listed.items()):
        faults += _compare(folder, name, one)
    faults += _extra(folder, set(listed) | UNLISTED)
    return faults + _check_sums(folder, listed)


def _verify_by_sums(folder: pathlib.Path) -> list[str]:
    sums = _read_sums(folder / SUMS)
    faults = []
    for name, wanted in sorted(sums.items()):
        _refuse_outside(name, folder / SUMS)
        faults += _compare(folder, name, {"sha256": wanted})
    return faults + _extra(folder, set(sums) | {SUMS, SIGNATURE})


def _extra(folder: pathlib.Path, listed: set[str] | frozenset[str]) -> list[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    strange = sorted(name for name in found - listed if not OF_SYSTEMS.fullmatch(name))
    return [f"{name}: extra, not in the list." for name in strange]


def _refuse_outside(name: str, source: pathlib.Path) -> None:
    """Raise UnreadableError for a name that leads out of its folder."""
    if not is_inside(name):
        message = f"{source}: {name!r} leads out of its folder. Do not unpack or open it."
        raise UnreadableError(message)


def _read_sums(path: pathlib.Path) -> dict[str, str]:
    """Return name to hash, as `sha256sum --check` reads them; raise UnreadableError."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        message = f"{path}: The sums are missing or damaged. Fetch the bundles again."
        raise UnreadableError(message) from None
    return dict(line.split("  ", 1)[::-1] for line in lines if "  " in line)


def is_inside(name: str) -> bool:
    """Tell whether a name stays in its folder, on every system."""
    path = pathlib.PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in name and bool(name)


def sha256(path: pathlib.Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _compare(folder: pathlib.Path, name: str, one: dict[str, object]) -> list[str]:
    path = folder / name
    if not path.is_file():
        return [f"{name}: missing."]
    is_same = sha256(path) == one["sha256"]
    files = one.get("files")
    if not isinstance(files, dict):
        return [] if is_same else [f"{name}: changed."]
    inner = _inside(path, files)
    return inner if is_same else [f"{name}: changed.", *inner]


def _inside(path: pathlib.Path, files: dict[str, str]) -> list[str]:
    """Name what is wrong inside a zip; raise UnreadableError for a name that leads out of it."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            for name in names:
                _refuse_outside(name, path)
            faults = []
            for name, wanted in sorted(files.items()):
                if name not in names:
                    faults.append(f"  {path.name}: {name}: missing.")
                elif not _is_whole(archive, name, wanted):
                    faults.append(f"  {path.name}: {name}: changed.")
            return faults + [
                f"  {path.name}: {name}: extra." for name in sorted(set(names) - set(files))
            ]
    except (OSError, zipfile.BadZipFile):
        return [f"  {path.name}: cannot be opened as a zip."]


def _is_whole(archive: zipfile.ZipFile, name: str, wanted: str) -> bool:
    try:
        return hashlib.sha256(archive.read(name)).hexdigest() == wanted
    except (OSError, zipfile.BadZipFile, ValueError, zlib.error):
        return False


def _check_sums(folder: pathlib.Path, listed: dict[str, dict[str, object]]) -> list[str]:
    """Compare the manifest with SHA256SUMS."""
    sums = _read_sums(folder / SUMS)
    wanted = {name: str(one["sha256"]) for name, one in listed.items()}
    for name in (MANIFEST, PAGE, SCHEMA):
        if (folder / name).is_file():
            wanted[name] = sha256(folder / name)
    names = sorted(set(wanted) | set(sums))
    return [
        f"{SUMS}: not what it says of {name}."
        for name in names
        if wanted.get(name) != sums.get(name)
    ]


def _writable(text: str) -> str:
    encoding = sys.stdout.encoding or "ascii"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def main(words: list[str]) -> int:
    """Print what is wrong and return 0 (all is well), 1 (something is not) or 2 (unreadable)."""
    folder = pathlib.Path(words[0]) if words else pathlib.Path(__file__).parent
    try:
        faults = verify(folder)
    except UnreadableError as error:
        sys.stderr.write(f"{_writable(str(error))}\n")
        return 2
    # A strange file may have a name that the window, or a file on Windows, has no letters for.
    sys.stdout.writelines(f"{_writable(fault)}\n" for fault in faults)
    if not faults:
        sys.stderr.write("Every file is as it was published.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
