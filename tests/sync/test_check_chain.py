"""A package that does not follow the one before it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sync.damage import change_text, checks
from tests.sync.day import THIRD, Rows, change, document, empty_day, first_day, head, second_day, with_totals, write_day

SpoilRows = Callable[[Rows], object]


def _second(outbox: Path, rows: Rows | None = None, **changes: Any) -> tuple[Path, Path]:
    first = write_day(outbox, first_day())
    day = head(**{"batch_no": 2, "day": 21, "previous_sha256": first.manifest_sha256} | changes)
    return write_day(outbox, rows or second_day(), day).folder, first.folder


def _second_day(spoil: SpoilRows) -> Rows:
    rows = second_day()
    spoil(rows)
    return rows


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("batch-gap", {"batch_no": 3}),
        ("batch-repeated", {"batch_no": 1}),
        ("previous-hash", {"previous_sha256": "0" * 64}),
        ("previous-hash", {"previous_sha256": ""}),
        ("other-shop", {"shop_id": "KK"}),
    ],
)
def test_a_batch_that_does_not_follow_is_named(tmp_path: Path, check: str, changes: dict[str, Any]) -> None:
    assert checks(*_second(tmp_path, **changes)) == {check}


def test_a_day_before_the_day_before_is_named(tmp_path: Path) -> None:
    assert checks(*_second(tmp_path, empty_day(), day=19)) == {"date-order"}


def test_a_first_batch_has_nothing_before_it(tmp_path: Path) -> None:
    folder = write_day(tmp_path, first_day(), head(previous_sha256="0" * 64)).folder
    assert checks(folder) == {"previous-hash"}


def _numbers(z_no: int, doc_no: str) -> SpoilRows:
    def spoil(rows: Rows) -> None:
        change(rows, "closings", 0, z_no=z_no)
        change(rows, "documents", 0, z_no=z_no, doc_no=doc_no)
        change(rows, "cash_movements", 0, z_no=z_no)
        rows |= with_totals(rows)

    return spoil


@pytest.mark.parametrize(
    ("check", "spoil"),
    [
        ("z-gap", _numbers(3, "CM01-1-R690000001")),
        ("z-repeated", _numbers(1, "CM01-1-R690000001")),
        ("doc-gap", _numbers(2, "CM01-1-R690000002")),
        ("stock-opening", lambda rows: change(rows, "stock_levels", 2, opening=9000, closing=9000)),
        ("stock-opening", lambda rows: rows["stock_levels"].pop()),
        ("ledger-balance", lambda rows: change(rows, "producer_ledger", 0, balance_after=-75_000)),
    ],
)
def test_a_day_that_does_not_go_on_from_yesterday_is_named(tmp_path: Path, check: str, spoil: SpoilRows) -> None:
    assert checks(*_second(tmp_path, _second_day(spoil))) == {check}


def test_a_repeated_sale_number_is_named(tmp_path: Path) -> None:
    def spoil(rows: Rows) -> None:
        change(rows, "documents", 0, doc_no="CM01-1-690000002", doc_type="SALE")
        change(rows, "closings", 0, first_doc_no="CM01-1-690000002", last_doc_no="CM01-1-690000002")
        rows |= with_totals(rows)

    assert checks(*_second(tmp_path, _second_day(spoil))) == {"doc-repeated"}


def test_a_previous_batch_changed_since_proves_nothing(tmp_path: Path) -> None:
    second, first = _second(tmp_path)
    change_text(first, "payments.csv", "A-118", "A-119")
    assert checks(second, first) == {"previous-unreadable"}


def test_a_till_that_rested_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Batch 2 is an empty day; what CM01 gave last stands only in batch 1."""
    first = write_day(tmp_path, first_day())
    rest = empty_day() | {
        name: rows for name, rows in first_day().items() if name in ("lots", "products", "producers", "vat_codes")
    }
    levels = [replace(level, opening=level.closing, in_=0, out=0) for level in first_day()["stock_levels"]]
    second = write_day(tmp_path, rest | {"stock_levels": levels}, head(2, 21, previous_sha256=first.manifest_sha256))
    assert checks(second.folder, first.folder) == set()

    for doc_no, found in (("CM01-1-690000003", set()), ("CM01-1-690000004", {"doc-gap"})):
        outbox = tmp_path / doc_no
        shutil.copytree(first.folder, outbox / first.folder.name)
        shutil.copytree(second.folder, outbox / second.folder.name)
        third = write_day(outbox, _one_sale(doc_no), head(3, 22, previous_sha256=second.manifest_sha256))
        assert checks(third.folder, outbox / second.folder.name) == found


def _one_sale(doc_no: str) -> Rows:
    """Soap for 20.00 that no lot covers, on 22 November."""
    rows = first_day()
    closing = replace(
        rows["closings"][0], z_no=2, business_date=date(2026, 11, 22), first_doc_no=doc_no, last_doc_no=doc_no,
        doc_count=1, gross=2_000, vat=0, net=2_000, cash_expected=202_000, cash_counted=202_000, cash_diff=0,
    )  # fmt: skip
    line, allocation, payment = rows["document_lines"][2], rows["line_allocations"][2], rows["payments"][2]
    levels = [replace(level, opening=level.closing, in_=0, out=0) for level in rows["stock_levels"]]
    return with_totals(
        rows
        | {
            "closings": [closing],
            "documents": [document(THIRD, doc_no, day=22, z_no=2, gross_printed=2_000)],
            "document_lines": [replace(line, doc_id=THIRD, line_no=1)],
            "line_allocations": [replace(allocation, doc_id=THIRD, line_no=1)],
            "payments": [replace(payment, doc_id=THIRD, amount=2_000, cash_given=2_000, change=0, rounding=0)],
            "stock_movements": [],
            "stock_levels": levels,
            "producer_ledger": [],
            "cash_movements": [replace(rows["cash_movements"][0], z_no=2)],
        }
    )
