"""A clock that was set back, or runs ahead of the other till's: the story of a lot stays in order."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from otop_pos.domain import identity
from otop_pos.domain.refund import RefundLine
from otop_pos.services.stock import list_lots, list_moves
from tests.books import broken
from tests.factories import SmallShop

THREE_DAYS, YEARS = timedelta(days=3), timedelta(days=400)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Ids made from now on carry another time, as on a machine whose battery is empty."""
    made = identity.compat.uuid7

    def by(jump: timedelta) -> None:
        shift = int(jump / timedelta(milliseconds=1)) << 80
        monkeypatch.setattr(identity.compat, "uuid7", lambda: UUID(int=made().int + shift))

    return by


def story(shop: SmallShop, code: str) -> list[tuple[str, int]]:
    (lot,) = shop.database.run(list_lots, code)
    return [(move.kind, move.qty) for move in shop.database.run(list_moves, lot.id)]


@pytest.mark.parametrize("jump", [-THREE_DAYS, YEARS, -timedelta(minutes=1), -YEARS])
def test_selling_after_the_clock_was_set_is_no_alarm(
    shop: SmallShop, set_clock: Callable[[timedelta], None], jump: timedelta
) -> None:
    code = shop.deliveries[0].lines[0].lot_code
    set_clock(jump)
    sale = shop.sell((code, 20_000))
    set_clock(timedelta())
    shop.refund(sale, RefundLine(1, 5_000))
    set_clock(-THREE_DAYS)
    shop.sell((code, 5_000))
    assert broken(shop.database) == []
    assert story(shop, code) == [
        ("receive", 20_000),
        ("sale", -20_000),
        ("sale_return", 5_000),
        ("sale", -5_000),
    ]


def test_goods_received_by_a_clock_that_runs_ahead_can_be_sold(
    shop: SmallShop, set_clock: Callable[[timedelta], None]
) -> None:
    set_clock(YEARS)
    code = shop.receive(shop.cloth, 2_000).lines[0].lot_code
    set_clock(timedelta())
    for _ in range(2):
        shop.sell((code, 1_000))
    assert broken(shop.database) == []
    assert [qty for _kind, qty in story(shop, code)] == [2_000, -1_000, -1_000]


def test_one_bill_with_many_lots_keeps_its_order(shop: SmallShop, set_clock: Callable[[timedelta], None]) -> None:
    set_clock(-YEARS)
    sale = shop.sell(("P000001", 2_000), ("P000002", 1_255), ("P000003", 1_000))
    set_clock(-2 * YEARS)
    shop.refund(sale)
    assert broken(shop.database) == []
