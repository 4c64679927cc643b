"""What hands do on the Returns page, and what the books then hold."""

from PySide6.QtCore import Qt

from otop_pos.domain.sale import DocumentType, Sale
from otop_pos.services.sale import list_sales
from otop_pos.ui.front import Front
from tests.factories import SmallShop
from tests.ui.hands import press, scan, type_slowly


def open_receipt(front: Front, sale: Sale) -> None:
    press(front.window, Qt.Key.Key_F9)
    scan(front.window, sale.doc_no)


def bring_back(front: Front, sale: Sale, reason: str = "too short") -> None:
    """The first line of a receipt, for other goods."""
    open_receipt(front, sale)
    press(front.window, Qt.Key.Key_Return)
    front.sell.returns.view.side.reason_edit.setText(reason)
    press(front.window, Qt.Key.Key_F7)


def agree(front: Front, password: str) -> None:
    """The manager is there and says yes."""
    assert front.approver.is_open
    type_slowly(front.window, password, enter=True)
    assert not front.approver.is_open


def refunds(shop: SmallShop) -> list[Sale]:
    return [each for each in shop.database.run(list_sales, "CM01") if each.doc_type is DocumentType.REFUND]


def tenders(sale: Sale) -> list[tuple[str, int]]:
    return [(each.method, each.amount) for each in sale.payments]
