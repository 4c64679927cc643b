"""What the stock desk looks like: the shelf by product and maker, acts, the board, a count, labels, notes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from otop_pos.domain.quantity import ONE
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.stock import Lot
from otop_pos.services.receiving import post_delivery
from otop_pos.services.stock import list_lots
from otop_pos.ui.stock import StockScreen
from otop_pos.ui.studio import Studio

MAKER = "CM-0003"
MISSING = (2, 0, -1)
"""Pieces of the first lots that the count does not find; one too many of the last."""


def draw_stock_desk(studio: Studio) -> Iterator[Path]:
    """stock-product … stock-notes; everything that is posted here stays posted."""
    stock = studio.front.stock
    studio.front.window.go_to(stock)
    stock.shelf.totals.soon.setChecked(False)
    stock.shelf.code_box.clear()
    for group in ("product", "producer"):
        stock.shelf.groups.buttons[group].click()
        yield studio.take(f"stock-{group}")
    stock.shelf.groups.buttons["lot"].click()
    yield from _draw_acts(studio, stock)
    yield from _draw_price(studio, stock)
    stock.show_part("board")
    yield studio.take("stock-board")
    stock.board.kinds.buttons["ending"].click()
    yield studio.take("stock-board-ending")
    stock.board.kinds.buttons["bring"].click()
    yield studio.take("stock-board-low")
    yield from _draw_count(studio, stock)
    stock.show_part("exceptions")
    yield studio.take("stock-exceptions-no-lot")
    _receive_what_was_sold(studio)
    for part in ("exceptions", "labels", "notes"):
        stock.show_part(part)
        yield studio.take(f"stock-{part}")
    stock.show_part("shelf")


def _lots(studio: Studio) -> Sequence[Lot]:
    lots: list[Lot] = []
    studio.backend.call(list_lots, done=lots.extend)
    return lots


def _receive_what_was_sold(studio: Studio) -> None:
    """The delivery of goods that were sold before their papers came."""
    sold = studio.front.stock.exceptions.table.selected()
    if sold is None:
        return
    line = DeliveryLine(sold.product.id, 12 * ONE, 12 * ONE, sold.product.price)
    delivery = Delivery(sold.product.producer_id, (line,))
    studio.backend.call(post_delivery, delivery, user=studio.clerk, at=studio.desk.now())


def _draw_acts(studio: Studio, stock: StockScreen) -> Iterator[Path]:
    stock.scan("P000013")
    stock.shelf.acts.write_off.click()
    view = stock.acting.view
    view.edit.setText("2")
    view.reason.edit.setText(studio.said("แตกบนชั้น", "broken on the shelf"))
    yield studio.take("stock-write-off")
    view.ok.click()
    yield studio.take("stock-written-off")
    stock.scan("P000001")
    stock.shelf.acts.give_back.click()
    view.table.step(1)
    view.edit.setText("1")
    yield studio.take("stock-give-back")
    view.ok.click()
    yield studio.take("stock-give-back-why")
    stock.acting.give_up()


def _draw_price(studio: Studio, stock: StockScreen) -> Iterator[Path]:
    stock.scan("P000007")
    stock.shelf.acts.price.click()
    stock.pricing.price.setText("195")
    stock.pricing.reason.edit.setText(studio.said("ผู้ผลิตขอปรับราคา", "maker asks for it"))
    yield studio.take("stock-price")
    stock.pricing.ok.click()


def _draw_count(studio: Studio, stock: StockScreen) -> Iterator[Path]:
    """Begun, blind, with its differences; given up in the end, so that the shelf stays as it is."""
    stock.show_part("count")
    page = stock.count
    page.start.reach.buttons["producer"].click()
    page.start.search.setText(MAKER)
    page.start.makers.look_for(MAKER)
    yield studio.take("stock-count-start")
    page.start.begin.click()
    yield studio.take("stock-count-ready")
    lots = [lot for lot in _lots(studio) if lot.producer.code == MAKER]
    for lot, missing in zip(lots, MISSING, strict=False):
        page.take_scan(f"{lot.on_hand // ONE - missing}*{lot.code}")
    page.scanning.lists.buttons["done"].click()
    yield studio.take("stock-count")
    page.scanning.end.click()
    yield studio.take("stock-count-differences")
    page.review.leave.click()
    page.scanning.leave.click()
    yield studio.take("stock-counts")
