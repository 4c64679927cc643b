"""Products and the codes they are known by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, bindparam, func, insert, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, ProductCodeRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.code import code_of
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AlreadyExists, Missing, NotFound
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.search import fold, search_text
from otop_pos.i18n import _
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
)
_CODES = (
    select(ProductCodeRow.product_id, ProductCodeRow.code)
    .where(ProductCodeRow.product_id.in_(bindparam("products", expanding=True)))
    .order_by(ProductCodeRow.code)
)


def register_product(session: Session, product: Product) -> Product:
    """A new product with its id. Refuses Missing, NotFound (producer), AlreadyExists, BadCode, Unwritable."""
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
    register_products(session, [product], {producer.id: producer_of(producer)})
    product_id: int = session.execute(select(ProductRow.id).where(ProductRow.sku == product.sku)).scalar_one()
    return replace(product, id=product_id)


def register_products(session: Session, products: Sequence[Product], makers: Mapping[int, Producer]) -> None:
    """Many at once, already checked: skus are new and unique, every maker (by id) is there."""
    if not products:
        return
    rows = [_columns(product, makers[product.producer_id]) for product in products]
    session.execute(insert(ProductRow.metadata.tables["product"]), rows)
    with_codes = [product for product in products if product.codes]
    if with_codes:
        ids = _ids(session, [product.sku for product in with_codes])
        codes = [{"code": code, "product_id": ids[product.sku]} for product in with_codes for code in product.codes]
        session.execute(insert(ProductCodeRow), codes)


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


def _columns(product: Product, maker: Producer) -> dict[str, object]:
    search = search_text(product.name_th, product.name_en, product.sku, *product.codes, maker.name_th, maker.code)
    return {**{name: getattr(product, name) for name in _FIELDS}, "search": search}


def _ids(session: Session, skus: list[str]) -> dict[str, int]:
    """In slices: a statement takes only so many parameters."""
    ids: dict[str, int] = {}
    for start in range(0, len(skus), _SLICE):
        wanted = skus[start : start + _SLICE]
        rows = session.execute(select(ProductRow.sku, ProductRow.id).where(ProductRow.sku.in_(wanted)))
        ids |= {row.sku: row.id for row in rows}
    return ids
