"""Copies are numbered by the books: of the last paper, of any receipt in the list, of both papers of an exchange."""

from PySide6.QtCore import Qt

from otop_pos.services.reprint import count_copy
from otop_pos.ui.front import open_front
from tests.factories import NOW
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly
from tests.ui.sale.returning import bring_back, open_receipt

CTRL = Qt.KeyboardModifier.ControlModifier


def copies(desk):
    return sorted(file.stem for file in desk.settings.papers.rglob("*-copy*.pdf"))


def sell(front):
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    type_slowly(front.window, "500", enter=True)
    return front.sell.done.sale


def test_each_copy_of_the_last_receipt_has_the_next_number_whichever_till_counted_before(front, shop, desk):
    sale = sell(front)
    press(front.window, Qt.Key.Key_P, CTRL)
    shop.database.run(count_copy, sale.doc_no, till="CM02", user=shop.user, at=NOW)
    press(front.window, Qt.Key.Key_P, CTRL)
    assert copies(desk) == [f"{sale.doc_no}-copy1", f"{sale.doc_no}-copy3"]


def test_after_a_restart_the_last_receipt_of_the_till_is_still_known(qtbot, front, backend, desk, shop):
    sale = sell(front)
    press(front.window, Qt.Key.Key_P, CTRL)
    front.window.hide()
    again = open_front(backend, desk)
    show(qtbot, again.window)
    press(again.window, Qt.Key.Key_P, CTRL)
    assert copies(desk) == [f"{sale.doc_no}-copy1", f"{sale.doc_no}-copy2"]


def test_any_receipt_of_the_list_can_be_printed_again_and_the_page_stays(front, shop, desk):
    old = shop.sell(("P000001", 1_000))
    refund = shop.refund(old)
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_P, CTRL)
    press(front.window, Qt.Key.Key_Down)
    press(front.window, Qt.Key.Key_P, CTRL)
    assert copies(desk) == sorted([f"{refund.doc_no}-copy1", f"{old.doc_no}-copy1"])
    assert front.sell.pages.currentWidget() is front.sell.returns
    assert old.doc_no in front.sell.returns.view.message_bar.text()


def test_a_scanned_receipt_can_be_printed_again(front, shop, desk):
    old = shop.sell(("P000001", 1_000))
    open_receipt(front, old)
    press(front.window, Qt.Key.Key_P, CTRL)
    assert copies(desk) == [f"{old.doc_no}-copy1"]


def test_both_papers_of_an_exchange_have_their_copies(front, shop, desk):
    bring_back(front, shop.sell(("P000003", 1_000)))
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_P, CTRL)
    assert len(copies(desk)) == 2
