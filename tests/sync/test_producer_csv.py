"""Lists of producers as people keep them: what is understood, and what each cell that is not says."""

from pathlib import Path

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.producer import ProducerKind
from otop_pos.sync.list_file import RowProblem
from otop_pos.sync.producer_csv import ProducerRow, open_producer_list, producer_rows


def read(folder: Path, heading: str, cell: str) -> ProducerRow | RowProblem:
    path = folder / "makers.csv"
    path.write_text(f"ชื่อกลุ่ม;{heading}\nกลุ่มจักสาน;{cell}\n", encoding="utf-8")
    (found,) = producer_rows(open_producer_list(path))
    return found


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("รหัส", "cm-0900", "code", "CM-0900"),
        ("โทร.", "081-234-5678", "phone", "081-234-5678"),
        ("เบอร์โทร", "๐๘๑๒๓๔๕๖๗๘", "phone", "0812345678"),
        ("โทรศัพท์", "812345678", "phone", "0812345678"),
        ("โทรศัพท์", "+66 81 234 5678", "phone", "+66 81 234 5678"),
        ("Line ID", "@ban-pa", "line_id", "@ban-pa"),
        ("เลขประจำตัวผู้เสียภาษี", "1-1017-00203-45-0", "tax_id", "1101700203450"),
        ("ประเภท", "วิสาหกิจชุมชน", "kind", ProducerKind.COMMUNITY),
        ("ประเภท", "SMEs", "kind", ProducerKind.SME),
        ("ประเภท", "เจ้าของรายเดียว", "kind", ProducerKind.SINGLE_OWNER),
        ("จด VAT", "ใช่", "vat_registered", True),
        ("จด VAT", "ไม่จด", "vat_registered", False),
        ("ดาว", "5 ดาว", "stars", 5),
        ("พร้อมเพย์", "812345678", "bank", BankAccount(0, "", "", "กลุ่มจักสาน", "0812345678")),
    ],
)
def test_cells_are_understood(tmp_path: Path, heading: str, cell: str, field: str, value: object) -> None:
    row = read(tmp_path, heading, cell)
    assert isinstance(row, ProducerRow), row
    assert getattr(row, field) == value


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("รหัส", "ก-1"),
        ("โทรศัพท์", "หน้าบ้าน"),
        ("เลขประจำตัวผู้เสียภาษี", "1.1017E+12"),
        ("เลขประจำตัวผู้เสียภาษี", "123"),
        ("ประเภท", "ชมรม"),
        ("จด VAT", "อาจจะ"),
        ("รหัสไปรษณีย์", "5024"),
        ("ธนาคาร", "ธนาคารใหม่"),
        ("เลขบัญชี", "1234567890"),
        ("พร้อมเพย์", "12345"),
        ("ดาว", "6"),
    ],
)
def test_what_cannot_be_used_is_named_by_row_and_column(tmp_path: Path, heading: str, cell: str) -> None:
    found = read(tmp_path, heading, cell)
    assert isinstance(found, RowProblem), found
    assert (found.row_no, found.column, found.cell) == (2, heading, cell)
    assert found.message


@pytest.mark.parametrize(
    ("bank", "code"),
    [("กรุงไทย", "006"), ("ธ.กสิกรไทย", "004"), ("ธนาคารออมสิน", "030"), ("SCB", "014"), ("ธ.ก.ส.", "034"), ("6", "006")],
)
def test_banks_are_known_by_what_people_call_them(tmp_path: Path, bank: str, code: str) -> None:
    number = "123456789012" if code in ("030", "034") else "1234567890"
    path = tmp_path / "makers.csv"
    path.write_text(f"ชื่อกลุ่ม,ธนาคาร,เลขที่บัญชี,ชื่อบัญชี\nกลุ่มจักสาน,{bank},{number},นางคำ\n", encoding="utf-8")
    (row,) = producer_rows(open_producer_list(path))
    assert isinstance(row, ProducerRow), row
    assert row.bank == BankAccount(0, code, number, "นางคำ")


def test_a_tax_id_with_a_wrong_check_digit_is_a_doubt_and_no_barrier(tmp_path: Path) -> None:
    row = read(tmp_path, "เลขประจำตัวผู้เสียภาษี", "1234567890123")
    assert isinstance(row, ProducerRow)
    assert row.doubts


def test_places_are_names_without_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "makers.csv"
    path.write_text("ชื่อกลุ่ม,ตำบล,อำเภอ,จังหวัด\nกลุ่ม ก,ต.บ้านตาล,อำเภอฮอด,จ.เชียงใหม่\n", encoding="utf-8")
    (row,) = producer_rows(open_producer_list(path))
    assert isinstance(row, ProducerRow)
    assert (row.place.tambon_th, row.place.amphoe_th, row.place.province_th) == ("บ้านตาล", "ฮอด", "เชียงใหม่")
