"""Makers: registered once, found by any part of their names."""

import pytest

from otop_pos.domain.errors import AlreadyExists, BadCode, Missing, NotFound, TextTooLong, Unwritable
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.services.producer import add_producer, find_producers, next_producer_code, read_producer
from tests.books import change
from tests.factories import SmallShop

FULL = Producer(
    code="CM-0042",
    name_th="กลุ่มจักสานบ้านโป่ง",
    name_en="Ban Pong Basketry",
    kind=ProducerKind.SME,
    place=Place("501403", "ป่าไผ่", "สันทราย", "เชียงใหม่", "Pa Phai", "San Sai", "Chiang Mai", "50210"),
    address="12 หมู่ 4",
    phone="081-234-5678",
    line_id="banpong",
    tax_id="0994000617721",
    vat_registered=True,
    otop_no="500101-123",
    stars=5,
)


def names(shop: SmallShop, typed: str) -> list[str]:
    return [producer.name_th for producer in shop.database.run(find_producers, typed)]


def test_everything_of_a_maker_is_kept(shop: SmallShop) -> None:
    saved = shop.database.run(add_producer, FULL)
    assert saved.id
    assert shop.database.run(read_producer, saved.id) == saved
    assert Producer(**{**_fields(saved), "id": 0}) == FULL


def test_a_code_is_given_once_even_after_its_maker_left(shop: SmallShop) -> None:
    change(shop.database, "UPDATE producer SET active = false WHERE code = 'CM-0001'")
    for code in ("CM-0001", "cm-0001", " CM-0001 "):
        with pytest.raises(AlreadyExists):
            shop.database.run(add_producer, Producer(code, "อีกกลุ่ม"))


@pytest.mark.parametrize(
    ("producer", "refusal"),
    [
        (Producer("", "กลุ่ม"), Missing),
        (Producer("CM-0009", ""), Missing),
        (Producer("CM-0009", "\u200b \u200b"), Missing),
        (Producer("CM 0009", "กลุ่ม"), BadCode),
        (Producer("CM-0009", "=กลุ่ม"), Unwritable),
        (Producer("CM-0009", "กลุ่ม", phone="081\t234"), Unwritable),
        (Producer("CM-0009", "ก" * 301), TextTooLong),
        (Producer("CM-0009", "กลุ่ม", place=Place("1", "ก\x00")), Unwritable),
    ],
)
def test_a_maker_that_cannot_be_written_is_refused(
    sqlite_shop: SmallShop, producer: Producer, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        sqlite_shop.database.run(add_producer, producer)
    assert len(names(sqlite_shop, "")) == 2


@pytest.mark.parametrize("field", ["phone", "line_id", "otop_no", "tax_id", "address", "name_en"])
def test_a_long_text_is_kept_whole_on_both_databases(shop: SmallShop, field: str) -> None:
    saved = shop.database.run(add_producer, Producer(**{**_fields(FULL), field: "ก" * 300}))
    assert getattr(shop.database.run(read_producer, saved.id), field) == "ก" * 300


@pytest.mark.parametrize("typed", ["บ้านโป่ง", "PONG", "cm-0042", "จักสาน", " Ban Pong ", "ป่าไผ่"])
def test_any_part_of_a_name_code_or_place_finds_the_maker(shop: SmallShop, typed: str) -> None:
    shop.database.run(add_producer, FULL)
    assert names(shop, typed) == [FULL.name_th]


def test_makers_are_listed_by_code_and_those_who_left_not_at_all(shop: SmallShop) -> None:
    shop.database.run(add_producer, FULL)
    change(shop.database, "UPDATE producer SET active = false WHERE code = 'CM-0002'")
    assert [producer.code for producer in shop.database.run(find_producers, "")] == ["CM-0001", "CM-0042"]
    assert [producer.code for producer in shop.database.run(find_producers, "", limit=1)] == ["CM-0001"]


def test_the_next_code_follows_the_highest_of_the_shops_letters(shop: SmallShop) -> None:
    assert shop.database.run(next_producer_code, "CM") == "CM-0003"
    shop.database.run(add_producer, FULL)
    shop.database.run(add_producer, Producer("KK-0777", "กลุ่มขอนแก่น"))
    shop.database.run(add_producer, Producer("CM-OLD", "กลุ่มเก่า"))
    assert shop.database.run(next_producer_code, "CM") == "CM-0043"
    assert shop.database.run(next_producer_code, "SK") == "SK-0001"


def test_a_maker_nobody_knows_is_not_found(shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        shop.database.run(read_producer, 4711)


def _fields(producer: Producer) -> dict[str, object]:
    return {name: getattr(producer, name) for name in Producer.__slots__}
