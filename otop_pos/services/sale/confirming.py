"""Saving a bill: number, lines, lots, dues, payments and stock in one transaction, once."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleRow, TillSessionRow
from otop_pos.domain.baht_format import format_baht
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import BadQuantity, NotANumber, ReceiptChanged, TillNotOpen, WholePiecesOnly
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year
from otop_pos.domain.payment import Given, check_offered, settle
from otop_pos.domain.quantity import ONE, UNIT_TH, format_quantity
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, DocumentType, Sale, check_sellable, price
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.numbering import take_numbers
from otop_pos.services.permission import needs
from otop_pos.services.sale.acts import check_acts, check_restricted, note_acts
from otop_pos.services.sale.allocating import allocate_lines
from otop_pos.services.sale.document import Document, DocumentNumber, Pair, Stand
from otop_pos.services.sale.posting import post_document
from otop_pos.services.sale.reading import read_sale, sale_of
from otop_pos.services.sale.reference import check_references, keep_references
from otop_pos.services.shop import read_shop

# Built once: a statement made anew for every sale costs as much as running it.
_SAVED = select(SaleRow.doc_no, SaleRow.request_hash).where(SaleRow.id == bindparam("key"))
_OPEN_SESSION = (
    select(TillSessionRow)
    .where(TillSessionRow.till_code == bindparam("till"), TillSessionRow.closed_at.is_(None))
    .with_for_update()
)


@needs(Right.SELL)
def confirm_sale(
    session: Session, basket: Basket, given: Sequence[Given], *, till: str, user: User, at: datetime
) -> Sale:
    """The saved sale. The same basket again (double click, retry, replay) gives the sale saved first.

    Refuses EmptyBasket, TwoSellers, BadQuantity, WholePiecesOnly, NotANumber, DiscountTooLarge, NotPaid,
    TenderTooLarge, Missing (a reference), NotFound (a way to pay), ReferenceUsed, TillNotOpen,
    ReceiptChanged (same key, other content), NotAllowed, NeedsApproval, ApprovalInvalid, NotSoldNow,
    AgeNotChecked. Goods no lot holds are sold all the same.
    """
    stand = Stand(lock_session(session, till), user, at)
    digest = bill_digest(basket, given)
    if (before := saved_before(session, basket.key, digest)) is not None:
        return before
    check_offered(*(each.method for each in given))
    return sale_of(sell(session, basket, given, stand, digest=digest))


def sell(
    session: Session, basket: Basket, given: Sequence[Given], stand: Stand, *, digest: str, pair: Pair | None = None
) -> Document:
    """The posted document of a bill that was not sold before. Refuses as `confirm_sale`."""
    check_sellable(basket)
    _check_amounts(basket, given)
    on = local_date(stand.at)
    shop = read_shop(session, on)
    priced = price(basket, shop.vat_registered, on)
    acts = check_acts(session, basket, priced, stand)
    check_restricted(basket, shop, stand)
    settled = settle(priced.net, [clean(each) for each in given], shop.cash_rounding)
    check_references(session, settled.payments)
    lines = allocate_lines(session, basket, priced, vat_registered=shop.vat_registered, on=on)
    document = Document(
        id=basket.key,
        doc_type=DocumentType.SALE,
        number=pair.number if pair else next_number(session, stand.opened, DocumentType.SALE),
        session_id=stand.opened.id,
        business_date=stand.opened.business_date,
        at=stand.at,
        user=stand.user,
        lines=lines,
        vats=priced.vats,
        payments=settled.payments,
        rounding=settled.rounding,
        request_hash=digest,
        customer=clean(basket.customer),
        exchange_id=pair.exchange_id if pair else None,
    )
    post_document(session, document)
    keep_references(session, document)
    note_acts(session, basket, acts, stand)
    return document


def _check_amounts(basket: Basket, given: Sequence[Given]) -> None:
    """What no screen sends, a forged or broken request might: pieces or money going the other way."""
    for line in basket.lines:
        unit = line.offer.product.unit
        if line.qty <= 0:
            raise BadQuantity(format_quantity(line.qty, unit), UNIT_TH[unit])
        if unit.is_whole and line.qty % ONE:
            raise WholePiecesOnly(format_quantity(line.qty, unit), UNIT_TH[unit])
    for amount in (*(line.unit_price for line in basket.lines), *(each.amount for each in given)):
        if amount < 0:
            raise NotANumber(format_baht(amount))


def saved_before(session: Session, key: UUID, digest: str) -> Sale | None:
    """The document that this very request made before, if it did. Refuses ReceiptChanged."""
    before = session.execute(_SAVED, {"key": key}).first()
    if before is None:
        return None
    if before.request_hash != digest:
        raise ReceiptChanged(before.doc_no)
    return read_sale(session, before.doc_no)


def lock_session(session: Session, till: str) -> TillSessionRow:
    """The till's open session, held until the commit: one till saves one document at a time, and a
    close cannot slip in between. Refuses TillNotOpen."""
    row = session.scalars(_OPEN_SESSION, {"till": till}).first()
    if row is None:
        raise TillNotOpen(till)
    return row


def next_number(session: Session, opened: TillSessionRow, doc_type: DocumentType) -> DocumentNumber:
    """The till's next number for a type of document; given back if the transaction rolls back."""
    series, year = DOCUMENT_SERIES[doc_type], series_year(opened.business_date)
    (number,) = take_numbers(session, opened.till_code, series.kind, epoch=opened.epoch, year=year)
    return DocumentNumber(opened.till_code, opened.epoch, year, number)


def bill_digest(basket: Basket, given: Sequence[Given]) -> str:
    """What the customer agreed to: goods, quantities, prices, discounts, tenders."""
    bill = [
        (line.offer.product.id, line.offer.producer.id, line.offer.lot_code, line.qty, line.unit_price, line.discount)
        for line in basket.lines
    ]
    agreed = (bill, basket.bill_discount, tuple(given), basket.customer)
    return hashlib.sha256(repr(agreed).encode()).hexdigest()
