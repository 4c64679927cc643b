"""The display follows a real sale, and leaves the keyboard to the till."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.domain.promptpay import promptpay_payload
from otop_pos.domain.sale import DocumentType
from otop_pos.i18n import use_language
from otop_pos.services.sale import list_sales
from tests.ui.display.eyes import read, read_codes
from tests.ui.hands import press, scan, type_slowly

SHAWL, SILK, HONEY = "P000001", "P000002", "P000003"
PROMPTPAY_ID = "0994000617721"


def pay_cash(front, amount):
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.amount_box.edit.setText(amount)
    press(front.window, Qt.Key.Key_F12)


def test_a_sale_is_seen_from_the_first_line_to_the_change(front, display):
    assert display.page is display.idle
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    seen = read(display)
    assert display.page is display.bill
    assert "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม | Indigo shawl" in seen
    assert "น้ำผึ้งรวง 500 กรัม | Honey 500 g" in seen
    assert seen.endswith("1,250.00")
    press(front.window, Qt.Key.Key_F11)
    assert display.page is display.paying
    front.sell.pay.view.amount_box.edit.setText("1000")
    assert "Received | 1,000.00 | คงเหลือ | Left to pay | 250.00" in read(display)
    front.sell.pay.view.amount_box.edit.setText("1300")
    assert "Paid in full" in read(display)
    press(front.window, Qt.Key.Key_F12)
    assert display.page is display.thanks
    assert "ขอบคุณ | Thank you" in read(display)
    assert "เงินทอน | Change | 50.00" in read(display)


def test_a_scan_while_the_display_is_shown_lands_in_the_till(front, display):
    assert display.isVisible()
    assert QApplication.activeWindow() is front.window
    assert front.sell.bill.view.code_box.edit.hasFocus()
    scan(front.window, HONEY)
    assert [line.offer.product.sku for line in front.sell.bill.basket.lines] == [HONEY]


def test_keys_that_reach_the_display_all_the_same_are_the_tills(front, display):
    scan(display, HONEY)
    assert [line.offer.product.sku for line in front.sell.bill.basket.lines] == [HONEY]
    other = QWidget()
    other.show()
    QApplication.processEvents()
    assert QApplication.activeWindow() is other
    QApplication.sendEvent(display, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    assert QApplication.activeWindow() is front.window


def test_the_newest_line_is_marked_also_when_it_is_an_older_one_again(front, display):
    for code in (SHAWL, HONEY, SHAWL):
        scan(front.window, code)
    assert display.bill.newest == 0
    assert "2 × 1,070.00" in read(display)


def test_goods_by_the_metre_show_their_unit_in_both_languages(front, display):
    type_slowly(front.window, "2.5*")
    scan(front.window, SILK)
    assert "2.50 ม./m × 420.00" in read(display)


def test_a_discount_shows_on_its_line_and_in_the_total(front, display):
    scan(front.window, SHAWL)
    front.sell.bill.view.line_discount.click()
    front.sell.bill.acts.line_prompt.edit.setText("10%")
    front.sell.bill.acts.line_prompt.ok.click()
    seen = read(display)
    assert "963.00 | 1 × 1,070.00 | ส่วนลด Discount \N{MINUS SIGN}107.00" in seen
    assert seen.endswith("ส่วนลด · Discount  \N{MINUS SIGN}107.00 | 963.00")


def test_the_code_on_the_display_is_the_payload_of_the_amount(front, display, desk):
    desk.shop = replace(desk.shop, promptpay_id=PROMPTPAY_ID)
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["promptpay"].click()
    assert display.page is display.qr
    assert "สแกนจ่ายด้วยแอปธนาคาร|Scanwithyourbankingapp" in read(display).replace(" ", "")
    assert "฿ 1,070.00" in read(display)
    assert read_codes(display) == [promptpay_payload(PROMPTPAY_ID, 107_000)]


def test_a_code_for_an_older_amount_is_never_left_standing(front, display, desk, backend):
    desk.shop = replace(desk.shop, promptpay_id=PROMPTPAY_ID)
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["promptpay"].click()
    backend.hold()
    front.sell.pay.view.amount_box.edit.setText("500")
    assert display.page is display.paying
    backend.release()
    assert read_codes(display) == [promptpay_payload(PROMPTPAY_ID, 50_000)]


def test_money_that_is_not_there_yet_is_not_shown_as_received(front, display):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["card"].click()
    assert "Received" not in read(display)
    assert "1,070.00" in read(display)


def test_back_from_the_payment_the_bill_is_seen_again(front, display):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    press(front.window, Qt.Key.Key_Escape)
    assert display.page is display.bill


def test_an_emptied_bill_leaves_the_stories(front, display):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_Delete)
    assert display.page is display.idle


def test_the_change_stays_when_the_next_bill_begins_and_goes_with_its_first_line(front, display):
    scan(front.window, SHAWL)
    pay_cash(front, "2000")
    press(front.window, Qt.Key.Key_F12)
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert display.page is display.thanks
    scan(front.window, HONEY)
    assert display.page is display.bill
    assert "Indigo shawl" not in read(display)


def test_without_a_next_bill_the_stories_go_on(front, display, qtbot):
    scan(front.window, SHAWL)
    assert display._patience.interval() == 15_000
    display._patience.setInterval(20)
    pay_cash(front, "2000")
    qtbot.waitUntil(lambda: display.page is display.idle, timeout=2000)


def test_a_bill_that_waits_is_not_taken_off_the_display(front, display, qtbot):
    display._patience.setInterval(20)
    scan(front.window, SHAWL)
    pay_cash(front, "2000")
    scan(front.window, HONEY)
    qtbot.wait(60)
    assert display.page is display.bill


def test_paid_exactly_the_thanks_name_what_was_paid(front, display):
    scan(front.window, SHAWL)
    pay_cash(front, "1070")
    seen = read(display)
    assert "ชำระแล้ว | Paid | 1,070.00" in seen
    assert "Change" not in seen


def test_a_refund_is_called_so(front, display, shop):
    sale = shop.sell((SHAWL, 1000))
    refund = shop.refund(sale)
    assert refund.doc_type is DocumentType.REFUND
    front.sell.sold.emit(refund)
    assert "คืนเงิน | Refund | 1,070.00" in read(display)
    assert len(shop.database.run(list_sales, "CM01")) == 2


@pytest.mark.parametrize("language", ["th", "en"])
def test_both_languages_are_there_whatever_the_till_speaks(front, display, language):
    use_language(language)
    scan(front.window, HONEY)
    seen = read(display)
    assert "น้ำผึ้งรวง 500 กรัม | Honey 500 g" in seen
    assert "ยอดรวม | Total" in seen
    assert "ศูนย์ OTOP Select เชียงใหม่ | OTOP Select Chiang Mai" in seen


def test_stories_of_what_is_on_the_shelf_are_told(front, display):
    told = set()
    for _story in range(3):
        told.add(display.idle.story.product_en)
        display.idle.turn()
    assert told == {"Indigo shawl", "Mudmee silk", "Honey 500 g"}
    assert "ต.หางดง อ.ฮอด จ.เชียงใหม่" in read(display)
    assert "Hang Dong, Hot, Chiang Mai" in read(display)


def test_practice_is_marked_on_the_display(front, display, desk):
    assert not display.training.isVisible()
    desk.shop = replace(desk.shop, is_training=True)
    desk.announcements.day_changed.emit()
    display.grab()
    assert display.training.isVisible()
    assert "ฝึกหัด · TRAINING" in " ".join(display.training.words)
