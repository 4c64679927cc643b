"""Makers and goods are found by name, code, card, barcode and label."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import press, scan, type_slowly
from tests.ui.receiving.conftest import SHAWL, SILK, WEAVER

ENTER = Qt.Key.Key_Return


def names(search):
    model = search.table.rows_model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def skus(screen):
    return [line.product.sku for line in screen.delivery.draft.lines]


def test_makers_are_found_per_keystroke(receiving):
    assert len(names(receiving.producers.list)) == 2
    type_slowly(receiving.window(), "หนอง")
    assert names(receiving.producers.list) == ["วิสาหกิจชุมชนหนองผึ้ง"]


def test_arrows_walk_the_makers_and_enter_takes_one(receiving):
    press(receiving.window(), Qt.Key.Key_Down)
    press(receiving.window(), ENTER)
    assert receiving.delivery.draft.producer.code == "CM-0002"


def test_the_makers_card_is_scanned(receiving):
    scan(receiving.window(), WEAVER)
    assert receiving.delivery.draft.producer.code == WEAVER


def test_a_label_of_the_makers_goods_names_the_maker(receiving, shop):
    scan(receiving.window(), shop.deliveries[2].lines[0].lot_code)
    assert receiving.delivery.draft.producer.code == "CM-0002"


def test_an_unknown_card_is_named_and_the_screen_stays(receiving, front):
    scan(front.window, "CM-0999")
    assert "CM-0999" in receiving.message_bar.text()
    assert front.window.front is receiving
    assert len(names(receiving.producers.list)) == 2


def test_the_card_says_the_terms_in_plain_words(counting):
    terms = counting.delivery.view.card.terms.text()
    assert "Hang Dong, Hot" in terms
    assert "The centre keeps 25% of the price before VAT" in terms


def test_only_goods_of_this_maker_are_offered(counting):
    type_slowly(counting.window(), "P0")
    assert names(counting.delivery.view.search) == ["Indigo shawl", "Mudmee silk"]


def test_goods_are_scanned_by_code_and_by_an_older_label(counting, shop):
    scan(counting.window(), SHAWL)
    scan(counting.window(), shop.deliveries[1].lines[0].lot_code)
    assert skus(counting) == [SHAWL, SILK]


def test_a_scan_into_a_half_typed_search_leaves_no_search_behind(counting):
    type_slowly(counting.window(), "mud")
    scan(counting.window(), SHAWL)
    assert skus(counting) == [SHAWL]
    assert not counting.delivery.view.is_searching


def test_goods_of_another_maker_are_not_taken_in(counting, shop):
    scan(counting.window(), shop.deliveries[2].lines[0].lot_code)
    assert skus(counting) == []
    assert "has nothing with the code" in counting.message_bar.text()


def test_goods_scanned_twice_are_one_line_unless_another_batch_is_wanted(counted):
    scan(counted.window(), SHAWL)
    assert skus(counted) == [SHAWL]
    assert QApplication.focusWidget() is counted.delivery.view.table.editor.declared
    counted.message_bar._action.click()
    assert skus(counted) == [SHAWL, SHAWL]


def test_enter_before_the_answer_takes_what_was_asked_for_and_not_what_stood_there(counting, backend):
    type_slowly(counting.window(), "P0")
    backend.hold()
    type_slowly(counting.window(), "00002", enter=True)
    assert skus(counting) == []
    backend.release()
    assert skus(counting) == [SILK]


def test_a_name_nobody_has_is_said_and_offered_as_new(counting):
    type_slowly(counting.window(), "ไม่มี", enter=True)
    assert "has no product “ไม่มี”" in counting.message_bar.text()
    assert skus(counting) == []
