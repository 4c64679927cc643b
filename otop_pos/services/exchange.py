"""Goods come back and others go out in one act: a refund and a sale, each with its own lawful paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import NothingExchanged, ReceiptChanged
from otop_pos.domain.money import CashRounding, round_cash
from otop_pos.domain.payment import CASH, EXCHANGE, Given, Payment, check_offered
from otop_pos.domain.refund import Refund
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, DocumentType, Sale, price
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.permission import needs
from otop_pos.services.refund import (
    Taking,
    Terms,
    allow_refund,
    check_reference,
    check_refund,
    look_at_return,
    refund_digest,
    refund_document,
    take_back,
    with_coins,
)
from otop_pos.services.sale.confirming import bill_digest, lock_session, next_number, saved_before, sell
from otop_pos.services.sale.document import Pair, Stand
from otop_pos.services.sale.posting import post_document
from otop_pos.services.sale.reading import sale_of
from otop_pos.services.shop import read_shop


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Both documents; what one gave, the other took: their `exchange` tenders add up to nothing, and each
    names the other's number."""

    refund: Sale
    sale: Sale

    @property
    def paid(self) -> int:
        """Satang the customer paid on top; negative when money went back."""
        return sum(each.amount for sale in (self.refund, self.sale) for each in sale.payments)


@dataclass(frozen=True, slots=True)
class ExchangeValue:
    """Satang: what comes back counts as `credit`, the new goods cost `bill` and `covered` of it is paid by
    that. `left` is still to be paid (0 when no coin is that small), `back` goes to the customer."""

    credit: int
    bill: int
    covered: int
    left: int
    back: int


@query
def value_exchange(session: Session, refund: Refund, basket: Basket, *, at: datetime) -> ExchangeValue:
    """What an exchange would come to if it were made now. Refuses NotFound, NothingLeftToReturn."""
    shop = read_shop(session, local_date(at))
    taking = look_at_return(session, refund)
    credit = taking.back(EXCHANGE, shop.cash_rounding)
    bill = price(basket, shop.vat_registered, local_date(at)).net
    covered = min(credit, bill)
    left = bill - covered if round_cash(bill - covered, shop.cash_rounding) else 0
    return ExchangeValue(credit, bill, covered, left, taking.back(refund.method, shop.cash_rounding, credit=covered))


@needs(Right.SELL)
def exchange_goods(
    session: Session,
    refund: Refund,
    basket: Basket,
    given: Sequence[Given],
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Exchanged:
    """`given` is what the customer pays on top. What comes back beyond the new goods is paid out in
    `refund.method`. The same act again gives the documents saved first.

    Refuses NothingExchanged, and whatever `confirm_sale` and `refund_sale` refuse.
    """
    stand = Stand(lock_session(session, till), user, at)
    digests = refund_digest(refund), bill_digest(basket, given)
    before = _saved_before(session, refund, basket, digests)
    if before is not None:
        return before
    refund = clean(refund)
    if not refund.lines or not basket.lines:
        raise NothingExchanged
    check_refund(refund)
    check_offered(*(each.method for each in given))
    taking = take_back(session, refund.sale_doc_no, refund.lines)
    allow_refund(session, refund, taking.net, stand, approval)
    shop = read_shop(session, local_date(at))
    bill = price(basket, shop.vat_registered, local_date(at)).net
    covered = min(taking.back(EXCHANGE, shop.cash_rounding), bill)
    pair = Pair(refund.key, next_number(session, stand.opened, DocumentType.SALE))
    payments = _paid_back(refund, taking, covered, shop.cash_rounding, pair)
    rounding = sum(each.amount for each in payments) - taking.net
    paid = with_coins(payments, rounding)
    terms = Terms(refund.key, refund.reason, paid, rounding, digests[0], exchange_id=refund.key)
    returned = refund_document(session, taking, stand, terms)
    post_document(session, returned)
    credit = (Given(EXCHANGE, covered, returned.doc_no),) if covered else ()
    given = given or _less_than_a_coin(bill - covered, shop.cash_rounding)
    document = sell(session, basket, (*credit, *given), stand, digest=digests[1], pair=pair)
    return Exchanged(sale_of(returned), sale_of(document))


def _saved_before(session: Session, refund: Refund, basket: Basket, digests: tuple[str, str]) -> Exchanged | None:
    """Both documents of this very act. Refuses ReceiptChanged where one of them belongs to another."""
    back, sold = saved_before(session, refund.key, digests[0]), saved_before(session, basket.key, digests[1])
    if back is not None and sold is not None:
        return Exchanged(back, sold)
    if one := back or sold:
        raise ReceiptChanged(one.doc_no)
    return None


def _less_than_a_coin(left: int, rule: CashRounding) -> tuple[Given, ...]:
    """An even exchange of a bill whose coins were rounded stays even: nobody is asked for thirteen satang."""
    return (Given(CASH, 0),) if left and not round_cash(left, rule) else ()


def _paid_back(refund: Refund, taking: Taking, covered: int, rule: CashRounding, pair: Pair) -> tuple[Payment, ...]:
    """The part that pays for the new goods, and what goes back to the customer."""
    rest = taking.back(refund.method, rule, credit=covered)
    new = pair.number.text(DocumentType.SALE)
    payments = [Payment(EXCHANGE, -covered, -covered, new)] if covered else []
    if rest or not payments:
        check_reference(refund)
        payments.append(Payment(refund.method, -rest, -rest, refund.reference))
    return tuple(payments)
