"""Reading a list of products for import: every row that can be used, and for every other what to mend."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from otop_pos.domain.errors import UnreadableFile
from otop_pos.domain.place import Place
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass
from otop_pos.i18n import _
from otop_pos.sync import product_cell
from otop_pos.sync.product_category import guess_category
from otop_pos.sync.product_cell import UnfitCell
from otop_pos.sync.product_heading import meanings
from otop_pos.sync.table_file import DELIMITERS, first_record, read_records, read_text

FIRST_ROW = 2  # the headings are row 1, as in the spreadsheet


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


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A cell that keeps its row out. `column` is the heading as the file has it; `message` says what to do."""

    row_no: int
    column: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Headings as written, the column of each meaning and what reads it, and the records below."""

    headings: list[str]
    columns: dict[str, int]
    readers: list[tuple[str, int, Callable[[str], Any]]]
    records: list[list[str]]

    def heading(self, field: str) -> str:
        return self.headings[self.columns[field]]


def read_product_rows(path: Path) -> Iterator[ProductRow | RowProblem]:
    """Each row as a ProductRow or, where it cannot be used, all its RowProblems. Empty rows are left out.

    Refuses UnreadableFile before the first row: no text, too large, or no column with names.
    """
    sheet = _open(path)
    return _rows(sheet)


def _open(path: Path) -> _Sheet:
    text = read_text(path)
    delimiter = max(DELIMITERS, key=lambda each: len(meanings(first_record(text, each))))
    headings = first_record(text, delimiter)
    columns = meanings(headings)
    if "name_th" not in columns:
        raise UnreadableFile(path.name, _("no column holds the names; call it ชื่อสินค้า or name_th"))
    readers = [(name, index, _READERS.get(name, product_cell.read_text)) for name, index in columns.items()]
    return _Sheet(headings, columns, readers, read_records(path, text, delimiter)[1:])


def _rows(sheet: _Sheet) -> Iterator[ProductRow | RowProblem]:
    seen: dict[str, int] = {}
    for row_no, record in enumerate(sheet.records, start=FIRST_ROW):
        if any(cell.strip() for cell in record):
            yield from _row(sheet, row_no, record, seen)


def _row(sheet: _Sheet, row_no: int, record: list[str], seen: dict[str, int]) -> Iterator[ProductRow | RowProblem]:
    if len(record) > len(sheet.headings) and any(cell.strip() for cell in record[len(sheet.headings) :]):
        message = _("there are more cells than headings; put names with commas between quotes")
        yield RowProblem(row_no, sheet.headings[-1], record[-1], message)
        return
    values, problems = _values(sheet, row_no, record)
    sku = values.get("sku", "")
    if sku and sku in seen:
        message = _("row {row} has the same code; give one of them another").format(row=seen[sku])
        problems.append(RowProblem(row_no, sheet.heading("sku"), sku, message))
    seen.setdefault(sku, row_no)
    if problems:
        yield from problems
    else:
        yield _product(row_no, values)


def _values(sheet: _Sheet, row_no: int, record: list[str]) -> tuple[dict[str, Any], list[RowProblem]]:
    """What each cell means, by field; cells that say nothing are left out."""
    values: dict[str, Any] = {}
    problems = []
    for name, index, read in sheet.readers:
        cell = record[index] if index < len(record) else ""
        if product_cell.has_nothing(cell):
            continue
        try:
            values[name] = read(cell)
        except UnfitCell as error:
            problems.append(RowProblem(row_no, sheet.heading(name), cell, str(error)))
    if not problems and not values.keys() & {"name_th", "name_en"}:
        problems.append(RowProblem(row_no, sheet.heading("name_th"), "", _("type the product's name")))
    return values, problems


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
