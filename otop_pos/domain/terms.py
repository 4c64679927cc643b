"""What of an agreement applies to goods of a VAT class on a day."""

from datetime import date

from otop_pos.domain.agreement import Agreement, Rate, TaxMode, Terms
from otop_pos.domain.product import Category
from otop_pos.domain.vat import VatClass, vat_rate


def terms_for(rate: Rate, tax_mode: TaxMode, vat_class: VatClass, *, vat_registered: bool, on: date) -> Terms:
    """Terms with the VAT rates of the day; a shop that is not registered owes none, whatever was agreed."""
    goods_bp = vat_rate(vat_class, on)
    own_bp = vat_rate(VatClass.V7, on) if vat_registered else 0
    match tax_mode:
        case TaxMode.FULL_PRICE:
            return Terms(rate, tax_mode, vat_bp=goods_bp if vat_registered else 0)
        case TaxMode.COMMISSION_ONLY:
            return Terms(rate, tax_mode, centre_vat_bp=own_bp)
        case TaxMode.PRODUCER_VAT:
            return Terms(rate, tax_mode, vat_bp=goods_bp, centre_vat_bp=own_bp)
        case TaxMode.NONE:
            return Terms(rate, tax_mode)


def agreed_terms(
    agreement: Agreement, product: tuple[int, Category, VatClass], *, vat_registered: bool, on: date
) -> Terms:
    """Terms of a product (id, category, VAT class) under an agreement's own rates."""
    product_id, category, vat_class = product
    rate = agreement.rate_for(product_id, category)
    return terms_for(rate, agreement.tax_mode, vat_class, vat_registered=vat_registered, on=on)
