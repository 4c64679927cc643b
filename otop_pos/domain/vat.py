"""Value added tax: classes, the dated rate, and the tax inside a price (Revenue Code s.80, s.81)."""

from datetime import date
from enum import StrEnum

from otop_pos.domain.money import half_up

BASIS_POINTS = 10_000


class VatClass(StrEnum):
    V7 = "V7"
    EX81 = "EX81"
    """Exempt under s.81: unprocessed farm goods, milled rice."""
    Z0 = "Z0"
    """Zero-rated export."""
    NONVAT = "NONVAT"


STANDARD_RATES = ((date(1999, 4, 1), 700),)
"""From when, basis points. The statutory 10 % has been reduced to 7 % by royal decree since 1999."""


def vat_rate(vat_class: VatClass, on: date) -> int:
    """Basis points of the class on a day."""
    if vat_class is not VatClass.V7:
        return 0
    return max((since, rate) for since, rate in STANDARD_RATES if since <= on)[1]


def vat_inside(gross: int, rate_bp: int) -> int:
    """The tax contained in a VAT-inclusive amount, half up: 107.00 at 7 % → 7.00.

    Call it once per document and class, never per line: 3 × 10.00 hold 1.96, not 3 × 0.65.
    """
    return half_up(gross * rate_bp, BASIS_POINTS + rate_bp)


def vat_on_top(net: int, rate_bp: int) -> int:
    """The tax due on a VAT-exclusive amount, half up: 225.50 → 15.79."""
    return half_up(net * rate_bp, BASIS_POINTS)
