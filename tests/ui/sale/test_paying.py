"""Slips and vouchers that pay once, payments in several ways, and what is taken back."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.payment import CASH, OFFERED, Given
from otop_pos.services.sale import list_sales
from tests.ui.hands import press, scan, type_slowly

SHAWL, HONEY = "P000001", "P000003"
SLIP = "0041000600000101030040220016218195650BPP038575102TH9104554A"
REFERENCE = "004-016218195650BPP03857"
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def paying(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F11)
    return front.sell.pay


def give(paying, method, amount, reference):
    paying.view.method_buttons[method].click()
    paying.view.amount_box.edit.setText(amount)
    paying.view.reference.setText(reference)
    press(paying, KEY.Key_Return)


def test_only_what_a_customer_can_pay_with_is_a_button(paying):
    assert list(paying.view.method_buttons) == [method.code for method in OFFERED]
    assert "exchange" not in paying.view.method_buttons


def test_a_voucher_pays_by_keyboard_alone(front, paying, shop):
    press(front.window, KEY.Key_5, ALT)
    assert paying.view.reference.placeholderText() == "Number of the voucher"
    type_slowly(front.window, "GIFT17", enter=True)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert [(each.method, each.amount, each.reference) for each in sale.payments] == [("voucher", 107_000, "GIFT17")]


def test_a_slip_used_before_is_refused_with_the_receipt_it_paid(front, shop):
    earlier = shop.sell((HONEY, 1000), given=(Given("promptpay", 18_000, REFERENCE),))
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F11)
    paying = front.sell.pay
    paying.view.method_buttons["promptpay"].click()
    scan(front.window, SLIP)
    press(front.window, KEY.Key_F12)
    assert earlier.doc_no in paying.view.message_bar.text()
    assert paying.view.reference.hasFocus()
    assert paying.view.reference.selectedText() == REFERENCE
    assert paying.view.amount_box.edit.value() == 107_000
    assert len(shop.database.run(list_sales, "CM01")) == 1
    type_slowly(front.window, "005-77", enter=True)
    assert len(shop.database.run(list_sales, "CM01")) == 2


def test_of_several_payments_the_one_that_was_used_is_put_right_and_the_others_stay(front, paying, shop):
    shop.sell((HONEY, 1000), given=(Given("voucher", 18_000, "GIFT-17"),))
    give(paying, "voucher", "500", "gift 17")
    give(paying, "card", "500", "A1")
    type_slowly(front.window, "70", enter=True)
    assert "gift 17" in paying.view.message_bar.text()
    assert paying.view.method_buttons["voucher"].isChecked()
    assert paying.view.reference.hasFocus()
    type_slowly(front.window, "GIFT18", enter=True)
    sale = shop.database.run(list_sales, "CM01")[0]
    assert {(each.method, each.amount) for each in sale.payments} == {
        ("voucher", 50_000),
        ("card", 50_000),
        (CASH, 7_000),
    }


def test_one_slip_does_not_pay_twice_on_one_bill(paying, shop):
    give(paying, "voucher", "500", "GIFT-17")
    give(paying, "voucher", "500", "gift17")
    assert "this bill" in paying.view.message_bar.text()
    assert paying.view.reference.hasFocus()
    assert shop.database.run(list_sales, "CM01") == ()


def test_what_was_given_so_far_is_listed_and_the_last_is_taken_back_by_one_key(front, paying):
    give(paying, "voucher", "500", "GIFT-17")
    give(paying, "card", "300", "A1")
    rows = paying.view.summary.rows
    assert ("Voucher · GIFT-17", "500.00") in rows.texts()
    assert ("Card · A1", "300.00") in rows.texts()
    assert ("Left to pay", "270.00") in rows.texts()
    press(front.window, KEY.Key_Delete, ALT)
    assert paying.view.method_buttons["card"].isChecked()
    assert paying.view.amount_box.edit.value() == 30_000
    assert paying.view.reference.text() == "A1"
    paying.view.method_buttons["cash"].click()
    assert ("Left to pay", "570.00") in rows.texts()
    press(front.window, KEY.Key_Delete, ALT)
    assert paying.view.summary.take_off.isHidden()


def test_nothing_is_taken_back_while_the_sale_is_saved(front, paying, backend, shop):
    give(paying, "card", "300", "A1")
    type_slowly(front.window, "1000")
    backend.hold()
    press(front.window, KEY.Key_F12)
    press(front.window, KEY.Key_Delete, ALT)
    backend.release()
    (sale,) = shop.database.run(list_sales, "CM01")
    assert [each.method for each in sale.payments] == ["card", CASH]


def test_many_payments_are_told_as_a_sum(paying):
    for number in range(6):
        give(paying, "card", "10", f"A{number}")
    texts = paying.view.summary.rows.texts()
    assert ("4 payments before", "40.00") in texts
    assert ("Card · A5", "10.00") in texts
