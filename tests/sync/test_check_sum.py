"""Books that do not add up, though every file is whole."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from otop_pos.sync.check import check_package
from tests.sync.damage import checks
from tests.sync.day import THIRD, Rows, change, document, first_day, with_totals, write_day

SpoilRows = Callable[[Rows], object]


def _unallocated(rows: Rows) -> None:
    rows["line_allocations"].pop()


def _number(rows: Rows, doc_no: str) -> None:
    change(rows, "documents", 1, doc_no=doc_no)
    change(rows, "closings", 0, last_doc_no=doc_no)


WRONG_BOOKS: dict[str, tuple[str, SpoilRows]] = {
    "line with wrong VAT": ("line-vat", lambda rows: change(rows, "document_lines", 1, vat=100)),
    "line without allocation": ("allocation-sum", _unallocated),
    "allocation of too little": ("allocation-sum", lambda rows: change(rows, "line_allocations", 0, qty=1000)),
    "share that does not divide": (
        "allocation-split",
        lambda rows: change(rows, "line_allocations", 0, producer_due=160_000),
    ),
    "discount that is not in the net": (
        "allocation-split",
        lambda rows: change(rows, "line_allocations", 0, gross=200_000),
    ),
    "due for goods without a lot": (
        "allocation-split",
        lambda rows: change(rows, "line_allocations", 2, producer_due=1_500, commission=500),
    ),
    "another producer's lot": ("lot-producer", lambda rows: change(rows, "line_allocations", 1, producer_id="CM-0001")),
    "document total": ("document-sum", lambda rows: change(rows, "documents", 1, gross_printed=12_110)),
    "document of another day": (
        "document-day",
        lambda rows: change(rows, "documents", 1, business_date=date(2026, 11, 19)),
    ),
    "payment too small": ("payment-sum", lambda rows: change(rows, "payments", 0, amount=99_999)),
    "rounding forgotten": ("payment-sum", lambda rows: change(rows, "payments", 2, rounding=0)),
    "wrong change": ("payment-change", lambda rows: change(rows, "payments", 2, change=7_000)),
    "total of a tender": ("closing-total", lambda rows: change(rows, "closing_totals", 5, gross=99_900)),
    "total too many": (
        "closing-total",
        lambda rows: rows["closing_totals"].append(replace(rows["closing_totals"][-1], vat_code="Z0", key="Z0")),
    ),
    "total too few": ("closing-total", lambda rows: rows["closing_totals"].pop()),
    "closing's gross": ("closing-sum", lambda rows: change(rows, "closings", 0, gross=204_611)),
    "closing's VAT": ("closing-sum", lambda rows: change(rows, "closings", 0, vat=0, net=204_610)),
    "closing's last number": ("closing-sum", lambda rows: change(rows, "closings", 0, last_doc_no="CM01-1-690000009")),
    "cash expected": (
        "closing-cash",
        lambda rows: change(rows, "closings", 0, cash_expected=200_000, cash_diff=11_900),
    ),
    "cash difference hidden": ("closing-cash", lambda rows: change(rows, "closings", 0, cash_diff=0)),
    "closing of another day": (
        "other-day",
        lambda rows: [
            change(rows, "closings", 0, business_date=date(2026, 11, 19)),
            change(rows, "documents", 0, business_date=date(2026, 11, 19)),
            change(rows, "documents", 1, business_date=date(2026, 11, 19)),
        ],
    ),
    "document left out": ("doc-gap", lambda rows: _number(rows, "CM01-1-690000003")),
    "stock from nowhere": ("stock-sum", lambda rows: change(rows, "stock_levels", 0, closing=4000)),
    "movement hidden": ("stock-moves", lambda rows: rows["stock_movements"].pop()),
    "level hidden": ("stock-moves", lambda rows: rows["stock_levels"].pop()),
    "balance": ("ledger-balance", lambda rows: change(rows, "producer_ledger", 1, producer_id="CM-0001")),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_BOOKS)
def test_books_that_do_not_add_up_are_named(tmp_path: Path, name: str) -> None:
    check, spoil = WRONG_BOOKS[name]
    rows = first_day()
    spoil(rows)
    folder = write_day(tmp_path, rows).folder
    assert check in checks(folder)


def test_training_is_in_no_total(tmp_path: Path) -> None:
    rows = first_day()
    practice = document(THIRD, "CM01-1-T690000001", doc_type="TRAINING", gross_printed=2_000)
    rows["documents"].append(practice)
    rows["document_lines"].append(replace(rows["document_lines"][2], doc_id=THIRD, line_no=1))
    rows["line_allocations"].append(replace(rows["line_allocations"][2], doc_id=THIRD, line_no=1))
    rows["payments"].append(
        replace(rows["payments"][2], doc_id=THIRD, amount=2_000, cash_given=2_000, change=0, rounding=0)
    )
    change(rows, "closings", 0, training_count=1)
    assert with_totals(rows)["closing_totals"] == rows["closing_totals"]

    written = write_day(tmp_path, rows)
    assert check_package(written.folder, None) == ()
    assert json.loads((written.folder / "datapackage.json").read_bytes())["otop"]["control"]["gross"] == "2046.10"
