"""Writing a day's package: whole or not at all, and the same bytes however often it is written."""

import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from otop_pos.domain.errors import BatchChanged, FolderUnwritable
from otop_pos.sync.closing_total import CLOSING_TOTALS
from otop_pos.sync.csv_text import write_lines
from otop_pos.sync.format import TABLES
from otop_pos.sync.manifest import MANIFEST, PackageHead, WrittenFile, folder_name, write_manifest
from otop_pos.sync.tally import Tally

__all__ = ["PackageHead", "WrittenPackage", "folder_name", "write_package"]


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """`manifest_sha256` is the next batch's `previous_sha256`."""

    folder: Path
    manifest_sha256: str


def write_package(outbox: Path, day: PackageHead, tables: Mapping[str, Iterable[Any]]) -> WrittenPackage:
    """Write every file under a dot-name, then give the folder its name in one step.

    `tables` holds all of TABLES by name, rows sorted by primary key; each is read once, row by row, in
    the order of TABLES with the closing totals last: they may be added up from the rows that went before.
    Refuses FolderUnwritable, CannotSend (a row unfit or out of order), BatchChanged. One writer per
    outbox at a time: what an interrupted run left under the dot-name is thrown away.
    """
    folder = outbox / folder_name(day)
    draft = outbox / f".{folder.name}.part"
    try:
        outbox.mkdir(parents=True, exist_ok=True)
        _discard(draft)
        draft.mkdir()
        manifest = _write_files(draft, day, tables)
        _publish(draft, folder)
    except OSError as error:
        raise FolderUnwritable(str(outbox), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return WrittenPackage(folder, manifest.sha256)


def _write_files(draft: Path, day: PackageHead, tables: Mapping[str, Iterable[Any]]) -> "_Hashed":
    tally, files = Tally(), {}
    for table in sorted(TABLES, key=lambda table: table is CLOSING_TOTALS):
        rows = _tallied(table.name, tables[table.name], tally)
        file = _write_file(draft / table.file, write_lines(table, rows))
        files[table.name] = WrittenFile(table, file.size, file.sha256)
    manifest = _write_file(draft / MANIFEST, [write_manifest(day, [files[table.name] for table in TABLES], tally)])
    _sync_folder(draft)
    return manifest


def _tallied(name: str, rows: Iterable[Any], tally: Tally) -> Iterator[Any]:
    """Counts each row once the writer has taken it as fit."""
    add = tally.adder(name)
    for row in rows:
        yield row
        add(row)


@dataclass(frozen=True, slots=True)
class _Hashed:
    size: int
    sha256: str


def _write_file(path: Path, chunks: Iterable[bytes]) -> _Hashed:
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    return _Hashed(size, digest.hexdigest())


def _publish(draft: Path, folder: Path) -> None:
    """Give the folder its name. One that already has it must say the same; a damaged copy is replaced."""
    if folder.exists():
        if _is_other_batch(draft, folder):
            raise BatchChanged(folder.name)
        if not _is_same(draft, folder):
            _discard(folder)
    if not folder.exists():
        draft.rename(folder)
    _sync_folder(folder.parent)


def _is_other_batch(draft: Path, folder: Path) -> bool:
    published = folder / MANIFEST
    return published.exists() and published.read_bytes() != (draft / MANIFEST).read_bytes()


def _is_same(draft: Path, folder: Path) -> bool:
    names = sorted(path.name for path in draft.iterdir())
    if names != sorted(path.name for path in folder.iterdir()):
        return False
    return all(filecmp.cmp(draft / name, folder / name, shallow=False) for name in names)


def _discard(folder: Path) -> None:
    """Take a folder away in one step before its files go, so that no reader meets half of it."""
    if folder.exists():
        retired = folder.with_name(f".{folder.name.lstrip('.')}.old")
        shutil.rmtree(retired, ignore_errors=True)
        folder.rename(retired)
        shutil.rmtree(retired)


def _sync_folder(folder: Path) -> None:
    """Make new names last through a power cut. Windows keeps them without, and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
