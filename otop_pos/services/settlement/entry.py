"""Entries of the ledger with what is behind each of them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    LotRow,
    PayableAdjustmentRow,
    PayableRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockNoteLineRow,
    StockNoteRow,
    VoucherRow,
)
from otop_pos.db.rows import AnyRow, AnySelect
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.voucher import PayoutMethod

PAID_HOW = {PayoutMethod.CASH: "เงินสด", PayoutMethod.BANK: "โอนเข้าบัญชี"}
"""As the papers say it."""

_GOODS = (EntryKind.SALE, EntryKind.REFUND)
_MONEY = (EntryKind.PAYOUT, EntryKind.PAYOUT_REVERSAL, EntryKind.WHT)
_Sold = aliased(SaleRow)
_ON_LINE = (
    "qty",
    "gross",
    "disc_centre",
    "disc_producer",
    "net",
    "vat_centre",
)

Facts = dict[UUID, dict[str, Any]]


def entries_where(
    session: Session, which: ColumnElement[bool], late_until: date | None = None
) -> tuple[LedgerEntry, ...]:
    """Every entry for which `which` holds, by day; those up to `late_until` are late."""
    rows = session.execute(
        select(PayableRow.id, PayableRow.kind, PayableRow.business_date, PayableRow.amount)
        .where(which)
        .order_by(PayableRow.business_date, PayableRow.id)
    ).all()
    facts = _facts(session, which, {row.kind for row in rows})
    return tuple(
        LedgerEntry(
            id=row.id,
            kind=EntryKind(row.kind),
            business_date=row.business_date,
            amount=row.amount,
            is_late=late_until is not None and row.business_date <= late_until,
            **facts.get(row.id, {}),
        )
        for row in rows
    )


def _facts(session: Session, which: ColumnElement[bool], kinds: set[str]) -> Facts:
    """A query for each kind of source there is, whatever the number of entries."""
    facts: Facts = {}
    if kinds.intersection(_GOODS):
        for source in (_by_document(), _by_note()):
            facts |= {row.id: _goods(row) for row in session.execute(source.where(which))}
    if EntryKind.LOSS_COMP in kinds:
        facts |= {row.id: _loss(row) for row in session.execute(_losses().where(which))}
    if kinds.intersection((EntryKind.FEE, EntryKind.ADJUST)):
        facts |= {row.id: {"remark": row.reason} for row in session.execute(_adjustments().where(which))}
    if kinds.intersection(_MONEY):
        facts |= {row.id: _money(row) for row in session.execute(_vouchers().where(which))}
    return facts


def _by_document() -> AnySelect:
    """Sold, or taken back, by a document of a till."""
    return _of_goods(SaleAllocRow.sale_id == PayableRow.source_id)


def _by_note() -> AnySelect:
    """Sold without a lot; a note found it later."""
    return _of_goods(
        (SaleAllocRow.producer_id == PayableRow.producer_id) & (SaleAllocRow.note_id == PayableRow.source_id)
    )


def _of_goods(is_source: ColumnElement[bool]) -> AnySelect:
    is_part = (SaleAllocRow.line_no == PayableRow.source_line) & (SaleAllocRow.alloc_no == PayableRow.source_part)
    is_line = (SaleLineRow.sale_id == SaleAllocRow.sale_id) & (SaleLineRow.line_no == SaleAllocRow.line_no)
    return (
        select(
            PayableRow.id,
            SaleRow.doc_no,
            func.coalesce(_Sold.doc_no, "").label("sale_no"),
            LotRow.code.label("lot_code"),
            SaleLineRow.product_id,
            SaleLineRow.name_th,
            SaleLineRow.name_en,
            func.coalesce(LotRow.photo_id, ProductRow.photo_id).label("photo_id"),
            SaleLineRow.unit,
            SaleLineRow.unit_price,
            (SaleAllocRow.commission + SaleAllocRow.fee).label("commission"),
            *(getattr(SaleAllocRow, name) for name in _ON_LINE),
        )
        .join(SaleAllocRow, is_source & is_part)
        .join(SaleLineRow, is_line)
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .outerjoin(_Sold, _Sold.id == SaleRow.ref_sale_id)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .where(PayableRow.kind.in_(_GOODS))
    )


def _goods(row: AnyRow) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != "id"} | {"unit": row.unit.value}


def _losses() -> AnySelect:
    is_line = (StockNoteLineRow.note_id == PayableRow.source_id) & (StockNoteLineRow.line_no == PayableRow.source_line)
    return (
        select(
            PayableRow.id,
            StockNoteRow.doc_no,
            StockNoteRow.reason,
            StockNoteLineRow.qty,
            StockNoteLineRow.agreed_value,
            LotRow.code,
            LotRow.photo_id,
            ProductRow,
        )
        .join(StockNoteRow, StockNoteRow.id == PayableRow.source_id)
        .join(StockNoteLineRow, is_line)
        .join(LotRow, LotRow.id == StockNoteLineRow.lot_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(PayableRow.kind == EntryKind.LOSS_COMP)
    )


def _loss(row: AnyRow) -> dict[str, Any]:
    product = row.ProductRow
    return {
        "doc_no": row.doc_no,
        "lot_code": row.code,
        "product_id": product.id,
        "name_th": product.name_th,
        "name_en": product.name_en,
        "photo_id": row.photo_id or product.photo_id,
        "unit": product.unit.value,
        "qty": row.qty,
        "unit_price": row.agreed_value,
        "remark": row.reason,
    }


def _adjustments() -> AnySelect:
    return (
        select(PayableRow.id, PayableAdjustmentRow.reason)
        .join(PayableAdjustmentRow, PayableAdjustmentRow.id == PayableRow.source_id)
        .where(PayableRow.kind.in_((EntryKind.FEE, EntryKind.ADJUST)))
    )


def _vouchers() -> AnySelect:
    return (
        select(PayableRow.id, VoucherRow.doc_no, VoucherRow.method, VoucherRow.reference)
        .join(VoucherRow, VoucherRow.id == PayableRow.source_id)
        .where(PayableRow.kind.in_(_MONEY))
    )


def _money(row: AnyRow) -> dict[str, Any]:
    return {"doc_no": row.doc_no, "remark": " · ".join(filter(None, (PAID_HOW[row.method], row.reference)))}
