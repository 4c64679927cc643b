"""Documents, their lines, the lots behind them and their payments."""

import heapq
from collections.abc import Iterator
from operator import attrgetter

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import aliased

from otop_pos.db.models import (
    AgreementRow,
    ApprovalRow,
    LotRow,
    PaymentRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
    TillEventRow,
    TillSessionRow,
    UserRow,
)
from otop_pos.domain.agreement import RateMethod
from otop_pos.domain.payment import CASH
from otop_pos.domain.till_event import EventKind
from otop_pos.services.nightly.day import Day, nothing, word
from otop_pos.sync.document import VOID, Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.line_allocation import LINE_ALLOCATIONS, LineAllocation
from otop_pos.sync.payment import Payment

_Approver = aliased(UserRow)
_APPROVER = (
    select(_Approver.code)
    .join(ApprovalRow, ApprovalRow.given_by == _Approver.id)
    .join(TillEventRow, TillEventRow.approval_id == ApprovalRow.id)
    .where(TillEventRow.document_id == SaleRow.id, TillEventRow.kind.in_((EventKind.REFUND, EventKind.VOID)))
    .correlate(SaleRow)
    .limit(1)
    .scalar_subquery()
)
"""Who allowed a return or a void that needed a second person."""


_Sold = aliased(SaleAllocRow)


def documents(day: Day) -> Iterator[Document]:
    return day.rows(
        Document,
        select(
            SaleRow.id.label("doc_id"),
            literal(day.shop_code).label("shop_id"),
            SaleRow.till_code.label("till_id"),
            TillSessionRow.z_no,
            SaleRow.epoch,
            SaleRow.doc_no,
            case((SaleRow.is_void, literal(VOID)), else_=word(SaleRow.doc_type)).label("doc_type"),
            nothing("started_at"),
            SaleRow.at.label("finished_at"),
            SaleRow.business_date,
            UserRow.code.label("operator_id"),
            SaleRow.net.label("gross_printed"),
            _APPROVER.label("approver_id"),
            literal(False).label("offline"),
            literal(False).label("late"),
            SaleRow.ref_sale_id.label("ref_doc_id"),
            SaleRow.reason.label("reason_code"),
        )
        .join(TillSessionRow, TillSessionRow.id == SaleRow.till_session_id)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .where(day.is_sold_today)
        .order_by(SaleRow.id),
    )


def lines(day: Day) -> Iterator[DocumentLine]:
    return day.rows(
        DocumentLine,
        select(
            SaleLineRow.sale_id.label("doc_id"),
            SaleLineRow.line_no,
            ProductRow.sku,
            SaleLineRow.qty,
            SaleLineRow.unit_price,
            (SaleLineRow.line_discount + SaleLineRow.bill_discount).label("discount"),
            SaleLineRow.net.label("gross"),
            word(SaleLineRow.vat_class).label("vat_code"),
            SaleLineRow.vat,
            (SaleLineRow.net - SaleLineRow.vat).label("net"),
            SaleLineRow.is_price_override.label("price_override"),
            SaleLineRow.ref_line_no,
        )
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(day.is_sold_today)
        .order_by(SaleLineRow.sale_id, SaleLineRow.line_no),
    )


def allocations(day: Day) -> Iterator[LineAllocation]:
    """Quantities that no lot covered stand among the others, without a lot and owed to nobody. When they find one,
    that is a movement and an entry of the ledger on the day of its note."""
    return heapq.merge(_from_lots(day), _unlotted(day), key=attrgetter(*LINE_ALLOCATIONS.key))


def _from_lots(day: Day) -> Iterator[LineAllocation]:
    return day.rows(
        LineAllocation,
        select(
            SaleAllocRow.sale_id.label("doc_id"),
            SaleAllocRow.line_no,
            SaleAllocRow.alloc_no,
            LotRow.code.label("lot_code"),
            ProducerRow.code.label("producer_id"),
            AgreementRow.version.label("agreement_version"),
            SaleAllocRow.qty,
            SaleAllocRow.gross,
            SaleAllocRow.disc_centre.label("discount_centre"),
            SaleAllocRow.disc_producer.label("discount_producer"),
            SaleAllocRow.net,
            SaleAllocRow.vat_centre,
            case((SaleAllocRow.rate_method != RateMethod.FIXED_DUE, SaleAllocRow.rate_basis_points)).label("rate_bp"),
            SaleAllocRow.commission,
            SaleAllocRow.fee,
            SaleAllocRow.due.label("producer_due"),
            case((_Sold.note_id.is_not(None), _first_without_lot(_Sold)), else_=SaleAllocRow.ref_alloc_no).label(
                "ref_alloc"
            ),
        )
        .outerjoin(
            _Sold,
            (_Sold.sale_id == SaleAllocRow.ref_sale_id)
            & (_Sold.line_no == SaleAllocRow.ref_line_no)
            & (_Sold.alloc_no == SaleAllocRow.ref_alloc_no),
        )
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .join(ProducerRow, ProducerRow.id == SaleAllocRow.producer_id)
        .join(AgreementRow, AgreementRow.id == SaleAllocRow.agreement_id)
        .where(day.is_sold_today, SaleAllocRow.note_id.is_(None))
        .order_by(SaleAllocRow.sale_id, SaleAllocRow.line_no, SaleAllocRow.alloc_no),
    )


def _first_without_lot(row: type[StockExceptionRow] | type[SaleAllocRow]) -> ColumnElement[int]:
    """The number that what had no lot is sent under: also when it found one since, which its day knows nothing
    of, and when it comes back."""
    lots = aliased(SaleAllocRow)
    last: ColumnElement[int] = (
        select(func.coalesce(func.max(lots.alloc_no), 0))
        .where(lots.sale_id == row.sale_id, lots.line_no == row.line_no, lots.note_id.is_(None))
        .correlate(row)
        .scalar_subquery()
    )
    return last + 1


def _unlotted(day: Day) -> Iterator[LineAllocation]:
    missing = StockExceptionRow
    return day.rows(
        LineAllocation,
        select(
            missing.sale_id.label("doc_id"),
            missing.line_no,
            _first_without_lot(missing).label("alloc_no"),
            nothing("lot_code"),
            ProducerRow.code.label("producer_id"),
            nothing("agreement_version"),
            missing.qty,
            missing.gross,
            missing.discount.label("discount_centre"),
            literal(0).label("discount_producer"),
            missing.net,
            literal(0).label("vat_centre"),
            nothing("rate_bp"),
            literal(0).label("commission"),
            literal(0).label("fee"),
            literal(0).label("producer_due"),
        )
        .join(SaleRow, SaleRow.id == missing.sale_id)
        .join(ProducerRow, ProducerRow.id == missing.producer_id)
        .where(day.is_sold_today)
        .order_by(missing.sale_id, missing.line_no),
    )


def payments(day: Day) -> Iterator[Payment]:
    rows = day.stream(
        select(
            PaymentRow.sale_id,
            PaymentRow.pay_no,
            PaymentRow.method,
            PaymentRow.amount,
            PaymentRow.tendered,
            PaymentRow.reference,
            SaleRow.rounding,
        )
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(day.is_sold_today)
        .order_by(PaymentRow.sale_id, PaymentRow.pay_no)
    )
    rounded = None
    for sale_id, pay_no, method, amount, tendered, reference, rounding in rows:
        is_cash = method == CASH
        # The document's rounding belongs to its cash; once, however many cash tenders it has.
        own_rounding = rounding if is_cash and sale_id != rounded else 0
        rounded = sale_id if is_cash else rounded
        yield Payment(
            doc_id=sale_id,
            pay_no=pay_no,
            tender=method,
            amount=amount,
            cash_given=tendered if is_cash else None,
            change=tendered - amount if is_cash else None,
            rounding=own_rounding,
            external_ref=reference,
        )
