"""Prices change on the shelf: what the maker gets is said first, and the labels follow with one key."""

from otop_pos.services.stock.price import labels_to_reprint
from tests.books import broken, rows
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import ALT, KEY, column, facts, lot_of, receive


def code(shop):
    return shop.deliveries[0].lines[0].lot_code


def change(stock, shop, price="1284", lot=""):
    scan(stock.window(), lot or code(shop))
    press(stock.window(), KEY.Key_F5)
    type_slowly(stock.window(), price, enter=True)
    type_slowly(stock.window(), "maker asks", enter=True)


def test_old_and_new_price_and_what_the_maker_gets_at_each(stock, shop):
    scan(stock.window(), code(shop))
    press(stock.window(), KEY.Key_F5)
    type_slowly(stock.window(), "1284")
    assert facts(stock.pricing.facts) == {
        "Price on the label": "1,070.00 → 1,284.00",
        "Maker gets per unit": "750.00 → 900.00",
    }


def test_a_lot_gets_its_price_and_the_label_waits(stock, shop):
    change(stock, shop)
    assert lot_of(shop, code(shop)).price == 128_400
    assert "1,070.00 → 1,284.00" in stock.message_bar.text()
    assert stock.bar.tabs["labels"].waiting == 1
    assert rows(shop.database, "SELECT before, price, reason FROM lot_price") == [(107_000, 128_400, "maker asks")]
    assert broken(shop.database) == []


def test_all_of_a_product_changes_with_its_lots(stock, shop):
    other = receive(shop, shop.cloth)
    scan(stock.window(), code(shop))
    press(stock.window(), KEY.Key_F5)
    stock.pricing.reach.buttons["product"].click()
    type_slowly(stock.window(), "1284", enter=True)
    type_slowly(stock.window(), "season", enter=True)
    assert {lot_of(shop, each).price for each in (code(shop), other)} == {128_400}


def test_next_deliveries_only_leaves_the_shelf_as_it_is(stock, shop):
    scan(stock.window(), code(shop))
    press(stock.window(), KEY.Key_F5)
    stock.pricing.reach.buttons["later"].click()
    type_slowly(stock.window(), "1284", enter=True)
    type_slowly(stock.window(), "season", enter=True)
    assert lot_of(shop, code(shop)).price == 107_000
    assert lot_of(shop, code(shop)).product.price == 128_400
    assert stock.bar.tabs["labels"].waiting == 0


def test_one_key_prints_all_labels_at_the_new_price_and_counts_them(stock, shop, desk):
    change(stock, shop)
    change(stock, shop, "200", lot=shop.deliveries[2].lines[0].lot_code)
    press(stock.window(), KEY.Key_5, ALT)
    assert sorted(column(stock.labels.table, 3)) == ["1,284.00", "200.00"]
    press(stock.window(), KEY.Key_F12)
    assert stock.message_bar.text() == "40 labels are printed."
    assert shop.database.run(labels_to_reprint) == ()
    assert sorted(rows(shop.database, "SELECT count, price FROM label_print")) == [(20, 20_000), (20, 128_400)]
    assert len(list(desk.settings.papers.rglob("labels/*.pdf"))) == 2
    assert stock.bar.tabs["labels"].waiting == 0


def test_labels_that_cannot_be_written_go_on_waiting(stock, shop, desk):
    change(stock, shop)
    desk.settings.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.papers.write_text("a file where the folder should be", encoding="utf-8")
    press(stock.window(), KEY.Key_5, ALT)
    press(stock.window(), KEY.Key_F12)
    assert "Cannot write to" in stock.message_bar.text()
    assert len(shop.database.run(labels_to_reprint)) == 1
    assert stock.labels.all.isEnabled()


def test_no_price_and_no_reason_are_asked_for(stock, shop):
    scan(stock.window(), code(shop))
    press(stock.window(), KEY.Key_F5)
    press(stock.window(), KEY.Key_Delete)
    press(stock.window(), KEY.Key_Return)
    press(stock.window(), KEY.Key_Return)
    assert stock.pricing.message.text()
    type_slowly(stock.window(), "reason", enter=True)
    assert stock.pricing.is_open
    assert lot_of(shop, code(shop)).price == 107_000
