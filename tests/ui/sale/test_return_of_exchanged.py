"""Goods of an exchange come back themselves: the money goes back in a way that there is."""

from PySide6.QtCore import Qt

from otop_pos.domain.payment import CASH
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.services.exchange import exchange_goods
from tests.books import broken
from tests.factories import NOW
from tests.ui.hands import press
from tests.ui.sale.returning import open_receipt, refunds, tenders


def test_what_was_paid_by_other_goods_alone_goes_back_in_cash(front, shop):
    shawl = shop.sell(("P000001", 1_000))
    back = Refund(shawl.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนของ")
    done = shop.database.run(
        exchange_goods, back, shop.basket(("P000003", 1_000)), (), till=shop.till, user=shop.manager, at=NOW
    )
    open_receipt(front, done.sale)
    press(front.window, Qt.Key.Key_Return)
    front.sell.returns.view.side.reason_edit.setText("too sweet")
    press(front.window, Qt.Key.Key_F12)
    refund = next(each for each in refunds(shop) if each.refers_to == done.sale.doc_no)
    assert tenders(refund) == [(CASH, -18_000)]
    assert broken(shop.database) == []
