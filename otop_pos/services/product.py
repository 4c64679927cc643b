"""Products and the codes they are known by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, ProductCodeRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.code import code_of
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AlreadyExists, Missing, NotFound
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.right import Right
from otop_pos.domain.search import fold, search_text
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.producer import producer_of

_SLICE = 500
_FIELDS = (
    "sku",
    "producer_id",
    "name_th",
    "name_en",
    "category",
    "unit",
    "vat_class",
    "price",
    "shelf_life_days",
    "stars",
    "standard",
    "restricted",
    "active",
    "photo_id",
    "story_th",
    "story_en",
    "low_stock",
    "topotop",
    "creative",
)
# On the tables: the ORM's bulk insert takes three times as long.
_INSERT = insert(ProductRow.metadata.tables["product"])
_INSERT_CODES = insert(ProductRow.metadata.tables["product_code"])
_NEW = select(ProductRow.id, ProductRow.sku).where(ProductRow.id > bindparam("last_id"))
_CODES = (
    select(ProductCodeRow.product_id, ProductCodeRow.code)
    .where(ProductCodeRow.product_id.in_(bindparam("products", expanding=True)))
    .order_by(ProductCodeRow.code)
)


@needs(Right.KEEP_PRODUCT)
def register_product(session: Session, product: Product, *, user: User, at: datetime) -> Product:
    """A new product with its id. Refuses Missing, NotFound (producer), AlreadyExists, BadCode, Unwritable."""
    return add_product(session, product)


def add_product(session: Session, product: Product) -> Product:
    """Without asking who does it: for the set-up. Refuses as `register_product`."""
    product = clean(product)
    for field, value in ((_("code"), product.sku), (_("name"), product.name_th)):
        if not value:
            raise Missing(field)
    product = replace(product, sku=code_of(product.sku))
    producer = session.get(ProducerRow, product.producer_id)
    if producer is None:
        raise NotFound(_("Producer"), str(product.producer_id))
    if session.execute(select(ProductRow.id).where(ProductRow.sku == product.sku)).first():
        raise AlreadyExists(_("Product"), product.sku)
    add_products(session, [product], {producer.id: producer_of(producer)})
    product_id: int = session.execute(select(ProductRow.id).where(ProductRow.sku == product.sku)).scalar_one()
    return replace(product, id=product_id)


def add_products(session: Session, products: Sequence[Product], makers: Mapping[int, Producer]) -> None:
    """Many at once, already checked: skus are new and unique, every maker (by id) is there."""
    if not products:
        return
    run = session.connection().execute
    last_id: int = run(select(func.coalesce(func.max(ProductRow.id), 0))).scalar_one()
    names = {maker.id: maker_names(maker) for maker in makers.values()}
    for start in range(0, len(products), _SLICE):
        run(_INSERT, [product_columns(each, names[each.producer_id]) for each in products[start : start + _SLICE]])
    if any(product.codes for product in products):
        ids = {sku: number for number, sku in run(_NEW, {"last_id": last_id})}
        codes = [{"code": code, "product_id": ids[product.sku]} for product in products for code in product.codes]
        run(_INSERT_CODES, codes)


@query
def find_products(session: Session, text: str, producer_id: int = 0, limit: int = 50) -> tuple[Product, ...]:
    """Any part of a name or code, of one producer or (0) of all, by name."""
    rows = session.scalars(
        select(ProductRow)
        .where(
            ProductRow.active,
            named(fold(text)),
            *([ProductRow.producer_id == producer_id] if producer_id else []),
        )
        .order_by(ProductRow.search, ProductRow.id)
        .limit(limit)
    ).all()
    codes = codes_of(session, [row.id for row in rows])
    return tuple(product_of(row, codes.get(row.id, ())) for row in rows)


def named(folded: str) -> ColumnElement[bool]:
    """Any part of a name, a code or the maker."""
    return ProductRow.search.contains(folded, autoescape=True)


@query
def next_sku(session: Session) -> str:
    """P000124: one more than there are, skipping any already used."""
    number: int = session.execute(select(func.count()).select_from(ProductRow)).scalar_one()
    while True:
        number += 1
        sku = f"P{number:06d}"
        if not session.execute(select(ProductRow.id).where(ProductRow.sku == sku)).first():
            return sku


def codes_of(session: Session, product_ids: list[int]) -> dict[int, tuple[str, ...]]:
    codes: dict[int, tuple[str, ...]] = {}
    for row in session.connection().execute(_CODES, {"products": product_ids}):
        codes[row.product_id] = (*codes.get(row.product_id, ()), row.code)
    return codes


def product_of(row: ProductRow, codes: tuple[str, ...] = ()) -> Product:
    return Product(id=row.id, codes=codes, **{name: getattr(row, name) for name in _FIELDS})


def maker_names(maker: Producer) -> str:
    """By which of its maker's names a product is found, folded."""
    return search_text(maker.name_th, maker.code)


def product_columns(product: Product, by_maker: str) -> dict[str, object]:
    """What is stored of a product, with what it is found by."""
    search = search_text(product.name_th, product.name_en, product.sku, *product.codes)
    return {**{name: getattr(product, name) for name in _FIELDS}, "search": f"{search} {by_maker}"}
