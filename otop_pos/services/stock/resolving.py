"""How goods that found their lot late divide their money: the sale's own price, the lot's own terms."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    AgreementRow,
    LotPriceRow,
    LotRow,
    PayableRow,
    SaleAllocRow,
    SaleLineRow,
    SaleRow,
    StockExceptionRow,
)
from otop_pos.domain.agreement import Agreement, Rate, Share, Sold, TaxMode, Terms, share_of, split_discount
from otop_pos.domain.errors import NotFound
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import portion
from otop_pos.domain.quantity import times
from otop_pos.domain.stock_note import StockNote
from otop_pos.domain.terms import terms_for
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.producer import agreements_of
from otop_pos.services.sale.reversing import resolved_quantity, returned_unlotted
from otop_pos.services.shop import read_shop
from otop_pos.services.stock.due import lot_rate
from otop_pos.services.stock.noting import By

_ALLOC = insert(SaleAllocRow.metadata.tables["sale_alloc"])
_PAYABLE = insert(PayableRow.metadata.tables["payable"])
_LINE, _PART = 1, 1
"""A resolution has one line, and one payable of it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of a sale and what of it had no lot. `done` thousandths found one or came back."""

    sale: SaleRow
    line: SaleLineRow
    row: StockExceptionRow
    done: int

    @property
    def left(self) -> int:
        return self.row.qty - self.done


@dataclass(frozen=True, slots=True)
class Found:
    """A lot that fits, with its terms for these goods."""

    lot: LotRow
    agreement: Agreement
    rate: Rate
    terms: Terms


def read_waiting(session: Session, sale_id: UUID, line_no: int, *, is_held: bool = False) -> Waiting:
    """Refuses NotFound. `is_held`: nobody takes goods of the sale back, or finds them a lot, until the commit."""
    which = select(SaleRow).where(SaleRow.id == sale_id)
    sale = session.scalars(which.with_for_update() if is_held else which).first()
    line = session.get(SaleLineRow, (sale_id, line_no))
    row = session.get(StockExceptionRow, (sale_id, line_no), populate_existing=True)
    if sale is None or line is None or row is None or row.qty < 0:
        raise NotFound(_("Line"), str(line_no))
    done = resolved_quantity(session, row) + returned_unlotted(session, sale_id, line_no)
    return Waiting(sale, line, row, done)


def found_lot(session: Session, lot: LotRow, waiting: Waiting) -> Found | None:
    """None where the lot holds other goods, or its terms would make somebody else the seller of what was sold."""
    line, on = waiting.line, local_date(waiting.sale.at)
    if (lot.product_id, lot.producer_id) != (line.product_id, line.producer_id):
        return None
    row = session.get_one(AgreementRow, lot.agreement_id)
    agreement = agreements_of(session, [row])[row.id]
    rate = agreement.rate_for(line.product_id, line.category, lot_rate(lot))
    registered = read_shop(session, on).vat_registered
    terms = terms_for(rate, agreement.tax_mode, line.vat_class, vat_registered=registered, on=on)
    owed = terms.vat_bp if agreement.tax_mode is TaxMode.FULL_PRICE else 0
    return Found(lot, agreement, rate, terms) if owed == line.vat_bp else None


def allocate_found(session: Session, waiting: Waiting, found: Found, qty: int, note: StockNote, by: By) -> None:
    """The allocation that the sale did without, and what it makes the shop owe, on the note's day."""
    share = _share(session, waiting, found, qty)
    session.connection().execute(_ALLOC, [_alloc(session, waiting, found, qty, share) | {"note_id": note.id}])
    if share.due:
        session.connection().execute(_PAYABLE, [_payable(found.lot.producer_id, share.due, note, by)])


def _share(session: Session, waiting: Waiting, found: Found, qty: int) -> Share:
    row, before = waiting.row, waiting.done

    def part(amount: int) -> int:
        return portion(amount, before, before + qty, row.qty)

    centre, producer = split_discount(part(row.discount), found.agreement.discount_policy, found.rate)
    agreed = _price_then(session, found.lot, waiting.sale)
    sold = Sold(
        qty=qty,
        gross=part(row.gross),
        disc_centre=centre,
        disc_producer=producer,
        set_value=times(qty, agreed) if waiting.line.unit_price < agreed else None,
    )
    return share_of(sold, found.terms, part(row.vat))


def _price_then(session: Session, lot: LotRow, sale: SaleRow) -> int:
    """What the lot cost when the sale was made; of goods that came later, what was agreed when they came."""
    changed = select(LotPriceRow.before).where(LotPriceRow.lot_id == lot.id, LotPriceRow.at > sale.at)
    before: int | None = session.execute(changed.order_by(LotPriceRow.id).limit(1)).scalar()
    return lot.price if before is None else before


def _alloc(session: Session, waiting: Waiting, found: Found, qty: int, share: Share) -> dict[str, Any]:
    key = {"sale_id": waiting.sale.id, "line_no": waiting.line.line_no}
    last: int | None = session.execute(
        select(func.max(SaleAllocRow.alloc_no)).where(
            SaleAllocRow.sale_id == waiting.sale.id, SaleAllocRow.line_no == waiting.line.line_no
        )
    ).scalar()
    return {
        **key,
        "alloc_no": (last or 0) + 1,
        "lot_id": found.lot.id,
        "producer_id": found.lot.producer_id,
        "agreement_id": found.lot.agreement_id,
        "qty": qty,
        "gross": share.gross,
        "disc_centre": share.disc_centre,
        "disc_producer": share.disc_producer,
        "net": share.net,
        "vat_centre": share.vat_centre,
        "rate_method": found.rate.method,
        "rate_basis_points": found.rate.basis_points,
        "rate_amount": found.rate.amount,
        "rate_base": found.rate.base,
        "commission": share.commission,
        "fee": share.fee,
        "due": share.due,
        "tax_mode": found.agreement.tax_mode,
    }


def _payable(producer_id: int, due: int, note: StockNote, by: By) -> dict[str, Any]:
    return {
        "id": new_id(),
        "producer_id": producer_id,
        "kind": EntryKind.SALE.value,
        "amount": due,
        "at": by.at,
        "business_date": note.business_date,
        "source_id": note.id,
        "source_line": _LINE,
        "source_part": _PART,
    }
