"""Tells whether bundles are as they were published: `python verify.py [FOLDER]`.

Needs Python 3 and nothing else: it travels on USB sticks and inside zips as it stands.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import sys
import zipfile

MANIFEST = "bundles.json"
SUMS = "SHA256SUMS"
UNLISTED = frozenset({MANIFEST, SUMS, f"{SUMS}.minisig"})
"""What the manifest cannot list: itself, the sums that name it, and their signature."""
BLOCK = 1 << 20


class UnreadableError(Exception):
    """The folder or its manifest cannot be read; the text is the user's message."""


def verify(folder: pathlib.Path) -> list[str]:
    """Return one line for each file that is changed, missing or extra; raise UnreadableError."""
    manifest = folder / MANIFEST
    try:
        bundles = json.loads(manifest.read_text("utf-8"))["bundles"]
        listed = {str(one["file"]): one for one in bundles}
    except (OSError, ValueError, KeyError, TypeError):
        message = f"{manifest}: The manifest is missing or damaged. Fetch the bundles again."
        raise UnreadableError(message) from None
    faults = [f"{name}: outside its folder." for name in listed if not is_inside(name)]
    for name, one in sorted(listed.items()):
        if is_inside(name):
            faults += _compare(folder, name, one)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    faults += [
        f"{name}: extra, not in the manifest." for name in sorted(found - set(listed) - UNLISTED)
    ]
    return faults + _check_sums(folder, listed)


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
    if sha256(path) == one["sha256"]:
        return []
    files = one.get("files")
    inner = _inside(path, files) if isinstance(files, dict) else []
    return [f"{name}: changed.", *inner]


def _inside(path: pathlib.Path, files: dict[str, str]) -> list[str]:
    """Name what is wrong inside a zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            faults = [
                f"  {path.name}: {name}: outside its folder."
                for name in names
                if not is_inside(name)
            ]
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
    except (OSError, zipfile.BadZipFile, ValueError):
        return False


def _check_sums(folder: pathlib.Path, listed: dict[str, dict[str, object]]) -> list[str]:
    """Compare the manifest with SHA256SUMS, which `sha256sum --check` reads."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return [f"{SUMS}: missing or damaged."]
    sums = dict(line.split("  ", 1)[::-1] for line in lines if "  " in line)
    wanted = {name: str(one["sha256"]) for name, one in listed.items()}
    wanted[MANIFEST] = sha256(folder / MANIFEST)
    names = sorted(set(wanted) | set(sums))
    return [
        f"{SUMS}: not what it says of {name}."
        for name in names
        if wanted.get(name) != sums.get(name)
    ]


def main(words: list[str]) -> int:
    """Print what is wrong and return 0 (all is well), 1 (something is not) or 2 (unreadable)."""
    folder = pathlib.Path(words[0]) if words else pathlib.Path(__file__).parent
    try:
        faults = verify(folder)
    except UnreadableError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    if not faults:
        sys.stderr.write("Every file is as it was published.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
