"""Lists through the window: looked at, brought in, and taken back whole while nothing of them was used."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.errors import ImportSent, ImportUndone, ImportUsed, NotFound, NothingToImport, UnreadableFile
from otop_pos.domain.identity import new_id
from otop_pos.domain.import_list import ImportKind, ImportList, ImportPreview
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.till_event import EventKind
from otop_pos.services.bank_account import approve_bank, list_banks
from otop_pos.services.import_batch import import_list, list_imports, preview_import, save_rejected, undo_import
from otop_pos.services.nightly import send_day
from otop_pos.services.producer import find_producers, sign_agreement
from otop_pos.services.product import find_products
from otop_pos.services.receiving import post_delivery
from otop_pos.services.till_event import list_events
from tests.books import broken, contents
from tests.factories import NOW, TODAY, SmallShop, agreement

PRODUCTS = """ชื่อสินค้า,ราคา,หน่วย,ผู้ผลิต,รหัส,barcode
ชากุหลาบอินทรีย์,150,กล่อง,บ้านชา,TEA-1,8850123456787
ย่ามลายขิด,,ชิ้น,CM-0001,,
ผ้าขาวม้า,สองร้อย,ผืน,CM-0001,,
น้ำผึ้งป่า,๓๕๐.๐๐,ขวด,CM-0002,HONEY-1,
"""
PRODUCERS = """รหัส,ชื่อผู้ผลิต,ประเภท,ตำบล,อำเภอ,จังหวัด,โทรศัพท์,เลขประจำตัวผู้เสียภาษี,ธนาคาร,เลขที่บัญชี,ชื่อบัญชี,พร้อมเพย์
CM-0900,กลุ่มจักสานบ้านป่า,วิสาหกิจชุมชน,ต.บ้านตาล,ฮอด,เชียงใหม่,0812345678,1101700203451,กรุงไทย,123-4-56789-0,นางคำ ทอดี,
,บ้านดินเผา,SME,,,,812345679,,,,,081-234-5679
CM-0001,ซ้ำรหัส,,,,,,,,,,
,กลุ่มทอผ้าบ้านตาล,,หางดง,ฮอด,เชียงใหม่,,,,,,
,ไม่มีธนาคาร,,,,,,,,1234567890,,
,เลขบัญชีสั้น,,,,,,,กสิกรไทย,123,,
,เบอร์ผิด,,,,,โทรหน้าบ้าน,,,,,
"""


Lists = Callable[..., ImportList]


@pytest.fixture
def wanted(tmp_path: Path) -> Lists:
    def make(text: str, kind: ImportKind = ImportKind.PRODUCT, price: int | None = None) -> ImportList:
        file = tmp_path / f"{kind}.csv"
        file.write_text(text, encoding="utf-8-sig")
        return ImportList(file, kind, price)

    return make


def here(shop: SmallShop) -> dict[str, Any]:
    return {"till": shop.till, "user": shop.manager, "at": NOW}


def bring_in(shop: SmallShop, wanted: ImportList) -> ImportPreview:
    return shop.database.run(import_list, wanted, **here(shop))


def undo(shop: SmallShop, wanted: ImportList) -> None:
    shop.database.run(undo_import, wanted.key, **here(shop))


def test_a_look_changes_nothing_and_says_what_each_row_would_do(shop: SmallShop, wanted: Lists) -> None:
    before = contents(shop.database)
    preview = shop.database.run(preview_import, wanted(PRODUCTS))
    assert contents(shop.database) == before
    assert (preview.good, preview.bad, preview.new_producers, preview.lacks_prices) == (2, 2, 1, 1)
    assert [(row.row_no, row.name, row.price, bool(row.problems)) for row in preview.rows] == [
        (2, "ชากุหลาบอินทรีย์", 15_000, False),
        (3, "ย่ามลายขิด", None, True),
        (4, "ผ้าขาวม้า", None, True),
        (5, "น้ำผึ้งป่า", 35_000, False),
    ]
    assert "สองร้อย" in preview.rows[2].problems[0]


def test_good_rows_come_in_and_are_kept_as_one_list(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCTS, price=9_900)
    assert bring_in(shop, list_).good == 3
    (tea,) = shop.database.run(find_products, "TEA-1")
    assert (tea.price, tea.codes) == (15_000, ("8850123456787",))
    (batch,) = shop.database.run(list_imports)
    assert (batch.file_name, batch.producers, batch.products, batch.user) == ("product.csv", 1, 3, shop.manager.name)
    told = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.IMPORT]
    assert [each.what for each in told] == ["product.csv +1 +3"]
    assert broken(shop.database) == []


def test_pressing_twice_brings_it_in_once(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCTS)
    bring_in(shop, list_)
    once = contents(shop.database)
    bring_in(shop, list_)
    assert contents(shop.database) == once


def test_a_list_without_a_good_row_is_refused(shop: SmallShop, wanted: Lists) -> None:
    bring_in(shop, wanted(PRODUCTS))
    with pytest.raises(NothingToImport):
        bring_in(shop, wanted(PRODUCTS))


def test_taken_back_it_was_never_there(shop: SmallShop, wanted: Lists) -> None:
    def goods() -> dict[str, list[str]]:
        return {table: rows for table, rows in contents(shop.database).items() if table in TABLES}

    TABLES = ("product", "product_code", "producer", "producer_bank")
    before = goods()
    for list_ in (wanted(PRODUCTS, price=100), wanted(PRODUCERS, ImportKind.PRODUCER)):
        bring_in(shop, list_)
        assert goods() != before
        undo(shop, list_)
        assert goods() == before
        with pytest.raises(ImportUndone):
            undo(shop, list_)
    assert [batch.undone_by for batch in shop.database.run(list_imports)] == [shop.manager.name] * 2
    bring_in(shop, wanted(PRODUCTS))


def test_a_list_that_nobody_knows_cannot_be_taken_back(shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        shop.database.run(undo_import, new_id(), **here(shop))


def test_goods_that_were_received_keep_the_list_in(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCTS)
    bring_in(shop, list_)
    (honey,) = shop.database.run(find_products, "HONEY-1")
    line = DeliveryLine(honey.id, 1_000, 1_000, honey.price)
    shop.database.run(post_delivery, Delivery(honey.producer_id, (line,)), user=shop.manager, at=NOW)
    before = contents(shop.database)
    with pytest.raises(ImportUsed) as refused:
        undo(shop, list_)
    assert refused.value.what == "น้ำผึ้งป่า"
    assert contents(shop.database) == before


def test_a_signed_agreement_keeps_the_list_in(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCERS, ImportKind.PRODUCER)
    bring_in(shop, list_)
    (group,) = shop.database.run(find_producers, "CM-0900")
    shop.database.run(sign_agreement, agreement(group.id, TaxMode.NONE), user=shop.manager, at=NOW)
    with pytest.raises(ImportUsed):
        undo(shop, list_)


def test_products_of_another_list_keep_their_makers_in(shop: SmallShop, wanted: Lists) -> None:
    makers = wanted(PRODUCERS, ImportKind.PRODUCER)
    bring_in(shop, makers)
    bring_in(shop, wanted("ชื่อสินค้า,ราคา,ผู้ผลิต\nตะกร้า,100,CM-0900\n"))
    with pytest.raises(ImportUsed) as refused:
        undo(shop, makers)
    assert refused.value.what == "กลุ่มจักสานบ้านป่า"


def test_what_head_office_knows_is_not_taken_back(sqlite_shop: SmallShop, wanted: Lists, tmp_path: Path) -> None:
    list_ = wanted(PRODUCTS)
    bring_in(sqlite_shop, list_)
    sqlite_shop.close(at=NOW + timedelta(hours=1))
    send_day(sqlite_shop.database, tmp_path / "out")
    with pytest.raises(ImportSent):
        undo(sqlite_shop, list_)


def test_producers_come_in_with_all_that_is_said_of_them(shop: SmallShop, wanted: Lists) -> None:
    preview = bring_in(shop, wanted(PRODUCERS, ImportKind.PRODUCER))
    assert (preview.good, preview.bad) == (2, 5)
    assert [row.row_no for row in preview.rows if row.problems] == [4, 5, 6, 7, 8]
    (group,) = shop.database.run(find_producers, "CM-0900")
    assert (group.name_th, group.kind, group.phone) == ("กลุ่มจักสานบ้านป่า", "community", "0812345678")
    assert (group.place.code, group.place.postcode, group.place.tambon_th) == ("501603", "50240", "บ้านตาล")
    (potter,) = shop.database.run(find_producers, "บ้านดินเผา")
    assert (potter.code, potter.kind, potter.phone) == ("CM-0003", "sme", "0812345679")


def test_an_imported_account_waits_for_a_second_person(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCERS, ImportKind.PRODUCER)
    bring_in(shop, list_)
    (group,) = shop.database.run(find_producers, "CM-0900")
    (bank,) = shop.database.run(list_banks, group.id)
    assert (bank.bank, bank.account, bank.account_name, bank.is_approved) == ("006", "1234567890", "นางคำ ทอดี", False)
    (potter,) = shop.database.run(find_producers, "บ้านดินเผา")
    (promptpay,) = shop.database.run(list_banks, potter.id)
    assert (promptpay.promptpay, promptpay.account_name) == ("0812345679", "บ้านดินเผา")


def test_an_approved_account_keeps_the_list_in(shop: SmallShop, wanted: Lists) -> None:
    from otop_pos.services.user import add_user

    list_ = wanted(PRODUCERS, ImportKind.PRODUCER)
    bring_in(shop, list_)
    (group,) = shop.database.run(find_producers, "CM-0900")
    (bank,) = shop.database.run(list_banks, group.id)
    second = shop.database.run(add_user, "NOI", "น้อย", "manager")
    shop.database.run(approve_bank, bank.id, **{**here(shop), "user": second})
    with pytest.raises(ImportUsed):
        undo(shop, list_)


def test_rows_that_stay_out_go_into_a_file_that_can_be_mended(shop: SmallShop, wanted: Lists, tmp_path: Path) -> None:
    list_ = wanted(PRODUCTS)
    preview = bring_in(shop, list_)
    path = save_rejected(list_, preview, tmp_path / "papers", NOW)
    sheet = load_workbook(path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][2:] == ["ชื่อสินค้า", "ราคา", "หน่วย", "ผู้ผลิต", "รหัส", "barcode"]
    assert [(row[1], row[2]) for row in rows[1:]] == [(3, "ย่ามลายขิด"), (4, "ผ้าขาวม้า")]
    assert "สองร้อย" in rows[2][0]
    for row, price in ((2, "199"), (3, "200")):
        sheet.cell(row, 4).value = price
    mended = tmp_path / "mended.xlsx"
    sheet.parent.save(mended)
    assert bring_in(shop, ImportList(mended)).good == 2


def test_a_workbook_is_read_as_people_fill_it(shop: SmallShop, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["รายการสินค้า OTOP ปี 2569"])
    sheet.append([])
    sheet.append(["ลำดับ", "ชื่อสินค้า", "ราคา (บาท)", "ผู้ผลิต", "barcode"])
    sheet.append([1, "ตะกร้าหวาย", 1250.5, "CM-0001", 8850123456787])
    sheet.append([2, "=ไม่ใช่สูตร", 99, "CM-0001", None])
    sheet.append([None, None, None, None, None])
    sheet.append([3, "พัดใบลาน", 45, "CM-0001", None])
    sheet.cell(5, 2).data_type = "s"
    file = tmp_path / "list.xlsx"
    book.save(file)
    preview = bring_in(shop, ImportList(file))
    assert [(row.row_no, row.price, bool(row.problems)) for row in preview.rows] == [
        (4, 125_050, False),
        (5, None, True),
        (7, 4_500, False),
    ]
    (basket,) = shop.database.run(find_products, "8850123456787")
    assert basket.name_th == "ตะกร้าหวาย"


@pytest.mark.parametrize("kind", ImportKind)
def test_what_is_no_list_is_refused(shop: SmallShop, tmp_path: Path, kind: ImportKind) -> None:
    file = tmp_path / "photo.xlsx"
    for data in (b"PK\x03\x04broken", b"\xff\xd8\xff\xe0picture", b"a,b\n1,2\n"):
        file.write_bytes(data)
        with pytest.raises(UnreadableFile):
            shop.database.run(preview_import, ImportList(file, kind))


def test_only_the_list_is_looked_at_again_not_the_price_before(shop: SmallShop, wanted: Lists) -> None:
    list_ = wanted(PRODUCTS)
    assert shop.database.run(preview_import, list_).good == 2
    assert shop.database.run(preview_import, replace(list_, default_price=5_000)).good == 3
