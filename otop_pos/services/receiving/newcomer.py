"""Goods that the shop has never had, registered while they are counted."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from otop_pos.domain.approval import Approval
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.standard import STANDARD_TH, Standard
from otop_pos.services.permission import needs
from otop_pos.services.product import add_product, next_sku
from otop_pos.services.standard import save_standard


@needs(Right.KEEP_PRODUCT)
def take_in_product(
    session: Session,
    product: Product,
    standard: Standard | None = None,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Product:
    """With the next number of the shop; its standard stands on labels too. Refuses as `register_product`
    and `save_standard`."""
    said = f"{STANDARD_TH[standard.kind]} {standard.number}" if standard else product.standard
    kept = add_product(session, replace(product, sku=next_sku(session), standard=said))
    if standard is not None:
        of_product = replace(standard, producer_id=kept.producer_id, product_id=kept.id)
        save_standard(session, of_product, till=till, user=user, at=at)
    return kept
