"""An exchange, as the customer sees it: the difference, and which way it goes."""

from PySide6.QtCore import Qt

from tests.ui.display.eyes import read
from tests.ui.hands import press, scan, type_slowly
from tests.ui.sale.returning import bring_back


def test_what_comes_back_is_named_and_only_the_difference_is_asked_for(front, display, shop):
    bring_back(front, shop.sell(("P000003", 1_000)))
    scan(front.window, "P000001")
    seen = read(display)
    assert "รับคืน · Returned" in seen
    assert "−180.00" in seen
    assert seen.endswith("890.00")
    press(front.window, Qt.Key.Key_Return)
    type_slowly(front.window, "1000", enter=True)
    assert "เงินทอน | Change | 110.00" in read(display)


def test_what_goes_back_is_called_a_refund(front, display, shop):
    bring_back(front, shop.sell(("P000001", 1_000)))
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    assert "คืนเงิน | Refund | 890.00" in read(display)


def test_taken_off_the_whole_bill_is_asked_for_again(front, display, shop):
    bring_back(front, shop.sell(("P000003", 1_000)))
    scan(front.window, "P000001")
    front.sell.bill.view.comes_back.off.click()
    assert read(display).endswith("1,070.00")
