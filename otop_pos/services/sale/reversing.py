"""A line of a sale as it comes back: its own lots, dues and tax, in parts that add up to it exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    LotRow,
    ProducerRow,
    ProductRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
)
from otop_pos.db.rows import AnyRow, total
from otop_pos.domain.agreement import Rate, Share, reverse_share
from otop_pos.domain.errors import NotFound, NothingLeftToReturn
from otop_pos.domain.money import portion
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.stock import Bucket
from otop_pos.i18n import _
from otop_pos.services.sale.document import DocumentLine, LineRef, LotPart, Unlotted


@dataclass(frozen=True, slots=True)
class Returned:
    """What was taken back of a sale's line so far, per allocation and of its uncovered pieces."""

    by_alloc: dict[int, int]
    unlotted: int

    def and_also(self, parts: Sequence[LotPart], unlotted: Unlotted | None) -> "Returned":
        by_alloc = dict(self.by_alloc)
        for part in parts:
            if part.ref_alloc_no is not None:
                by_alloc[part.ref_alloc_no] = by_alloc.get(part.ref_alloc_no, 0) - part.qty
        return Returned(by_alloc, self.unlotted - (unlotted.qty if unlotted else 0))


def reverse_line(session: Session, sale: SaleRow, wanted: RefundLine, taken: dict[int, Returned]) -> DocumentLine:
    """The part of a line that is wanted back, negative. Refuses NotFound, NothingLeftToReturn.

    `taken` remembers what earlier lines of this same refund took: one piece good, one damaged.
    """
    found = session.execute(
        select(SaleLineRow, ProductRow.sku, ProducerRow)
        .join(ProductRow, ProductRow.id == SaleLineRow.product_id)
        .join(ProducerRow, ProducerRow.id == SaleLineRow.producer_id)
        .where(SaleLineRow.sale_id == sale.id, SaleLineRow.line_no == wanted.line_no)
    ).first()
    if found is None:
        raise NotFound(_("Line"), str(wanted.line_no))
    sold = found.SaleLineRow
    before = taken.get(sold.line_no) or _returned(session, sold)
    left = sold.qty - sum(before.by_alloc.values()) - before.unlotted
    if not 0 < wanted.qty <= left or (sold.unit.is_whole and wanted.qty % 1000):
        raise NothingLeftToReturn(sold.name_th, format_quantity(left, sold.unit))
    unlotted, from_lots = _unlotted(session, sold, before.unlotted, wanted.qty)
    parts = _parts(session, sold, before.by_alloc, from_lots, wanted.is_damaged)
    taken[sold.line_no] = before.and_also(parts, unlotted)
    return _document_line(found, wanted.qty, parts, unlotted)


def _returned(session: Session, sold: SaleLineRow) -> Returned:
    by_alloc = {
        alloc_no: -qty
        for alloc_no, qty in session.execute(
            select(SaleAllocRow.ref_alloc_no, total(SaleAllocRow.qty))
            .where(SaleAllocRow.ref_sale_id == sold.sale_id, SaleAllocRow.ref_line_no == sold.line_no)
            .group_by(SaleAllocRow.ref_alloc_no)
        )
        if alloc_no is not None
    }
    return Returned(by_alloc, returned_unlotted(session, sold.sale_id, sold.line_no))


def _unlotted(session: Session, sold: SaleLineRow, returned: int, qty: int) -> tuple[Unlotted | None, int]:
    """Pieces that still wait for a lot go back first: they are owed to nobody. Also returns what is left to
    reverse."""
    row = session.get(StockExceptionRow, (sold.sale_id, sold.line_no))
    if row is None:
        return None, qty
    before = returned + resolved_quantity(session, row)
    taken = min(qty, row.qty - before)
    if taken <= 0:
        return None, qty

    def part(amount: int) -> int:
        return -portion(amount, before, before + taken, row.qty)

    is_last = before + taken == row.qty
    return Unlotted(-taken, part(row.gross), part(row.discount), part(row.vat), is_last), qty - taken


def resolved_quantity(session: Session, row: StockExceptionRow) -> int:
    """Thousandths of it that have found their lots. Like what was brought back they are stretches of the whole,
    one after the other, so that all of them add up to it to the satang."""
    found: int = session.execute(
        select(total(SaleAllocRow.qty)).where(
            SaleAllocRow.sale_id == row.sale_id, SaleAllocRow.line_no == row.line_no, SaleAllocRow.note_id.is_not(None)
        )
    ).scalar_one()
    return found


def returned_unlotted(session: Session, sale_id: UUID, line_no: int) -> int:
    """Thousandths without a lot that were brought back of a sale's line."""
    back: int = session.execute(
        select(total(-StockExceptionRow.qty))
        .join(
            SaleLineRow,
            (SaleLineRow.sale_id == StockExceptionRow.sale_id) & (SaleLineRow.line_no == StockExceptionRow.line_no),
        )
        .where(SaleLineRow.ref_sale_id == sale_id, SaleLineRow.ref_line_no == line_no)
    ).scalar_one()
    return back


def _parts(
    session: Session, sold: SaleLineRow, before: dict[int, int], qty: int, is_damaged: bool
) -> tuple[LotPart, ...]:
    """Reverses the line's allocations, the last first, until the quantity is covered."""
    rows = session.execute(
        select(SaleAllocRow, LotRow.code)
        .join(LotRow, LotRow.id == SaleAllocRow.lot_id)
        .where(SaleAllocRow.sale_id == sold.sale_id, SaleAllocRow.line_no == sold.line_no)
        .order_by(SaleAllocRow.alloc_no.desc())
    ).all()
    parts, missing = [], qty
    for alloc, code in rows:
        done = before.get(alloc.alloc_no, 0)
        taken = min(missing, alloc.qty - done)
        if taken > 0:
            parts.append(_reversed(alloc, code, done, taken, is_damaged))
            missing -= taken
    return tuple(parts)


def _reversed(alloc: SaleAllocRow, lot_code: str, done: int, taken: int, is_damaged: bool) -> LotPart:
    share = Share(
        gross=alloc.gross,
        disc_centre=alloc.disc_centre,
        disc_producer=alloc.disc_producer,
        net=alloc.net,
        vat_centre=alloc.vat_centre,
        commission=alloc.commission,
        fee=alloc.fee,
        due=alloc.due,
    )
    return LotPart(
        lot_id=alloc.lot_id,
        lot_code=lot_code,
        producer_id=alloc.producer_id,
        agreement_id=alloc.agreement_id,
        qty=-taken,
        share=reverse_share(share, done, done + taken, alloc.qty),
        rate=Rate(alloc.rate_method, alloc.rate_basis_points, alloc.rate_amount, alloc.rate_base),
        tax_mode=alloc.tax_mode,
        bucket=Bucket.QUARANTINE if is_damaged else Bucket.SELLABLE,
        ref_alloc_no=alloc.alloc_no,
    )


def _document_line(found: AnyRow, qty: int, parts: Sequence[LotPart], unlotted: Unlotted | None) -> DocumentLine:
    """The line is the sum of its parts; its discount is shown as one figure."""
    sold, sku, producer = found
    gross = sum(part.share.gross for part in parts) + (unlotted.gross if unlotted else 0)
    discount = sum(part.share.disc_centre + part.share.disc_producer for part in parts)
    vat = sum(part.share.vat_centre for part in parts) if sold.vat_bp else 0
    return DocumentLine(
        product_id=sold.product_id,
        sku=sku,
        producer_id=sold.producer_id,
        producer_code=producer.code,
        producer_name=producer.name_th,
        producer_name_en=producer.name_en,
        name_th=sold.name_th,
        name_en=sold.name_en,
        category=sold.category,
        unit=sold.unit,
        qty=-qty,
        unit_price=sold.unit_price,
        is_price_override=sold.is_price_override,
        gross=gross,
        line_discount=discount + (unlotted.discount if unlotted else 0),
        bill_discount=0,
        vat_class=sold.vat_class,
        vat_bp=sold.vat_bp,
        vat=vat + (unlotted.vat if unlotted else 0),
        parts=tuple(parts),
        unlotted=unlotted,
        ref=LineRef(sold.sale_id, sold.line_no),
    )
