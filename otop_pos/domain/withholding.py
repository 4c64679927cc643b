"""Tax withheld from a payment to a producer (ภาษีหัก ณ ที่จ่าย), by a rule an accountant chose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from otop_pos.domain.money import half_up
from otop_pos.domain.producer import Producer
from otop_pos.domain.vat import BASIS_POINTS
from otop_pos.i18n import _


@dataclass(frozen=True, slots=True)
class WithholdingRule:
    """`rate_bp` of payments of at least `least` satang; `income_th` is what the certificate calls them."""

    title: Callable[[], str]
    rate_bp: int
    least: int
    income_th: str


WITHHOLDING_RULES: dict[str, WithholdingRule] = {
    "none": WithholdingRule(lambda: _("nothing withheld"), 0, 0, ""),
    # A government body that buys: Revenue Code s.50(4) (persons) and s.69 bis (companies), from 10,000 baht.
    "government_1": WithholdingRule(lambda: _("1 % from 10,000 baht (government buyer)"), 100, 1_000_000, "ค่าซื้อสินค้า"),
    # Hire of work: Order Tor Por 4/2528, clause 8 (and 12/1), from 1,000 baht.
    "work_3": WithholdingRule(lambda: _("3 % from 1,000 baht (hire of work)"), 300, 100_000, "ค่าจ้างทำของ"),
}


def withheld(gross: int, rule: str, vat_inside_gross: int = 0) -> tuple[int, int]:
    """(base, tax) in satang of a payment; the base is without the producer's own VAT. An unknown rule is a bug
    and raises KeyError."""
    facts = WITHHOLDING_RULES[rule]
    base = gross - vat_inside_gross
    if facts.rate_bp == 0 or base < facts.least:
        return 0, 0
    return base, half_up(base * facts.rate_bp, BASIS_POINTS)


@dataclass(frozen=True, slots=True)
class WithholdingCertificate:
    """หนังสือรับรองการหักภาษี ณ ที่จ่าย (มาตรา 50 ทวิ). `form` is ภ.ง.ด.3 for persons, ภ.ง.ด.53 for companies."""

    id: UUID
    doc_no: str
    voucher_no: str
    producer: Producer
    form: str
    income_th: str
    paid_on: date
    base: int
    rate_bp: int
    tax: int
    issued_by: str
