"""Nothing that was counted is lost: by Esc, by another screen, another maker, another language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import press, type_slowly
from tests.ui.receiving.conftest import SHAWL, SILK, WEAVER

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def counted_so_far(screen):
    return [(line.product.sku, line.goods.accepted) for line in screen.delivery.draft.lines]


def test_esc_goes_back_to_the_makers_and_the_delivery_waits_there(counted):
    press(counted.window(), ESC)
    assert not counted.is_counting
    assert not counted.producers.begun.isHidden()
    type_slowly(counted.window(), WEAVER, enter=True)
    assert counted_so_far(counted) == [(SHAWL, 12_000)]


def test_esc_in_a_box_gives_back_what_was_there(counted):
    window, editor = counted.window(), counted.delivery.view.table.editor
    editor.focus_on("price")
    type_slowly(window, "oops")
    press(window, ESC)
    assert editor.price.text() == "1,070.00"
    assert counted.is_counting


def test_two_makers_are_counted_side_by_side(counted):
    window = counted.window()
    press(window, Qt.Key.Key_F8)
    type_slowly(window, "หนองผึ้ง", enter=True)
    type_slowly(window, "น้ำผึ้ง", enter=True)
    type_slowly(window, "5", enter=True)
    assert counted_so_far(counted) == [("P000003", 5_000)]
    press(window, ESC)
    press(window, ESC)
    assert len(counted.drafts) == 2
    type_slowly(window, WEAVER, enter=True)
    assert counted_so_far(counted) == [(SHAWL, 12_000)]


def test_a_maker_of_whom_nothing_was_counted_leaves_no_delivery_behind(counting):
    press(counting.window(), ESC)
    assert counting.drafts == {}


def test_another_screen_and_back_finds_everything_as_it_was(counted, front):
    type_slowly(front.window, SILK, enter=True)
    type_slowly(front.window, "2.5")
    front.window.go_to(front.sell)
    front.window.go_to(front.receiving)
    assert counted.is_counting
    assert counted_so_far(counted) == [(SHAWL, 12_000), (SILK, 2_500)]
    assert counted.delivery.view.table.editor.declared.text() == "2.5"


def test_another_language_keeps_lines_words_in_boxes_and_the_focus(counted, front):
    editor = counted.delivery.view.table.editor
    editor.focus_on("batch")
    type_slowly(front.window, "K-")
    front.window.speak("th")
    assert counted_so_far(counted) == [(SHAWL, 12_000)]
    assert editor.batch.text() == "K-"
    assert QApplication.focusWidget() is editor.batch
    assert editor.accessibleName() == "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม"
    front.window.speak("en")
    assert editor.accessibleName() == "Indigo shawl"


def test_a_date_in_a_box_follows_the_language(counted, front):
    press(front.window, Qt.Key.Key_F6)
    type_slowly(front.window, "30/6/2570", enter=True)
    front.window.speak("th")
    assert counted.delivery.view.table.editor.expires.text() == "30 มิ.ย. 2570"


def test_a_removed_line_can_be_put_back(counted):
    press(counted.window(), Qt.Key.Key_Delete)
    assert counted.delivery.draft.lines == ()
    counted.message_bar._action.click()
    assert counted_so_far(counted) == [(SHAWL, 12_000)]


def test_a_maker_cannot_be_left_over_a_figure_that_is_none(counted):
    counted.delivery.view.table.editor.focus_on("declared")
    type_slowly(counted.window(), "x")
    press(counted.window(), Qt.Key.Key_F8)
    assert counted.is_counting
    assert "Delivered" in counted.message_bar.text()
