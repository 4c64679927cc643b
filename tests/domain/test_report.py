"""The day in figures."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from otop_pos.domain.report import DaySummary, Proof
from otop_pos.domain.till import TillSession

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
SESSION = TillSession(1, "CM01", 7, DAY, AT, "PIM", 122_000, cash_expected=300_000, cash_counted=299_975)
SUMMARY = DaySummary(
    business_date=DAY,
    sessions=(SESSION, replace(SESSION, id=2, till_code="CM02", cash_expected=None, cash_counted=None)),
    gross=100_000,
    discounts=10_000,
    refunds=-5_000,
    net=85_000,
    rounding=-4,
    vats=(),
    vat=0,
    tenders=(),
    receipt_count=3,
    refund_count=1,
    commission=0,
    due=0,
    fee=0,
    awaiting_lot=0,
    by_hour=(),
    by_category=(),
    top_producers=(),
    top_products=(),
    expiring_lots=0,
    open_exceptions=0,
    is_sent=False,
    proofs=(),
)


def test_a_proof_holds_when_both_ways_of_summing_agree() -> None:
    assert Proof("lines", 100, 100).holds
    assert not Proof("lines", 100, 101).holds


def test_the_drawers_of_all_tills_are_one_figure() -> None:
    assert (SUMMARY.cash_expected, SUMMARY.cash_counted) == (300_000, 299_975)


@pytest.mark.parametrize(("receipts", "average"), [(3, 28_333), (1, 85_000), (0, 0)])
def test_a_day_without_receipts_has_an_average_of_nothing(receipts: int, average: int) -> None:
    assert replace(SUMMARY, receipt_count=receipts).average == average
