"""The paper a producer signs: every field, the terms in words, as many pages as it takes."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from otop_pos.documents.grn_pdf import grn_pdf
from otop_pos.domain.agreement import AgreementRate, Rate
from otop_pos.domain.barcode import human_digits
from otop_pos.domain.quantity import Unit
from tests.documents.papers import (
    AT,
    HARD_THAI,
    HOSTILE,
    agreement,
    delivery_lines,
    grn,
    grn_line,
    long_delivery,
    producer,
    product,
    shop,
)
from tests.documents.reading import letters_outside, metadata, page_texts, pages, squeezed, text
from tests.documents.statements import jpeg


def test_all_that_was_agreed_is_on_the_paper() -> None:
    words = squeezed(grn_pdf(grn(), shop()))
    for field in (
        "ใบรับสินค้าฝากขาย",
        "CM-G690000042",
        "22กันยายน2569·14:35น.",
        "ต้นฉบับ",
        "0994000617721",
        "กลุ่มทอผ้าบ้านตาล",
        "CM-0042·กลุ่มผู้ผลิตชุมชน",
        "ต.บ้านตาลอ.ฮอดจ.เชียงใหม่50240",
        "0812345678",
        "ฉบับที่2เริ่ม1มกราคม2569",
        "ศูนย์ได้25%ของราคาก่อนภาษี",
        "ส่วนลดศูนย์รับเอง",
        "ครบกำหนดฝากขาย21มีนาคม2570",
        "(สมศักดิ์)",
        "ผู้ส่งมอบ",
        "ผู้รับ",
    ):
        assert field in words


def test_each_line_shows_counts_price_due_value_and_lot() -> None:
    words = text(grn_pdf(grn(), shop()))
    for line in delivery_lines():
        assert human_digits(line.lot_code) in words
        assert line.product.name_th in words
    for part in ("18 ชิ้น", "25.50 ม.", "623.80", "รุ่น K-5", "ผลิต 01/09/2569", "หมดอายุ 30/06/2570", "ไม่รับ: ตะเข็บหลุด"):
        assert part in words


def test_the_sums_are_of_what_was_accepted() -> None:
    lines = (grn_line(1, product("ย่าม", price=10000), 3000, 7000, due_per_unit=7001, agreed_value=0),)
    words = text(grn_pdf(grn(lines), shop()))
    assert "มูลค่าตามราคาขาย (1 รายการ) 300.00" in words
    assert "210.03" in words
    assert "(สองร้อยสิบบาทสามสตางค์)" in words


def test_a_rejected_product_has_no_lot() -> None:
    lines = (grn_line(1, product("ย่าม"), 0, 5000),)
    words = text(grn_pdf(grn(lines), shop()))
    assert "ไม่รับ: ตะเข็บหลุด" in words
    assert "20 0119" not in words


def test_many_lines_go_over_several_pages_with_head_and_number_on_each() -> None:
    papers = page_texts(grn_pdf(grn(long_delivery(60)), shop()))
    assert len(papers) > 3
    for number, page in enumerate(papers, start=1):
        assert f"หน้า {number}/{len(papers)}" in page
        assert "ผู้ผลิตได้/หน่วย" in page
        assert "CM-G690000042" in page
    assert all(f"ลายที่ {number} " in "\n".join(papers) for number in range(1, 61))


@pytest.mark.parametrize("count", range(1, 40))
def test_nobody_signs_a_page_without_goods(count: int) -> None:
    signed = page_texts(grn_pdf(grn(long_delivery(count)), shop()))[-1]
    assert "ผู้ส่งมอบ" in signed
    assert f"ลายที่ {count} " in signed


def test_the_copy_says_so() -> None:
    words = text(grn_pdf(grn(), shop(), copy="สำเนา"))
    assert "สำเนา" in words
    assert "ต้นฉบับ" not in words


@pytest.mark.parametrize("name", [*HARD_THAI, *HOSTILE])
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    line = grn_line(1, product(name), 1000, 1000, reject_reason=name, batch=name)
    words = squeezed(grn_pdf(grn((line,), producer=producer(name_th=name)), shop()))
    assert words.count("".join(name.split())) >= 4


@pytest.mark.parametrize("name", ["กี่" * 100, "W" * 300, "ผ้าไหม 😀 中国 " * 20])
def test_the_longest_names_and_amounts_stay_on_their_pages(name: str) -> None:
    rates = tuple(AgreementRate(Rate(basis_points=2500), product_id=number or None) for number in range(40))
    lines = tuple(
        grn_line(
            number,
            product(name, price=99_999_999_99, standard=name, id=number),
            99_999_000,
            1000,
            reject_reason=name,
            batch=name,
        )
        for number in range(1, 40)
    )
    delivery = grn(
        lines, producer=producer(name_th=name, address=name), agreement=agreement(rates=rates), received_by=name
    )
    pdf = grn_pdf(delivery, shop(name_th=name, legal_name=name, address_th=name))
    assert list(letters_outside(pdf)) == []
    assert f"หน้า {pages(pdf)}/{pages(pdf)}" in text(pdf)


def test_the_same_note_is_the_same_file_to_the_byte() -> None:
    assert grn_pdf(grn(), shop()) == grn_pdf(grn(), shop())


def test_the_file_says_what_it_is() -> None:
    assert metadata(grn_pdf(grn(), shop()))["Title"] == "ใบรับสินค้าฝากขาย CM-G690000042"


def test_the_term_is_counted_from_the_day_of_receiving() -> None:
    short = grn(agreement=agreement(term_days=30, valid_from=date(2026, 9, 1)))
    pdf = grn_pdf(short, shop())
    assert "ครบกำหนดฝากขาย 22 ตุลาคม 2569" in text(pdf)
    assert pages(pdf) == 1


def test_a_note_taken_back_says_since_when_by_whom_and_why() -> None:
    taken_back = grn(reversed_at=AT, reversed_by="ศิริพร", reverse_reason="รับผิดราย")
    words = squeezed(grn_pdf(taken_back, shop(), "สำเนา 1"))
    assert "ยกเลิก22กันยายน2569" in words
    assert "โดยศิริพร:รับผิดราย" in words
    assert "ยกเลิก" not in squeezed(grn_pdf(grn(), shop()))


def test_the_number_of_the_signed_agreement_and_the_rolls_stand_on_it() -> None:
    rolls = grn_line(1, product("ผ้าทอ", unit=Unit.METRE), 25500, pieces=3)
    words = squeezed(grn_pdf(grn((rolls,), agreement=replace(agreement(), number="3/2569")), shop()))
    assert "สัญญา3/2569ฉบับที่2" in words
    assert "3ม้วน/กล่อง" in words


def test_goods_are_shown_by_their_picture_or_their_tile() -> None:
    photo = uuid4()
    lines = (grn_line(1, product("ผ้าทอ"), photo_id=photo), grn_line(2, product("ย่าม")))
    plain, shown = grn_pdf(grn(lines), shop()), grn_pdf(grn(lines), shop(), photos={photo: jpeg()})
    assert "ผท" in squeezed(plain)
    assert "ผท" not in squeezed(shown)
    assert "ยม" in squeezed(shown)
    assert shown.count(jpeg()) == 1
    assert grn_pdf(grn(lines), shop(), photos={photo: b"no picture at all"}) == plain


def test_a_line_shows_the_products_own_picture_when_it_has_none_of_its_own() -> None:
    photo = uuid4()
    lines = (grn_line(1, product("ผ้าทอ", photo_id=photo)),)
    assert grn_pdf(grn(lines), shop(), photos={photo: jpeg()}).count(jpeg()) == 1


def test_every_standard_and_the_labels_printed_are_on_it() -> None:
    goods = grn_line(1, product("สบู่คราม"), 12000, standards=("มผช. 197/2557", "ฮาลาล 12/2569"))
    rolls = grn_line(2, product("ผ้าทอ", unit=Unit.METRE), 25500, pieces=3)
    rejected = grn_line(3, product("ย่าม"), 0, 5000)
    words = squeezed(grn_pdf(grn((goods, rolls, rejected)), shop()))
    assert "มผช.197/2557ฮาลาล12/2569" in words.replace("·", "")
    assert words.count("มผช.197/2557") == 3
    assert "ป้าย12ดวง" in words
    assert "ป้าย3ดวง" in words
    assert "ป้ายสินค้าที่พิมพ์15ดวง" in words


def test_what_happens_at_the_end_and_with_losses_stands_where_both_sign() -> None:
    words = squeezed(grn_pdf(grn(), shop()))
    assert words.count("ของหายหรือเสียหายศูนย์ชดใช้ตามมูลค่าที่ตกลง") == 1
    assert words.index("ครบกำหนดฝากขาย") < words.index("ของหายหรือเสียหาย") < words.index("ผู้ส่งมอบ")
    assert "ของที่ขายไม่หมดโทรถามผู้ผลิตก่อนเสมอ" in words


def test_english_stands_beside_thai_where_it_is_asked_for() -> None:
    both = text(grn_pdf(grn(), shop(), language="th-en"))
    for word in ("Agreed value", "Delivered by", "The centre keeps 25%", "Ban Tan weavers"):
        assert word in both
        assert word not in text(grn_pdf(grn(), shop()))
