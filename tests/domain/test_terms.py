"""What of an agreement applies on a day."""

from datetime import date

import pytest

from otop_pos.domain.agreement import Agreement, AgreementRate, Rate, TaxMode, Terms
from otop_pos.domain.product import Category
from otop_pos.domain.terms import agreed_terms, terms_for
from otop_pos.domain.vat import VatClass

TODAY = date(2026, 11, 23)
QUARTER = Rate(basis_points=2500)


@pytest.mark.parametrize(
    ("tax_mode", "vat_class", "vat_registered", "vat_bp", "centre_vat_bp"),
    [
        (TaxMode.FULL_PRICE, VatClass.V7, True, 700, 0),
        (TaxMode.FULL_PRICE, VatClass.EX81, True, 0, 0),
        (TaxMode.FULL_PRICE, VatClass.V7, False, 0, 0),
        (TaxMode.COMMISSION_ONLY, VatClass.V7, True, 0, 700),
        (TaxMode.COMMISSION_ONLY, VatClass.EX81, True, 0, 700),
        (TaxMode.COMMISSION_ONLY, VatClass.V7, False, 0, 0),
        (TaxMode.PRODUCER_VAT, VatClass.V7, True, 700, 700),
        (TaxMode.PRODUCER_VAT, VatClass.V7, False, 700, 0),
        (TaxMode.PRODUCER_VAT, VatClass.EX81, True, 0, 700),
        (TaxMode.NONE, VatClass.V7, True, 0, 0),
        (TaxMode.NONE, VatClass.V7, False, 0, 0),
    ],
)
def test_a_shop_that_is_not_registered_owes_no_tax(
    tax_mode: TaxMode, vat_class: VatClass, vat_registered: bool, vat_bp: int, centre_vat_bp: int
) -> None:
    terms = terms_for(QUARTER, tax_mode, vat_class, vat_registered=vat_registered, on=TODAY)
    assert terms == Terms(QUARTER, tax_mode, vat_bp, centre_vat_bp)


def test_a_product_has_the_terms_of_its_own_rate() -> None:
    tenth = Rate(basis_points=1000)
    rates = (AgreementRate(QUARTER), AgreementRate(tenth, Category.CLOTH))
    agreement = Agreement(1, date(2026, 1, 1), rates, tax_mode=TaxMode.FULL_PRICE)
    terms = agreed_terms(agreement, (7, Category.CLOTH, VatClass.V7), vat_registered=True, on=TODAY)
    assert terms == Terms(tenth, TaxMode.FULL_PRICE, 700)
