"""What to bring next: a plain rule that promises nothing."""

from typing import Any

import pytest

from otop_pos.domain.advice import advise
from otop_pos.domain.agreement import PayoutCycle
from otop_pos.domain.statement import LotAccount

MONTHLY, TWICE, WEEKLY = PayoutCycle.MONTHLY, PayoutCycle.TWICE_MONTHLY, PayoutCycle.WEEKLY


def lot(opening: int, sold: int, *, product: int = 1, unit: str = "piece", **moved: Any) -> LotAccount:
    """Quantities in thousandths; everything that is not named is 0."""
    names = ("received", "customer_returns", "returned_to_producer", "damaged", "lost", "expired", "donated", "counted")
    facts = {name: moved.get(name, 0) for name in names}
    came = facts["received"] + facts["customer_returns"] + facts["counted"]
    went = sum(facts[name] for name in ("returned_to_producer", "damaged", "lost", "expired", "donated"))
    closing = opening + came - sold - went
    return LotAccount(
        f"2000000{product:06}",
        product,
        f"สินค้า {product}",
        "",
        unit,
        None,
        10_000,
        opening,
        sold=sold,
        closing=closing,
        days_here=9,
        **facts,
    )


@pytest.mark.parametrize(
    ("account", "cycle", "days", "sell_through", "bring"),
    [
        (lot(10_000, 10_000), MONTHLY, 30, 10_000, 10_000),
        (lot(10_000, 4_000), MONTHLY, 30, 4_000, 0),
        (lot(10_000, 8_000), MONTHLY, 30, 8_000, 6_000),
        (lot(10_000, 0), MONTHLY, 30, 0, 0),
        (lot(0, 0), MONTHLY, 30, 0, 0),
        # A first day sold out is no month sold thirty times.
        (lot(2_000, 2_000), MONTHLY, 1, 10_000, 2_000),
        # Nothing for two months, settled once: half of it is a month's.
        (lot(10_000, 10_000), MONTHLY, 60, 10_000, 5_000),
        (lot(7_000, 7_000), WEEKLY, 30, 10_000, 2_000),
        (lot(7_000, 7_000), TWICE, 30, 10_000, 4_000),
        # What came back was not sold, and stands there again.
        (lot(10_000, 6_000, customer_returns=2_000), MONTHLY, 30, 4_000, 0),
        (lot(0, 3_000, received=3_000), MONTHLY, 30, 10_000, 3_000),
        (lot(10_000, 5_000, damaged=5_000), MONTHLY, 30, 5_000, 5_000),
        (lot(0, 0, customer_returns=1_000), MONTHLY, 30, 0, 0),
        (lot(3_000, 2_345, unit="metre"), MONTHLY, 31, 7_817, 1_614),
    ],
)
def test_as_much_as_was_sold_less_what_stands_there(
    account: LotAccount, cycle: PayoutCycle, days: int, sell_through: int, bring: int
) -> None:
    (advice,) = advise((account,), cycle, days)
    assert (advice.sell_through_bp, advice.bring) == (sell_through, bring)
    assert advice.on_hand == account.closing


def test_lots_of_a_product_are_one_and_the_best_seller_comes_first() -> None:
    slow, old, new = (
        lot(10_000, 1_000, product=1),
        lot(5_000, 5_000, product=2),
        lot(0, 1_000, product=2, received=5_000),
    )
    first, second = advise((slow, old, new), MONTHLY, 30)
    assert (first.product_id, first.available, first.sold, first.on_hand, first.bring) == (
        2,
        10_000,
        6_000,
        4_000,
        2_000,
    )
    assert (second.product_id, second.sell_through_bp) == (1, 1_000)


def test_without_goods_there_is_no_advice() -> None:
    assert advise((), MONTHLY, 30) == ()
