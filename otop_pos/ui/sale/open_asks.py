"""What of a bill a second person must still allow, by the rights of who stands at the till."""

from collections.abc import Sequence

from otop_pos.domain.approval import Ask
from otop_pos.domain.bill_ask import BillAsk, bill_asks
from otop_pos.domain.errors import NotAllowed
from otop_pos.domain.right import Grant
from otop_pos.domain.sale import Basket, Priced
from otop_pos.ui.desk import Desk


def open_asks(desk: Desk, basket: Basket, priced: Priced, before: Sequence[BillAsk] = ()) -> tuple[Ask, ...]:
    """In the order of the bill, without those approved and those that stood there `before` at the same size.

    Refuses NotAllowed. The services judge again when the bill is sold.
    """
    stood = {each.ask: each.size for each in before}
    new = [each for each in bill_asks(basket, priced) if each.size > stood.get(each.ask, -1)]
    return tuple(dict.fromkeys(each.ask for each in new if _is_open(desk, basket, each)))


def _is_open(desk: Desk, basket: Basket, asked: BillAsk) -> bool:
    grant = desk.matrix.grant_for(desk.user.role, asked.ask.right, asked.size)
    if grant is Grant.DENIED:
        raise NotAllowed(asked.ask.right)
    return grant is Grant.APPROVAL and not any(
        each.ask == asked.ask and each.given_by != desk.user.id for each in basket.approvals
    )
