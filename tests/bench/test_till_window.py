"""What the bench times in the window has happened when the clock stops: looked up, painted, saved, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from otop_pos.bench.shop import BenchShop, shop_copy
from otop_pos.bench.till_window import TillWindow, till_window
from otop_pos.services.sale import list_sales


class Painted(QObject):
    """Counts how often the rows of a table were painted."""

    def __init__(self, table: QAbstractScrollArea) -> None:
        super().__init__(table)
        self.times = 0
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BenchShop]:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with shop_copy(1_000, 0) as shop:
        yield shop


@pytest.fixture
def till(shop: BenchShop, qapp: QApplication) -> Iterator[TillWindow]:
    with till_window(shop) as till:
        yield till


def test_a_scan_has_ended_when_its_line_is_painted(shop: BenchShop, till: TillWindow) -> None:
    bill = till.sell.bill
    till.type_code(shop.offers[0].lot_code)
    painted = Painted(bill.view.lines)
    assert (bill.basket.lines, painted.times) == ((), 0)
    till.end_scan()
    assert [line.offer.lot_code for line in bill.basket.lines] == [shop.offers[0].lot_code]
    assert bill.view.code_box.text() == ""
    assert painted.times > 0


def test_a_keystroke_has_ended_when_what_it_finds_is_painted(till: TillWindow) -> None:
    table = till.sell.bill.view.search.table
    till.type_letter("ผ")
    painted = Painted(table)
    till.type_letter("้")
    assert {offer.product.name_th[:2] for offer in table.rows_model.rows} == {"ผ้"}
    assert painted.times > 0


def test_a_payment_has_ended_when_the_slip_of_the_saved_sale_is_there(shop: BenchShop, till: TillWindow) -> None:
    till.type_code(shop.offers[0].lot_code)
    till.end_scan()
    till.press(Qt.Key.Key_Return, "\r")
    till.press(Qt.Key.Key_Return, "\r")
    till.end_payment()
    (sale,) = shop.database.run(list_sales, "CM01")
    assert (sale.total, sale.change) == (shop.offers[0].unit_price, 0)
    assert till.sell.done.paper_title.text() == sale.doc_no
