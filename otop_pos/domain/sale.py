"""The bill: what is on it (Basket), what it costs (Priced), and the document it became (Sale)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.approval import Approval
from otop_pos.domain.customer import Customer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import EmptyBasket, TwoSellers
from otop_pos.domain.identity import new_id
from otop_pos.domain.money import spread
from otop_pos.domain.payment import Payment
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import times
from otop_pos.domain.vat import VatClass, vat_inside, vat_rate


@dataclass(frozen=True, slots=True)
class Offer:
    """What a scanned code stands for: a product of one producer, with the lot that goes first.

    `is_pinned`: the code was a lot's own label, so exactly that lot is sold. `on_hand` in thousandths,
    over all lots that may serve. No lot at all (lot_code "") sells as an exception.
    """

    product: Product
    producer: Producer
    unit_price: int
    tax_mode: TaxMode = TaxMode.NONE
    on_hand: int = 0
    lot_id: int | None = None
    lot_code: str = ""
    expires_on: date | None = None
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class BasketLine:
    """`qty` in thousandths, `unit_price` as charged (the offer's, unless overridden)."""

    offer: Offer
    qty: int
    unit_price: int
    discount: Discount | None = None

    @property
    def gross(self) -> int:
        return times(self.qty, self.unit_price)

    @property
    def is_price_override(self) -> bool:
        return self.unit_price != self.offer.unit_price

    def merges_with(self, offer: Offer) -> bool:
        """A discounted or overridden line stays alone: merging would move its discount to other pieces."""
        is_plain = self.discount is None and not self.is_price_override
        return is_plain and self.unit_price == offer.unit_price and _goods(self.offer) == _goods(offer)


@dataclass(frozen=True, slots=True)
class Basket:
    """An open bill. Frozen: every act gives a new one. `key` is its idempotency key and becomes the
    sale's id, so that a double click or a replay cannot sell it twice."""

    key: UUID = field(default_factory=new_id)
    lines: tuple[BasketLine, ...] = ()
    bill_discount: Discount | None = None
    note: str = ""
    customer: Customer | None = None
    age_checked: bool = False
    approvals: tuple[Approval, ...] = ()

    @property
    def has_restricted(self) -> bool:
        return any(line.offer.product.restricted for line in self.lines)

    def add(self, offer: Offer, qty: int) -> "Basket":
        """Onto the line of the same goods, or as a new last line."""
        for index, line in enumerate(self.lines):
            if line.merges_with(offer):
                return self.with_line(index, replace(line, qty=line.qty + qty))
        if self.lines:
            _check_one_seller(self.lines[0].offer, offer)
        return replace(self, lines=(*self.lines, BasketLine(offer, qty, offer.unit_price)))

    def with_line(self, index: int, line: BasketLine) -> "Basket":
        return replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :]))

    def without(self, index: int) -> "Basket":
        return replace(self, lines=(*self.lines[:index], *self.lines[index + 1 :]))


@dataclass(frozen=True, slots=True)
class PricedLine:
    """Satang of one line; `vat` is its part of the document's VAT, for the books, not for the paper."""

    gross: int
    line_discount: int
    bill_discount: int
    vat_bp: int
    vat: int = 0

    @property
    def net(self) -> int:
        return self.gross - self.line_discount - self.bill_discount


@dataclass(frozen=True, slots=True)
class VatTotal:
    """One VAT class of a document: `gross` includes `vat`."""

    vat_class: VatClass
    rate_bp: int
    gross: int
    vat: int

    @property
    def net(self) -> int:
        return self.gross - self.vat


@dataclass(frozen=True, slots=True)
class Priced:
    lines: tuple[PricedLine, ...]
    vats: tuple[VatTotal, ...]

    @property
    def gross(self) -> int:
        return sum(line.gross for line in self.lines)

    @property
    def discount(self) -> int:
        return self.gross - self.net

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def vat(self) -> int:
        return sum(total.vat for total in self.vats)


def price(basket: Basket, vat_registered: bool, on: date) -> Priced:
    """What the bill costs. VAT is taken out once per class; only where the centre itself owes it."""
    grosses = [line.gross for line in basket.lines]
    line_discounts = [
        line.discount.of(gross) if line.discount else 0 for line, gross in zip(basket.lines, grosses, strict=True)
    ]
    nets = [gross - off for gross, off in zip(grosses, line_discounts, strict=True)]
    bill_off = basket.bill_discount.of(sum(nets)) if basket.bill_discount else 0
    lines = [
        PricedLine(gross, off, share, _owed_rate(line.offer, vat_registered, on))
        for line, gross, off, share in zip(basket.lines, grosses, line_discounts, spread(bill_off, nets), strict=True)
    ]
    return _with_vat(basket, lines)


def check_sellable(basket: Basket) -> None:
    """Refuses EmptyBasket, and TwoSellers where goods of two legal sellers meet on one paper."""
    if not basket.lines:
        raise EmptyBasket
    for line in basket.lines:
        _check_one_seller(basket.lines[0].offer, line.offer)


def _with_vat(basket: Basket, lines: Sequence[PricedLine]) -> Priced:
    done, totals = list(lines), []
    classes = sorted(
        {(line.offer.product.vat_class, priced.vat_bp) for line, priced in zip(basket.lines, lines, strict=True)}
    )
    for vat_class, rate_bp in classes:
        members = [
            index
            for index, (line, priced) in enumerate(zip(basket.lines, lines, strict=True))
            if (line.offer.product.vat_class, priced.vat_bp) == (vat_class, rate_bp)
        ]
        gross = sum(lines[index].net for index in members)
        vat = vat_inside(gross, rate_bp)
        totals.append(VatTotal(vat_class, rate_bp, gross, vat))
        for index, part in zip(members, spread(vat, [lines[index].net for index in members]), strict=True):
            done[index] = replace(lines[index], vat=part)
    return Priced(tuple(done), tuple(totals))


def _owed_rate(offer: Offer, vat_registered: bool, on: date) -> int:
    owes = vat_registered and offer.tax_mode is TaxMode.FULL_PRICE
    return vat_rate(offer.product.vat_class, on) if owes else 0


def _goods(offer: Offer) -> tuple[object, ...]:
    return offer.product.id, offer.producer.id, offer.tax_mode, offer.is_pinned and offer.lot_id


def _seller(offer: Offer) -> int:
    """The maker (by id) who is named as seller where the shop is only a registrant's agent; else 0, the shop."""
    return offer.producer.id if offer.tax_mode is TaxMode.PRODUCER_VAT else 0


def _check_one_seller(first: Offer, other: Offer) -> None:
    if _seller(first) != _seller(other):
        raise TwoSellers((other if _seller(other) else first).product.name_th)


class DocumentType(StrEnum):
    """Documents of a till; each has its own gapless series."""

    SALE = "SALE"
    REFUND = "REFUND"


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as printed. On a refund quantities and amounts are negative and `ref_line_no` is set.

    `left` is the quantity that may still be returned (of a sale's line).
    """

    line_no: int
    sku: str
    name_th: str
    name_en: str
    producer_code: str
    producer_name: str
    lot_codes: tuple[str, ...]
    unit: str
    qty: int
    unit_price: int
    gross: int
    discount: int
    net: int
    vat_class: VatClass
    left: int = 0
    ref_line_no: int | None = None
    producer_name_en: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """A saved document: all that its paper says. Times are UTC; `business_date` is the till day's."""

    id: UUID
    doc_type: DocumentType
    doc_no: str
    till_code: str
    business_date: date
    finished_at: datetime
    operator: str
    lines: tuple[SaleLine, ...]
    payments: tuple[Payment, ...]
    vats: tuple[VatTotal, ...]
    gross: int
    discount: int
    net: int
    vat: int
    rounding: int
    refers_to: str = ""
    reason: str = ""
    customer: Customer | None = None
    is_void: bool = False

    @property
    def total(self) -> int:
        """What was paid: net after cash rounding."""
        return self.net + self.rounding

    @property
    def change(self) -> int:
        return sum(payment.change for payment in self.payments)
