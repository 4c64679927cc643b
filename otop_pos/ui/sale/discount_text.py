"""A discount as people type it: '10%' or '50' baht."""

from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import DiscountTooLarge
from otop_pos.domain.money import format_baht, parse_baht
from otop_pos.domain.vat import BASIS_POINTS


def parse_discount(text: str) -> Discount | None:
    """'10%' → 1000 basis points, '50' → 5000 satang, '0' → None. Refuses NotANumber, DiscountTooLarge."""
    plain = text.strip()
    is_percent = plain.endswith(("%", "％"))
    amount = parse_baht(plain.rstrip("%％"))
    if amount == 0:
        return None
    if not is_percent:
        return Discount(amount=amount)
    if amount > BASIS_POINTS:
        raise DiscountTooLarge
    return Discount(basis_points=amount)


def discount_text(discount: Discount | None) -> str:
    """What `parse_discount` reads back; '' for none."""
    if discount is None:
        return ""
    if discount.amount:
        return format_baht(discount.amount)
    return f"{format_baht(discount.basis_points).removesuffix('.00')}%"
