"""What a producer gets for a piece of a lot whose price is no longer the delivery's."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRow, LotPriceRow, LotRow, ProductRow
from otop_pos.domain.agreement import Agreement, Rate, due_per_unit
from otop_pos.domain.terms import terms_for
from otop_pos.services.producer import agreements_of
from otop_pos.services.shop import read_shop


def lot_rate(lot: LotRow) -> Rate | None:
    """The lot's own rate, before the agreement's."""
    if lot.rate_method is None:
        return None
    return Rate(lot.rate_method, lot.rate_basis_points or 0, lot.rate_amount or 0, lot.rate_base or Rate().base)


def dues_now(session: Session, lots: Sequence[LotRow]) -> dict[int, int]:
    """Satang per unit at the price of now, by lot: under the terms that the lot was received under, and the
    tax of the day the price was changed."""
    if not lots:
        return {}
    agreements = _agreements(session, {lot.agreement_id for lot in lots})
    product_ids = {lot.product_id for lot in lots}
    products = {row.id: row for row in session.scalars(select(ProductRow).where(ProductRow.id.in_(product_ids)))}
    changed = _changed_on(session, [lot.id for lot in lots])
    registered = {on: read_shop(session, on).vat_registered for on in set(changed.values())}
    dues = {}
    for lot in lots:
        on, product, agreement = changed[lot.id], products[lot.product_id], agreements[lot.agreement_id]
        rate = agreement.rate_for(product.id, product.category, lot_rate(lot))
        terms = terms_for(rate, agreement.tax_mode, product.vat_class, vat_registered=registered[on], on=on)
        dues[lot.id] = due_per_unit(lot.price, terms)
    return dues


def _agreements(session: Session, ids: Collection[int]) -> dict[int, Agreement]:
    return agreements_of(session, list(session.scalars(select(AgreementRow).where(AgreementRow.id.in_(ids)))))


def _changed_on(session: Session, lot_ids: Sequence[int]) -> dict[int, date]:
    rows = session.execute(
        select(LotPriceRow.lot_id, func.max(LotPriceRow.business_date))
        .where(LotPriceRow.lot_id.in_(lot_ids))
        .group_by(LotPriceRow.lot_id)
    )
    return dict(rows.all())
