"""What the shop knows of a product, put right; what was posted of it stays as it was printed."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LotRow, PhotoRow, ProducerRow, ProductCodeRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import Missing, NotFound, UnitInUse
from otop_pos.domain.money import format_baht
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs, permit
from otop_pos.services.producer import producer_of
from otop_pos.services.product import codes_of, maker_names, product_columns, product_of
from otop_pos.services.till_event import Happening, note


@needs(Right.KEEP_PRODUCT)
def change_product(
    session: Session, product: Product, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> Product:
    """As it is now. Sku and maker stay; goods on the shelf keep the price on their labels. Another price
    needs the right to change prices too, and is told.

    Refuses NotFound (product, photo), Missing (name), UnitInUse, BadCode, Unwritable, NeedsApproval.
    """
    product = clean(product)
    row = session.get(ProductRow, product.id)
    if row is None:
        raise NotFound(_("Product"), str(product.id))
    product = replace(product, sku=row.sku, producer_id=row.producer_id)
    _check(session, row, product)
    if product.price != row.price:
        _tell_price(session, row, product, till=till, user=user, at=at, approval=approval)
    maker = producer_of(session.get_one(ProducerRow, row.producer_id))
    for name, value in product_columns(product, maker_names(maker)).items():
        setattr(row, name, value)
    session.flush()
    _write_codes(session, product)
    return product


@query
def list_products(session: Session, producer_id: int) -> tuple[Product, ...]:
    """All of a producer's, those on offer first, by name."""
    rows = session.scalars(
        select(ProductRow)
        .where(ProductRow.producer_id == producer_id)
        .order_by(ProductRow.active.desc(), ProductRow.search, ProductRow.id)
    ).all()
    codes = codes_of(session, [row.id for row in rows])
    return tuple(product_of(row, codes.get(row.id, ())) for row in rows)


def _check(session: Session, row: ProductRow, product: Product) -> None:
    if not product.name_th:
        raise Missing(_("name"))
    if product.photo_id and session.get(PhotoRow, product.photo_id) is None:
        raise NotFound(_("Photo"), str(product.photo_id))
    is_counted = session.execute(select(LotRow.id).where(LotRow.product_id == row.id).limit(1)).first()
    if product.unit is not row.unit and is_counted:
        raise UnitInUse(row.name_th)


def _tell_price(
    session: Session,
    row: ProductRow,
    product: Product,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None,
) -> None:
    what = f"{row.sku} {format_baht(row.price)} → {format_baht(product.price)}"
    used = permit(session, Ask(Right.CHANGE_PRICE, what), user=user, at=at, approval=approval)
    happening = Happening(EventKind.PRICE_CHANGE, what, product.price - row.price, approval=used)
    note(session, happening, till=till, user=user, at=at)


def _write_codes(session: Session, product: Product) -> None:
    session.execute(delete(ProductCodeRow).where(ProductCodeRow.product_id == product.id))
    if product.codes:
        codes = [{"code": code, "product_id": product.id} for code in dict.fromkeys(product.codes)]
        session.execute(insert(ProductCodeRow), codes)
