"""VAT sales report, รายงานภาษีขาย."""

from datetime import date
from typing import Any

from sqlalchemy import case, distinct, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleCustomerRow, SaleRow, SaleVatRow
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.listing import Heading, Kind, Listing, Row, Words, sum_row
from otop_pos.domain.period import Period
from otop_pos.domain.sale import DocumentType
from otop_pos.services.report.sources import TOTAL, within

_HEADINGS = (
    Heading(Words("วันที่", "Date"), Kind.DATE),
    Heading(Words("เลขที่เอกสาร", "Document"), share=4),
    Heading(Words("ผู้ซื้อ", "Buyer"), share=3),
    Heading(Words("เลขผู้เสียภาษี · สาขา", "Tax ID · branch"), share=2),
    Heading(Words("ฉบับ", "Papers"), Kind.COUNT),
    Heading(Words("ไม่มี VAT", "Without VAT"), Kind.MONEY),
    Heading(Words("ก่อนภาษี", "Before VAT"), Kind.MONEY),
    Heading(Words("ภาษี", "VAT"), Kind.MONEY),
    Heading(Words("รวม", "Total"), Kind.MONEY),
)
_NOTE = Words(
    "ตามมาตรา 87 แห่งประมวลรัษฎากร ใบกำกับภาษีอย่างย่อรวมเป็นรายวันต่อเครื่อง ใบกำกับภาษีเต็มรูปและใบลดหนี้ของผู้ซื้อที่มีเลขผู้เสียภาษีแสดงทีละฉบับ",
    "Revenue Code s.87. Abbreviated tax invoices are added up by day and till; full ones, and credit notes, of "
    "buyers with a tax ID stand one by one.",
)
_END = 4
"""Digits by which the numbers of one day nearly always differ."""
_SALE, _REFUND = Words("ขายสด", "Cash sales"), Words("รับคืน/ลดหนี้", "Returns")


@query
def vat_sales(session: Session, period: Period, on: date) -> Listing:
    """By day, till and number; the sum of its VAT is the tax of all documents of the period."""
    rows = tuple(_row(row) for row in _documents(session, period))
    totals = sum_row(_HEADINGS, rows, TOTAL) if rows else ()
    title = Words("รายงานภาษีขาย", "VAT sales report")
    return Listing("vat_sales", title, on, _HEADINGS, rows, period, totals, notes=(_NOTE,))


def _documents(session: Session, period: Period) -> list[Any]:
    has_tax_id = SaleCustomerRow.tax_id != ""
    named = case((has_tax_id, SaleRow.doc_no), else_="")
    first = func.min(SaleRow.doc_no)
    taxed = SaleVatRow.rate_bp > 0
    found = session.execute(
        select(
            SaleRow.business_date,
            SaleRow.till_code,
            SaleRow.doc_type,
            first.label("first"),
            func.max(SaleRow.doc_no).label("last"),
            func.max(case((has_tax_id, SaleCustomerRow.name), else_="")).label("buyer"),
            func.max(case((has_tax_id, SaleCustomerRow.tax_id), else_="")).label("tax_id"),
            func.max(case((has_tax_id, SaleCustomerRow.branch_no), else_="")).label("branch"),
            func.count(distinct(SaleRow.id)).label("papers"),
            total(case((taxed, 0), else_=SaleVatRow.gross)).label("exempt"),
            total(case((taxed, SaleVatRow.gross - SaleVatRow.vat), else_=0)).label("value"),
            total(SaleVatRow.vat).label("vat"),
            total(SaleVatRow.gross).label("gross"),
        )
        .join(SaleVatRow, SaleVatRow.sale_id == SaleRow.id)
        .outerjoin(SaleCustomerRow, SaleCustomerRow.sale_id == SaleRow.id)
        .where(within(SaleRow.business_date, period))
        .group_by(SaleRow.business_date, SaleRow.till_code, SaleRow.doc_type, named)
        .order_by(SaleRow.business_date, SaleRow.till_code, SaleRow.doc_type.desc(), first)
    )
    return list(found)


def _row(row: Any) -> Row:
    usual = _SALE if row.doc_type is DocumentType.SALE else _REFUND
    buyer = Words(row.buyer) if row.buyer else usual
    tax_id = " · ".join(part for part in (row.tax_id, row.branch) if part)
    return (
        row.business_date,
        _span(row.first, row.last),
        buyer,
        tax_id,
        row.papers,
        row.exempt,
        row.value,
        row.vat,
        row.gross,
    )


def _span(first: str, last: str) -> str:
    """'CM01-1-690001044 – 1052': the last number in full only where more than its end differs."""
    if first == last:
        return first
    is_of_one_run = len(first) == len(last) and first[:-_END] == last[:-_END]
    return f"{first} – {last[-_END:] if is_of_one_run else last}"
