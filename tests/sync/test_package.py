"""Publishing a day: whole or not at all, the same bytes again, and valid for a reader without our code."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from otop_pos.domain.errors import BatchChanged, CannotSend, FolderUnwritable
from otop_pos.sync.format import TABLES
from otop_pos.sync.package import write_package
from tests.sync.day import empty_day, first_day, head, write_day

ROOT = Path(__file__).resolve().parents[2]

NAME = "CM-00000001-2026-11-20-r1"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_package_holds_every_file_and_its_manifest(tmp_path: Path) -> None:
    written = write_day(tmp_path, first_day())

    assert names(tmp_path) == [NAME]
    assert names(written.folder) == sorted([*(table.file for table in TABLES), "datapackage.json"])
    assert written.manifest_sha256 == sha256((written.folder / "datapackage.json").read_bytes()).hexdigest()


def test_the_manifest_tells_what_is_inside(tmp_path: Path) -> None:
    written = write_day(tmp_path, first_day())
    manifest = json.loads((written.folder / "datapackage.json").read_text("utf-8"))

    assert manifest["created"] == "2026-11-20T11:00:00Z"
    assert manifest["otop"]["business_date"] == "2026-11-20"
    assert manifest["otop"]["prev_manifest_sha256"] is None
    assert manifest["otop"]["rows"]["line_allocations"] == 3
    assert manifest["otop"]["control"] == {
        "doc_count": 2,
        "gross": "2046.10",
        "vat": "126.00",
        "cash": "120.00",
        "producer_due": "1575.08",
    }
    assert {"till_id": "CM01", "epoch": 1, "series": "CM01-1-69", "first": 1, "last": 2} in manifest["otop"]["numbers"]
    for resource in manifest["resources"]:
        data = (written.folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")


def test_writing_a_day_again_gives_the_same_bytes(tmp_path: Path) -> None:
    here, there = write_day(tmp_path / "here", first_day()), write_day(tmp_path / "there", first_day())
    again = write_day(tmp_path / "here", first_day())

    assert contents(here.folder) == contents(there.folder)
    assert again == here
    assert names(tmp_path / "here") == [NAME]


def test_a_published_day_is_never_written_over(tmp_path: Path) -> None:
    written = write_day(tmp_path, first_day())
    before = contents(written.folder)

    with pytest.raises(BatchChanged):
        write_day(tmp_path, empty_day())

    assert contents(written.folder) == before
    assert names(tmp_path) == [NAME]


@pytest.mark.parametrize("damage", ["documents.csv", "datapackage.json"])
def test_writing_again_heals_a_damaged_copy(tmp_path: Path, damage: str) -> None:
    written = write_day(tmp_path, first_day())
    before = contents(written.folder)
    (written.folder / damage).unlink()

    assert write_day(tmp_path, first_day()) == written
    assert contents(written.folder) == before
    assert names(tmp_path) == [NAME]


def test_an_empty_day_is_sent_too(tmp_path: Path) -> None:
    written = write_day(tmp_path, empty_day())
    assert (written.folder / "payments.csv").read_text("utf-8").startswith("doc_id,pay_no,")


def test_no_day_is_visible_when_the_rows_break_off(tmp_path: Path) -> None:
    def breaking_off() -> Iterator[Any]:
        yield first_day()["payments"][0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_package(tmp_path, head(), first_day() | {"payments": breaking_off()})
    assert names(tmp_path) == []


def test_no_day_is_visible_when_a_value_is_unfit(tmp_path: Path) -> None:
    rows = first_day()
    rows["operators"][0] = replace(rows["operators"][0], name="@นงนุช")
    with pytest.raises(CannotSend, match=r"operators\.csv"):
        write_day(tmp_path, rows)
    assert names(tmp_path) == []


def test_whenever_the_power_goes_a_reader_sees_no_day_or_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run dies at its first flush or rename, then at its second, and so on until it gets through."""
    whole = contents(write_day(tmp_path / "whole", first_day()).folder)
    seen_whole = []
    for step in count():
        outbox = tmp_path / str(step)
        with monkeypatch.context() as patch:
            is_through = _runs_until(step, patch, lambda outbox=outbox: write_day(outbox, first_day()))
        visible = [contents(folder) for folder in outbox.iterdir() if not folder.name.startswith(".")]
        assert visible in ([], [whole])
        seen_whole.append(bool(visible))

        write_day(outbox, first_day())
        assert names(outbox) == [NAME]
        assert contents(outbox / NAME) == whole
        if is_through:
            break
    assert len(seen_whole) > len(TABLES)
    assert seen_whole == sorted(seen_whole)


def test_a_killed_program_leaves_no_visible_day(tmp_path: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from otop_pos.sync.package import write_package
from tests.sync.day import first_day, head

def dying():
    yield first_day()["lots"][0]
    os._exit(9)

write_package(Path(sys.argv[1]), head(), first_day() | {"lots": dying()})
"""
    died = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, cwd=ROOT)

    assert died.returncode == 9
    assert names(tmp_path) == [f".{NAME}.part"]
    write_day(tmp_path, first_day())
    assert names(tmp_path) == [NAME]


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(FolderUnwritable) as refusal:
            write_day(tmp_path, first_day())
    assert refusal.value.path == str(tmp_path)
    assert os.strerror(errno.ENOSPC) in refusal.value.sentence
    assert names(tmp_path) == []


def test_a_document_without_a_number_is_not_sent(tmp_path: Path) -> None:
    rows = first_day()
    rows["documents"][1] = replace(rows["documents"][1], doc_no=None)
    with pytest.raises(CannotSend, match="doc_no"):
        write_day(tmp_path, rows)


def test_an_outbox_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file")
    with pytest.raises(FolderUnwritable):
        write_day(tmp_path / "outbox", first_day())


def test_rows_are_not_gathered_in_memory(tmp_path: Path) -> None:
    move = first_day()["stock_movements"][0]
    moves = (replace(move, movement_id=f"M-{number:09d}") for number in range(20_000))
    tracemalloc.start()
    write_package(tmp_path, head(), empty_day() | {"stock_movements": moves})
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


class _PowerCut(BaseException):
    pass


def _runs_until(step: int, patch: pytest.MonkeyPatch, run: Callable[[], object]) -> bool:
    """Cut the power at the given flush or rename: that file is left half, and nobody clears up."""
    steps = count()
    flush, rename = os.fsync, Path.rename

    def cut_or_flush(handle: int) -> None:
        if next(steps) == step:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                os.ftruncate(handle, os.fstat(handle).st_size // 2)
            raise _PowerCut
        flush(handle)

    def cut_or_rename(path: Path, target: Path) -> Path:
        if next(steps) == step:
            raise _PowerCut
        return rename(path, target)

    patch.setattr(os, "fsync", cut_or_flush)
    patch.setattr(Path, "rename", cut_or_rename)
    patch.setattr(shutil, "rmtree", lambda *_args, **_options: None)
    try:
        run()
    except _PowerCut:
        return False
    return True
