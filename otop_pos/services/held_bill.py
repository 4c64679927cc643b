"""Bills put aside under a name, seen from every till, taken up again at one of them; and bills given up."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import HeldBillRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import BillTaken, EmptyBasket, NotFound, UnknownCode
from otop_pos.domain.held_bill import HeldBill, HeldLine, basket_text, held_lines, read_basket
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, Offer, price
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.sale.offers import find_offers
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import Happening, note, was_noted


@dataclass(frozen=True, slots=True)
class Recalled:
    """`left_out`: goods no longer sold; `repriced`: goods whose shelf price changed meanwhile (names)."""

    basket: Basket
    name: str
    left_out: tuple[str, ...] = ()
    repriced: tuple[str, ...] = ()


@needs(Right.SELL)
def hold_bill(session: Session, basket: Basket, name: str, *, till: str, user: User, at: datetime) -> HeldBill:
    """Put aside, with everything on it and everything approved. Refuses EmptyBasket, Unwritable."""
    if not basket.lines:
        raise EmptyBasket
    shop = read_shop(session, local_date(at))
    total = price(basket, shop.vat_registered, local_date(at)).net
    held = clean(HeldBill(basket.key, name.strip(), till, user.name, at, total, len(basket.lines)))
    session.merge(
        HeldBillRow(
            id=basket.key,
            name=held.name,
            state="held",
            till_code=till,
            user_id=user.id,
            at=at,
            total=total,
            line_count=held.line_count,
            content=basket_text(basket),
        )
    )
    happening = Happening(EventKind.HOLD, held.name, total, document_id=basket.key)
    note(session, happening, till=till, user=user, at=at)
    return held


@query
def list_held_bills(session: Session) -> tuple[HeldBill, ...]:
    """Of all tills, the oldest first."""
    rows = session.execute(
        select(HeldBillRow, UserRow.name)
        .join(UserRow, UserRow.id == HeldBillRow.user_id)
        .where(HeldBillRow.state == "held")
        .order_by(HeldBillRow.at, HeldBillRow.id)
    )
    return tuple(
        HeldBill(row.id, row.name, row.till_code, name, row.at, row.total, row.line_count) for row, name in rows
    )


@needs(Right.SELL)
def recall_bill(session: Session, held: HeldBill, *, till: str, user: User, at: datetime) -> Recalled:
    """The bill, at the shelf prices of now; a price changed by hand stays. Refuses BillTaken, NotFound."""
    row = session.scalars(select(HeldBillRow).where(HeldBillRow.id == held.id).with_for_update()).first()
    if row is None:
        raise NotFound(_("Bill"), held.name)
    if row.state != "held":
        raise BillTaken(row.name)
    row.state = "taken"
    recalled = _fill(session, row, local_date(at))
    happening = Happening(EventKind.RECALL, row.name, row.total, document_id=row.id)
    note(session, happening, till=till, user=user, at=at)
    return recalled


@needs(Right.CANCEL_BILL)
def cancel_bill(
    session: Session,
    basket: Basket,
    reason: str = "",
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> None:
    """A bill that is given up is told with all that was on it. Refuses EmptyBasket, Unwritable."""
    if not basket.lines:
        raise EmptyBasket
    if was_noted(session, basket.key):
        return
    shop = read_shop(session, local_date(at))
    total = price(basket, shop.vat_registered, local_date(at)).net
    happening = Happening(
        EventKind.CANCEL_BILL,
        reason.strip(),
        total,
        approval,
        [_told(line) for line in held_lines(basket)],
        key=basket.key,
    )
    note(session, happening, till=till, user=user, at=at)


def _told(line: HeldLine) -> dict[str, object]:
    return {"sku": line.sku, "name": line.name, "qty": line.qty, "unit_price": line.unit_price}


def _fill(session: Session, row: HeldBillRow, on: date) -> Recalled:
    """Each line anew from what its code stands for now."""
    frame, lines = read_basket(row.content, key=row.id)
    left_out, repriced = [], []
    for line in lines:
        offer = _offer(session, line, on)
        if offer is None:
            left_out.append(line.name)
            continue
        if line.is_override:
            filled = line.basket_line(offer, line.unit_price)
        else:
            filled = line.basket_line(offer, offer.unit_price)
            if offer.unit_price != line.unit_price:
                repriced.append(line.name)
        frame = replace(frame, lines=(*frame.lines, filled))
    return Recalled(frame, row.name, tuple(left_out), tuple(repriced))


def _offer(session: Session, line: HeldLine, on: date) -> Offer | None:
    try:
        offers = find_offers(session, line.lot_code or line.sku, on=on)
    except UnknownCode:
        return None
    return next((each for each in offers if each.producer.id == line.producer_id), None)
