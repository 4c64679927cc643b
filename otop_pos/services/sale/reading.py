"""Saved documents as values, whole as their paper says them."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    LotRow,
    PaymentRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleCustomerRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    UserRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.customer import Customer
from otop_pos.domain.errors import NotFound
from otop_pos.domain.payment import Payment
from otop_pos.domain.sale import Sale, SaleLine, VatTotal
from otop_pos.domain.writable import visible_text
from otop_pos.i18n import _
from otop_pos.services.sale.document import Document


@query
def read_sale(session: Session, doc_no: str) -> Sale:
    """A sale or refund by its printed number. Refuses NotFound."""
    doc_no = visible_text(doc_no).upper()
    found = sales_where(session, SaleRow.doc_no == doc_no, limit=1)
    if not found:
        raise NotFound(_("Receipt"), doc_no)
    return found[0]


@query
def list_sales(session: Session, till: str, limit: int = 50) -> tuple[Sale, ...]:
    """The till's documents, newest first."""
    return sales_where(session, SaleRow.till_code == till, limit=limit)


def sales_where(session: Session, condition: ColumnElement[bool], *, limit: int) -> tuple[Sale, ...]:
    original = aliased(SaleRow)
    heads = session.execute(
        select(SaleRow, UserRow.name, original.doc_no)
        .join(UserRow, UserRow.id == SaleRow.user_id)
        .outerjoin(original, original.id == SaleRow.ref_sale_id)
        .where(condition)
        .order_by(SaleRow.till_session_id.desc(), SaleRow.at.desc(), SaleRow.number.desc())
        .limit(limit)
    ).all()
    ids = [row.id for row, _name, _no in heads]
    lines, payments, vats = _lines(session, ids), _payments(session, ids), _vats(session, ids)
    customers = _customers(session, ids)
    return tuple(
        Sale(
            id=row.id,
            doc_type=row.doc_type,
            doc_no=row.doc_no,
            till_code=row.till_code,
            business_date=row.business_date,
            finished_at=row.at,
            operator=name,
            lines=tuple(lines.get(row.id, ())),
            payments=tuple(payments.get(row.id, ())),
            vats=tuple(vats.get(row.id, ())),
            gross=row.gross,
            discount=row.discount,
            net=row.net,
            vat=row.vat,
            rounding=row.rounding,
            refers_to=refers_to or "",
            reason=row.reason,
            customer=customers.get(row.id),
            is_void=row.is_void,
        )
        for row, name, refers_to in heads
    )


def sale_of(document: Document) -> Sale:
    """The value of a document that was just posted, without asking the database again."""
    return Sale(
        id=document.id,
        doc_type=document.doc_type,
        doc_no=document.doc_no,
        till_code=document.number.till_code,
        business_date=document.business_date,
        finished_at=document.at,
        operator=document.user.name,
        lines=tuple(
            SaleLine(
                line_no=line_no,
                sku=line.sku,
                name_th=line.name_th,
                name_en=line.name_en,
                producer_code=line.producer_code,
                producer_name=line.producer_name,
                producer_name_en=line.producer_name_en,
                lot_codes=tuple(part.lot_code for part in line.parts),
                unit=line.unit,
                qty=line.qty,
                unit_price=line.unit_price,
                gross=line.gross,
                discount=line.discount,
                net=line.net,
                vat_class=line.vat_class,
                left=max(line.qty, 0),
                ref_line_no=line.ref.line_no if line.ref else None,
            )
            for line_no, line in enumerate(document.lines, start=1)
        ),
        payments=document.payments,
        vats=document.vats,
        gross=document.gross,
        discount=document.discount,
        net=document.gross - document.discount,
        vat=document.vat,
        rounding=document.rounding,
        refers_to=document.refers_to,
        reason=document.reason,
        customer=document.customer,
        is_void=document.is_void,
    )


def _lines(session: Session, sale_ids: Sequence[UUID]) -> dict[UUID, list[SaleLine]]:
    rows = session.execute(
        select(SaleLineRow, ProductRow.sku, ProducerRow)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .join(ProducerRow, ProducerRow.id == SaleLineRow.producer_id)
        .where(SaleLineRow.sale_id.in_(sale_ids))
        .order_by(SaleLineRow.sale_id, SaleLineRow.line_no)
    )
    lots, returned = _lot_codes(session, sale_ids), returned_quantities(session, sale_ids)
    lines: dict[UUID, list[SaleLine]] = {}
    for row in rows:
        line = row.SaleLineRow
        at = (line.sale_id, line.line_no)
        lines.setdefault(line.sale_id, []).append(_line(row, tuple(lots.get(at, ())), returned.get(at, 0)))
    return lines


def _line(row: AnyRow, lot_codes: tuple[str, ...], returned: int) -> SaleLine:
    line, sku, producer = row
    return SaleLine(
        line_no=line.line_no,
        sku=sku,
        name_th=line.name_th,
        name_en=line.name_en,
        producer_code=producer.code,
        producer_name=producer.name_th,
        producer_name_en=producer.name_en,
        lot_codes=lot_codes,
        unit=line.unit,
        qty=line.qty,
        unit_price=line.unit_price,
        gross=line.gross,
        discount=line.line_discount + line.bill_discount,
        net=line.net,
        vat_class=line.vat_class,
        left=max(line.qty - returned, 0),
        ref_line_no=line.ref_line_no,
    )


def returned_quantities(session: Session, sale_ids: Sequence[UUID]) -> dict[tuple[UUID, int], int]:
    """(sale, line) → thousandths already taken back."""
    rows = session.execute(
        select(SaleLineRow.ref_sale_id, SaleLineRow.ref_line_no, total(-SaleLineRow.qty))
        .where(SaleLineRow.ref_sale_id.in_(sale_ids))
        .group_by(SaleLineRow.ref_sale_id, SaleLineRow.ref_line_no)
    )
    return {(sale_id, line_no): qty for sale_id, line_no, qty in rows if sale_id and line_no}


def _lot_codes(session: Session, sale_ids: Sequence[UUID]) -> dict[tuple[UUID, int], list[str]]:
    """As the paper says them: what found its lot later was printed without one."""
    codes: dict[tuple[UUID, int], list[str]] = {}
    for sale_id, line_no, code in session.execute(
        select(SaleAllocRow.sale_id, SaleAllocRow.line_no, LotRow.code)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .where(SaleAllocRow.sale_id.in_(sale_ids), SaleAllocRow.note_id.is_(None))
        .order_by(SaleAllocRow.sale_id, SaleAllocRow.line_no, SaleAllocRow.alloc_no)
    ):
        codes.setdefault((sale_id, line_no), []).append(code)
    return codes


def _payments(session: Session, sale_ids: Sequence[UUID]) -> dict[UUID, list[Payment]]:
    payments: dict[UUID, list[Payment]] = {}
    for row in session.scalars(
        select(PaymentRow).where(PaymentRow.sale_id.in_(sale_ids)).order_by(PaymentRow.sale_id, PaymentRow.pay_no)
    ):
        payments.setdefault(row.sale_id, []).append(Payment(row.method, row.amount, row.tendered, row.reference))
    return payments


def _vats(session: Session, sale_ids: Sequence[UUID]) -> dict[UUID, list[VatTotal]]:
    totals: dict[UUID, list[VatTotal]] = {}
    for row in session.scalars(
        select(SaleVatRow).where(SaleVatRow.sale_id.in_(sale_ids)).order_by(SaleVatRow.sale_id, SaleVatRow.vat_class)
    ):
        totals.setdefault(row.sale_id, []).append(VatTotal(row.vat_class, row.rate_bp, row.gross, row.vat))
    return totals


def _customers(session: Session, sale_ids: Sequence[UUID]) -> dict[UUID, Customer]:
    rows = session.scalars(select(SaleCustomerRow).where(SaleCustomerRow.sale_id.in_(sale_ids)))
    return {row.sale_id: Customer(**{each.name: getattr(row, each.name) for each in fields(Customer)}) for row in rows}
