"""The table of the delivery keeps Qt's rules for models, and its boxes stand in their columns."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from otop_pos.ui.dress import dress
from otop_pos.ui.style import CONTROL, Look, px
from tests.ui.hands import press, type_slowly
from tests.ui.receiving.conftest import SILK


def test_the_model_keeps_the_rules(counted, qtmodeltester):
    model = counted.delivery.view.table.rows_model
    qtmodeltester.check(model)
    type_slowly(counted.window(), SILK, enter=True)
    press(counted.window(), Qt.Key.Key_Escape)
    press(counted.window(), Qt.Key.Key_Delete)
    qtmodeltester.check(model)


def test_boxes_are_high_enough_for_a_finger_and_stand_under_their_headings(counted):
    table = counted.delivery.view.table
    for place, box in ((2, table.editor.declared), (3, table.editor.accepted), (5, table.editor.price)):
        assert box.height() >= px(CONTROL)
        left = table.columnViewportPosition(place)
        assert left <= box.x() < left + table.columnWidth(place)


def test_fifteen_lines_scroll_and_the_selected_one_is_whole(counted):
    screen, table = counted, counted.delivery.view.table
    shawl = screen.delivery.draft.lines[0].product
    for _number in range(14):
        screen.delivery.add_line(shawl)
    assert table.rows_model.rowCount() == 15
    area = table.editor.geometry()
    assert table.viewport().rect().contains(area)
    table.select(0)
    assert table.viewport().rect().contains(table.editor.geometry())


def test_a_tap_on_another_line_opens_it(counted, qtbot):
    type_slowly(counted.window(), SILK, enter=True)
    table = counted.delivery.view.table
    where = table.visualRect(table.rows_model.index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.editor.accessibleName() == "Indigo shawl"
    assert table.editor.declared.hasFocus()


def test_arrows_in_a_box_go_to_the_line_above_and_below(counted):
    type_slowly(counted.window(), SILK, enter=True)
    editor = counted.delivery.view.table.editor
    press(counted.window(), Qt.Key.Key_Up)
    assert editor.accessibleName() == "Indigo shawl"
    press(counted.window(), Qt.Key.Key_Down)
    assert editor.accessibleName() == "Mudmee silk"


@pytest.fixture(params=[100, 125, 150])
def large(qapp, request):
    """The delivery of twelve shawls in larger type, on the smallest screen."""
    dress(qapp, Look(scale=request.param))
    yield request.getfixturevalue("counted")
    dress(qapp)


def test_no_box_covers_another_in_any_size_of_type(large):
    editor = large.delivery.view.table.editor
    for rejected in ("0", "2"):
        editor.rejected.setText(rejected)
        QApplication.processEvents()
        parts = [*editor.boxes.values(), *editor.titles.values(), editor.due]
        shown = [part for part in parts if part.isVisible()]
        areas = [QRect(part.mapTo(editor, QPoint(0, 0)), part.size()) for part in shown]
        assert all(editor.rect().contains(area) for area in areas)
        assert not any(one.intersects(other) for one, other in combinations(areas, 2))
        assert editor.declared.isVisible()
        assert editor.reason.isVisible() == (rejected == "2")


def test_the_form_for_new_goods_fits_the_screen_in_any_size_of_type(large):
    press(large.window(), Qt.Key.Key_F3)
    panel = large.product_panel
    panel.name.setText("ผ้าคลุมไหล่")
    panel.price.setText("x")
    panel.save.click()
    QApplication.processEvents()
    assert panel.message_bar.isVisible()
    assert panel.rect().contains(panel.card.geometry())
    assert panel.card.rect().contains(panel.save.geometry())
    for _field in range(7):
        press(large.window(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        area = QRect(focus.mapTo(panel._fields, QPoint(0, 0)), focus.size())
        assert not panel._fields.isAncestorOf(focus) or panel._fields.rect().contains(area)


def test_what_the_one_button_does_is_read_whole_in_any_size_of_type(large):
    post = large.delivery.view.post
    assert post.sizeHint().width() <= post.width()


def test_boxes_filled_in_any_order_all_count(counted):
    """As a finger does it: no box is left before the next one is written into."""
    editor = counted.delivery.view.table.editor
    editor.rejected.setText("2")
    editor.reason.setText("บุบ")
    editor.expires.setText("30/06/2570")
    editor.batch.setText("K-5")
    goods = counted.delivery.draft.lines[0].goods
    assert (goods.accepted, goods.reject_reason, goods.batch) == (10_000, "บุบ", "K-5")
    assert goods.expires_on is not None
