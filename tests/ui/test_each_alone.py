"""Keyboard, touch and scanner each suffice alone for a whole sale."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from otop_pos.services.sale import list_sales
from otop_pos.ui.front import Front
from tests.factories import SmallShop
from tests.ui.hands import press, scan, type_slowly


def tap(widget: QWidget) -> None:
    assert widget.isVisible(), "what cannot be seen cannot be touched"
    assert min(widget.width(), widget.height()) >= 44, f"{widget.accessibleName()} is too small for a finger"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_keyboard_alone(front: Front, shop: SmallShop) -> None:
    type_slowly(front.window, "2*P000003", enter=True)
    type_slowly(front.window, "shawl", enter=True)
    press(front.window, Qt.Key.Key_Return)
    type_slowly(front.window, "2000", enter=True)
    (sale,) = shop.database.run(list_sales, shop.till)
    assert (sale.net, sale.change) == (143_000, 57_000)
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.pages.currentWidget() is front.sell.bill


def test_the_scanner_alone(front: Front, shop: SmallShop) -> None:
    """Goods, then from the card: pay, Enter shows the exact amount, Enter takes it, Enter begins the next bill."""
    scan(front.window, "P000003")
    scan(front.window, shop.deliveries[0].lines[0].lot_code)
    for code in ("KEY00011", "KEY00001", "KEY00001"):
        scan(front.window, code)
    (sale,) = shop.database.run(list_sales, shop.till)
    assert (sale.net, [payment.method for payment in sale.payments]) == (125_000, ["cash"])
    scan(front.window, "KEY00001")
    assert front.sell.pages.currentWidget() is front.sell.bill


def test_the_scanner_alone_takes_a_bank_slip(front: Front, shop: SmallShop) -> None:
    scan(front.window, "P000003")
    for code in ("KEY00011", "KEY00014", "004000060000010103002021900021231231212000115102TH91049C30", "KEY00001"):
        scan(front.window, code)
    (sale,) = shop.database.run(list_sales, shop.till)
    assert [(each.method, each.reference) for each in sale.payments] == [("promptpay", "002-0002123123121200011")]


def test_a_key_that_means_nothing_here_sells_nothing(front: Front) -> None:
    scan(front.window, "KEY00023")
    assert front.sell.bill.basket.lines == ()
    assert not front.sell.bill.view.is_searching


def test_a_finger_alone(front: Front, shop: SmallShop) -> None:
    view = front.sell.bill.view
    tap(view.code_box.action)
    table = view.search.table
    assert table.model().rowCount() > 0, "goods to point at, before anything is typed"
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(0, 0)).center()
    )
    assert len(front.sell.bill.basket.lines) == 1
    tap(view.pay)
    tap(front.sell.pay.view.smart[0])
    tap(front.sell.pay.view.finish)
    (sale,) = shop.database.run(list_sales, shop.till)
    assert sale.change == 0
    tap(front.sell.done.next)
    assert front.sell.pages.currentWidget() is front.sell.bill
