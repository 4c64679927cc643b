"""Everything on the display can be read, in every size, light and dark, however long the names are."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.documents.qr_code import qr_modules
from otop_pos.domain.discount import Discount
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.promptpay import promptpay_payload
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import Basket, Offer, price
from otop_pos.domain.story import Story
from otop_pos.ui.display import CustomerDisplay
from otop_pos.ui.display.typesetting import BOLD, SEMIBOLD, set_text
from otop_pos.ui.display.words import Words
from otop_pos.ui.dress import dress
from otop_pos.ui.style import THEMES, Look
from tests.ui.display.eyes import faults, read_codes

SIZES = [(1024, 600), (1280, 800), (1366, 768), (1920, 1080), (800, 1280)]
SHOP = Words("ศูนย์ OTOP Select เชียงใหม่", "OTOP Select Chiang Mai")
LONG_TH = 'เครื่องประดับลูกปัดแก้ว"ลีลาวดีริมฝั่งน้ำปิง" (ร้อยมือเป็นชุดฎีกา)'
LONG_EN = "Glass bead jewellery “Frangipani on the bank of the Ping” (a set strung by hand)"
MAKER_TH = "วิสาหกิจชุมชนกลุ่มแม่บ้านเกษตรกรแปรรูปผลิตผลทางการเกษตรและสมุนไพรพื้นบ้าน"
MAKER_EN = "Housewives’ Community Enterprise for Agricultural Processing and Local Herbs"
TEXT_TH = "เราปลูกครามเองหลังบ้าน หมักในหม้อดินที่แม่ส่งต่อมาสามรุ่น แล้วทอด้วยกี่พื้นเมืองวันละไม่ถึงหนึ่งเมตร " * 2
TEXT_EN = "We grow our indigo behind the house and ferment it in clay jars handed down for three generations. " * 2
STORY = Story(LONG_TH, LONG_EN, MAKER_TH, MAKER_EN, "ต.อุโมงค์ อ.เมืองลำพูน จ.ลำพูน", "Umong, Lamphun", 5)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def display(request, qtbot, qapp):
    display = CustomerDisplay(SHOP)
    qtbot.addWidget(display)
    display.resize(*request.param)
    display.show()
    QApplication.processEvents()
    return display


def bill(count):
    """Lines of the longest names, dear, measured and discounted."""
    basket = Basket()
    for number in range(count):
        unit = Unit.METRE if number % 2 else Unit.PIECE
        product = Product(f"P{number}", LONG_TH, LONG_EN, unit=unit, price=9_999_900, id=number + 1)
        basket = basket.add(Offer(product, Producer("CM-0001", MAKER_TH), product.price), 12_500)
    lines = tuple(replace(line, discount=Discount(basis_points=1000)) for line in basket.lines)
    basket = replace(basket, lines=lines)
    return basket, price(basket, True, date(2026, 11, 22))


def tell(display, story):
    """Past the product to what its maker says."""
    display.show_idle([story])
    display.idle.turn()


PAGES = {
    "welcome": lambda display: display.show_idle(()),
    "story": lambda display: display.show_idle([STORY]),
    "maker's words": lambda display: tell(display, replace(STORY, text_th=TEXT_TH, text_en=TEXT_EN)),
    "few words": lambda display: tell(display, replace(STORY, text_th="ทอด้วยใจ")),
    "Thai only": lambda display: display.show_idle([Story("น้ำผึ้ง", "", "บ้านผึ้ง", "", "", "")]),
    "one line": lambda display: display.show_bill(*bill(1)),
    "many lines": lambda display: display.show_bill(*bill(12)),
    "to pay": lambda display: display.show_paying(999_999_99, 0, 999_999_99),
    "partly paid": lambda display: display.show_paying(999_999_99, 100_000_00, 899_999_99),
    "cash rounded": lambda display: display.show_paying(100_30, 0, 100_25),
    "covered": lambda display: display.show_paying(999_999_99, 1_000_000_00, 0),
    "code": lambda display: display.show_qr(999_999_99, qr_modules(promptpay_payload("0994000617721", 99_999_999))),
    "change": lambda display: display.show_change(999_999_99),
    "paid": lambda display: display.show_change(0, 999_999_99),
    "refund": lambda display: display.show_refund(999_999_99),
}


@pytest.mark.parametrize("show", PAGES.values(), ids=PAGES.keys())
def test_no_text_is_cut_off_or_runs_into_another(display, show):
    show(display)
    display.grab()
    assert display.page.words
    assert faults(display.page) == []


def test_under_the_band_of_practice_there_is_still_room(display):
    display.mark_training(True)
    display.show_bill(*bill(12))
    display.grab()
    assert faults(display.page) == []
    assert faults(display.training) == []


def test_the_marked_line_is_always_in_sight(display):
    basket, priced = bill(12)
    display.show_bill(basket, priced)
    for number in (11, 5, 0):
        line = basket.lines[number]
        basket = basket.with_line(number, replace(line, qty=line.qty + 77_000))
        display.show_bill(basket, price(basket, True, date(2026, 11, 22)))
        display.grab()
        assert display.bill.newest == number
        assert any(each.startswith("89") for each in display.page.words)
        assert faults(display.page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_code_can_be_photographed_in_every_size_and_light(display, theme, qapp):
    dress(qapp, Look(THEMES[theme]))
    payload = promptpay_payload("0994000617721", 384_100)
    display.show_qr(384_100, qr_modules(payload))
    assert read_codes(display) == [payload]


def test_thai_is_broken_between_words_and_evenly():
    text = set_text("ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม", 60, BOLD, 560, most=2)
    assert text.lines == ("ผ้าคลุมไหล่ฝ้าย", "ทอมือย้อมคราม")
    assert not text.is_cut


def test_a_quote_stays_with_what_it_opens_and_closes():
    text = set_text(LONG_TH, 40, SEMIBOLD, 420, most=3)
    assert text.lines == ("เครื่องประดับลูกปัดแก้ว", '"ลีลาวดีริมฝั่งน้ำปิง"', "(ร้อยมือเป็นชุดฎีกา)")


def test_long_text_gets_smaller_before_it_is_cut():
    text = set_text(LONG_TH, 40, SEMIBOLD, 300, most=3)
    assert 20 <= text.size < 40
    assert "".join(text.lines).replace(" ", "") == LONG_TH.replace(" ", "")
    assert set_text(LONG_TH * 9, 40, SEMIBOLD, 420, most=3).is_cut


def test_the_stories_change_by_themselves(display, qtbot):
    display.show_idle([STORY, replace(STORY, product_en="The next one")])
    display.idle._clock.setInterval(10)
    display.idle.run(False)
    display.idle.run(True)
    qtbot.waitUntil(lambda: display.idle.story.product_en == "The next one", timeout=2000)


def test_what_the_maker_says_comes_after_the_product_and_stays_longer(display):
    display.show_idle([replace(STORY, text_th="ทอด้วยใจ"), replace(STORY, product_en="The next one")])
    display.grab()
    assert "ทอด้วยใจ" not in display.page.words
    display.idle.turn()
    display.grab()
    assert "ทอด้วยใจ" in display.page.words
    assert display.idle._clock.interval() == 14_000
    display.idle.turn()
    assert display.idle.story.product_en == "The next one"
    assert display.idle._clock.interval() == 8_000


def test_the_stories_wait_while_a_customer_is_served(display):
    display.show_idle([STORY, STORY])
    assert display.idle._clock.isActive()
    display.show_paying(100, 0, 100)
    assert not display.idle._clock.isActive()
