"""Writes a document's rows: the document, its money, and what it does to stock and to the producers."""

from dataclasses import asdict
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, bindparam, insert, text, update
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    Base,
    LotMoveRow,
    PayableRow,
    PaymentRow,
    SaleAllocRow,
    SaleCustomerRow,
    SaleLineRow,
    SaleRow,
    SaleVatRow,
    StockExceptionRow,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.sale import DocumentType
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.thai_date import to_local
from otop_pos.services.numbering import take_move_ids
from otop_pos.services.sale.document import Document, DocumentLine, LotPart

_MOVE_KIND = {DocumentType.SALE: MoveKind.SALE, DocumentType.REFUND: MoveKind.SALE_RETURN}
_PAYABLE_KIND = {DocumentType.SALE: "sale", DocumentType.REFUND: "refund"}

# On the tables and the bare connection: the ORM's bulk insert costs a till three times as much.
_INSERT: dict[type[Base], Insert] = {
    row: insert(row.metadata.tables[row.__tablename__])
    for row in (
        SaleRow,
        SaleLineRow,
        SaleVatRow,
        SaleAllocRow,
        StockExceptionRow,
        PaymentRow,
        PayableRow,
        LotMoveRow,
        SaleCustomerRow,
    )
}

_CLOSE = (
    update(StockExceptionRow.metadata.tables["stock_exception"])
    .where(StockExceptionRow.sale_id == bindparam("of_sale"), StockExceptionRow.line_no == bindparam("of_line"))
    .values(resolved_at=bindparam("closed_at"))
)
_TAKE_OUT = text("UPDATE lot_balance SET qty = qty - :qty WHERE lot_id = :lot_id AND bucket = :bucket")
_PUT_IN = text(
    "INSERT INTO lot_balance (lot_id, bucket, qty) VALUES (:lot_id, :bucket, :qty) "
    "ON CONFLICT (lot_id, bucket) DO UPDATE SET qty = lot_balance.qty + excluded.qty"
)


def post_document(session: Session, document: Document) -> None:
    """All rows of a sale or refund. The caller holds the locks of the till session and of the lots."""
    numbered = list(enumerate(document.lines, start=1))
    parts = [
        (line_no, alloc_no, part) for line_no, line in numbered for alloc_no, part in enumerate(line.parts, start=1)
    ]
    _insert(session, SaleRow, [_head(document)])
    _insert(session, SaleLineRow, [_line(document, line_no, line) for line_no, line in numbered])
    _insert(session, SaleVatRow, _vats(document))
    _insert(session, SaleAllocRow, [_alloc(document, numbered[at[0] - 1][1], *at) for at in parts])
    _insert(session, StockExceptionRow, _exceptions(document))
    _close_exceptions(session, document)
    _insert(session, PaymentRow, _payments(document))
    _insert(session, SaleCustomerRow, _customer(document))
    _insert(session, PayableRow, [_payable(document, *at) for at in parts if at[2].share.due])
    ids = take_move_ids(session, len(parts))
    moves = [_move(document, line_no, part, id_) for (line_no, _no, part), id_ in zip(parts, ids, strict=True)]
    _insert(session, LotMoveRow, moves)
    balance = _TAKE_OUT if document.doc_type is DocumentType.SALE else _PUT_IN
    amounts = [{"lot_id": part.lot_id, "bucket": part.bucket.value, "qty": abs(part.qty)} for *_no, part in parts]
    if amounts:
        # In the order in which a sale locks its lots: two tills can then wait for each other, but never both.
        session.connection().execute(balance, sorted(amounts, key=itemgetter("lot_id", "bucket")))


def _insert(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.connection().execute(_INSERT[table], rows)


def _head(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "doc_type": document.doc_type,
        "doc_no": document.doc_no,
        "till_code": document.number.till_code,
        "epoch": document.number.epoch,
        "year": document.number.year,
        "number": document.number.number,
        "till_session_id": document.session_id,
        "business_date": document.business_date,
        "at": document.at,
        "local_hour": to_local(document.at).hour,
        "user_id": document.user.id,
        "gross": document.gross,
        "discount": document.discount,
        "net": document.gross - document.discount,
        "vat": document.vat,
        "rounding": document.rounding,
        "ref_sale_id": document.ref_sale_id,
        "reason": document.reason,
        "request_hash": document.request_hash,
        "is_void": document.is_void,
        "exchange_id": document.exchange_id,
    }


def _customer(document: Document) -> list[dict[str, Any]]:
    return [{"sale_id": document.id, **asdict(document.customer)}] if document.customer else []


def _line(document: Document, line_no: int, line: DocumentLine) -> dict[str, Any]:
    return {
        "sale_id": document.id,
        "line_no": line_no,
        "product_id": line.product_id,
        "producer_id": line.producer_id,
        "name_th": line.name_th,
        "name_en": line.name_en,
        "category": line.category,
        "unit": line.unit,
        "qty": line.qty,
        "unit_price": line.unit_price,
        "is_price_override": line.is_price_override,
        "gross": line.gross,
        "line_discount": line.line_discount,
        "bill_discount": line.bill_discount,
        "net": line.net,
        "vat_class": line.vat_class,
        "vat_bp": line.vat_bp,
        "vat": line.vat,
        "ref_sale_id": line.ref.sale_id if line.ref else None,
        "ref_line_no": line.ref.line_no if line.ref else None,
    }


def _vats(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "sale_id": document.id,
            "vat_class": total.vat_class,
            "rate_bp": total.rate_bp,
            "gross": total.gross,
            "vat": total.vat,
        }
        for total in document.vats
    ]


def _alloc(document: Document, line: DocumentLine, line_no: int, alloc_no: int, part: LotPart) -> dict[str, Any]:
    share = part.share
    return {
        "sale_id": document.id,
        "line_no": line_no,
        "alloc_no": alloc_no,
        "lot_id": part.lot_id,
        "producer_id": part.producer_id,
        "agreement_id": part.agreement_id,
        "qty": part.qty,
        "gross": share.gross,
        "disc_centre": share.disc_centre,
        "disc_producer": share.disc_producer,
        "net": share.net,
        "vat_centre": share.vat_centre,
        "rate_method": part.rate.method,
        "rate_basis_points": part.rate.basis_points,
        "rate_amount": part.rate.amount,
        "rate_base": part.rate.base,
        "commission": share.commission,
        "fee": share.fee,
        "due": share.due,
        "tax_mode": part.tax_mode,
        "ref_sale_id": line.ref.sale_id if line.ref else None,
        "ref_line_no": line.ref.line_no if line.ref else None,
        "ref_alloc_no": part.ref_alloc_no,
    }


def _exceptions(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "sale_id": document.id,
            "line_no": line_no,
            "product_id": line.product_id,
            "producer_id": line.producer_id,
            "qty": line.unlotted.qty,
            "gross": line.unlotted.gross,
            "discount": line.unlotted.discount,
            "net": line.unlotted.gross - line.unlotted.discount,
            "vat": line.unlotted.vat,
            "business_date": document.business_date,
            # What comes back waits for nothing.
            "resolved_at": document.at if document.doc_type is DocumentType.REFUND else None,
        }
        for line_no, line in enumerate(document.lines, start=1)
        if line.unlotted is not None
    ]


def _close_exceptions(session: Session, document: Document) -> None:
    """Of the sale's lines whose last piece without a lot was brought back."""
    closed = [
        {"of_sale": line.ref.sale_id, "of_line": line.ref.line_no, "closed_at": document.at}
        for line in document.lines
        if line.ref is not None and line.unlotted is not None and line.unlotted.is_last
    ]
    if closed:
        session.connection().execute(_CLOSE, closed)


def _payments(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "sale_id": document.id,
            "pay_no": pay_no,
            "method": payment.method,
            "amount": payment.amount,
            "tendered": payment.tendered,
            "reference": payment.reference,
        }
        for pay_no, payment in enumerate(document.payments, start=1)
    ]


def _payable(document: Document, line_no: int, alloc_no: int, part: LotPart) -> dict[str, Any]:
    return {
        "id": new_id(),
        "producer_id": part.producer_id,
        "kind": _PAYABLE_KIND[document.doc_type],
        "amount": part.share.due,
        "at": document.at,
        "business_date": document.business_date,
        "source_id": document.id,
        "source_line": line_no,
        "source_part": alloc_no,
    }


def _move(document: Document, line_no: int, part: LotPart, move_id: UUID) -> dict[str, Any]:
    return {
        "id": move_id,
        "lot_id": part.lot_id,
        "bucket": part.bucket,
        "kind": _MOVE_KIND[document.doc_type],
        "qty": -part.qty,
        "at": document.at,
        "business_date": document.business_date,
        "user_id": document.user.id,
        "document_id": document.id,
        "line_no": line_no,
    }
