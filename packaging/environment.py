"""The checkout's own .venv: made from a lock file, stamped when complete, made anew when it is not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from machine import Stop, need_venv_module, runs

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
RUN, TEST = "requirements.txt", "requirements-dev.txt"  # the second holds all of the first
STAMP = "otop-pos.json"

# What pip says when it fails -> what the person can do. The first that fits is shown.
REASONS = {
    "DO NOT MATCH THE HASHES": "A package differs from the one that was locked, so nothing of it was installed.",
    "No space left on device": "The disk is full. Make room and run the same command again.",
    "Permission denied": "A file could not be written. Run as the owner of this folder.",
    "connection broken by": "The packages could not be fetched: no way to the package index. "
    "Go online (or set pip's index) and run the same command again.",
    "No matching distribution": "The package index has no ready-made package for this Python on this kind of machine. "
    "Use Python 3.11 to 3.14 on 64-bit Windows, Linux or macOS.",
}


class Environment:
    """`prepare` leaves a complete .venv or stops with a sentence, never half of one that looks whole."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / STAMP
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")

    def prepare(self, lock: str) -> None:
        if not self.is_ready(lock):
            self._require_writable()
            if not self._is_reusable():
                self._create()
            self._install(lock)
        self._compile_translations()

    def is_ready(self, lock: str) -> bool:
        """Stamped for this lock, and its Python still finds the program (a system upgrade can take it away)."""
        stamp = self._read_stamp()
        is_current = stamp.get("fingerprint") == self.fingerprint() and stamp.get("lock") in (lock, TEST)
        return is_current and runs(str(self.python), "import otop_pos")

    def fingerprint(self) -> str:
        """Changes with the locked packages, the project's own installation and its place."""
        import tomllib

        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        parts = [project.get("project"), project.get("build-system"), project.get("tool", {}).get("hatch")]
        digest = hashlib.sha256(json.dumps([parts, str(self.root)], sort_keys=True).encode())
        for lock in (RUN, TEST):
            digest.update((self.root / "packaging" / lock).read_bytes())
        return digest.hexdigest()

    def _read_stamp(self) -> dict[str, Any]:
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _is_reusable(self) -> bool:
        """Complete once, in this place: pip may bring it up to date. Anything else is made anew, for pip
        takes a package whose copying was cut off for an installed one."""
        return self._read_stamp().get("root") == str(self.root) and runs(str(self.python), "import pip")

    def _require_writable(self) -> None:
        for folder in (self.root, self.folder):
            if folder.exists() and not os.access(folder, os.W_OK):
                raise Stop(
                    f"{folder} cannot be written. Copy the checkout into a folder of your own, or run as its owner."
                )

    def _create(self) -> None:
        holds_files = any(each.is_file() for each in self.folder.rglob("*"))
        if holds_files and not (self.folder / "pyvenv.cfg").exists():
            raise Stop(f"{self.folder} is not a virtual environment. Move it away and run the same command again.")
        base = getattr(sys, "_base_executable", sys.executable)
        need_venv_module(base)
        print(f"Making {self.folder} with Python {sys.version.split()[0]}", flush=True)
        try:
            if self.folder.exists():
                shutil.rmtree(self.folder)
            subprocess.run([base, "-m", "venv", str(self.folder)], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Stop(f"{self.folder} could not be made: {error}") from error

    def _install(self, lock: str) -> None:
        self.stamp.unlink(missing_ok=True)
        print(f"Installing the packages of packaging/{lock}; the first time this takes a minute or two", flush=True)
        self._pip("--require-hashes", "--only-binary=:all:", "--requirement", str(self.root / "packaging" / lock))
        self._pip("--no-deps", "--no-index", "--no-build-isolation", "--editable", str(self.root))
        complete = {"lock": lock, "fingerprint": self.fingerprint(), "root": str(self.root)}
        draft = self.stamp.with_suffix(".part")
        draft.write_text(json.dumps(complete), encoding="utf-8")
        draft.replace(self.stamp)

    def _pip(self, *arguments: str) -> None:
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--retries=2", "--disable-pip-version-check"]
        done = subprocess.run(
            [*command, *arguments], env=self.variables(PIP_USER="0"), stderr=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            raise Stop("{}\n{}".format(explain(done.stderr), "\n".join(done.stderr.splitlines()[-12:])))

    def _compile_translations(self) -> None:
        for source in self.root.glob("resources/locale/*/LC_MESSAGES/*.po"):
            compiled = source.with_suffix(".mo")
            is_stale = not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
            if is_stale and os.access(source.parent, os.W_OK):
                self.run("packaging/translation.py", "compile")
                return

    def run(self, *arguments: str, **variables: str) -> int:
        """Runs the .venv's Python in the checkout; its exit code."""
        command = [str(self.python), *arguments]
        return subprocess.run(command, cwd=self.root, env=self.variables(**variables), check=False).returncode

    def variables(self, **more: str) -> Mapping[str, str]:
        """The caller's environment without what would lead this Python to another one's packages."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
        return {**kept, "PYTHONUTF8": "1", **more}


def explain(output: str) -> str:
    for sign, sentence in REASONS.items():
        if sign in output:
            return sentence
    return "The packages could not be installed. pip's last words:"
