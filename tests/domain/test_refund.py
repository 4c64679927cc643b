"""A return against its receipt."""

from otop_pos.domain.payment import CASH
from otop_pos.domain.refund import Refund, RefundLine


def test_a_return_is_paid_in_cash_unless_said_otherwise_and_has_its_own_key() -> None:
    lines = (RefundLine(1, 1_000),)
    one, other = (Refund("CM01-1-690004512", lines, "สีไม่ถูกใจ") for _ in range(2))
    assert one.method == CASH
    assert one.key != other.key
