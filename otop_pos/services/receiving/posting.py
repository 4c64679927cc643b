"""Receiving a producer's delivery: lots, stock and the note both sides sign, in one act."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    GrnLineRow,
    GrnRow,
    LotBalanceRow,
    LotMoveRow,
    LotRow,
    ProductRow,
)
from otop_pos.db.query import query
from otop_pos.domain.agreement import Agreement, due_per_unit
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import EmptyBasket, NotFound, WholePiecesOnly
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.quantity import ONE, UNIT_TH, format_quantity
from otop_pos.domain.receiving import Delivery, Grn, GrnState
from otop_pos.domain.right import Right
from otop_pos.domain.shop import Shop, User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.terms import agreed_terms
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.numbering import take_move_ids, take_numbers
from otop_pos.services.paper import keep_paper
from otop_pos.services.permission import needs
from otop_pos.services.producer import read_agreement
from otop_pos.services.receiving.reading import read_grn
from otop_pos.services.shop import goods_day, read_shop


@needs(Right.RECEIVE)
def post_delivery(session: Session, delivery: Delivery, *, user: User, at: datetime) -> Grn:
    """The delivery as posted: a lot and its stock per accepted line, numbered. Twice with one key: once.

    Refuses DeliveryUntidy, BadQuantity, WholePiecesOnly, EmptyBasket (no line), NoAgreement, NotFound,
    Unwritable.
    """
    if (done := session.get(GrnRow, delivery.key)) is not None:
        return read_grn(session, done.doc_no)
    delivery = clean(delivery)
    if not delivery.lines:
        raise EmptyBasket
    delivery.check()
    today = local_date(at)
    shop, day = read_shop(session, today), goods_day(session, today)
    agreement = read_agreement(session, delivery.producer_id, today)
    products = _products(session, delivery)
    _check_whole(delivery, products)
    doc_no = _next_doc_no(session, shop.code, day)
    session.add(
        GrnRow(
            id=delivery.key,
            doc_no=doc_no,
            state=GrnState.POSTED,
            producer_id=delivery.producer_id,
            agreement_id=agreement.id,
            posted_at=at,
            business_date=day,
            user_id=user.id,
        )
    )
    session.flush()
    session.execute(insert(GrnLineRow), _line_rows(delivery, products, agreement, shop, today))
    _stock(session, delivery, agreement, at=at, day=day, shop_code=shop.code, user=user)
    grn = _told_pieces(read_grn(session, doc_no), delivery)
    keep_paper(session, doc_no, grn.id, grn, shop, at=at)
    return grn


@query
def preview_due(session: Session, producer_id: int, product_id: int, price: int, on: date) -> int:
    """What the producer gets per unit sold at this price: shown before anybody signs."""
    row = session.get(ProductRow, product_id)
    if row is None:
        raise NotFound(_("Product"), str(product_id))
    return _due(row, price, read_agreement(session, producer_id, on), read_shop(session, on), on)


def _told_pieces(grn: Grn, delivery: Delivery) -> Grn:
    """Rolls and boxes are no figure of the books; the paper keeps how many there were."""
    lines = zip(grn.lines, delivery.lines, strict=True)
    return replace(grn, lines=tuple(replace(line, pieces=told.pieces) for line, told in lines))


def _products(session: Session, delivery: Delivery) -> dict[int, ProductRow]:
    wanted = {line.product_id for line in delivery.lines}
    rows = session.scalars(
        select(ProductRow).where(ProductRow.id.in_(wanted), ProductRow.producer_id == delivery.producer_id)
    )
    found = {row.id: row for row in rows}
    for product_id in wanted - found.keys():
        raise NotFound(_("Product"), str(product_id))
    return found


def _check_whole(delivery: Delivery, products: dict[int, ProductRow]) -> None:
    """Only what is weighed or measured comes in fractions."""
    for line in delivery.lines:
        unit = products[line.product_id].unit
        for qty in (line.declared, line.accepted):
            if unit.is_whole and qty % ONE:
                raise WholePiecesOnly(format_quantity(qty, unit), UNIT_TH[unit])


def _next_doc_no(session: Session, shop_code: str, day: date) -> str:
    series, year = DOCUMENT_SERIES["GRN"], series_year(day)
    (number,) = take_numbers(session, shop_code, series.kind, year=year)
    return shop_document_no(series, shop_code, year, number)


def _line_rows(
    delivery: Delivery, products: dict[int, ProductRow], agreement: Agreement, shop: Shop, on: date
) -> list[dict[str, object]]:
    return [
        {
            "grn_id": delivery.key,
            "line_no": line_no,
            "product_id": line.product_id,
            "declared": line.declared,
            "accepted": line.accepted,
            "rejected": line.rejected,
            "reject_reason": line.reject_reason,
            "batch": line.batch,
            "made_on": line.made_on,
            "expires_on": line.expires_on,
            "price": line.price,
            "due_per_unit": _due(products[line.product_id], line.price, agreement, shop, on),
            "agreed_value": line.agreed_value,
            "photo_id": line.photo_id,
        }
        for line_no, line in enumerate(delivery.lines, start=1)
    ]


def _due(product: ProductRow, price: int, agreement: Agreement, shop: Shop, on: date) -> int:
    goods = (product.id, product.category, product.vat_class)
    return due_per_unit(price, agreed_terms(agreement, goods, vat_registered=shop.vat_registered, on=on))


def _stock(
    session: Session, delivery: Delivery, agreement: Agreement, *, at: datetime, day: date, shop_code: str, user: User
) -> None:
    """A lot, its receive move and its balance for every line of which something was accepted."""
    accepted = [(line_no, line) for line_no, line in enumerate(delivery.lines, start=1) if line.accepted]
    if not accepted:
        return
    codes = [lot_code(number) for number in take_numbers(session, shop_code, "LOT", count=len(accepted))]
    lots = [
        LotRow(
            code=code,
            grn_id=delivery.key,
            grn_line_no=line_no,
            producer_id=delivery.producer_id,
            product_id=line.product_id,
            agreement_id=agreement.id,
            batch=line.batch,
            made_on=line.made_on,
            expires_on=line.expires_on,
            received_on=day,
            qty_received=line.accepted,
            price=line.price,
            agreed_value=line.agreed_value,
            photo_id=line.photo_id,
        )
        for code, (line_no, line) in zip(codes, accepted, strict=True)
    ]
    session.add_all(lots)
    session.flush()
    moves = [
        {
            "id": move_id,
            "lot_id": lot.id,
            "bucket": Bucket.SELLABLE,
            "kind": MoveKind.RECEIVE,
            "qty": lot.qty_received,
            "at": at,
            "business_date": day,
            "user_id": user.id,
            "document_id": delivery.key,
            "line_no": lot.grn_line_no,
        }
        for lot, move_id in zip(lots, take_move_ids(session, len(lots)), strict=True)
    ]
    session.execute(insert(LotMoveRow), moves)
    balances = [{"lot_id": lot.id, "bucket": Bucket.SELLABLE, "qty": lot.qty_received} for lot in lots]
    session.execute(insert(LotBalanceRow), balances)
