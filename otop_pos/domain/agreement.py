"""Consignment terms, and what of a sale is the producer's: every satang, rounded once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otop_pos.domain.money import half_up, portion, spread
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import times
from otop_pos.domain.vat import BASIS_POINTS, vat_inside


class TaxMode(StrEnum):
    """Who owes VAT on the sale. An accountant chooses it per agreement; it is data, never code."""

    NONE = "none"
    FULL_PRICE = "full_price"
    """The centre sells in its own name and owes VAT on the whole price."""
    COMMISSION_ONLY = "commission_only"
    """The centre is an agent and owes VAT on its commission only."""
    PRODUCER_VAT = "producer_vat"
    """The registered producer owes VAT on the price, the centre on its commission."""


class Bearer(StrEnum):
    """Who gives up the money of a discount (or of a loss)."""

    CENTRE = "centre"
    PRODUCER = "producer"
    SHARED = "shared"


class RateMethod(StrEnum):
    PERCENT = "percent"
    """The centre keeps `basis_points` of the base."""
    FIXED_DUE = "fixed_due"
    """The producer gets `amount` satang per unit, whatever the price."""
    PERCENT_MIN = "percent_min"
    """Percent, but at full price the producer gets no less than `amount` satang per unit."""


class RateBase(StrEnum):
    BEFORE_VAT = "before_vat"
    AFTER_VAT = "after_vat"


class EndAction(StrEnum):
    RETURN = "return"
    ASK = "ask"
    DONATE = "donate"


class PayoutCycle(StrEnum):
    MONTHLY = "monthly"
    TWICE_MONTHLY = "twice_monthly"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Rate:
    """`basis_points` is the centre's share (2500 = 25 %); `amount` is satang per unit."""

    method: RateMethod = RateMethod.PERCENT
    basis_points: int = 0
    amount: int = 0
    base: RateBase = RateBase.BEFORE_VAT


@dataclass(frozen=True, slots=True)
class AgreementRate:
    """One rate with its reach: a product before a category before the default."""

    rate: Rate
    category: Category | None = None
    product_id: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One signed version of a producer's terms; never changed once goods were received under it."""

    producer_id: int
    valid_from: date
    rates: tuple[AgreementRate, ...]
    version: int = 1
    valid_to: date | None = None
    term_days: int = 180
    grace_days: int = 14
    end_action: EndAction = EndAction.ASK
    hold_days: int = 0
    cycle: PayoutCycle = PayoutCycle.MONTHLY
    min_payout: int = 0
    loss_policy: Bearer = Bearer.CENTRE
    discount_policy: Bearer = Bearer.CENTRE
    tax_mode: TaxMode = TaxMode.NONE
    wht_rule: str = "none"
    """A key of WITHHOLDING_RULES."""
    id: int = 0
    number: str = ""
    """As on the signed paper, e.g. 3/2569."""

    def rate_for(self, product_id: int, category: Category, lot_rate: Rate | None = None) -> Rate:
        return rate_for(self.rates, product_id, category, lot_rate)


@dataclass(frozen=True, slots=True)
class Terms:
    """What of an agreement one sold line needs, frozen on its allocation. `vat_bp`: rate of the goods;
    `centre_vat_bp`: rate on the centre's own commission; both 0 when the shop is not registered."""

    rate: Rate
    tax_mode: TaxMode = TaxMode.NONE
    vat_bp: int = 0
    centre_vat_bp: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How one sold quantity divides, in satang.

    gross − disc_centre − disc_producer = net = due + commission + fee + vat_centre, always.
    """

    gross: int
    disc_centre: int
    disc_producer: int
    net: int
    vat_centre: int
    commission: int
    fee: int
    due: int


@dataclass(frozen=True, slots=True)
class Sold:
    """A quantity sold at a price, with its discount already split by bearer."""

    qty: int
    gross: int
    disc_centre: int = 0
    disc_producer: int = 0
    set_value: int | None = None
    """Price agreed for the quantity when it was sold below: the gap is the centre's (Civil and Commercial
    Code s.839). None: sold at the price charged."""

    @property
    def net(self) -> int:
        return self.gross - self.disc_centre - self.disc_producer


def rate_for(rates: Sequence[AgreementRate], product_id: int, category: Category, lot_rate: Rate | None = None) -> Rate:
    """Precedence lot > product > category > default. An agreement always has a default rate."""
    if lot_rate is not None:
        return lot_rate
    by_reach = {(each.product_id, each.category): each.rate for each in rates}
    for reach in ((product_id, None), (None, category)):
        if reach in by_reach:
            return by_reach[reach]
    return by_reach[None, None]


def split_discount(discount: int, bearer: Bearer, rate: Rate) -> tuple[int, int]:
    """(centre's part, producer's part). Shared means in proportion to their shares of the price."""
    match bearer:
        case Bearer.CENTRE:
            return discount, 0
        case Bearer.PRODUCER:
            return 0, discount
        case Bearer.SHARED:
            # A fixed due has no percentage to share by; then it is half and half.
            share_bp = rate.basis_points if rate.method is not RateMethod.FIXED_DUE else BASIS_POINTS // 2
            centre, producer = spread(discount, (share_bp, BASIS_POINTS - share_bp))
            return centre, producer


def due_of(sold: Sold, terms: Terms) -> int:
    """The producer's satang for a sold quantity; rounded half up once, the centre takes the remainder.

    Prices without VAT where the centre owes it, then the producer's share of the full price less the
    discount the producer bears: 2,140.00 with 214.00 off, 25 % → 1,500.00 / 1,350.00 / 1,300.00 when the
    centre / both / the producer bear it.
    """
    value = max(sold.gross, sold.set_value or 0)
    owes_vat = terms.tax_mode is TaxMode.FULL_PRICE
    rate_bp = terms.vat_bp if owes_vat else 0
    own_discount = _without_vat(value, rate_bp) - _without_vat(value - sold.disc_producer, rate_bp)
    return max(_due_at_full_price(value, sold.qty, terms) - own_discount, 0)


def due_per_unit(price: int, terms: Terms) -> int:
    """What the producer gets for one unit sold at full price: the figure on the receiving paper."""
    return due_of(Sold(qty=1000, gross=price), terms)


def share_of(sold: Sold, terms: Terms, vat_of_sale: int = 0) -> Share:
    """Divide a sold quantity. `vat_of_sale`: its part of the document's VAT (only where the centre owes it)."""
    due = due_of(sold, terms)
    vat_centre = (
        vat_of_sale if terms.tax_mode is TaxMode.FULL_PRICE else vat_inside(sold.net - due, terms.centre_vat_bp)
    )
    return Share(
        gross=sold.gross,
        disc_centre=sold.disc_centre,
        disc_producer=sold.disc_producer,
        net=sold.net,
        vat_centre=vat_centre,
        commission=sold.net - vat_centre - due,
        fee=0,
        due=due,
    )


def reverse_share(share: Share, before: int, after: int, whole: int) -> Share:
    """The negative of what stretch before..after of the whole quantity took, at its frozen economics.

    Rounded cumulatively: any order of partial refunds leaves exactly nothing.
    """

    def part(amount: int) -> int:
        return -portion(amount, before, after, whole)

    gross, centre, producer = part(share.gross), part(share.disc_centre), part(share.disc_producer)
    net = gross - centre - producer
    vat, fee, due = part(share.vat_centre), part(share.fee), part(share.due)
    return Share(gross, centre, producer, net, vat, net - vat - fee - due, fee, due)


def _due_at_full_price(value: int, qty: int, terms: Terms) -> int:
    rate = terms.rate
    if rate.method is RateMethod.FIXED_DUE:
        return times(qty, rate.amount)
    share = _percentage_due(value, terms)
    if rate.method is RateMethod.PERCENT_MIN:
        return max(share, times(qty, rate.amount))
    return share


def _percentage_due(value: int, terms: Terms) -> int:
    rate, without_vat = terms.rate, _without_vat(value, terms.vat_bp)
    base = without_vat if rate.base is RateBase.BEFORE_VAT else value
    match terms.tax_mode:
        case TaxMode.FULL_PRICE:
            # The centre has the VAT to pay: the producer shares what is left after it.
            return half_up(base * (BASIS_POINTS - rate.basis_points), BASIS_POINTS) - (base - without_vat)
        case TaxMode.PRODUCER_VAT:
            # The producer has the VAT to pay and gets it: the centre's share alone is taken off.
            return value - half_up(base * rate.basis_points, BASIS_POINTS)
        case _:
            return half_up(value * (BASIS_POINTS - rate.basis_points), BASIS_POINTS)


def _without_vat(amount: int, rate_bp: int) -> int:
    return amount - vat_inside(amount, rate_bp)
