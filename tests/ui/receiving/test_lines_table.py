"""The table of the delivery keeps Qt's rules for models, and its boxes stand in their columns."""

from PySide6.QtCore import Qt

from otop_pos.ui.style import CONTROL, px
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
