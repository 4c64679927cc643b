"""Bringing a list of products in: good rows enter, every other is named with what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow
from otop_pos.db.models import ProductRow as StoredProduct
from otop_pos.db.query import query
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.i18n import _
from otop_pos.services.producer import add_producers, next_producer_codes
from otop_pos.services.product import add_products
from otop_pos.sync.list_file import ListFile, RowProblem
from otop_pos.sync.product_csv import ProductRow, open_product_list, product_rows, read_product_rows

_LAST_PRODUCT = select(func.coalesce(func.max(StoredProduct.id), 0))


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A row that stays out, or (a doubt) one to look at again."""

    row_no: int
    message: str

    @property
    def sentence(self) -> str:
        return _("Row {row}: {message}").format(row=self.row_no, message=self.message)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came in, or in a rehearsal would come in."""

    imported: int
    new_producers: int
    problems: tuple[ImportProblem, ...]
    doubts: tuple[ImportProblem, ...]
    is_rehearsal: bool

    @property
    def sentence(self) -> str:
        says = _("{products} products can come in, with {producers} new producers; {problems} rows cannot")
        if not self.is_rehearsal:
            says = _("{products} products came in, with {producers} new producers; {problems} rows stayed out")
        return says.format(products=self.imported, producers=self.new_producers, problems=len(self.problems))


@dataclass(frozen=True, slots=True)
class ProductPlan:
    """Rows to enter with their maker's name and price, the makers that are new, and what stays out."""

    rows: tuple[tuple[ProductRow, str, int], ...]
    new_makers: dict[str, Place]
    problems: tuple[ImportProblem, ...]
    doubts: tuple[ImportProblem, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """The ids of what came in."""

    producers: tuple[int, ...] = ()
    products: tuple[int, ...] = ()


def lacks_prices(file: Path) -> bool:
    """Whether some row of the file has no price of its own. Refuses UnreadableFile."""
    return any(isinstance(row, ProductRow) and row.price is None for row in read_product_rows(file))


@query
def preview_product_file(session: Session, file: Path, default_price: int | None) -> ImportOutcome:
    """A rehearsal: the same answer as the import, nothing changed. Refuses UnreadableFile."""
    return _outcome(plan_products(session, open_product_list(file), default_price), is_rehearsal=True)


def import_product_file(session: Session, file: Path, default_price: int | None, shop_code: str) -> ImportOutcome:
    """All good rows in one act; `default_price` (satang) is for rows without one. A row that is in the
    books already stays out, so that importing a file twice changes nothing. Refuses UnreadableFile."""
    plan = plan_products(session, open_product_list(file), default_price)
    enter_products(session, plan, shop_code)
    return _outcome(plan, is_rehearsal=False)


def enter_products(session: Session, plan: ProductPlan, shop_code: str) -> Entered:
    """What was planned in the same transaction."""
    codes = next_producer_codes(session, shop_code)
    add_producers(session, [Producer(next(codes), name, place=place) for name, place in plan.new_makers.items()])
    makers = _makers(session)
    numbers = _free_skus(session)
    products = [_product(row, makers[maker].id, price, numbers) for row, maker, price in plan.rows]
    last: int = session.execute(_LAST_PRODUCT).scalar_one()
    add_products(session, products, {maker.id: maker for maker in makers.values()})
    added = dict(session.execute(select(StoredProduct.sku, StoredProduct.id).where(StoredProduct.id > last)).all())
    return Entered(
        tuple(makers[name].id for name in plan.new_makers), tuple(added[product.sku] for product in products)
    )


class _Books:
    """What is there already, from the database and from the rows of the file so far."""

    def __init__(self, session: Session) -> None:
        self.makers = _makers(session)
        self.skus = set(session.scalars(select(StoredProduct.sku)))
        names = select(StoredProduct.producer_id, StoredProduct.name_th)
        self.names: set[tuple[int | str, str]] = {(row.producer_id, row.name_th) for row in session.execute(names)}

    def has_name(self, maker: str, name: str) -> bool:
        """Whether this maker has goods of this name; remembers it for the rows that follow."""
        known = self.makers.get(maker)
        goods = (known.id if known else maker, name)
        was_there = goods in self.names
        self.names.add(goods)
        return was_there


@query
def plan_products(session: Session, file: ListFile, default_price: int | None) -> ProductPlan:
    """What an import would do now."""
    books = _Books(session)
    rows, new_makers, problems, doubts = [], {}, [], []
    for row in product_rows(file):
        if isinstance(row, RowProblem):
            problems.append(ImportProblem(row.row_no, cell_message(row)))
            continue
        maker, price = maker_name(row), row.price or default_price
        objection = _objection(row, price, maker, books)
        if objection or price is None:
            problems.append(ImportProblem(row.row_no, objection))
            continue
        if maker not in books.makers:
            new_makers[maker] = row.place
        rows.append((row, maker, price))
        doubts += [ImportProblem(row.row_no, doubt) for doubt in row.doubts]
    return ProductPlan(tuple(rows), new_makers, tuple(problems), tuple(doubts))


def _objection(row: ProductRow, price: int | None, maker: str, books: _Books) -> str:
    if row.sku in books.skus:
        return _("the code {sku} is in the books already").format(sku=row.sku)
    if price is None:
        return _("there is no price; fill it in, or give one price for all such rows")
    if books.has_name(maker, row.name_th):
        return _("“{name}” of this producer is in the books already").format(name=row.name_th)
    return ""


def _makers(session: Session) -> dict[str, Producer]:
    """Known producers by name and by code, as a list may say either."""
    makers: dict[str, Producer] = {}
    for row in session.execute(select(ProducerRow.id, ProducerRow.code, ProducerRow.name_th)):
        maker = Producer(row.code, row.name_th, id=row.id)
        makers[row.code] = makers[row.name_th] = maker
    return makers


def maker_name(row: ProductRow) -> str:
    """Lists of a district's products name no maker: they are kept per tambon until somebody does."""
    return row.producer or f"ผู้ผลิต {row.place.short_th}".strip()


def _free_skus(session: Session) -> Iterator[str]:
    taken = set(session.scalars(select(StoredProduct.sku)))
    return (sku for number in count(len(taken) + 1) if (sku := f"P{number:06d}") not in taken)


def _product(row: ProductRow, producer_id: int, price: int, numbers: Iterator[str]) -> Product:
    return Product(
        sku=row.sku or next(numbers),
        name_th=row.name_th,
        name_en=row.name_en,
        category=row.category,
        unit=row.unit,
        vat_class=row.vat_class,
        price=price,
        codes=(row.barcode,) if row.barcode else (),
        stars=row.stars,
        standard=row.standard,
        producer_id=producer_id,
    )


def _outcome(plan: ProductPlan, *, is_rehearsal: bool) -> ImportOutcome:
    return ImportOutcome(len(plan.rows), len(plan.new_makers), plan.problems, plan.doubts, is_rehearsal)


def cell_message(problem: RowProblem) -> str:
    """'ราคา “แพง”: write the price as a number'."""
    return f"{problem.column} “{problem.cell}”: {problem.message}" if problem.cell else problem.message
