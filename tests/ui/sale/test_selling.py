"""Selling through the real window, the real services and a real database."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from otop_pos.domain.payment import CASH
from otop_pos.i18n import use_language
from otop_pos.services.sale import list_sales
from tests.ui.hands import press, scan, type_slowly

SHAWL, SILK, HONEY = "P000001", "P000002", "P000003"
SLIP = "0041000600000101030040220016218195650BPP038575102TH9104554A"


def lines(front):
    return [(line.offer.product.sku, line.qty) for line in front.sell.bill.basket.lines]


def sales(shop):
    return shop.database.run(list_sales, "CM01")


def test_a_scan_becomes_a_line(front):
    scan(front.window, SHAWL)
    assert lines(front) == [(SHAWL, 1000)]
    assert front.sell.bill.view.totals.amount.text() == "1,070.00"


def test_two_scans_of_the_same_goods_are_one_line(front):
    scan(front.window, HONEY)
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    assert lines(front) == [(HONEY, 2000), (SHAWL, 1000)]


def test_a_scan_lands_on_the_bill_whatever_has_the_focus(front):
    front.sell.bill.view.lines.setFocus()
    scan(front.window, SHAWL)
    front.sell.bill.view.pay.setFocus()
    scan(front.window, HONEY)
    assert lines(front) == [(SHAWL, 1000), (HONEY, 1000)]


def test_a_scan_during_a_count_on_another_screen_lands_on_the_bill(front):
    front.window.go_to(front.day)
    front.day.count.edits[0].setText("12")
    front.day.count.edits[0].setFocus()
    scan(front.window, SHAWL)
    assert lines(front) == [(SHAWL, 1000)]
    assert front.day.count.edits[0].text() == "12"
    assert front.window.front is front.sell


def test_a_scan_does_not_mix_with_a_half_typed_name(front):
    type_slowly(front.window, "hon")
    assert front.sell.bill.view.is_searching
    scan(front.window, SHAWL)
    assert lines(front) == [(SHAWL, 1000)]
    assert front.sell.bill.view.code_box.text() == ""
    assert not front.sell.bill.view.is_searching


def test_a_scan_through_the_thai_layout_is_understood(front):
    """Till and scanner in Thai layout: P000003 arrives as its Thai keys."""
    scan(front.window, "ญจจจจจ-")
    assert lines(front) == [(HONEY, 1000)]


def test_a_lot_label_scanned_through_the_thai_layout_is_understood(front, shop):
    code = shop.deliveries[2].lines[0].lot_code
    thai = code.translate(str.maketrans("0123456789", "จๅ/-ภถุึคต"))
    scan(front.window, thai)
    assert lines(front) == [(HONEY, 1000)]
    assert front.sell.bill.basket.lines[0].offer.lot_code == code


def test_a_quantity_before_the_scan_multiplies_it(front):
    type_slowly(front.window, "3*")
    scan(front.window, HONEY)
    assert lines(front) == [(HONEY, 3000)]


def test_a_quantity_typed_with_its_code_multiplies_it(front):
    type_slowly(front.window, f"2*{HONEY}", enter=True)
    assert lines(front) == [(HONEY, 2000)]


def test_thai_digits_are_a_quantity(front):
    front.sell.bill.enter(f"๓*{HONEY}")
    assert lines(front) == [(HONEY, 3000)]


def test_goods_by_the_metre_ask_for_their_length(front):
    scan(front.window, SILK)
    assert front.sell.bill.quantity_prompt.is_open
    type_slowly(front.window, "2.5", enter=True)
    assert lines(front) == [(SILK, 2500)]
    assert front.sell.bill.view.totals.amount.text() == "1,050.00"


def test_scans_during_a_question_wait_for_its_answer(front):
    scan(front.window, SILK)
    scan(front.window, HONEY)
    assert lines(front) == []
    front.sell.bill.quantity_prompt.edit.setText("1")
    front.sell.bill.quantity_prompt.ok.click()
    assert lines(front) == [(SILK, 1000), (HONEY, 1000)]


def test_half_a_piece_is_refused_in_words(front):
    front.sell.bill.enter(f"1.5*{SHAWL}")
    assert lines(front) == []
    assert "1.5" in front.sell.message_bar.text()


def test_an_unknown_code_is_named_and_looked_for(front):
    scan(front.window, "8859999999994")
    assert "8859999999994" in front.sell.message_bar.text()
    assert front.sell.bill.view.is_searching
    assert front.sell.bill.view.code_box.text() == "8859999999994"
    scan(front.window, SHAWL)
    assert lines(front) == [(SHAWL, 1000)]


def test_part_of_a_name_finds_goods_and_enter_takes_the_first(front):
    type_slowly(front.window, "honey")
    found = front.sell.bill.view.search.table.rows_model.rows
    assert [offer.product.sku for offer in found] == [HONEY]
    press(front.window, Qt.Key.Key_Return)
    assert lines(front) == [(HONEY, 1000)]
    assert front.sell.bill.view.code_box.text() == ""


def test_a_thai_name_finds_goods_too(front):
    front.sell.bill.view.open_search("ผึ้ง")
    press(front.window, Qt.Key.Key_Return)
    assert lines(front) == [(HONEY, 1000)]


def test_an_older_answer_never_replaces_a_newer_one(front, backend):
    view = front.sell.bill.view
    backend.hold()
    view.open_search("honey")
    view.show_search("shawl")
    orders = list(backend._held)
    backend._held.clear()
    backend._held.extend(reversed(orders))
    backend.release()
    assert [offer.product.sku for offer in view.search.table.rows_model.rows] == [SHAWL]


def test_delete_removes_the_line_and_it_can_be_put_back(front):
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_Delete)
    assert lines(front) == [(SHAWL, 1000)]
    front.sell.message_bar._action.click()
    assert lines(front) == [(SHAWL, 1000), (HONEY, 1000)]


def test_minus_takes_one_off_and_the_last_one_removes_the_line(front):
    type_slowly(front.window, f"2*{HONEY}", enter=True)
    type_slowly(front.window, "-")
    assert lines(front) == [(HONEY, 1000)]
    type_slowly(front.window, "-")
    assert lines(front) == []


def test_f4_changes_the_quantity_of_the_selected_line(front):
    scan(front.window, SHAWL)
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_Up)
    press(front.window, Qt.Key.Key_F4)
    type_slowly(front.window, "4", enter=True)
    assert lines(front) == [(SHAWL, 4000), (HONEY, 1000)]


def test_escape_never_destroys_a_bill(front):
    scan(front.window, SHAWL)
    for _time in range(3):
        press(front.window, Qt.Key.Key_Escape)
    assert lines(front) == [(SHAWL, 1000)]


def test_a_line_discount_and_a_bill_discount_come_off_the_total(front):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F6)
    type_slowly(front.window, "5%", enter=True)
    assert front.sell.bill.view.totals.amount.text() == "1,016.50"
    press(front.window, Qt.Key.Key_F7)
    type_slowly(front.window, "16.50", enter=True)
    assert front.sell.bill.view.totals.amount.text() == "1,000.00"


def test_a_discount_larger_than_the_price_is_refused_and_nothing_changes(front):
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_F6)
    type_slowly(front.window, "181", enter=True)
    assert front.sell.bill.view.totals.amount.text() == "180.00"
    assert front.sell.message_bar.text()


def test_the_bill_survives_a_change_of_language(front):
    scan(front.window, SHAWL)
    table = front.sell.bill.view.lines.rows_model
    assert table.index(0, 0).data() == "Indigo shawl"
    front.window.top_bar.language.click()
    assert table.index(0, 0).data() == "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม"
    assert lines(front) == [(SHAWL, 1000)]
    use_language("en")


def test_several_makers_of_one_code_are_offered_side_by_side(front, shop):
    from dataclasses import replace

    from otop_pos.services.product import add_product

    other = replace(shop.honey, id=0, sku="P000009", producer_id=shop.weaver.id, price=20_000)
    shop.receive(shop.database.run(add_product, other), 5_000)
    scan(front.window, "8850000000012")
    assert front.sell.bill.chooser.is_open
    type_slowly(front.window, "2")
    assert len(lines(front)) == 1
    assert not front.sell.bill.chooser.is_open


def test_cash_with_change_is_saved_once_and_the_change_stays_in_sight(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_Return)
    type_slowly(front.window, "2000", enter=True)
    (sale,) = sales(shop)
    assert (sale.net, sale.change, sale.payments[0].method) == (107_000, 93_000, CASH)
    assert front.sell.done.change.figure.text() == "930.00"
    assert front.sell.done.number.text() == sale.doc_no
    scan(front.window, HONEY)
    assert lines(front) == [(HONEY, 1000)]
    assert "930.00" in front.sell.bill.view.totals.last.text()


def test_the_receipt_lies_in_the_papers_folder_and_on_the_screen(front, desk):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    press(front.window, Qt.Key.Key_F12)
    (file,) = desk.settings.papers.rglob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    assert not front.sell.done.paper._paper.pixmap().isNull()


def test_enter_twice_sells_once(front, shop, backend):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    backend.hold()
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_F12)
    backend.release()
    assert len(sales(shop)) == 1


def test_enter_on_an_empty_cash_box_shows_the_exact_amount_before_it_is_taken(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.pay.view.amount_box.edit.text() == "1,070.00"
    assert sales(shop) == ()
    press(front.window, Qt.Key.Key_Return)
    assert len(sales(shop)) == 1


def test_enter_held_down_answers_only_one_question(front, shop):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_Return)
    for _time in range(20):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(front.window.windowHandle(), event)
    assert front.sell.pay.view.amount_box.edit.text() == ""
    assert sales(shop) == ()


def test_a_scan_while_the_sale_is_saved_begins_the_next_bill(front, shop, backend):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    backend.hold()
    press(front.window, Qt.Key.Key_F12)
    scan(front.window, HONEY)
    backend.release()
    assert [line.sku for sale in sales(shop) for line in sale.lines] == [SHAWL]
    assert lines(front) == [(HONEY, 1000)]


def test_too_little_money_is_refused_in_words(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "1000")
    press(front.window, Qt.Key.Key_F12)
    assert front.sell.pay.view.change.figure.text() == "70.00"
    assert sales(shop) == ()
    type_slowly(front.window, "70", enter=True)
    (sale,) = sales(shop)
    assert [payment.tendered for payment in sale.payments] == [100_000, 7_000]


def test_a_split_payment_books_each_tender(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["card"].click()
    front.sell.pay.view.amount_box.edit.setText("1000")
    front.sell.pay.view.reference.setText("A123")
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.pay.view.change.figure.text() == "70.00"
    type_slowly(front.window, "100", enter=True)
    (sale,) = sales(shop)
    assert {(each.method, each.amount, each.tendered, each.reference) for each in sale.payments} == {
        ("card", 100_000, 100_000, "A123"),
        (CASH, 7_000, 10_000, ""),
    }


def test_a_card_payment_without_its_reference_is_refused(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["card"].click()
    press(front.window, Qt.Key.Key_F12)
    assert sales(shop) == ()
    assert front.sell.pay.view.message_bar.text()
    type_slowly(front.window, "TX9")
    press(front.window, Qt.Key.Key_F12)
    assert sales(shop)[0].payments[0].reference == "TX9"


def test_no_paper_is_printed_when_none_is_wanted(front, desk):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.summary.paper.choose("none")
    type_slowly(front.window, "2000", enter=True)
    assert list(desk.settings.papers.rglob("*.pdf")) == []


def test_back_from_the_payment_the_bill_is_whole(front):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    press(front.window, Qt.Key.Key_Escape)
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert lines(front) == [(SHAWL, 1000)]


def test_a_closed_till_refuses_the_sale_and_keeps_the_bill(front, shop):
    shop.close()
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000", enter=True)
    assert front.sell.pay.view.message_bar.text()
    assert lines(front) == [(SHAWL, 1000)]
    assert sales(shop) == ()


def test_promptpay_shows_a_code_with_the_amount(front, desk):
    from dataclasses import replace

    import zxingcpp
    from PIL import Image

    from otop_pos.domain.promptpay import read_payload

    desk.shop = replace(desk.shop, promptpay_id="0994000617721")
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["promptpay"].click()
    picture = front.sell.pay.view.qr.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    image = Image.frombytes(
        "L", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "L", picture.bytesPerLine()
    )
    (found,) = zxingcpp.read_barcodes(image)
    code = read_payload(found.text)
    assert (code.target, code.amount) == ("0994000617721", 107_000)


def test_a_scanned_bank_slip_is_the_reference(front, shop):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["promptpay"].click()
    scan(front.window, SLIP)
    press(front.window, Qt.Key.Key_F12)
    assert sales(shop)[0].payments[0].reference == "004-016218195650BPP03857"


def test_goods_scanned_while_paying_go_onto_the_bill(front):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["card"].click()
    scan(front.window, HONEY)
    assert lines(front) == [(SHAWL, 1000), (HONEY, 1000)]
    assert front.sell.pages.currentWidget() is front.sell.bill


def test_the_last_receipt_is_printed_again_as_a_numbered_copy(front, desk):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000", enter=True)
    press(front.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(front.window, Qt.Key.Key_F12)
    press(front.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    number = front.sell.done.number.text()
    files = sorted(file.stem for file in desk.settings.papers.rglob("*.pdf"))
    assert files == [number, f"{number}-copy1", f"{number}-copy2"]


def test_after_a_bug_in_saving_the_same_bill_is_tried_again_and_sold_once(front, shop, monkeypatch):
    import otop_pos.ui.sale.screen as screen

    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "2000")
    bugs = []
    front.sell._backend.crashed.disconnect()
    front.sell._backend.crashed.connect(bugs.append)
    front.sell._backend.crashed.connect(front.sell._unlock)
    with monkeypatch.context() as broken:
        broken.setattr(screen, "confirm_sale", lambda _session, *_args, **_kwargs: {}["lot"])
        press(front.window, Qt.Key.Key_F12)
    assert [type(each) for each in bugs] == [KeyError]
    press(front.window, Qt.Key.Key_F12)
    assert len(sales(shop)) == 1
