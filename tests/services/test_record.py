"""Producers and products put right: found by their new names, posted papers as they were."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import Missing, NotFound, TextTooLong, UnitInUse
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.domain.vat import VatClass
from otop_pos.services.agreement import list_agreements
from otop_pos.services.bank_account import enter_bank
from otop_pos.services.photo import keep_photo, photo_of
from otop_pos.services.producer import add_agreement, add_producer, read_agreement, read_producer
from otop_pos.services.producer_record import change_producer, list_producers
from otop_pos.services.product import add_product, find_products
from otop_pos.services.product_record import change_product, list_products
from otop_pos.services.sale import read_sale
from otop_pos.services.standard import save_standard
from otop_pos.services.till_event import list_events
from tests.books import contents
from tests.factories import NOW, TODAY, SmallShop
from tests.services.pictures import jpeg


def by(shop: SmallShop) -> dict[str, object]:
    return {"till": "CM01", "user": shop.manager, "at": NOW}


def test_everything_of_a_maker_may_change_but_its_code(shop: SmallShop) -> None:
    wanted = replace(
        shop.weaver,
        code="CM-9999",
        name_th="กลุ่มทอผ้าบ้านใหม่",
        name_en="Ban Mai",
        kind=ProducerKind.SME,
        place=Place("501403", "ป่าไผ่", "สันทราย", "เชียงใหม่", "Pa Phai", "San Sai", "Chiang Mai", "50210"),
        phone="081-234-5678",
        line_id="@banmai",
        tax_id="0994000617721",
        vat_registered=True,
        otop_no="500101-123",
        stars=4,
        story_th="ทอผ้ามาสามรุ่น",
        story_en="Three generations",
    )
    changed = shop.database.run(change_producer, wanted, **by(shop))
    assert changed == replace(wanted, code="CM-0001")
    assert shop.database.run(read_producer, shop.weaver.id) == changed


@pytest.mark.parametrize("typed", ["บ้านใหม่", "BAN mai", "ป่าไผ่", "cm-0001"])
def test_a_maker_is_found_by_the_new_names(sqlite_shop: SmallShop, typed: str) -> None:
    place = replace(sqlite_shop.weaver.place, tambon_th="ป่าไผ่")
    wanted = replace(sqlite_shop.weaver, name_th="กลุ่มทอผ้าบ้านใหม่", name_en="Ban Mai", place=place)
    sqlite_shop.database.run(change_producer, wanted, **by(sqlite_shop))
    (found,) = sqlite_shop.database.run(list_producers, typed, TODAY)
    assert found.producer.id == sqlite_shop.weaver.id


def test_goods_are_found_by_their_makers_new_name(shop: SmallShop) -> None:
    shop.database.run(change_producer, replace(shop.weaver, name_th="กลุ่มดอยหลวง"), **by(shop))
    assert len(shop.database.run(find_products, "ดอยหลวง")) == 2
    assert shop.database.run(find_products, "บ้านตาล") == ()
    assert shop.database.run(find_products, "P000001")[0].id == shop.cloth.id


def test_a_printed_paper_stays_what_it_was(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    sale = shop.sell(("P000001", 1_000))
    shop.database.run(change_producer, replace(shop.weaver, name_th="ชื่ออื่น"), **by(shop))
    changed = replace(shop.cloth, name_th="ผ้าอื่น", category=Category.CRAFT, price=1, vat_class=VatClass.EX81)
    shop.database.run(change_product, changed, **by(shop))
    again = shop.database.run(read_sale, sale.doc_no)
    assert (again.net, again.vat, again.lines[0].name_th) == (sale.net, sale.vat, shop.cloth.name_th)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"name_th": " "}, Missing), ({"id": 4711}, NotFound), ({"story_th": "ก" * 301}, TextTooLong)],
)
def test_a_maker_that_cannot_be_so_is_left_as_it_was(
    sqlite_shop: SmallShop, changes: dict[str, object], refusal: type[Exception]
) -> None:
    before = contents(sqlite_shop.database)
    with pytest.raises(refusal):
        sqlite_shop.database.run(change_producer, replace(sqlite_shop.weaver, **changes), **by(sqlite_shop))
    assert contents(sqlite_shop.database) == before


def test_the_list_tells_who_needs_looking_after(shop: SmallShop) -> None:
    new = shop.database.run(add_producer, Producer("CM-0003", "กลุ่มใหม่"))
    left = shop.database.run(add_producer, Producer("CM-0000", "กลุ่มเก่า", active=False))
    lapsing = Standard(shop.farmer.id, StandardKind.FDA, "50-2-01234", TODAY + timedelta(days=60), shop.honey.id)
    shop.database.run(save_standard, lapsing, **by(shop))
    shop.database.run(enter_bank, BankAccount(shop.weaver.id, "006", "1234567890", "นางคำ"), **by(shop))
    told = {
        brief.producer.id: (brief.products, brief.is_lapsing, brief.bank_waits, brief.is_unagreed)
        for brief in shop.database.run(list_producers, "", TODAY)
    }
    assert told == {
        shop.weaver.id: (2, False, True, False),
        shop.farmer.id: (1, True, False, False),
        new.id: (0, False, False, True),
        left.id: (0, False, False, True),
    }
    assert list(told)[-1] == left.id


def test_all_versions_of_the_terms_are_listed_the_newest_first(shop: SmallShop) -> None:
    first = shop.database.run(read_agreement, shop.weaver.id, TODAY)
    second = shop.database.run(add_agreement, replace(first, valid_from=date(2027, 1, 1), number="3/2570"))
    listed = shop.database.run(list_agreements, shop.weaver.id)
    assert listed == (second, replace(first, valid_to=date(2026, 12, 31)))
    assert shop.database.run(list_agreements, 4711) == ()


def test_everything_of_a_product_may_change_but_sku_maker_and_unit(shop: SmallShop) -> None:
    photo_id = shop.database.run(keep_photo, jpeg(), **by(shop))
    wanted = replace(
        shop.honey,
        sku="X",
        producer_id=shop.weaver.id,
        name_th="น้ำผึ้งป่า",
        name_en="Wild honey",
        category=Category.HERB,
        vat_class=VatClass.EX81,
        price=19_900,
        codes=("8850000000029", "8850000000036"),
        shelf_life_days=365,
        stars=5,
        standard="อย. 50-2-01234",
        restricted=True,
        photo_id=photo_id,
        story_th="จากดอย",
        story_en="From the hills",
        low_stock=5_000,
        topotop=True,
        creative=True,
    )
    changed = shop.database.run(change_product, wanted, **by(shop))
    assert changed == replace(wanted, sku="P000003", producer_id=shop.farmer.id)
    assert shop.database.run(list_products, shop.farmer.id) == (changed,)
    assert shop.database.run(photo_of, shop.honey.id) == jpeg()
    assert shop.database.run(find_products, "8850000000036") == (changed,)
    assert shop.database.run(find_products, "8850000000012") == ()
    (told,) = [event for event in shop.database.run(list_events, TODAY) if event.kind == "price_change"]
    assert (told.what, told.amount) == ("P000003 180.00 → 199.00", 1_900)


def test_the_unit_may_change_until_goods_were_counted_in_it(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    with pytest.raises(UnitInUse):
        shop.database.run(change_product, replace(shop.cloth, unit=Unit.METRE), **by(shop))
    new = shop.database.run(add_product, Product("P000009", "ด้าย", producer_id=shop.weaver.id, price=100))
    changed = shop.database.run(change_product, replace(new, unit=Unit.METRE), **by(shop))
    assert changed.unit is Unit.METRE


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"name_th": ""}, Missing), ({"id": 4711}, NotFound), ({"name_en": "ก" * 301}, TextTooLong)],
)
def test_a_product_that_cannot_be_so_is_left_as_it_was(
    sqlite_shop: SmallShop, changes: dict[str, object], refusal: type[Exception]
) -> None:
    before = contents(sqlite_shop.database)
    with pytest.raises(refusal):
        sqlite_shop.database.run(change_product, replace(sqlite_shop.cloth, **changes), **by(sqlite_shop))
    assert contents(sqlite_shop.database) == before
