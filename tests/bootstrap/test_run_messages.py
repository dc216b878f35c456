"""What scripts/run.py imports, tries and says, function by function."""

from __future__ import annotations

import ast
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

RUN = Path(__file__).resolve().parents[2] / "scripts" / "run.py"


@pytest.fixture
def run_module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give run.py as a module."""
    specification = importlib.util.spec_from_file_location("run", RUN)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", Path("nowhere", ".venv"))
    return module


def test_an_old_python_can_read_the_file_and_is_told_what_is_needed(
    run_module: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(run_module.sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(run_module, "VERSION", "3.8")
    assert run_module.main([]) == 2
    assert capsys.readouterr().err == (
        "run.py: this is Python 3.8; the portal needs 3.11. Start it with that or a newer one.\n"
    )


def test_nothing_but_the_standard_library_is_imported() -> None:
    imports = [
        name
        for node in ast.walk(ast.parse(RUN.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]
    assert {name.split(".")[0] for name in imports} <= sys.stdlib_module_names


def test_without_ensurepip_one_line_names_the_package_to_install(
    run_module: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run_module.shutil, "which", lambda _: None)
    monkeypatch.setattr(run_module.importlib.util, "find_spec", lambda name: name == "venv" or None)
    assert run_module.main(["x"]) == 2
    errors = capsys.readouterr().err
    assert len(errors.splitlines()) == 1
    assert "apt install python3" in errors
    assert "-venv" in errors


@pytest.mark.parametrize(
    ("windows", "name", "line"),
    [
        (False, ".venv", "Permission denied. Use a copy of the project that you may write to."),
        (True, ".venv/Scripts/python.exe", "is in use. Stop the portal where it still runs"),
    ],
)
def test_a_folder_that_cannot_be_written_to_is_named(
    run_module: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    windows: bool,
    name: str,
    line: str,
) -> None:
    def refuse() -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / name))

    monkeypatch.setattr(run_module, "WINDOWS", windows)
    monkeypatch.setattr(run_module, "VENV", tmp_path)
    monkeypatch.setattr(run_module, "set_up", refuse)
    monkeypatch.setattr(run_module, "found", list)
    assert run_module.main(["x"]) == 2
    errors = capsys.readouterr().err
    assert len(errors.splitlines()) == 1
    assert str(tmp_path / name) in errors
    assert line in errors


def test_where_uv_fails_pip_is_tried(
    run_module: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    commands: list[str] = []

    def run(command: list[str], _lock: int) -> None:
        commands.append(Path(command[0]).stem)
        if command[0] == "uv":
            raise run_module.SetUpError("no way.")
        (tmp_path / ".venv" / "pyvenv.cfg").write_text("home = x\n", encoding="utf-8")

    monkeypatch.setattr(run_module.shutil, "which", lambda _: "uv")
    monkeypatch.setattr(run_module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run_module, "PYTHON", tmp_path / ".venv" / "bin" / "environment")
    monkeypatch.setattr(run_module, "base_python", lambda: "python")
    monkeypatch.setattr(run_module, "run", run)
    run_module.make_environment(0)
    assert commands == ["uv", "python", "environment"]
    assert "uv could not do it: no way. Trying pip" in capsys.readouterr().err


PIP_OFFLINE = """
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)'
ERROR: Could not find a version that satisfies the requirement one==1 (from versions: none)
ERROR: No matching distribution found for one==1
"""
UV_OFFLINE = """
error: Failed to fetch a page
  cause: client error (Connect)
  cause: dns error: failed to lookup address information
hint: something else
"""
WRONG_HASH = """
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.
    one==1 from somewhere:
        Expected sha256 aaaa
             Got        bbbb
"""


@pytest.mark.parametrize(
    ("output", "line"),
    [
        (PIP_OFFLINE, "ERROR: No matching distribution found for one==1. Is there a network"),
        (UV_OFFLINE, "cause: dns error: failed to lookup address information. Is there a network"),
        (WRONG_HASH, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."),
        ("Segmentation fault\n", "Segmentation fault (All that was said"),
        ("", "no reason given (All that was said"),
    ],
)
def test_a_failed_step_is_told_in_its_most_telling_line(
    run_module: ModuleType, monkeypatch: pytest.MonkeyPatch, output: str, line: str
) -> None:
    monkeypatch.setattr(run_module, "LOG", run_module.ROOT / ".venv" / "set-up.log")
    assert run_module.complaint(output).startswith(line)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a POSIX script")
def test_on_windows_the_exit_status_is_passed_on_too(
    run_module: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = tmp_path / "python.exe"
    python.write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.setattr(run_module, "WINDOWS", True)
    monkeypatch.setattr(run_module, "PYTHON", python)
    assert run_module.start(["x"]) == 7
