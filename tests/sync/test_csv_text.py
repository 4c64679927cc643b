"""Files as text: golden bytes, order, and errors that name file, row and column."""

from dataclasses import dataclass, replace
from uuid import UUID

import pytest

from otop_pos.domain.errors import CannotSend
from otop_pos.sync.column import Id, Integer, Money, Text
from otop_pos.sync.csv_text import BadRecord, read_records, write_lines
from otop_pos.sync.document_line import DOCUMENT_LINES
from otop_pos.sync.format import TABLES
from otop_pos.sync.product import PRODUCTS
from otop_pos.sync.stock_level import STOCK_LEVELS
from otop_pos.sync.table import Reference, Table
from tests.sync.day import first_day

GOLDEN_PRODUCTS = (
    "sku,name_th,name_en,category,unit,vat_code,price,stars,standard,restricted,active,version,valid_from\r\n"
    "P-0001,ผ้าคลุมไหล่ ลาย “ดอกพิกุล”,Shawl,cloth,piece,V7,1070.00,5,,false,true,1,\r\n"
    'P-0002,"ชาอัสสัม, ใบเล็ก",,drink,bag,EX81,50.05,4,มผช. 120/2558,false,true,1,\r\n'
    'P-0003,"สบู่ ""น้ำผึ้ง""",Honey soap,herb,piece,EX81,20.00,0,,false,true,1,\r\n'
).encode()


def test_products_are_written_byte_for_byte_as_agreed() -> None:
    assert b"".join(write_lines(PRODUCTS, first_day()["products"])) == GOLDEN_PRODUCTS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_comes_back_from_its_file(table: Table) -> None:
    rows = first_day()[table.name]
    text = b"".join(write_lines(table, rows)).decode()
    assert [row for _row_no, row in read_records(table, text.splitlines(keepends=True))] == rows


def test_a_python_word_is_a_plain_header() -> None:
    assert STOCK_LEVELS.header == ["shop_id", "lot_code", "bucket", "opening", "in", "out", "closing", "counted"]


def test_the_schema_follows_from_the_row() -> None:
    @dataclass(frozen=True)
    class Shelf:
        code: Id
        room: Text | None
        rent: Money

    schema = Table("shelves", Shelf, key=("code",), references=(Reference(("room",), "rooms", ("name",)),)).schema()

    code, room, rent = schema["fields"]
    assert code["constraints"]["required"] is True
    assert room == {"name": "room", "type": "string", "constraints": {"maxLength": 300}}
    assert rent == {"name": "rent", "type": "number", "constraints": {"required": True}}
    assert schema["primaryKey"] == ["code"]
    assert schema["foreignKeys"] == [{"fields": ["room"], "reference": {"resource": "rooms", "fields": ["name"]}}]


def test_a_missing_key_is_named_too() -> None:
    first, second, _third = first_day()["products"]
    with pytest.raises(CannotSend) as refusal:
        list(write_lines(PRODUCTS, [first, replace(second, sku=None)]))
    assert (refusal.value.row, refusal.value.column) == (3, "sku")


@pytest.mark.parametrize("rows", [(1, 0), (0, 0)], ids=["out of order", "twice"])
def test_rows_out_of_order_or_twice_are_not_sent(rows: tuple[int, int]) -> None:
    products = first_day()["products"]
    with pytest.raises(CannotSend) as refusal:
        list(write_lines(PRODUCTS, [products[index] for index in rows]))
    assert (refusal.value.file, refusal.value.row, refusal.value.column) == ("products.csv", 3, "sku")


def test_an_unfit_value_is_named_by_file_row_and_column() -> None:
    first, second, third = first_day()["products"]
    with pytest.raises(CannotSend) as refusal:
        list(write_lines(PRODUCTS, [first, replace(second, name_en='=cmd|"/c calc"!A1'), third]))
    assert (refusal.value.file, refusal.value.row, refusal.value.column) == ("products.csv", 3, "name_en")
    assert "products.csv" in refusal.value.sentence


def test_a_missing_value_is_not_sent_as_an_empty_cell() -> None:
    product = replace(first_day()["products"][0], name_th="")
    with pytest.raises(CannotSend) as refusal:
        list(write_lines(PRODUCTS, [product]))
    assert refusal.value.column == "name_th"


def test_uuids_sort_as_their_texts_do() -> None:
    line = first_day()["document_lines"][0]
    ids = sorted((UUID(int=number * 7919**9 % 2**128) for number in range(1, 50)), key=str)
    assert len(list(write_lines(DOCUMENT_LINES, [replace(line, doc_id=each) for each in ids]))) == len(ids) + 1


@pytest.mark.parametrize(
    ("text", "row_no", "column"),
    [
        ("sku,name\r\n", 1, ""),
        ("", 1, ""),
        ("id,count\r\nA\r\n", 2, ""),
        ("id,count\r\nA,1\r\nB,one\r\n", 3, "count"),
        ("id,count\r\n,1\r\n", 2, "id"),
        ('id,count\r\nA,1\r\n"B,2\r\n', 3, ""),
        ('id,count\r\n"A"x,1\r\n', 2, ""),
    ],
)
def test_a_bad_record_says_where_it_stands(text: str, row_no: int, column: str) -> None:
    @dataclass(frozen=True)
    class Thing:
        id: Id
        count: Integer

    found = [
        (number, record.column)
        for number, record in read_records(Table("things", Thing, key=("id",)), text.splitlines(keepends=True))
        if isinstance(record, BadRecord)
    ]
    assert found == [(row_no, column)]
