"""Reading a list of products for import: every row that can be used, and for every other what to mend."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from otop_pos.domain.place import Place
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.sync import product_cell
from otop_pos.sync.list_file import ListFile, RowProblem, open_list, read_values
from otop_pos.sync.product_category import guess_category
from otop_pos.sync.product_heading import meanings


@dataclass(frozen=True, slots=True)
class ProductRow:
    """What a row says. `price` None: not said, the importer asks. Empty texts: not said.

    `doubts` are sentences for the person who looks the list over; the row can be used all the same.
    """

    row_no: int
    name_th: str
    name_en: str = ""
    sku: str = ""
    price: int | None = None
    unit: Unit = Unit.PIECE
    category: Category = Category.CRAFT
    vat_class: VatClass = VatClass.V7
    producer: str = ""
    barcode: str = ""
    stars: int = 0
    standard: str = ""
    place: Place = field(default_factory=Place)
    doubts: tuple[str, ...] = ()


def read_product_rows(path: Path) -> Iterator[ProductRow | RowProblem]:
    """Each row as a ProductRow or, where it cannot be used, all its RowProblems. Empty rows are left out.

    Refuses UnreadableFile before the first row: no list, too large, or no column with names.
    """
    return product_rows(open_product_list(path))


def open_product_list(path: Path) -> ListFile:
    """Refuses UnreadableFile."""
    return open_list(path, meanings, "name_th", _("no column holds the names; call it ชื่อสินค้า or name_th"))


def product_rows(file: ListFile) -> Iterator[ProductRow | RowProblem]:
    seen: dict[str, int] = {}
    for row_no, record in file.filled():
        yield from _row(file, row_no, record, seen)


def _row(file: ListFile, row_no: int, record: list[str], seen: dict[str, int]) -> Iterator[ProductRow | RowProblem]:
    values, problems = read_values(file, row_no, record, _READERS)
    if not problems and not values.keys() & {"name_th", "name_en"}:
        problems.append(RowProblem(row_no, file.heading("name_th"), "", _("type the product's name")))
    sku = values.get("sku", "")
    if sku and sku in seen:
        message = _("row {row} has the same code; give one of them another").format(row=seen[sku])
        problems.append(RowProblem(row_no, file.heading("sku"), sku, message))
    seen.setdefault(sku, row_no)
    if problems:
        yield from problems
    else:
        yield _product(row_no, values)


def _product(row_no: int, values: dict[str, Any]) -> ProductRow:
    name = values.get("name_th") or values["name_en"]
    guess = guess_category(values.pop("category", ""), name)
    place = Place(**{part: values.pop(part) for part in _PLACE_PARTS & values.keys()})
    doubts = (guess.doubt,) if guess.doubt else ()
    values |= {"name_th": name, "category": guess.category, "place": place, "doubts": doubts}
    return ProductRow(row_no, **values)


_PLACE_PARTS = {"tambon_th", "tambon_en", "amphoe_th", "amphoe_en", "province_th", "province_en"}
_READERS: dict[str, Callable[[str], Any]] = {
    "sku": product_cell.read_sku,
    "price": product_cell.read_price,
    "unit": product_cell.read_unit,
    "barcode": product_cell.read_barcode,
    "stars": product_cell.read_stars,
    "vat_class": product_cell.read_vat_class,
}
