"""Head office's reader: good packages pass without a word, every damaged file has its own name."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from otop_pos.sync.check import check_package
from tests.sync.damage import change_manifest, change_sealed, change_text, checks, seal
from tests.sync.day import CLOTH, change, empty_day, first_day, write_day, write_two_days

Spoil = Callable[[Path], object]


def test_good_days_pass_without_a_word(tmp_path: Path) -> None:
    first, second = write_two_days(tmp_path)
    assert check_package(first.folder, None) == ()
    assert check_package(second.folder, first.folder) == ()


def test_an_empty_day_passes(tmp_path: Path) -> None:
    assert check_package(write_day(tmp_path, empty_day()).folder, None) == ()


def test_a_folder_that_does_not_exist_is_no_package(tmp_path: Path) -> None:
    assert checks(tmp_path / "CM-00000001-2026-11-20-r1") == {"manifest-missing"}


def _link_elsewhere(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere.csv"
    (folder / "lots.csv").rename(elsewhere)
    (folder / "lots.csv").symlink_to(elsewhere)


def _set(path: str, value: Any) -> Spoil:
    """A damage that puts a value at a path of the manifest, such as otop.batch_no."""

    def spoil(manifest: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        part: Any = manifest
        for name in parents:
            part = part[int(name)] if name.isdigit() else part[name]
        part[last] = value

    return lambda folder: change_manifest(folder, spoil)


def _write(folder: Path, file: str, data: bytes) -> None:
    (folder / file).write_bytes(data)
    if file != "datapackage.json":
        seal(folder)


def _swap_first_rows(folder: Path, file: str) -> None:
    header, first, second, *rest = (folder / file).read_bytes().splitlines(keepends=True)
    _write(folder, file, b"".join((header, second, first, *rest)))


DAMAGED_FILES: dict[str, tuple[str, Spoil]] = {
    "manifest gone": ("manifest-missing", lambda day: (day / "datapackage.json").unlink()),
    "manifest cut off": (
        "manifest-unreadable",
        lambda day: _write(day, "datapackage.json", (day / "datapackage.json").read_bytes()[:-9]),
    ),
    "manifest a bomb": ("manifest-unreadable", lambda day: _write(day, "datapackage.json", b"[" * 900_000)),
    "manifest endless": ("manifest-unreadable", lambda day: _write(day, "datapackage.json", b" " * 2_000_000)),
    "manifest a list": ("manifest-unreadable", lambda day: _write(day, "datapackage.json", b"[]")),
    "other format": ("format-unknown", _set("otop.format", "9.0")),
    "batch number a text": ("manifest-form", _set("otop.batch_no", "1")),
    "half a character": ("manifest-form", lambda day: change_text(day, "datapackage.json", '"0.1.0"', '"\\ud800"')),
    "Buddhist year": ("manifest-form", _set("otop.business_date", "2569-11-20")),
    "number ranges gone": ("manifest-form", _set("otop.numbers", [{"till_id": "CM01"}])),
    "resources gone": ("manifest-form", _set("resources", None)),
    "hash of another kind": ("manifest-form", _set("resources.0.hash", "md5:abc")),
    "something added to the manifest": ("manifest-form", _set("otop.note", "hello")),
    "manifest indented otherwise": (
        "manifest-form",
        lambda day: _write(day, "datapackage.json", (day / "datapackage.json").read_bytes().replace(b"\n ", b"\n  ")),
    ),
    "a replacement that calls itself original": ("revision", _set("otop.revision", 2)),
    "renamed folder's content": ("folder-name", _set("otop.shop_id", "KK")),
    "path up and away": ("path-escape", _set("resources.3.path", "../../../etc/passwd")),
    "absolute path": ("path-escape", _set("resources.3.path", "/etc/passwd")),
    "path to the net": ("path-escape", _set("resources.3.path", "https://example.org/x.csv")),
    "path of Windows": ("path-escape", _set("resources.3.path", "C:\\x.csv")),
    "a file listed twice": ("resource-list", _set("resources.3.path", "documents.csv")),
    "a file not listed": (
        "resource-list",
        lambda day: change_manifest(day, lambda manifest: manifest["resources"].pop()),
    ),
    "extra file": ("file-unexpected", lambda day: (day / "notes.txt").write_text("x")),
    "extra folder": ("file-unexpected", lambda day: (day / "more").mkdir()),
    "link in place of a file": ("file-unexpected", _link_elsewhere),
    "missing file": ("file-missing", lambda day: (day / "lots.csv").unlink()),
    "one byte more": ("file-bytes", lambda day: change_text(day, "payments.csv", "A-118", "A-1180")),
    "one byte changed": ("file-hash", lambda day: change_text(day, "payments.csv", "A-118", "A-119")),
    "sparse giant": ("file-too-large", lambda day: os.truncate(day / "lots.csv", 300_000_000)),
    "schema made lax": ("schema-changed", _set("resources.0.schema", {"fields": []})),
    "renamed column": ("cell", lambda day: change_sealed(day, "tills.csv", "machine_no", "machine")),
    "byte order mark": (
        "cell",
        lambda day: _write(day, "tills.csv", b"\xef\xbb\xbf" + (day / "tills.csv").read_bytes()),
    ),
    "not UTF-8": (
        "cell",
        lambda day: _write(day, "operators.csv", (day / "operators.csv").read_text("utf-8").encode("cp874")),
    ),
    "text in place of money": ("cell", lambda day: change_sealed(day, "payments.csv", "1000.00", "1000 baht")),
    "thousands mark": ("cell", lambda day: change_sealed(day, "payments.csv", "1000.00", '"1,000.00"')),
    "formula": ("cell", lambda day: change_sealed(day, "operators.csv", "นงนุช", "=1+1")),
    "row with a cell too few": ("cell", lambda day: change_sealed(day, "operators.csv", "U1,นงนุช,", "U1,")),
    "quote never closed": ("cell", lambda day: change_sealed(day, "operators.csv", "นงนุช", '"นงนุช')),
    "lines of Unix": (
        "csv-form",
        lambda day: _write(day, "tills.csv", (day / "tills.csv").read_bytes().replace(b"\r\n", b"\n")),
    ),
    "quotes nobody needs": ("csv-form", lambda day: change_sealed(day, "operators.csv", "นงนุช", '"นงนุช"')),
    "rows out of order": ("row-order", lambda day: _swap_first_rows(day, "products.csv")),
    "row twice": ("key-repeated", lambda day: change_sealed(day, "products.csv", "P-0003,", "P-0002,")),
    "orphan": ("orphan", lambda day: change_sealed(day, "document_lines.csv", "P-0003", "P-0009")),
    "row added": (
        "row-count",
        lambda day: _write(day, "vat_codes.csv", (day / "vat_codes.csv").read_bytes() + b"Z0,Export,0.00,1,\r\n"),
    ),
    "row count forged": ("row-count", _set("otop.rows.tills", 2)),
    "control total forged": ("control-total", _set("otop.control.gross", "9999.00")),
    "number range forged": ("number-range", _set("otop.numbers.0.last", 9)),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED_FILES)
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    check, spoil = DAMAGED_FILES[name]
    folder = write_day(tmp_path, first_day()).folder
    spoil(folder)
    assert checks(folder) == {check}


def test_a_finding_points_to_its_row(tmp_path: Path) -> None:
    rows = first_day()
    change(rows, "stock_levels", 0, closing=4000)
    (finding,) = check_package(write_day(tmp_path, rows).folder, None)
    assert (finding.check, finding.file, finding.key) == ("stock-sum", "stock_levels.csv", f"CM,{CLOTH},sellable")
    assert finding.message


def test_a_cell_is_found_by_line_and_column(tmp_path: Path) -> None:
    folder = write_day(tmp_path, first_day()).folder
    change_sealed(folder, "payments.csv", "1000.00", "1000 baht")
    (finding,) = check_package(folder, None)
    assert (finding.check, finding.file, finding.key) == ("cell", "payments.csv", "2:amount")
