"""Lists as shops really keep them: any coding, any separator, slips of the keyboard, and clear words for the rest."""

from pathlib import Path

import pytest

from otop_pos.domain.errors import UnreadableFile
from otop_pos.domain.place import Place
from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.domain.vat import VatClass
from otop_pos.sync.product_csv import ProductRow, RowProblem, read_product_rows

EAN = "8850123456787"


def read(tmp_path: Path, text: str | bytes) -> list[ProductRow | RowProblem]:
    path = tmp_path / "สินค้า.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_product_rows(path))


def only(tmp_path: Path, text: str) -> ProductRow:
    (row,) = read(tmp_path, text)
    assert isinstance(row, ProductRow), row
    return row


def problem(tmp_path: Path, heading: str, cell: str) -> RowProblem:
    (found,) = read(tmp_path, f"ชื่อสินค้า;{heading}\nเสื่อกก;{cell}\n")
    assert isinstance(found, RowProblem), found
    return found


def test_a_full_row_says_everything(tmp_path: Path) -> None:
    row = only(
        tmp_path,
        "ชื่อสินค้า,name_en,รหัส,ราคา (บาท),หน่วย,ประเภท,ผู้ผลิต,barcode,ดาว,vat_class,มาตรฐาน,ตำบล,อำเภอ,จังหวัด\n"
        f'ชาอัสสัม,Assam tea,ct-01,"1,070.50",ถุง,เครื่องดื่ม,ไร่ชาแม่แตง,{EAN},5,EX81,มผช. 120/2558,อินทขิล,แม่แตง,เชียงใหม่\n',
    )
    assert row == ProductRow(
        row_no=2,
        name_th="ชาอัสสัม",
        name_en="Assam tea",
        sku="CT-01",
        price=107_050,
        unit=Unit.BAG,
        category=Category.DRINK,
        vat_class=VatClass.EX81,
        producer="ไร่ชาแม่แตง",
        barcode=EAN,
        stars=5,
        standard="มผช. 120/2558",
        place=Place(tambon_th="อินทขิล", amphoe_th="แม่แตง", province_th="เชียงใหม่"),
    )


def test_a_list_of_the_community_development_department_is_read(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        "province_th,province_en,district_th,district_en,tambon_th,product_th,type_en,stars,rated_products_in_district\n"
        "เชียงใหม่,Chiang Mai,ฮอด,Hot,FALSE,ผ้าคลุมไหล่,cloth,5,24\n"
        'ตราด,Trat,เมือง,Mueang,วังกระแจะ,"เครื่องประดับ""ลีลาวดี""",jewelry,4,7\n',
    )
    assert rows == [
        ProductRow(
            2,
            "ผ้าคลุมไหล่",
            category=Category.CLOTH,
            stars=5,
            place=Place(amphoe_th="ฮอด", amphoe_en="Hot", province_th="เชียงใหม่", province_en="Chiang Mai"),
        ),
        ProductRow(
            3,
            'เครื่องประดับ"ลีลาวดี"',
            category=Category.CRAFT,
            stars=4,
            place=Place(
                tambon_th="วังกระแจะ", amphoe_th="เมือง", amphoe_en="Mueang", province_th="ตราด", province_en="Trat"
            ),
        ),
    ]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_coding_separator_and_line_end_is_read(tmp_path: Path, coding: str, delimiter: str, end: str) -> None:
    lines = (("ชื่อสินค้า", "ราคา"), ("น้ำผึ้งรวง", "120"), ("เสื่อกก", "350.50"))
    text = end.join(delimiter.join(cells) for cells in lines)
    found = [(row.name_th, row.price) for row in read(tmp_path, text.encode(coding)) if isinstance(row, ProductRow)]
    assert found == [("น้ำผึ้งรวง", 12_000), ("เสื่อกก", 35_050)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ผ้าไหมมัดหมี่่", "ผ้าไหมมัดหมี่"),
        ("กระเป๋๋า", "กระเป๋า"),
        ("เสื่่อกก", "เสื่อกก"),
        ("ก่ีทอผ้า", "กี่ทอผ้า"),
        ("น\u0e4d\u0e49\u0e32ผึ้ง", "น้ำผึ้ง"),
        ("เเจกัน", "แจกัน"),
        ("  ผ้าขาวม้า   ทอมือ\u00a0", "ผ้าขาวม้า ทอมือ"),
        ("น้ำ\u200bผึ้ง", "น้ำผึ้ง"),
        ("ผ้าไหมมัหมี่", "ผ้าไหมมัหมี่"),
    ],
)
def test_slips_nobody_sees_are_mended_and_other_spelling_is_kept(tmp_path: Path, typed: str, kept: str) -> None:
    assert only(tmp_path, f"ชื่อสินค้า\n{typed}\n").name_th == kept


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("120", 12_000),
        ("120.5", 12_050),
        ("1,250.50", 125_050),
        ("฿1,250", 125_000),
        ("๘๙ บาท", 8_900),
        ("350.-", 35_000),
        ("99 THB", 9_900),
        ("", None),
        ("-", None),
        ("ไม่ระบุ", None),
        ("0.00", None),
    ],
)
def test_prices_are_read_as_people_write_them(tmp_path: Path, cell: str, price: int | None) -> None:
    assert only(tmp_path, f"name_th;price\nเสื่อกก;{cell}\n").price == price


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("ราคา", "12,50"),
        ("ราคา", "-50"),
        ("ราคา", "ถามหน้าร้าน"),
        ("ราคา", "1e3"),
        ("ราคา", "999,999,999.00"),
        ("ราคา", "1.234"),
        ("รหัส", "P 1/2"),
        ("รหัส", "ก-001"),
        ("รหัส", "A" * 21),
        ("barcode", "8.85012E+12"),
        ("barcode", "8850123456788"),
        ("barcode", "2000000011905"),
        ("barcode", "12345"),
        ("ดาว", "6"),
        ("ดาว", "ห้า"),
        ("หน่วย", "โยชน์"),
        ("ภาษี", "15%"),
        ("name_en", "=HYPERLINK(1)"),
        ("name_en", "@SUM"),
        ("ผู้ผลิต", "กลุ่ม\x07ทอผ้า"),
        ("ผู้ผลิต", "\u202eกลุ่ม"),
        ("ผู้ผลิต", "ก" * 301),
    ],
)
def test_what_cannot_be_used_is_named_by_row_and_column(tmp_path: Path, heading: str, cell: str) -> None:
    found = problem(tmp_path, heading, cell)
    assert (found.row_no, found.column, found.cell) == (2, heading, cell)
    assert found.message


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("barcode", "885 0123 456787", "barcode", EAN),
        ("barcode", "036000291452", "barcode", "0036000291452"),
        ("หน่วย", "ผืน", "unit", Unit.PIECE),
        ("หน่วย", "กก.", "unit", Unit.KILOGRAM),
        ("หน่วย", "เมตร", "unit", Unit.METRE),
        ("หน่วย", "Bottle", "unit", Unit.BOTTLE),
        ("ดาว", "★★★★", "stars", 4),
        ("ดาว", "5 ดาว", "stars", 5),
        ("ภาษี", "ยกเว้น", "vat_class", VatClass.EX81),
        ("ภาษี", "VAT 7%", "vat_class", VatClass.V7),
        ("รหัส", "p-๐๐๑", "sku", "P-001"),
    ],
)
def test_cells_are_understood(tmp_path: Path, heading: str, cell: str, field: str, value: object) -> None:
    assert getattr(only(tmp_path, f"ชื่อสินค้า;{heading}\nเสื่อกก;{cell}\n"), field) == value


def test_every_problem_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    found = read(tmp_path, "ชื่อสินค้า,ราคา,ดาว\nเสื่อกก,แพง,9\nผ้าขาวม้า,100,5\n")
    assert [(each.row_no, getattr(each, "column", "")) for each in found] == [(2, "ราคา"), (2, "ดาว"), (3, "")]


def test_a_row_without_a_name_is_named_and_empty_rows_are_not(tmp_path: Path) -> None:
    found = read(tmp_path, "ชื่อสินค้า,ราคา\n,50\n,\n\nเสื่อกก,60\n")
    assert isinstance(found[0], RowProblem)
    assert (found[0].row_no, found[0].column) == (2, "ชื่อสินค้า")
    assert isinstance(found[1], ProductRow)
    assert found[1].row_no == 5


def test_an_english_name_stands_in_for_a_missing_thai_one(tmp_path: Path) -> None:
    row = only(tmp_path, "name_th,name_en\n,Cool Jacket\n")
    assert (row.name_th, row.name_en) == ("Cool Jacket", "Cool Jacket")


def test_a_code_used_twice_is_named_with_the_first_row(tmp_path: Path) -> None:
    found = read(tmp_path, "name_th,sku\nเสื่อกก,P-1\nตะกร้า,p-1\n")
    assert isinstance(found[1], RowProblem)
    assert (found[1].row_no, found[1].column, found[1].cell) == (3, "sku", "P-1")
    assert "2" in found[1].message


def test_a_comma_in_a_name_without_quotes_is_noticed(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "name_th,price\nชา, ใบเล็ก,120\n")
    assert isinstance(found, RowProblem)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x00\x01\x02",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "ราคา,หน่วย\n10,ชิ้น\n".encode(),
        "ชื่อสินค้า\n".encode() + "เสื่อกก\n".encode() * 20_001,
        'ชื่อสินค้า\n"เสื่อกก\nตะกร้า\n'.encode(),
        b"name_th" + b"x" * 1_000_000,
        b"name_th\n" + b"x" * 10_000_000,
    ],
    ids=["empty", "blank", "xlsx", "xls", "bytes", "picture", "no names", "rows", "open quote", "long line", "size"],
)
def test_a_file_that_is_no_list_is_refused_before_the_first_row(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as refusal:
        read_product_rows(path)
    assert "x.csv" in refusal.value.sentence


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_product_rows(tmp_path / "gone.csv")
