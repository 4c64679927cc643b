"""Documents, their lines, the lots behind them and their payments."""

import heapq
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import aliased

from otop_pos.db.models import (
    AgreementRow,
    LotRow,
    PaymentRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
    TillSessionRow,
    UserRow,
)
from otop_pos.db.rows import AnyRow
from otop_pos.domain.agreement import RateMethod
from otop_pos.domain.payment import CASH
from otop_pos.services.nightly.day import Day
from otop_pos.sync.document import Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.line_allocation import LineAllocation
from otop_pos.sync.payment import Payment


def documents(day: Day) -> Iterator[Document]:
    rows = day.stream(
        select(SaleRow, TillSessionRow.z_no, UserRow.code)
        .join(TillSessionRow, TillSessionRow.id == SaleRow.till_session_id)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .where(day.is_sold_today)
        .order_by(SaleRow.id)
    )
    for sale, z_no, user_code in rows:
        yield Document(
            doc_id=sale.id,
            shop_id=day.shop_code,
            till_id=sale.till_code,
            z_no=z_no,
            epoch=sale.epoch,
            doc_no=sale.doc_no,
            doc_type=sale.doc_type.value,
            started_at=None,
            finished_at=sale.at,
            business_date=sale.business_date,
            operator_id=user_code,
            gross_printed=sale.net,
            ref_doc_id=sale.ref_sale_id,
            reason_code=sale.reason or None,
        )


def lines(day: Day) -> Iterator[DocumentLine]:
    rows = day.stream(
        select(SaleLineRow, ProductRow.sku)
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(day.is_sold_today)
        .order_by(SaleLineRow.sale_id, SaleLineRow.line_no)
    )
    for line, sku in rows:
        yield DocumentLine(
            doc_id=line.sale_id,
            line_no=line.line_no,
            sku=sku,
            qty=line.qty,
            unit_price=line.unit_price,
            discount=line.line_discount + line.bill_discount,
            gross=line.net,
            vat_code=line.vat_class.value,
            vat=line.vat,
            net=line.net - line.vat,
            price_override=line.is_price_override,
            ref_line_no=line.ref_line_no,
        )


def allocations(day: Day) -> Iterator[LineAllocation]:
    """Quantities that no lot covered stand among the others, without a lot and owed to nobody."""
    return heapq.merge(_from_lots(day), _unlotted(day), key=lambda row: (str(row.doc_id), row.line_no, row.alloc_no))


def _from_lots(day: Day) -> Iterator[LineAllocation]:
    rows = day.stream(
        select(SaleAllocRow, LotRow.code, ProducerRow.code, AgreementRow.version)
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .join(ProducerRow, ProducerRow.id == SaleAllocRow.producer_id)
        .join(AgreementRow, AgreementRow.id == SaleAllocRow.agreement_id)
        .where(day.is_sold_today)
        .order_by(SaleAllocRow.sale_id, SaleAllocRow.line_no, SaleAllocRow.alloc_no)
    )
    return (_allocation(row) for row in rows)


def _allocation(row: AnyRow) -> LineAllocation:
    alloc, lot_code, producer_code, version = row
    return LineAllocation(
        doc_id=alloc.sale_id,
        line_no=alloc.line_no,
        alloc_no=alloc.alloc_no,
        lot_code=lot_code,
        producer_id=producer_code,
        agreement_version=version,
        qty=alloc.qty,
        gross=alloc.gross,
        discount_centre=alloc.disc_centre,
        discount_producer=alloc.disc_producer,
        net=alloc.net,
        vat_centre=alloc.vat_centre,
        rate_bp=None if alloc.rate_method is RateMethod.FIXED_DUE else alloc.rate_basis_points,
        commission=alloc.commission,
        fee=alloc.fee,
        producer_due=alloc.due,
        ref_alloc=alloc.ref_alloc_no,
    )


def _unlotted(day: Day) -> Iterator[LineAllocation]:
    last = aliased(SaleAllocRow)
    rows = day.stream(
        select(
            StockExceptionRow,
            ProducerRow.code,
            select(last.alloc_no)
            .where(last.sale_id == StockExceptionRow.sale_id, last.line_no == StockExceptionRow.line_no)
            .order_by(last.alloc_no.desc())
            .limit(1)
            .scalar_subquery(),
        )
        .join(SaleRow, SaleRow.id == StockExceptionRow.sale_id)
        .join(ProducerRow, ProducerRow.id == StockExceptionRow.producer_id)
        .where(day.is_sold_today)
        .order_by(StockExceptionRow.sale_id, StockExceptionRow.line_no)
    )
    for missing, producer_code, last_alloc_no in rows:
        yield LineAllocation(
            doc_id=missing.sale_id,
            line_no=missing.line_no,
            alloc_no=(last_alloc_no or 0) + 1,
            lot_code=None,
            producer_id=producer_code,
            agreement_version=None,
            qty=missing.qty,
            gross=missing.gross,
            discount_centre=missing.discount,
            discount_producer=0,
            net=missing.net,
            vat_centre=0,
            rate_bp=None,
            commission=0,
            fee=0,
            producer_due=0,
        )


def payments(day: Day) -> Iterator[Payment]:
    rows = day.stream(
        select(PaymentRow, SaleRow.rounding)
        .join(SaleRow, SaleRow.id == PaymentRow.sale_id)
        .where(day.is_sold_today)
        .order_by(PaymentRow.sale_id, PaymentRow.pay_no)
    )
    rounded = None
    for payment, rounding in rows:
        is_cash = payment.method == CASH
        # The document's rounding belongs to its cash; once, however many cash tenders it has.
        own_rounding = rounding if is_cash and payment.sale_id != rounded else 0
        rounded = payment.sale_id if is_cash else rounded
        yield Payment(
            doc_id=payment.sale_id,
            pay_no=payment.pay_no,
            tender=payment.method,
            amount=payment.amount,
            cash_given=payment.tendered if is_cash else None,
            change=payment.tendered - payment.amount if is_cash else None,
            rounding=own_rounding,
            external_ref=payment.reference or None,
        )
