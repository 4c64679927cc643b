"""Bringing a list of products in: good rows enter, every other is named with what to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import select
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
from otop_pos.sync.product_csv import ProductRow, RowProblem, read_product_rows


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A row that stays out, or (a doubt) one to look at again. `sentence` starts with the row's number."""

    row_no: int
    sentence: str


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
class _Plan:
    """Rows to enter with their maker's name and price, the makers that are new, and what stays out."""

    rows: tuple[tuple[ProductRow, str, int], ...]
    new_makers: dict[str, Place]
    problems: tuple[ImportProblem, ...]
    doubts: tuple[ImportProblem, ...]


def lacks_prices(file: Path) -> bool:
    """Whether some row of the file has no price of its own. Refuses UnreadableFile."""
    return any(isinstance(row, ProductRow) and row.price is None for row in read_product_rows(file))


@query
def preview_product_file(session: Session, file: Path, default_price: int | None) -> ImportOutcome:
    """A rehearsal: the same answer as the import, nothing changed. Refuses UnreadableFile."""
    return _outcome(_plan(session, file, default_price), is_rehearsal=True)


def import_product_file(session: Session, file: Path, default_price: int | None, shop_code: str) -> ImportOutcome:
    """All good rows in one act; `default_price` (satang) is for rows without one. A row that is in the
    books already stays out, so that importing a file twice changes nothing. Refuses UnreadableFile."""
    plan = _plan(session, file, default_price)
    codes = next_producer_codes(session, shop_code)
    add_producers(session, [Producer(next(codes), name, place=place) for name, place in plan.new_makers.items()])
    makers = _makers(session)
    numbers = _free_skus(session)
    products = [_product(row, makers[maker].id, price, numbers) for row, maker, price in plan.rows]
    add_products(session, products, {maker.id: maker for maker in makers.values()})
    return _outcome(plan, is_rehearsal=False)


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


def _plan(session: Session, file: Path, default_price: int | None) -> _Plan:
    books = _Books(session)
    rows, new_makers, problems, doubts = [], {}, [], []
    for row in read_product_rows(file):
        if isinstance(row, RowProblem):
            problems.append(ImportProblem(row.row_no, _cell_sentence(row)))
            continue
        maker, price = _maker_name(row), row.price or default_price
        objection = _objection(row, price, maker, books)
        if objection or price is None:
            problems.append(ImportProblem(row.row_no, _row_sentence(row.row_no, objection)))
            continue
        if maker not in books.makers:
            new_makers[maker] = row.place
        rows.append((row, maker, price))
        doubts += [ImportProblem(row.row_no, _row_sentence(row.row_no, doubt)) for doubt in row.doubts]
    return _Plan(tuple(rows), new_makers, tuple(problems), tuple(doubts))


def _objection(row: ProductRow, price: int | None, maker: str, books: _Books) -> str:
    if row.sku in books.skus:
        return _("the code {sku} is in the books already").format(sku=row.sku)
    if price is None:
        return _("there is no price; fill it in, or give one for all such rows with --price")
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


def _maker_name(row: ProductRow) -> str:
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


def _outcome(plan: _Plan, *, is_rehearsal: bool) -> ImportOutcome:
    return ImportOutcome(len(plan.rows), len(plan.new_makers), plan.problems, plan.doubts, is_rehearsal)


def _cell_sentence(problem: RowProblem) -> str:
    says = f"{problem.column} “{problem.cell}”: {problem.message}" if problem.cell else problem.message
    return _row_sentence(problem.row_no, says)


def _row_sentence(row_no: int, says: str) -> str:
    return _("Row {row}: {message}").format(row=row_no, message=says)
