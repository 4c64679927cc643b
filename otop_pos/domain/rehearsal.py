"""What a producer's past sales would have brought under other terms, beside what they did bring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product as pairs

from otop_pos.domain.agreement import (
    Agreement,
    Bearer,
    Rate,
    Share,
    Sold,
    TaxMode,
    reverse_share,
    share_of,
    split_discount,
)
from otop_pos.domain.product import Category
from otop_pos.domain.terms import terms_for
from otop_pos.domain.vat import VatClass, vat_inside, vat_rate


@dataclass(frozen=True, slots=True)
class PastSale:
    """One allocation as posted, with what its share was made from.

    `line_discount` and `bill_discount` are this part's own, before they were split by bearer. `policy` is who
    bore discounts under the agreement of the lot. `set_value`: price agreed for the quantity where it was sold
    below. `lot_rate`: a rate of the lot's own, which goes before every agreement's. `taken_back`: stretches of the
    quantity (before, after) that came back within the period; `counts`: the sale itself is within it.
    """

    product_id: int
    name_th: str
    name_en: str
    category: Category
    vat_class: VatClass
    on: date
    vat_registered: bool
    qty: int
    posted: Share
    tax_mode: TaxMode
    rate: Rate
    policy: Bearer
    line_discount: int = 0
    bill_discount: int = 0
    set_value: int | None = None
    lot_rate: Rate | None = None
    counts: bool = True
    taken_back: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Satang, refunds taken off: net = due + commission + vat."""

    net: int = 0
    due: int = 0
    commission: int = 0
    vat: int = 0

    def plus(self, share: Share) -> "Figures":
        return Figures(
            self.net + share.net,
            self.due + share.due,
            self.commission + share.commission + share.fee,
            self.vat + share.vat_centre,
        )


@dataclass(frozen=True, slots=True)
class RehearsalRow:
    """A product (or, with id 0, everything): quantity in thousandths, both sides in satang."""

    product_id: int
    name_th: str
    name_en: str
    qty: int
    posted: Figures
    rehearsed: Figures


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Products by what was sold of them, and the sum of all."""

    since: date
    until: date
    rows: tuple[RehearsalRow, ...]
    total: RehearsalRow


def rehearse(sales: Sequence[PastSale], agreement: Agreement, since: date, until: date) -> Rehearsal:
    """Every sale and refund once more with the functions of the counter, so the same terms give the same satang."""
    rows: dict[int, RehearsalRow] = {}
    total = RehearsalRow(0, "", "", 0, Figures(), Figures())
    for sale in sales:
        row = rows.get(sale.product_id)
        row = row or RehearsalRow(sale.product_id, sale.name_th, sale.name_en, 0, Figures(), Figures())
        other = rehearsed_share(sale, agreement)
        rows[sale.product_id] = _with(row, sale, other)
        total = _with(total, sale, other)
    ordered = sorted(rows.values(), key=lambda row: (-row.posted.net, row.name_th, row.product_id))
    return Rehearsal(since, until, tuple(ordered), total)


def rehearsed_share(sale: PastSale, agreement: Agreement) -> Share:
    """How the sale would have divided. A rate of the lot's own stays, and so does a bearer somebody chose."""
    rate = agreement.rate_for(sale.product_id, sale.category, sale.lot_rate)
    by_line, by_bill = chosen_bearers(sale)
    centre_1, producer_1 = split_discount(sale.line_discount, by_line or agreement.discount_policy, rate)
    centre_2, producer_2 = split_discount(sale.bill_discount, by_bill or agreement.discount_policy, rate)
    sold = Sold(sale.qty, sale.posted.gross, centre_1 + centre_2, producer_1 + producer_2, sale.set_value)
    terms = terms_for(rate, agreement.tax_mode, sale.vat_class, vat_registered=sale.vat_registered, on=sale.on)
    return share_of(sold, terms, _vat_of_sale(sale))


def chosen_bearers(sale: PastSale) -> tuple[Bearer | None, Bearer | None]:
    """Who was chosen to bear the line's and the bill's discount, None where the agreement said it: the books
    keep what each side bore, and that tells."""
    choices: tuple[Bearer | None, ...] = (None, *Bearer)
    posted = (sale.posted.disc_centre, sale.posted.disc_producer)
    for by_line, by_bill in pairs(choices, choices):
        centre_1, producer_1 = split_discount(sale.line_discount, by_line or sale.policy, sale.rate)
        centre_2, producer_2 = split_discount(sale.bill_discount, by_bill or sale.policy, sale.rate)
        if (centre_1 + centre_2, producer_1 + producer_2) == posted:
            return by_line, by_bill
    return None, None


def _vat_of_sale(sale: PastSale) -> int:
    """As it was on the paper where the centre owed it; else what it would owe on this part."""
    if sale.tax_mode is TaxMode.FULL_PRICE:
        return sale.posted.vat_centre
    rate_bp = vat_rate(sale.vat_class, sale.on) if sale.vat_registered else 0
    return vat_inside(sale.posted.net, rate_bp)


def _with(row: RehearsalRow, sale: PastSale, other: Share) -> RehearsalRow:
    qty, posted, rehearsed = row.qty, row.posted, row.rehearsed
    if sale.counts:
        qty, posted, rehearsed = qty + sale.qty, posted.plus(sale.posted), rehearsed.plus(other)
    for before, after in sale.taken_back:
        qty -= after - before
        posted = posted.plus(reverse_share(sale.posted, before, after, sale.qty))
        rehearsed = rehearsed.plus(reverse_share(other, before, after, sale.qty))
    return replace(row, qty=qty, posted=posted, rehearsed=rehearsed)
