"""The lots behind a line, when somebody asks."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from otop_pos.ui.keys import key_of
from tests.ui.hands import press, scan

HONEY = "P000003"


def test_one_key_shows_the_lots_of_the_line_the_one_that_goes_first_on_top(front, shop):
    soon = shop.receive(shop.honey, 4_000, expires_on=date(2027, 1, 5)).lines[0].lot_code
    scan(front.window, HONEY)
    assert key_of("lot") == "Ctrl+T"
    press(front.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = front.sell.bill.lot_panel.table
    assert [lot.code for lot in table.rows_model.rows] == [soon, shop.deliveries[2].lines[0].lot_code]
    shown = [table.rows_model.index(0, column).data() for column in range(4)]
    assert shown[1:] == ["22 Nov 2026", "5 Jan 2027", "4"]
    press(front.window, Qt.Key.Key_Escape)
    assert front.sell.bill.view.code_box.edit.hasFocus()


def test_a_scanned_label_shows_its_own_lot_only(front, shop):
    shop.receive(shop.honey, 4_000)
    code = shop.deliveries[2].lines[0].lot_code
    scan(front.window, code)
    QTest.mouseClick(front.sell.bill.view.product, Qt.MouseButton.LeftButton)
    assert [lot.code for lot in front.sell.bill.lot_panel.table.rows_model.rows] == [code]


def test_an_empty_bill_has_no_lots_to_show(front):
    press(front.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not front.sell.bill.lot_panel.is_open


def test_a_scan_goes_on_while_the_lots_are_looked_at(front):
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert front.sell.bill.lot_panel.is_open
    scan(front.window, "P000003")
    assert not front.sell.bill.lot_panel.is_open
    assert [line.offer.product.sku for line in front.sell.bill.basket.lines] == ["P000001", "P000003"]
    assert front.sell.bill.view.code_box.edit.hasFocus()
