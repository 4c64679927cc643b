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
from otop_pos.sync.total import Totals, watched


@contextmanager
def day_tables(session: Session, head: PackageHead) -> Iterator[Mapping[str, Iterable[Any]]]:
    """Rows stream from one snapshot while they are written, so memory does not grow with the day.

    The closing totals are added up from what passes by, and written last.
    """
    before = session.get(NightlyBatchRow, head.batch_no - 1)
    day = Day(session, head.shop_id, head.business_date, before.business_date if before else date.min)
    with day.cursors:
        yield _tables(day)


def _tables(day: Day) -> Mapping[str, Iterable[Any]]:
    totals = Totals()
    return {
        "closings": till_rows.closings(day),
        "closing_totals": totals.rows(),
        "documents": watched(document_rows.documents(day), totals.add_document),
        "document_lines": watched(document_rows.lines(day), totals.add_line),
        "line_allocations": watched(document_rows.allocations(day), totals.add_allocation),
        "payments": watched(document_rows.payments(day), totals.add_payment),
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
