"""What a producer should bring next: as much as was sold, less what still stands there."""

from collections.abc import Iterable, Sequence

from otop_pos.domain.agreement import PayoutCycle
from otop_pos.domain.money import half_up
from otop_pos.domain.quantity import ONE, Unit
from otop_pos.domain.statement import Advice, LotAccount
from otop_pos.domain.vat import BASIS_POINTS

CYCLE_DAYS = {PayoutCycle.WEEKLY: 7, PayoutCycle.TWICE_MONTHLY: 15, PayoutCycle.MONTHLY: 30}


def advise(lots: Sequence[LotAccount], cycle: PayoutCycle, days: int) -> tuple[Advice, ...]:
    """Per product of the lot accounts over `days` days, the best sold first.

    available = what was there at first and what came; sold is less what customers brought back. What was sold in
    the period is expected again in the next cycle, at the same pace when the period was longer than a cycle; never
    more than was sold: a good first day is no forecast. What is on hand is taken off, whole units rounded up.
    """
    products = {lot.product_id: lot for lot in lots}
    made = (_advice([lot for lot in lots if lot.product_id == each], cycle, days) for each in products)
    return tuple(sorted(made, key=lambda each: (-each.sell_through_bp, each.name_th)))


def _advice(lots: Sequence[LotAccount], cycle: PayoutCycle, days: int) -> Advice:
    first = lots[0]
    available = _sum(lot.opening + lot.received for lot in lots)
    sold = max(_sum(lot.sold - lot.customer_returns for lot in lots), 0)
    on_hand = _sum(lot.closing for lot in lots)
    length = CYCLE_DAYS[cycle]
    wanted = half_up(sold * length, max(days, length)) - on_hand
    return Advice(
        product_id=first.product_id,
        name_th=first.name_th,
        name_en=first.name_en,
        unit=first.unit,
        available=available,
        sold=sold,
        sell_through_bp=min(half_up(sold * BASIS_POINTS, available), BASIS_POINTS) if available > 0 else 0,
        on_hand=on_hand,
        bring=_whole(max(wanted, 0), first.unit),
    )


def _whole(qty: int, unit: str) -> int:
    return -(-qty // ONE) * ONE if Unit(unit).is_whole else qty


def _sum(quantities: Iterable[int]) -> int:
    return sum(quantities)
