"""Make the working environment `.venv` where it is missing or out of date, then run `portal …`.

Needs Python 3.11 or newer with its venv module, and nothing else.
Standard output belongs to portal; whatever this file has to say goes to standard error.
The file parses on every Python since 3.7, so that an old one can be told that it is too old.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

TYPE_CHECKING = False  # typing.TYPE_CHECKING without the 5 ms that importing typing costs
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import NoReturn

OLDEST_PYTHON = (3, 11)
VERSION = "{}.{}".format(*sys.version_info)
ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK, PROJECT = ROOT / "requirements.lock", ROOT / "pyproject.toml"
# Written last and removed first: an environment without a stamp that fits is never used.
STAMP = VENV / "portal-stamp.txt"
LOG = VENV / "set-up.log"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
# Settings of the user that would send packages somewhere else than into .venv.
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
NETWORK_WORDS = ("connection", "name resolution", "dns error", "timed out", "retrying")
NO_LOCKS = (errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP)
UNFINISHED = "unfinished"
# Bytecode of what every command imports, also where Python is told to write none while it runs.
COMPILE = "import compileall as c, yaml; [*map(c.compile_dir, ['scripts/portal', *yaml.__path__])]"


class SetUpError(Exception):
    """The environment cannot be made (exit status 2); the text is the line the user reads."""


def main(arguments: list[str]) -> int:
    """Run `portal` with the arguments; without any, show its help."""
    if sys.version_info < OLDEST_PYTHON:
        say(f"this is Python {VERSION}; the portal needs 3.11. Start it with that or a newer one.")
        return 2
    try:
        if found() != wanted():
            set_up()
        return start(arguments or ["--help"])
    except SetUpError as error:
        say(str(error))
        return 2
    except OSError as error:
        say(cannot_write(error))
        return 2
    except KeyboardInterrupt:
        say("interrupted. Nothing half-made will be used: the next start begins again.")
        return 130


def say(message: str) -> None:
    """Print one line on standard error."""
    print(f"run.py: {message}", file=sys.stderr, flush=True)


def cannot_write(error: OSError) -> str:
    """Say which file stands in the way."""
    name = error.filename if Path(error.filename or "").is_absolute() else VENV
    if WINDOWS and isinstance(error, PermissionError) and VENV.exists():
        return f"{name} is in use. Stop the portal where it still runs, then start again."
    return f"{name}: {error.strerror or error}. Use a copy of the project that you may write to."


def base_python() -> str:
    """Return the interpreter itself, even when started from a virtual environment (maybe ours)."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def wanted() -> list[str]:
    """Return the stamp as it should be: one digest for the packages, one for the project itself."""
    try:
        parts = [LOCK.read_bytes(), VERSION.encode(), os.fsencode(ROOT)]
        project = PROJECT.read_bytes()
    except FileNotFoundError as error:
        raise SetUpError(f"{error.filename} is missing. Get a whole copy of it.") from error
    return [hashlib.sha256(b"\0".join(parts)).hexdigest(), hashlib.sha256(project).hexdigest()]


def found() -> list[str]:
    """Return the stamp of the environment that is there, or nothing."""
    try:
        # A symbolic link to a Python that was upgraded to another version leads nowhere useful,
        # hence the interpreter's real path as the third line.
        packages, project, interpreter = STAMP.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    whole = PYTHON.exists() and (VENV / "pyvenv.cfg").exists()
    return [packages, project] if whole and os.path.realpath(PYTHON) == interpreter else []


def set_up() -> None:
    """Make or mend the environment; one process at a time, the others wait and look again."""
    with only_one() as lock:
        have, want = found(), wanted()
        if have == want:
            return
        started = time.monotonic()
        if have[:1] != want[:1] or not installer():
            with suppress(FileNotFoundError, NotADirectoryError):
                STAMP.unlink()
            make_environment(lock)
        else:
            say("pyproject.toml has changed; installing the project again.")
        write_stamp([want[0], UNFINISHED])
        # With what is there already, hatchling among it: nothing is downloaded.
        install(["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], lock)
        run([str(PYTHON), "-c", COMPILE], lock)
        write_stamp(want)
        say(f"ready after {time.monotonic() - started:.0f} s.")


def make_environment(lock: int) -> None:
    """Replace `.venv` by a new one that holds what the lock file names."""
    uv = shutil.which("uv")
    if not uv:
        need_ensurepip()
    clear()
    say(f"setting up .venv for Python {VERSION}; this happens once and needs the network …")
    if uv:
        try:
            run([uv, "venv", "--python", base_python(), str(VENV)], lock)
            install(["--require-hashes", "-r", str(LOCK)], lock)
        except SetUpError as error:
            say(f"uv could not do it: {error} Trying pip …")
            need_ensurepip()
            clear()
        else:
            return
    run([base_python(), "-m", "venv", str(VENV)], lock)
    install(["--require-hashes", "-r", str(LOCK)], lock)


def need_ensurepip() -> None:
    """Raise SetUpError, naming the package to install, where Python cannot give `.venv` its pip."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    system = os.path.realpath("/usr/bin/python3") == os.path.realpath(base_python())
    package = "python3-venv" if system else f"python{VERSION}-venv"
    raise SetUpError(
        f"{base_python()} comes without ensurepip. "
        f"Install the package {package} (Debian, Ubuntu: apt install {package}), then start again."
    )


def clear() -> None:
    """Leave an empty folder where the environment goes."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()


def installer() -> list[str]:
    """Return the command that installs into the environment, or nothing if it has gone."""
    uv = shutil.which("uv")
    if "\nuv = " not in (VENV / "pyvenv.cfg").read_text(encoding="utf-8"):
        return [str(PYTHON), "-m", "pip", "install"]
    return [uv, "pip", "install", "--python", str(PYTHON)] if uv else []


def install(what: list[str], lock: int) -> None:
    """Install into the environment with the installer that it was made with."""
    run([*installer(), *what], lock)


def run(command: list[str], lock: int) -> None:
    """Run one step; where it fails, keep its output and raise SetUpError with its complaint."""
    environment = {key: value for key, value in os.environ.items() if key not in MISLEADING}
    environment.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0")
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=ROOT,
        pass_fds=() if WINDOWS else (lock,),  # if it outlives run.py, the lock holds until it ends
        start_new_session=not WINDOWS,  # can be ended with all that it has started
        encoding="utf-8",
        errors="replace",
    )
    try:
        output = "".join(shown(process.stdout or []))
        process.wait()
    except BaseException:
        end(process)
        raise
    if process.returncode:
        LOG.write_text(output, encoding="utf-8")
        raise SetUpError(complaint(output))


def shown(lines: Iterable[str]) -> Iterator[str]:
    """Pass the lines on; on a terminal, let the latest be seen in place."""
    terminal = sys.stderr.isatty()
    for line in lines:
        if terminal and line.strip():
            print(f"\r  {line.strip()[:74]:<76}", end="", file=sys.stderr, flush=True)
        yield line
    if terminal:
        print("\r" + " " * 78 + "\r", end="", file=sys.stderr, flush=True)


def end(process: subprocess.Popen[str]) -> None:
    """Kill a step and all that it has started."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def complaint(output: str) -> str:
    """Return the line of a failed step that says most."""
    lines = [line.strip(" ×╰─▶\t") for line in output.splitlines() if line.strip(" ×╰─▶\t")]
    errors = [line for line in lines if line.lower().startswith(("error", "cause"))] or lines
    what = errors[-1] if errors else "no reason given"
    if any(word in output.lower() for word in NETWORK_WORDS):
        what += ". Is there a network connection?"
    return f"{what} (All that was said: {LOG.relative_to(ROOT)})."


def write_stamp(want: list[str]) -> None:
    """Declare the environment ready, in one step that cannot be seen half done."""
    new = STAMP.with_suffix(".new")
    new.write_text("\n".join([*want, os.path.realpath(PYTHON)]) + "\n", encoding="utf-8")
    new.replace(STAMP)


@contextmanager
def only_one() -> Iterator[int]:
    """Hold the lock on this very file: nothing is left behind, and it ends with its holder."""
    with Path(__file__).open("rb") as file:
        if not try_lock(file.fileno()):
            say("another start is setting up .venv; waiting for it …")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield file.fileno()


def try_lock(descriptor: int) -> bool:
    """Take the lock if nobody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            # Windows locks are mandatory: one byte far behind the end disturbs no reader.
            os.lseek(descriptor, 1 << 30, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in NO_LOCKS  # some network folders have no locks: go on without
    return True


def start(arguments: list[str]) -> int:
    """Become `portal`; on Windows, which has no exec, wait for it and return its exit status."""
    # -P: a folder named portal in the user's current folder must not be taken for the package.
    command = [str(PYTHON), "-P", "-m", "portal", *arguments]
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell
    os.environ.setdefault("PYTHONUTF8", "1")  # a Windows code page has no room for six languages
    with subprocess.Popen(command) as process:
        while True:
            with suppress(KeyboardInterrupt):  # portal has had the Ctrl-C too, and ends by itself
                return process.wait()


def stop(*_: object) -> NoReturn:
    """Treat a polite request to end like Ctrl-C, so that the running step ends as well."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    sys.exit(main(sys.argv[1:]))
