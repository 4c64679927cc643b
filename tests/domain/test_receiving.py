"""A delivery at the desk."""

from dataclasses import replace

import pytest

from otop_pos.domain.errors import DeliveryLineEmpty, DeliveryUntidy
from otop_pos.domain.receiving import Delivery, DeliveryLine

TWELVE = DeliveryLine(product_id=1, declared=12_000, accepted=12_000, price=89_000)


def check(*lines: DeliveryLine) -> None:
    Delivery(1, lines).check()


@pytest.mark.parametrize(
    "line",
    [
        TWELVE,
        replace(TWELVE, accepted=10_000, reject_reason="ตะเข็บหลุด"),
        replace(TWELVE, accepted=0, reject_reason="ขึ้นรา"),
        replace(TWELVE, declared=25_500, accepted=25_500),
        replace(TWELVE, declared=1, accepted=1, price=1),
    ],
    ids=["all accepted", "two sent back", "nothing accepted", "by the metre", "next to nothing"],
)
def test_declared_is_accepted_and_rejected(line: DeliveryLine) -> None:
    check(line)
    assert line.declared == line.accepted + line.rejected


@pytest.mark.parametrize(
    "line",
    [
        replace(TWELVE, accepted=10_000),
        replace(TWELVE, accepted=10_000, reject_reason="  "),
        replace(TWELVE, accepted=13_000),
        replace(TWELVE, accepted=-1_000, reject_reason="x"),
    ],
    ids=["no reason", "an empty reason", "more than delivered", "less than nothing"],
)
def test_an_untidy_line_is_named(line: DeliveryLine) -> None:
    with pytest.raises(DeliveryUntidy) as refused:
        check(TWELVE, line)
    assert refused.value.line_no == 2


@pytest.mark.parametrize("line", [replace(TWELVE, declared=0, accepted=0), replace(TWELVE, price=0)])
def test_nothing_delivered_and_no_price_are_refused(line: DeliveryLine) -> None:
    with pytest.raises(DeliveryLineEmpty):
        check(line)


def test_every_delivery_has_a_key_of_its_own() -> None:
    assert Delivery(1, (TWELVE,)).key != Delivery(1, (TWELVE,)).key
