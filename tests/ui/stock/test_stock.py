"""The stock by lot: what was received and sold is there, found, told and labelled again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from otop_pos.db.database import open_database
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.services.receiving import post_delivery
from otop_pos.services.refund import refund_sale
from otop_pos.services.shop import read_till
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.expiry import expiry_of
from otop_pos.ui.stock.screen import StockScreen
from tests.factories import NOW, SHOP, TODAY, small_shop
from tests.ui.hands import press, scan, type_slowly

NAME, LOT, EXPIRES, ON_HAND, ASIDE, SOLD, PRICE = range(7)


def cells(stock, column=NAME):
    model = stock.shelf.table.rows_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def row(stock, name):
    model, number = stock.shelf.table.rows_model, cells(stock).index(name)
    return [model.index(number, column).data() for column in (ON_HAND, ASIDE, SOLD, PRICE)]


def story(stock):
    model = stock.shelf.lot_card.moves.rows_model
    return [(model.index(number, 0).data(), model.index(number, 1).data()) for number in range(model.rowCount())]


def select(stock, name):
    stock.shelf.table.select(cells(stock).index(name))


def receive_expiring(shop, days, qty=6_000):
    line = DeliveryLine(shop.honey.id, qty, qty, 18_000, batch="H-1", expires_on=TODAY + timedelta(days=days))
    grn = shop.database.run(post_delivery, Delivery(shop.farmer.id, (line,)), user=shop.manager, at=NOW)
    return grn.lines[0].lot_code


def test_every_lot_is_there_with_what_lies_on_the_shelf(stock):
    assert sorted(cells(stock)) == ["Honey 500 g", "Indigo shawl", "Mudmee silk"]
    assert row(stock, "Mudmee silk") == ["20.00 m", "–", "–", "420.00"]


def test_a_sale_and_a_return_move_the_figures(manager_front, stock, shop):
    lot = shop.deliveries[0].lines[0].lot_code
    sale = shop.sell((lot, 3_000))
    refund = Refund(sale.doc_no, (RefundLine(1, 1_000, is_damaged=True),), "ขาด")
    shop.database.run(refund_sale, refund, till="CM01", user=shop.user, at=NOW)
    manager_front.window.go_to(stock)
    assert row(stock, "Indigo shawl") == ["17", "1", "2", "1,070.00"]


def test_what_happens_while_the_screen_is_in_front_is_shown_at_once(stock, shop, desk):
    shop.sell((shop.deliveries[0].lines[0].lot_code, 3_000))
    desk.announcements.stock_changed.emit()
    assert row(stock, "Indigo shawl")[0] == "17"


def test_a_lot_tells_its_story_with_the_papers(manager_front, stock, shop):
    grn = shop.deliveries[0]
    sale = shop.sell((grn.lines[0].lot_code, 3_000))
    refund = Refund(sale.doc_no, (RefundLine(1, 1_000, is_damaged=True),), "ขาด")
    shop.database.run(refund_sale, refund, till="CM01", user=shop.user, at=NOW)
    manager_front.window.go_to(stock)
    select(stock, "Indigo shawl")
    assert story(stock) == [("Received 20 pc", "20"), ("Sold 3 pc", "17"), ("Customer return 1 pc · put aside", "18")]
    sources = [
        column.second(row) for row in stock.shelf.lot_card.moves.rows_model.rows for column in story_column(stock)
    ]
    assert sources[0] == f"22 Nov 2026 14:35 · {grn.doc_no}"
    assert sources[1] == f"22 Nov 2026 14:35 · {sale.doc_no}"


def story_column(stock):
    return stock.shelf.lot_card.moves.rows_model.columns[:1]


def test_lots_are_found_per_keystroke_by_product_maker_and_lot(stock, shop):
    window = stock.window()
    type_slowly(window, "mud")
    assert cells(stock) == ["Mudmee silk"]
    press(window, Qt.Key.Key_Escape)
    assert len(cells(stock)) == 3
    type_slowly(window, "หนองผึ้ง")
    assert cells(stock) == ["Honey 500 g"]
    press(window, Qt.Key.Key_Escape)
    type_slowly(window, "20 00001 5", enter=True)
    assert cells(stock) == ["Indigo shawl"]
    assert stock.shelf.code_box.text() == "20 00001 5"


def test_a_label_scanned_shows_its_lot_and_stays_on_this_screen(manager_front, stock, shop):
    scan(manager_front.window, shop.deliveries[2].lines[0].lot_code)
    assert cells(stock) == ["Honey 500 g"]
    assert story(stock) == [("Received 20 bottle", "20")]
    assert manager_front.window.front is stock


def test_an_older_answer_never_replaces_a_newer_one(stock, backend):
    backend.hold()
    type_slowly(stock.window(), "mud")
    press(stock.window(), Qt.Key.Key_Escape)
    backend.release()
    assert len(cells(stock)) == 3


def test_totals_are_those_of_the_lots_shown(stock):
    assert stock.shelf.totals.lots.text() == "3"
    assert stock.shelf.totals.value.text() == "33,400.00"
    type_slowly(stock.window(), "shawl")
    assert (stock.shelf.totals.lots.text(), stock.shelf.totals.value.text()) == ("1", "21,400.00")
    assert stock.shelf.totals.due.text() == "15,000.00"


@pytest.mark.parametrize(
    ("days", "word", "tone"),
    [(-1, "expired", "danger"), (0, "today", "warn"), (29, "in 29 days", "warn"), (30, "", "ink2")],
)
def test_a_near_end_is_said_in_a_colour_and_in_words(stock, shop, days, word, tone):
    code = receive_expiring(shop, days)
    scan(stock.window(), code)
    (lot,) = stock.shelf.table.rows_model.rows
    expiry = expiry_of(lot, TODAY)
    assert (expiry.word, expiry.tone) == (word, tone)
    assert cells(stock, EXPIRES) == [word or expiry.day]


def test_what_is_sold_out_no_longer_expires(manager_front, stock, shop):
    code = receive_expiring(shop, 5, qty=1_000)
    shop.sell((code, 1_000))
    scan(stock.window(), code)
    (lot,) = stock.shelf.table.rows_model.rows
    assert expiry_of(lot, TODAY).word == ""


def test_f6_leaves_what_expires_soon_with_the_first_to_go_on_top(manager_front, stock, shop):
    for days in (200, 12, -3):
        receive_expiring(shop, days)
    manager_front.window.go_to(stock)
    assert stock.shelf.totals.soon.words() == "Expiring 1 · expired 1"
    press(stock.window(), Qt.Key.Key_F6)
    assert cells(stock, EXPIRES) == ["expired", "in 12 days"]
    press(stock.window(), Qt.Key.Key_F6)
    assert len(cells(stock)) == 6


def test_labels_are_printed_again_for_what_is_on_the_shelf(manager_front, stock, shop, desk):
    lot = shop.deliveries[0].lines[0].lot_code
    shop.sell((lot, 3_000))
    scan(stock.window(), lot)
    assert stock.shelf.lot_card.print.words() == "Print 17 labels again"
    press(stock.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert stock.message_bar.text() == "17 labels are printed."
    assert list(desk.settings.papers.rglob(f"{lot}-*.pdf"))


def test_labels_that_cannot_be_written_are_refused_in_words(stock, desk):
    desk.settings.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.papers.write_text("a file where the folder should be", encoding="utf-8")
    press(stock.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Cannot write to" in stock.message_bar.text()
    assert stock.shelf.lot_card.print.isEnabled()


def test_a_lot_that_is_gone_has_no_labels_to_print(stock, shop):
    code = receive_expiring(shop, 100, qty=1_000)
    shop.sell((code, 1_000))
    scan(stock.window(), code)
    assert not stock.shelf.lot_card.print.isEnabled()


def test_nothing_found_and_nothing_there_say_what_to_do(stock):
    type_slowly(stock.window(), "zzz")
    assert cells(stock) == []
    assert not stock.shelf.empty.isHidden()
    assert stock.shelf.empty._title.text() == "No lot found"
    assert stock.shelf.lot_card.head.isHidden()


def test_an_empty_shelf_points_to_receiving(sqlite_path, qtbot):
    database = open_database(sqlite_path)
    bare = small_shop(database, stock=0)
    till = database.run(read_till, bare.till)
    screen = StockScreen(InlineBackend(database), Desk(SHOP, till, bare.user, now=lambda: NOW))
    qtbot.addWidget(screen)
    screen.arrive()
    assert screen.shelf.empty._title.text() == "Nothing on the shelf yet"
    assert screen.shelf.totals.value.text() == "0.00"
    database.close()


def test_the_language_changes_names_and_keeps_the_lot(manager_front, stock):
    select(stock, "Mudmee silk")
    manager_front.window.speak("th")
    assert stock.shelf.table.selected().product.name_th == "ผ้าไหมมัดหมี่"
    assert "ผ้าไหมมัดหมี่" in cells(stock)
    assert stock.shelf.lot_card.name.text() == "ผ้าไหมมัดหมี่"


def test_the_models_keep_the_rules(stock, qtmodeltester):
    qtmodeltester.check(stock.shelf.table.rows_model)
    qtmodeltester.check(stock.shelf.lot_card.moves.rows_model)
    type_slowly(stock.window(), "shawl")
    qtmodeltester.check(stock.shelf.table.rows_model)


def test_no_page_flashes_as_a_window_of_its_own(stock, qapp):
    """A part shown before it has its place takes the focus away for a moment, and a scan with it."""
    states = []
    qapp.focusWindowChanged.connect(states.append)
    for name in ("board", "count", "exceptions", "labels", "notes", "shelf"):
        stock.show_part(name)
        qapp.processEvents()
    press(stock.window(), Qt.Key.Key_F8)
    press(stock.window(), Qt.Key.Key_Escape)
    press(stock.window(), Qt.Key.Key_F5)
    qapp.processEvents()
    qapp.focusWindowChanged.disconnect(states.append)
    assert states == []
