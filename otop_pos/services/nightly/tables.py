"""All tables of one day's package, each a stream of rows in the order of its key."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from otop_pos.db.models import NightlyBatchRow
from otop_pos.services.nightly import document_rows, ledger_rows, snapshot_rows, stock_rows, till_rows
from otop_pos.services.nightly.day import Day
from otop_pos.sync.package import PackageHead
from otop_pos.sync.total import add_up


@contextmanager
def day_tables(session: Session, head: PackageHead) -> Iterator[Mapping[str, Iterable[Any]]]:
    """Rows stream from one snapshot while they are written, so memory does not grow with the day.

    Documents are read twice: once into their files, once into the closing totals.
    """
    before = session.get(NightlyBatchRow, head.batch_no - 1)
    day = Day(session, head.shop_id, head.business_date, before.business_date if before else date.min)
    with day.cursors:
        yield _tables(day)


def _tables(day: Day) -> Mapping[str, Iterable[Any]]:
    return {
        "closings": till_rows.closings(day),
        "closing_totals": add_up(
            document_rows.documents(day),
            document_rows.lines(day),
            document_rows.allocations(day),
            document_rows.payments(day),
        ),
        "documents": document_rows.documents(day),
        "document_lines": document_rows.lines(day),
        "line_allocations": document_rows.allocations(day),
        "payments": document_rows.payments(day),
        "stock_movements": stock_rows.movements(day),
        "stock_levels": stock_rows.levels(day),
        "producer_ledger": ledger_rows.entries(day),
        "cash_movements": till_rows.cash_movements(day),
        "products": snapshot_rows.products(day),
        "producers": snapshot_rows.producers(day),
        "lots": snapshot_rows.lots(day),
        "vat_codes": snapshot_rows.vat_codes(day),
        "operators": snapshot_rows.operators(day),
        "tills": snapshot_rows.tills(day),
    }
