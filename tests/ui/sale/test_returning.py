"""Returns against their receipt, through the real window."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Basket, BasketLine
from otop_pos.services.stock import list_lots
from otop_pos.ui.widgets.key_button import KeyButton
from tests.ui.hands import press, scan, type_slowly
from tests.ui.sale.returning import agree, open_receipt, refunds


@pytest.fixture
def sale(shop):
    """Two shawls and three jars of honey, paid in cash."""
    return shop.sell(("P000001", 2_000), ("P000003", 3_000))


@pytest.fixture
def returning(front, sale):
    press(front.window, Qt.Key.Key_F9)
    scan(front.window, sale.doc_no)
    return front


def test_the_recent_receipts_are_there_to_choose_from(front, sale):
    press(front.window, Qt.Key.Key_F9)
    assert [each.doc_no for each in front.sell.returns.view.receipts.rows_model.rows] == [sale.doc_no]
    press(front.window, Qt.Key.Key_Return)
    assert [row.line.sku for row in front.sell.returns.view.lines.rows_model.rows] == ["P000001", "P000003"]


def test_a_scanned_receipt_shows_what_can_come_back(returning):
    assert [row.line.left for row in returning.sell.returns.view.lines.rows_model.rows] == [2_000, 3_000]


def test_a_receipt_nobody_knows_is_refused_in_words(front):
    press(front.window, Qt.Key.Key_F9)
    type_slowly(front.window, "CM01-1-690009999", enter=True)
    assert "CM01-1-690009999" in front.sell.returns.view.message_bar.text()


def test_a_return_gives_back_what_was_paid_and_prints_its_slip(returning, shop, desk):
    page = returning.sell.returns.view
    press(returning.window, Qt.Key.Key_F4)
    type_slowly(returning.window, "1", enter=True)
    assert page.side.amount.text() == "1,070.00"
    page.side.reason_edit.setText("too short")
    press(returning.window, Qt.Key.Key_F12)
    (refund,) = refunds(shop)
    assert (refund.total, refund.reason) == (-107_000, "too short")
    assert returning.sell.done.change.figure.text() == "1,070.00"
    assert [file.stem for file in desk.settings.papers.rglob("*.pdf")] == [refund.doc_no]


def test_a_return_without_a_reason_is_refused(returning, shop):
    press(returning.window, Qt.Key.Key_Return)
    press(returning.window, Qt.Key.Key_F12)
    assert returning.sell.returns.view.message_bar.text()
    assert refunds(shop) == []


def test_a_damaged_piece_goes_to_quarantine(returning, shop, password):
    press(returning.window, Qt.Key.Key_F6)
    returning.sell.returns.view.side.reason_edit.setText("torn")
    press(returning.window, Qt.Key.Key_F12)
    agree(returning, password)
    lot = next(each for each in shop.database.run(list_lots) if each.product.sku == "P000001")
    assert (lot.on_hand, lot.quarantine) == (18_000, 2_000)


def test_more_than_was_bought_cannot_come_back(returning):
    page = returning.sell.returns.view
    press(returning.window, Qt.Key.Key_F4)
    type_slowly(returning.window, "9", enter=True)
    assert page.lines.rows_model.row(0).qty == 2_000
    assert "2" in page.message_bar.text()


def test_pressing_twice_gives_the_money_back_once(returning, shop, backend):
    press(returning.window, Qt.Key.Key_Down)
    press(returning.window, Qt.Key.Key_Return)
    returning.sell.returns.view.side.reason_edit.setText("too short")
    backend.hold()
    press(returning.window, Qt.Key.Key_F12)
    press(returning.window, Qt.Key.Key_F12)
    backend.release()
    assert len(refunds(shop)) == 1


def test_escape_leads_back_to_the_open_bill(front, sale):
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_Escape)
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert len(front.sell.bill.basket.lines) == 1


def test_a_usual_reason_is_kept_in_both_languages(returning, shop):
    press(returning.window, Qt.Key.Key_Down)
    press(returning.window, Qt.Key.Key_Return)
    side = returning.sell.returns.view.side
    button = next(each for each in side.findChildren(KeyButton) if each.words() == "Spoiled or expired")
    button.click()
    press(returning.window, Qt.Key.Key_F12)
    assert refunds(shop)[0].reason == "เสียหรือหมดอายุ / Spoiled or expired"


def test_the_amount_is_what_the_books_will_give_back_by_that_tender(front, shop):
    """66.62 was paid with 66.50; 33.25 went back: of the second 33.31 only 33.25 are left, by any tender."""
    lines = tuple(BasketLine(shop.offer("P000003"), 1_000, 3_331) for _ in range(2))
    sale = shop.sell(basket=Basket(lines=lines))
    shop.refund(sale, RefundLine(1, 1_000))
    open_receipt(front, sale)
    press(front.window, Qt.Key.Key_Down)
    press(front.window, Qt.Key.Key_Return)
    side = front.sell.returns.view.side
    assert side.amount.text() == "33.25"
    side._methods["transfer"].click()
    assert side.amount.text() == "33.25"


def test_above_the_cap_a_second_person_agrees(returning, shop, password):
    press(returning.window, Qt.Key.Key_Return)
    returning.sell.returns.view.side.reason_edit.setText("torn")
    press(returning.window, Qt.Key.Key_F12)
    agree(returning, password)
    assert refunds(shop)[0].total == -214_000


def test_if_nobody_agrees_the_return_can_be_tried_again(returning, shop, password):
    press(returning.window, Qt.Key.Key_Return)
    returning.sell.returns.view.side.reason_edit.setText("torn")
    press(returning.window, Qt.Key.Key_F12)
    press(returning.window, Qt.Key.Key_Escape)
    assert refunds(shop) == []
    assert returning.sell.returns.view.refund.isEnabled()


def test_the_paper_of_a_return_opens_no_return(front, shop):
    refund = shop.refund(shop.sell(("P000003", 1_000)))
    open_receipt(front, refund)
    assert refund.doc_no in front.sell.returns.view.message_bar.text()
    assert front.sell.returns.view.shown == "receipts"
