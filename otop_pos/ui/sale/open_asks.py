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
    Two lines that ask for just the same are two: each approval serves one.

    Refuses NotAllowed. The services judge again when the bill is sold.
    """
    stood = list(before)
    given = [each.ask for each in basket.approvals if each.given_by != desk.user.id]
    left: list[Ask] = []
    for asked in bill_asks(basket, priced):
        is_given = asked.ask in given
        if is_given:
            given.remove(asked.ask)
        earlier = next((each for each in stood if each.ask == asked.ask and each.size >= asked.size), None)
        if earlier is not None:
            stood.remove(earlier)
        elif _needs_approval(desk, asked) and not is_given:
            left.append(asked.ask)
    return tuple(left)


def _needs_approval(desk: Desk, asked: BillAsk) -> bool:
    grant = desk.matrix.grant_for(desk.user.role, asked.ask.right, asked.size)
    if grant is Grant.DENIED:
        raise NotAllowed(asked.ask.right)
    return grant is Grant.APPROVAL
