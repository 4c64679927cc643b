"""Alcohol: only in its hours, only to who is old enough, asked once per bill."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.services.product import add_product
from otop_pos.services.sale import list_sales
from tests.factories import NOW, TODAY
from tests.ui.hands import press, scan, type_slowly

SPIRIT, SHAWL, HONEY = "P000020", "P000001", "P000003"
EVENING = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
"""18:00 in Chiang Mai."""


@pytest.fixture(autouse=True)
def spirit(shop):
    product = Product(SPIRIT, "สาโทข้าวเหนียว", "Rice wine", Category.DRINK, Unit.BOTTLE, price=15_000, restricted=True)
    product = shop.database.run(add_product, replace(product, producer_id=shop.farmer.id))
    shop.receive(product, 9_000)
    return product


@pytest.fixture
def evening(desk):
    desk.now = lambda: EVENING


def skus(front):
    return [line.offer.product.sku for line in front.sell.bill.basket.lines]


def test_in_the_afternoon_it_is_refused_with_the_reason_and_the_next_moment(front):
    scan(front.window, SHAWL)
    scan(front.window, SPIRIT)
    assert skus(front) == [SHAWL]
    said = front.sell.message_bar.text()
    assert "Rice wine" in said
    assert "17:00" in said
    assert not front.sell.bill.age_question.is_open


def test_on_a_banned_day_it_is_refused_at_any_hour(front, desk, evening):
    desk.shop = replace(desk.shop, banned_days=(TODAY,))
    scan(front.window, SPIRIT)
    assert skus(front) == []
    assert "a day without alcohol" in front.sell.message_bar.text()


def test_in_the_evening_the_age_is_asked_once_per_bill(front, shop, evening):
    scan(front.window, SPIRIT)
    assert skus(front) == []
    assert front.sell.bill.age_question.is_open
    press(front.window, Qt.Key.Key_Return)
    assert skus(front) == [SPIRIT]
    scan(front.window, SPIRIT)
    assert not front.sell.bill.age_question.is_open
    assert front.sell.bill.basket.lines[0].qty == 2000
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "300", enter=True)
    assert shop.database.run(list_sales, "CM01")[0].net == 30_000
    scan(front.window, SPIRIT)
    assert front.sell.bill.age_question.is_open


def test_no_keeps_it_off_the_bill_and_says_so(front, evening):
    scan(front.window, SHAWL)
    scan(front.window, SPIRIT)
    press(front.window, Qt.Key.Key_Escape)
    assert skus(front) == [SHAWL]
    assert "Rice wine" in front.sell.message_bar.text()
    assert front.sell.bill.view.code_box.edit.hasFocus()


@pytest.mark.parametrize("answer", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_is_scanned_before_the_answer_comes_in_its_order(front, evening, answer):
    scan(front.window, SPIRIT)
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    scan(front.window, SHAWL)
    assert skus(front) == []
    press(front.window, answer)
    QApplication.processEvents()
    expected = [SHAWL, HONEY] if answer == Qt.Key.Key_Escape else [SPIRIT, SHAWL, HONEY]
    assert skus(front) == expected
    assert {line.offer.product.sku: line.qty for line in front.sell.bill.basket.lines}[SHAWL] == 2000


def test_goods_chosen_in_the_search_are_asked_about_too(front, evening):
    type_slowly(front.window, "rice")
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.bill.age_question.is_open
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert skus(front) == [SPIRIT, HONEY]


def test_a_quantity_before_the_code_is_kept_over_the_question(front, evening):
    type_slowly(front.window, f"3*{SPIRIT}", enter=True)
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.bill.basket.lines[0].qty == 3000


def test_a_bill_held_before_the_hour_ends_is_refused_when_it_is_paid(front, desk, shop, evening):
    scan(front.window, SPIRIT)
    press(front.window, Qt.Key.Key_Return)
    desk.now = lambda: NOW
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "150", enter=True)
    assert shop.database.run(list_sales, "CM01") == ()
    assert "17:00" in front.sell.pay.view.message_bar.text()
