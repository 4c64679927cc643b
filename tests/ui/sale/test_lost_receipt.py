"""Goods without their receipt: found by what was bought, and a second person agrees."""

from dataclasses import replace

from PySide6.QtCore import Qt

from otop_pos.domain.right import Grant, Matrix, Right, Role
from tests.ui.hands import press, scan
from tests.ui.sale.returning import agree, refunds


def look_for(front, code):
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_F5)
    scan(front.window, code)


def test_a_scanned_label_finds_its_sales_and_the_money_goes_back_once_agreed(front, shop, password):
    sale = shop.sell(("P000001", 1_000), ("P000003", 2_000))
    look_for(front, sale.lines[1].lot_codes[0])
    view = front.sell.returns.view
    assert [(row.doc_no, row.line_no) for row in view.sold.rows_model.rows] == [(sale.doc_no, 2)]
    press(front.window, Qt.Key.Key_Return)
    assert view.lines.selected_number() == 1
    assert view.side.lost.isVisible()
    press(front.window, Qt.Key.Key_Return)
    view.side.reason_edit.setText("broken")
    press(front.window, Qt.Key.Key_F12)
    assert front.approver.title.text() == "Take goods back without a receipt"
    assert sale.doc_no in front.approver.what.text()
    agree(front, password)
    (refund,) = refunds(shop)
    assert (refund.refers_to, refund.total) == (sale.doc_no, -36_000)


def test_goods_scanned_in_place_of_the_receipt_are_offered_to_be_looked_for(front, shop):
    shop.sell(("P000003", 1_000))
    press(front.window, Qt.Key.Key_F9)
    scan(front.window, "8850000000012")
    view = front.sell.returns.view
    assert "8850000000012" in view.message_bar.text()
    view.message_bar._action.click()
    scan(front.window, "8850000000012")
    assert len(view.sold.rows_model.rows) == 1


def test_what_nobody_bought_is_said(front, shop):
    look_for(front, "P000003")
    assert "Nobody bought this" in front.sell.returns.view.message_bar.text()


def test_an_unknown_code_is_named(front, shop):
    look_for(front, "8859999999994")
    assert "8859999999994" in front.sell.returns.view.message_bar.text()


def test_who_may_never_is_told_at_once(front, desk, shop):
    desk.matrix = replace(Matrix(), grants={(Role.CASHIER, Right.REFUND_WITHOUT_RECEIPT): Grant.DENIED})
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_F5)
    assert front.sell.returns.view.shown == "receipts"
    assert front.sell.returns.view.message_bar.text()
