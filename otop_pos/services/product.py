"""Products and the codes they are known by."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, ProductCodeRow, ProductRow
from otop_pos.db.query import query
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AlreadyExists, Missing, NotFound
from otop_pos.domain.product import Product
from otop_pos.domain.search import fold, search_text
from otop_pos.i18n import _

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


def register_product(session: Session, product: Product) -> Product:
    """A new product with its id. Refuses Missing, NotFound (producer), AlreadyExists, Unwritable."""
    product = clean(product)
    for field, value in ((_("code"), product.sku), (_("name"), product.name_th)):
        if not value:
            raise Missing(field)
    producer = session.get(ProducerRow, product.producer_id)
    if producer is None:
        raise NotFound(_("Producer"), str(product.producer_id))
    if session.execute(select(ProductRow.id).where(ProductRow.sku == product.sku)).first():
        raise AlreadyExists(_("Product"), product.sku)
    search = search_text(product.name_th, product.name_en, product.sku, *product.codes, producer.name_th, producer.code)
    row = ProductRow(**{name: getattr(product, name) for name in _FIELDS}, search=search)
    session.add(row)
    session.flush()
    session.add_all(ProductCodeRow(code=code, product_id=row.id) for code in product.codes)
    return replace(product, id=row.id)


@query
def find_products(session: Session, text: str, producer_id: int = 0, limit: int = 50) -> tuple[Product, ...]:
    """Any part of a name or code, of one producer or (0) of all, by name."""
    rows = session.scalars(
        select(ProductRow)
        .where(
            ProductRow.active,
            ProductRow.search.contains(fold(text), autoescape=True),
            *([ProductRow.producer_id == producer_id] if producer_id else []),
        )
        .order_by(ProductRow.name_th, ProductRow.id)
        .limit(limit)
    ).all()
    codes = codes_of(session, [row.id for row in rows])
    return tuple(product_of(row, codes.get(row.id, ())) for row in rows)


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
    for row in session.scalars(
        select(ProductCodeRow).where(ProductCodeRow.product_id.in_(product_ids)).order_by(ProductCodeRow.code)
    ):
        codes[row.product_id] = (*codes.get(row.product_id, ()), row.code)
    return codes


def product_of(row: ProductRow, codes: tuple[str, ...] = ()) -> Product:
    return Product(id=row.id, codes=codes, **{name: getattr(row, name) for name in _FIELDS})
