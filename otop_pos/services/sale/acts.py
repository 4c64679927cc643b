"""What on a bill goes beyond its price tags: allowed before it is sold, told once it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.bill_ask import BillAsk, bill_asks
from otop_pos.domain.errors import AgeNotChecked
from otop_pos.domain.restriction import check_hours
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, Priced
from otop_pos.domain.shop import Shop
from otop_pos.domain.thai_date import to_local
from otop_pos.domain.till_event import EventKind
from otop_pos.services.permission import permit
from otop_pos.services.sale.document import Stand
from otop_pos.services.till_event import Happening, note

_KINDS = {Right.OVERRIDE_PRICE: EventKind.PRICE, Right.DISCOUNT: EventKind.DISCOUNT}


@dataclass(frozen=True, slots=True)
class Act:
    """`approval` None: the seller needed none."""

    asked: BillAsk
    approval: Approval | None


def check_acts(session: Session, basket: Basket, priced: Priced, stand: Stand) -> tuple[Act, ...]:
    """Each approval serves one act, also where two lines ask for just the same.

    Refuses NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    left = list(basket.approvals)
    acts = []
    for asked in bill_asks(basket, priced):
        given = _given(left, asked.ask)
        used = permit(session, asked.ask, user=stand.user, at=stand.at, approval=given, size=asked.size)
        if used is not None:
            left.remove(used)
        acts.append(Act(asked, used))
    return tuple(acts)


def check_restricted(basket: Basket, shop: Shop, stand: Stand) -> None:
    """Alcohol: in its hours, and to who is old enough. Refuses NotSoldNow, AgeNotChecked."""
    for line in basket.lines:
        if line.offer.product.restricted:
            check_hours(line.offer.product.name_th, shop, to_local(stand.at))
            if not basket.age_checked:
                raise AgeNotChecked(line.offer.product.name_th)


def note_acts(session: Session, basket: Basket, acts: tuple[Act, ...], stand: Stand) -> None:
    """Prices changed by hand always, discounts where somebody approved them, the look at the customer's age."""
    told = [act for act in acts if act.approval is not None or act.asked.ask.right is Right.OVERRIDE_PRICE]
    happenings = [
        Happening(
            _KINDS[act.asked.ask.right],
            act.asked.ask.what,
            act.asked.amount,
            act.approval,
            {"reason": basket.note} if basket.note else None,
            document_id=basket.key,
        )
        for act in told
    ]
    if basket.has_restricted:
        happenings.append(Happening(EventKind.AGE_CHECK, document_id=basket.key))
    for happening in happenings:
        note(session, happening, till=stand.opened.till_code, user=stand.user, at=stand.at)


def _given(approvals: Sequence[Approval], ask: Ask) -> Approval | None:
    """The last one for just this; a bill that was changed and changed back has several."""
    return next((each for each in reversed(approvals) if each.ask == ask), None)
