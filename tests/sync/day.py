"""Two small but complete days of a shop, as rows: two sales (one with goods that no lot covers), then a refund."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from otop_pos.sync.cash_movement import CashMovement
from otop_pos.sync.closing import Closing
from otop_pos.sync.document import Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.format import TABLES
from otop_pos.sync.ledger_entry import LedgerEntry
from otop_pos.sync.line_allocation import LineAllocation
from otop_pos.sync.lot import LotSnapshot
from otop_pos.sync.operator import OperatorSnapshot
from otop_pos.sync.package import PackageHead, WrittenPackage, write_package
from otop_pos.sync.payment import Payment
from otop_pos.sync.producer import ProducerSnapshot
from otop_pos.sync.product import ProductSnapshot
from otop_pos.sync.stock_level import StockLevel
from otop_pos.sync.stock_movement import StockMovement
from otop_pos.sync.till import TillSnapshot
from otop_pos.sync.total import add_up
from otop_pos.sync.vat_code import VatCode

Rows = dict[str, list[Any]]
CLOTH, TEA = "2000000000015", "2000000000022"
FIRST, SECOND, THIRD = (UUID(int=0x0192_0000_0000_7000_8000_0000_0000_0000 + number) for number in (1, 2, 3))


def at(day: int, hour: int = 3, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def head(batch_no: int = 1, day: int = 20, **changes: Any) -> PackageHead:
    values = {
        "shop_id": "CM",
        "batch_no": batch_no,
        "business_date": date(2026, 11, day),
        "closed_at": at(day, 11),
        "software": "0.1.0",
    }
    return PackageHead(**values | changes)  # type: ignore[arg-type]


def write_day(outbox: Path, rows: Rows, day: PackageHead | None = None) -> WrittenPackage:
    return write_package(outbox, day or head(), rows)


def write_two_days(outbox: Path) -> tuple[WrittenPackage, WrittenPackage]:
    first = write_day(outbox, first_day())
    return first, write_day(outbox, second_day(), head(2, 21, previous_sha256=first.manifest_sha256))


def first_day() -> Rows:
    """CM01-1-690000001: two cloths, 10 % off borne by the centre. …002: tea for cash, and soap without a lot."""
    rows = _snapshots()
    rows["documents"] = [
        document(FIRST, "CM01-1-690000001", gross_printed=192_600),
        document(SECOND, "CM01-1-690000002", gross_printed=12_010),
    ]
    rows["document_lines"] = [
        DocumentLine(FIRST, 1, "P-0001", 2000, 107_000, 21_400, 192_600, "V7", 12_600, 180_000),
        DocumentLine(SECOND, 1, "P-0002", 2000, 5_005, 0, 10_010, "EX81", 0, 10_010),
        DocumentLine(SECOND, 2, "P-0003", 1000, 2_000, 0, 2_000, "EX81", 0, 2_000),
    ]
    rows["line_allocations"] = [
        LineAllocation(
            FIRST, 1, 1, CLOTH, "CM-0001", 1, 2000, 214_000, 21_400, 0, 192_600, 12_600, 2500, 30_000, 0, 150_000
        ),
        LineAllocation(SECOND, 1, 1, TEA, "CM-0002", 1, 2000, 10_010, 0, 0, 10_010, 0, 2500, 2_502, 0, 7_508),
        LineAllocation(SECOND, 2, 1, None, None, None, 1000, 2_000, 0, 0, 2_000, 0, None, 0, 0, 0),
    ]
    rows["payments"] = [
        Payment(FIRST, 1, "card", 100_000, None, None, 0, "A-118"),
        Payment(FIRST, 2, "promptpay", 92_600, None, None, 0, "2026112099", "U2"),
        Payment(SECOND, 1, "cash", 12_000, 20_000, 8_000, -10),
    ]
    rows["stock_movements"] = [
        move("M-001", CLOTH, "receive", 5000),
        move("M-002", TEA, "receive", 10_000),
        move("M-003", CLOTH, "sale", -2000, doc_id=FIRST),
        move("M-004", TEA, "sale", -2000, doc_id=SECOND),
    ]
    rows["stock_levels"] = [
        StockLevel("CM", CLOTH, "sellable", 0, 5000, 2000, 3000),
        StockLevel("CM", TEA, "sellable", 0, 10_000, 2000, 8000),
    ]
    rows["producer_ledger"] = [
        LedgerEntry("L-001", "CM-0001", "sale", 150_000, 150_000, "CM01-1-690000001", at(20)),
        LedgerEntry("L-002", "CM-0002", "sale", 7_508, 7_508, "CM01-1-690000002", at(20)),
    ]
    rows["cash_movements"] = [CashMovement("C-001", "CM01", 1, "float", 200_000, "U1")]
    rows["closings"] = [
        Closing(
            "CM", "CM01", 1, 1, date(2026, 11, 20), at(20, 2), at(20, 11), "U1",
            "CM01-1-690000001", "CM01-1-690000002", 2, 204_610, 12_600, 192_010, 212_000, 211_900, -100,
        )
    ]  # fmt: skip
    return with_totals(rows)


def second_day() -> Rows:
    """CM01-1-R690000001: one of the cloths comes back, damaged, for cash."""
    rows = _snapshots()
    refund = {"doc_type": "REFUND", "ref_doc_id": FIRST, "reason_code": "ผ้ามีตำหนิ", "approver_id": "U2"}
    rows["documents"] = [document(THIRD, "CM01-1-R690000001", day=21, z_no=2, gross_printed=-96_300, **refund)]
    rows["document_lines"] = [
        DocumentLine(
            THIRD, 1, "P-0001", -1000, 107_000, -10_700, -96_300, "V7", -6_300, -90_000, ref_line_no=1
        )
    ]  # fmt: skip
    rows["line_allocations"] = [
        LineAllocation(
            THIRD, 1, 1, CLOTH, "CM-0001", 1, -1000, -107_000, -10_700, 0, -96_300, -6_300, 2500, -15_000, 0, -75_000, 1
        )
    ]
    rows["payments"] = [Payment(THIRD, 1, "cash", -96_300, -96_300, 0, 0)]
    rows["stock_movements"] = [move("M-005", CLOTH, "sale_return", 1000, day=21, bucket="quarantine", doc_id=THIRD)]
    rows["stock_levels"] = [
        StockLevel("CM", CLOTH, "quarantine", 0, 1000, 0, 1000),
        StockLevel("CM", CLOTH, "sellable", 3000, 0, 0, 3000),
        StockLevel("CM", TEA, "sellable", 8000, 0, 0, 8000, 8000),
    ]
    rows["producer_ledger"] = [
        LedgerEntry("L-003", "CM-0001", "refund", -75_000, 75_000, "CM01-1-R690000001", at(21)),
    ]
    rows["cash_movements"] = [CashMovement("C-002", "CM01", 2, "float", 200_000, "U1")]
    rows["closings"] = [
        Closing(
            "CM", "CM01", 2, 1, date(2026, 11, 21), at(21, 2), at(21, 11), "U1",
            None, None, 1, -96_300, -6_300, -90_000, 103_700, 103_700, 0,
        )
    ]  # fmt: skip
    return with_totals(rows)


def empty_day() -> Rows:
    return {table.name: [] for table in TABLES}


def with_totals(rows: Rows) -> Rows:
    totals = add_up(rows["documents"], rows["document_lines"], rows["line_allocations"], rows["payments"])
    return rows | {"closing_totals": totals}


def change(rows: Rows, table: str, index: int, **values: Any) -> None:
    rows[table][index] = replace(rows[table][index], **values)


def document(doc_id: UUID, doc_no: str, *, day: int = 20, z_no: int = 1, **values: Any) -> Document:
    standard = {
        "doc_id": doc_id,
        "doc_no": doc_no,
        "shop_id": "CM",
        "till_id": "CM01",
        "z_no": z_no,
        "epoch": 1,
        "doc_type": "SALE",
        "started_at": None,
        "finished_at": at(day, 3, 15),
        "business_date": date(2026, 11, day),
        "operator_id": "U1",
    }
    return Document(**standard | values)


def move(movement_id: str, lot_code: str, kind: str, qty: int, *, day: int = 20, **values: Any) -> StockMovement:
    standard = {
        "movement_id": movement_id,
        "shop_id": "CM",
        "lot_code": lot_code,
        "bucket": "sellable",
        "kind": kind,
        "qty": qty,
        "at": at(day, 3, 15),
        "business_date": date(2026, 11, day),
        "operator_id": "U1",
    }
    return StockMovement(**standard | values)


def _snapshots() -> Rows:
    received = date(2026, 11, 20)
    return empty_day() | {
        "products": [
            ProductSnapshot("P-0001", "ผ้าคลุมไหล่ ลาย “ดอกพิกุล”", "Shawl", "cloth", "piece", "V7", 107_000, 5),
            ProductSnapshot("P-0002", "ชาอัสสัม, ใบเล็ก", None, "drink", "bag", "EX81", 5_005, 4, "มผช. 120/2558"),
            ProductSnapshot("P-0003", 'สบู่ "น้ำผึ้ง"', "Honey soap", "herb", "piece", "EX81", 2_000),
        ],
        "producers": [
            ProducerSnapshot(
                "CM-0001", "กลุ่มทอผ้าบ้านตาล", "Ban Tan weavers", "community",
                "501603", "บ้านตาล", "ฮอด", "เชียงใหม่", False, "500101-ก001", 5,
            ),
            ProducerSnapshot("CM-0002", "ไร่ชาแม่แตง", None, "sme", None, None, None, None, True),
        ],
        "lots": [
            LotSnapshot(CLOTH, "CM-0001", "P-0001", 1, "CM-G690000001", None, None, None, received, 5000, 107_000),
            LotSnapshot(
                TEA, "CM-0002", "P-0002", 1, "CM-G690000002",
                "T-9", received, date(2027, 11, 20), received, 10_000, 5_005,
            ),
        ],
        "vat_codes": [VatCode("EX81", "ยกเว้นตามมาตรา 81", 0), VatCode("V7", "VAT 7 %", 700)],
        "operators": [OperatorSnapshot("U1", "นงนุช", "cashier"), OperatorSnapshot("U2", "ประเสริฐ", "manager")],
        "tills": [TillSnapshot("CM01", "CM", 1, "เคาน์เตอร์หน้า", None)],
    }  # fmt: skip
