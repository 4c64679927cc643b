"""Finds the lots behind a bill, under lock, and divides each line's money over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRateRow, AgreementRow, LotBalanceRow, LotRow
from otop_pos.db.rows import AnyRow
from otop_pos.domain.agreement import AgreementRate, Rate, Sold, rate_for, share_of, split_discount
from otop_pos.domain.allocation import Available, Take, allocate
from otop_pos.domain.money import portion
from otop_pos.domain.quantity import times
from otop_pos.domain.sale import Basket, BasketLine, Priced, PricedLine
from otop_pos.domain.stock import Bucket
from otop_pos.domain.terms import terms_for
from otop_pos.services.sale.document import DocumentLine, LotPart, Unlotted

_LOTS = (
    select(
        LotRow.id,
        LotRow.code,
        LotRow.product_id,
        LotRow.producer_id,
        LotRow.agreement_id,
        LotRow.price,
        LotRow.expires_on,
        LotRow.received_on,
        LotRow.rate_method,
        LotRow.rate_basis_points,
        LotRow.rate_amount,
        LotRow.rate_base,
        LotBalanceRow.qty,
        AgreementRow.tax_mode,
        AgreementRow.discount_policy,
    )
    .join(LotBalanceRow, (LotBalanceRow.lot_id == LotRow.id) & (LotBalanceRow.bucket == Bucket.SELLABLE))
    .join(AgreementRow, AgreementRow.id == LotRow.agreement_id)
    .where(LotBalanceRow.qty > 0, LotRow.product_id.in_(bindparam("products", expanding=True)))
    # Always in this order: two tills that lock the same lots can then wait for each other, but never both.
    .order_by(LotRow.id)
    .with_for_update(of=LotBalanceRow)
)

_RATES = (
    select(*AgreementRateRow.__table__.columns)
    .where(AgreementRateRow.agreement_id.in_(bindparam("agreements", expanding=True)))
    .order_by(AgreementRateRow.id)
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One stretch of a line's quantity: before..after of the whole, in thousandths."""

    before: int
    after: int
    whole: int

    def of(self, amount: int) -> int:
        return portion(amount, self.before, self.after, self.whole)


class Shelf:
    """The lots that may serve this bill, and what earlier lines have left of them."""

    def __init__(self, session: Session, basket: Basket, on: date) -> None:
        self.on = on
        self.bill_discount = basket.bill_discount
        products = {line.offer.product.id for line in basket.lines}
        self.lots: dict[int, AnyRow] = {row.id: row for row in session.execute(_LOTS, {"products": sorted(products)})}
        self.left = {row.id: row.qty for row in self.lots.values()}
        self.rates = _rates(session, {row.agreement_id for row in self.lots.values()})

    def take(self, line: BasketLine) -> tuple[list[Take], int]:
        """Lots for a line, and the quantity that none of them holds."""
        takes, missing = allocate(line.qty, [self._available(row) for row in self._candidates(line)], line.unit_price)
        for take in takes:
            self.left[take.lot_id] -= take.qty
        return takes, missing

    def rate(self, row: AnyRow, line: BasketLine) -> Rate:
        own = None
        if row.rate_method is not None:
            own = Rate(row.rate_method, row.rate_basis_points, row.rate_amount, row.rate_base)
        product = line.offer.product
        return rate_for(self.rates[row.agreement_id], product.id, product.category, own)

    def _candidates(self, line: BasketLine) -> list[AnyRow]:
        """A pinned line takes its lot only. A lot under another tax mode would change the legal seller."""
        offer = line.offer
        if offer.is_pinned:
            return [self.lots[offer.lot_id]] if offer.lot_id in self.lots else []
        goods = (offer.product.id, offer.producer.id, offer.tax_mode)
        return [row for row in self.lots.values() if (row.product_id, row.producer_id, row.tax_mode) == goods]

    def _available(self, row: AnyRow) -> Available:
        is_expired = row.expires_on is not None and row.expires_on < self.on
        return Available(row.id, self.left[row.id], row.price, row.expires_on, row.received_on, is_expired)


def allocate_lines(
    session: Session, basket: Basket, priced: Priced, *, vat_registered: bool, on: date
) -> tuple[DocumentLine, ...]:
    """The bill's lines with their lots. Parts of a line add up to it exactly, in quantity and money."""
    shelf = Shelf(session, basket, on)
    numbered = list(zip(basket.lines, priced.lines, strict=True))
    # A label's piece is in the customer's hand: no line without a label may take it first.
    in_turn = sorted(range(len(numbered)), key=lambda index: not basket.lines[index].offer.is_pinned)
    done = {index: _line(shelf, *numbered[index], vat_registered=vat_registered, on=on) for index in in_turn}
    return tuple(done[index] for index in range(len(numbered)))


def _line(shelf: Shelf, line: BasketLine, money: PricedLine, *, vat_registered: bool, on: date) -> DocumentLine:
    takes, missing = shelf.take(line)
    parts, reached = [], 0
    for take in takes:
        cut = Cut(reached, reached + take.qty, line.qty)
        parts.append(_part(shelf, line, money, cut, shelf.lots[take.lot_id], vat_registered=vat_registered, on=on))
        reached += take.qty
    return _document_line(line, money, tuple(parts), _unlotted(money, Cut(reached, line.qty, line.qty), missing))


def _part(
    shelf: Shelf, line: BasketLine, money: PricedLine, cut: Cut, row: AnyRow, *, vat_registered: bool, on: date
) -> LotPart:
    qty, rate = cut.after - cut.before, shelf.rate(row, line)
    line_bearer = (line.discount and line.discount.bearer) or row.discount_policy
    bill_bearer = (shelf.bill_discount and shelf.bill_discount.bearer) or row.discount_policy
    by_line = split_discount(cut.of(money.line_discount), line_bearer, rate)
    by_bill = split_discount(cut.of(money.bill_discount), bill_bearer, rate)
    sold = Sold(
        qty=qty,
        gross=cut.of(money.gross),
        disc_centre=by_line[0] + by_bill[0],
        disc_producer=by_line[1] + by_bill[1],
        set_value=times(qty, row.price) if line.unit_price < row.price else None,
    )
    terms = terms_for(rate, row.tax_mode, line.offer.product.vat_class, vat_registered=vat_registered, on=on)
    return LotPart(
        lot_id=row.id,
        lot_code=row.code,
        producer_id=row.producer_id,
        agreement_id=row.agreement_id,
        qty=qty,
        share=share_of(sold, terms, cut.of(money.vat)),
        rate=rate,
        tax_mode=row.tax_mode,
    )


def _unlotted(money: PricedLine, cut: Cut, missing: int) -> Unlotted | None:
    if not missing:
        return None
    discount = cut.of(money.line_discount) + cut.of(money.bill_discount)
    return Unlotted(missing, cut.of(money.gross), discount, cut.of(money.vat))


def _document_line(
    line: BasketLine, money: PricedLine, parts: tuple[LotPart, ...], unlotted: Unlotted | None
) -> DocumentLine:
    product, producer = line.offer.product, line.offer.producer
    return DocumentLine(
        product_id=product.id,
        sku=product.sku,
        producer_id=producer.id,
        producer_code=producer.code,
        producer_name=producer.name_th,
        producer_name_en=producer.name_en,
        name_th=product.name_th,
        name_en=product.name_en,
        category=product.category,
        unit=product.unit,
        qty=line.qty,
        unit_price=line.unit_price,
        is_price_override=line.is_price_override,
        gross=money.gross,
        line_discount=money.line_discount,
        bill_discount=money.bill_discount,
        vat_class=product.vat_class,
        vat_bp=money.vat_bp,
        vat=money.vat,
        parts=parts,
        unlotted=unlotted,
    )


def _rates(session: Session, agreement_ids: set[int]) -> dict[int, Sequence[AgreementRate]]:
    rates: dict[int, list[AgreementRate]] = {each: [] for each in agreement_ids}
    for row in session.execute(_RATES, {"agreements": sorted(agreement_ids)}):
        rate = Rate(row.method, row.basis_points, row.amount, row.base)
        rates[row.agreement_id].append(AgreementRate(rate, row.category, row.product_id))
    return dict(rates)
