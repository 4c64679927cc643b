"""The frame: places, top bar, people, leaving, crashes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.ui.crash_dialog import CrashReporter
from otop_pos.ui.screenshots import PRINTS, draw_screens
from tests.ui.hands import press, scan


def test_the_code_box_is_ready_when_the_window_opens(front):
    assert front.sell.bill.view.code_box.edit.hasFocus()


def test_the_top_bar_says_where_when_and_who(front):
    bar = front.window.top_bar
    assert (bar.shop.text(), bar.till.text(), bar.day.text()) == ("OTOP Select Chiang Mai", "Till CM01", "22 Nov 2026")
    assert bar.user.text() == "พิมพ์ใจ ก. · cashier"
    assert bar.clock.text() == "14:35"


def test_every_place_has_its_key(front):
    press(front.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert front.window.front is front.day
    press(front.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert front.window.front is front.sell


def test_the_language_switch_reaches_every_text_at_once(front):
    front.window.top_bar.language.click()
    assert front.window.top_bar.shop.text() == "ศูนย์ OTOP Select เชียงใหม่"
    assert front.window.top_bar.day.text() == "22 พ.ย. 2569"
    front.window.top_bar.language.click()
    assert front.window.top_bar.day.text() == "22 Nov 2026"


def test_an_open_bill_keeps_the_window_open(front):
    scan(front.window, "P000001")
    front.window.close()
    assert front.window.isVisible()
    assert front.sell.message_bar.text()
    front.sell.message_bar._action.click()
    assert not front.window.isVisible()


def test_without_a_bill_the_window_closes(front):
    front.window.close()
    assert not front.window.isVisible()


def test_the_focus_is_always_visible(front):
    ring = front.window.focus_ring
    box = front.sell.bill.view.code_box
    assert ring.isVisible()
    assert ring.geometry().contains(box.rect().translated(box.mapTo(front.window, box.rect().topLeft())))


def test_nothing_scrolls_on_sell_and_pay_at_the_smallest_size(front):
    for code in ("P000001", "P000003"):
        scan(front.window, code)
    assert front.window.size().width() == 1366
    assert front.window.size().height() == 768
    press(front.window, Qt.Key.Key_F11)
    assert front.window.minimumSizeHint().width() <= 1366
    assert front.window.minimumSizeHint().height() <= 768


def test_a_bug_is_shown_once_with_where_the_log_is(qtbot, front):
    reporter = CrashReporter(Path("/var/log/otop-pos.log"), front.window)
    reporter.report(KeyError("lot"))
    dialog = reporter.dialog
    assert dialog is not None
    reporter.report(KeyError("lot"))
    assert reporter.dialog is dialog
    dialog.accept()
    reporter.report(KeyError("lot"))
    assert reporter.dialog is None
    assert len([each for each in QApplication.topLevelWidgets() if isinstance(each, type(dialog))]) <= 1


def test_every_screen_can_be_drawn_in_either_language_and_look(tmp_path: Path, qapp: QApplication):
    plain_thai, *_others, large_dark_english = PRINTS
    names = [path.stem for path in draw_screens(tmp_path, (plain_thai, large_dark_english))]
    assert {"sell-th", "day-closed-th", "settings-shop-th"} <= set(names)
    assert {"pay-cash-large-dark-en", "setup-10-large-dark-en"} <= set(names)
    desk = {"receive-corrected", "stock-write-off", "stock-count-differences", "maker-new-terms", "maker-bank-approval"}
    month = {"payouts-drafts", "payouts-approval", "payouts-cash", "payouts-bank-result", "payouts-papers"}
    assert {f"{name}-th" for name in desk | month | {"report", "report-empty", "import", "import-past"}} <= set(names)
    assert len(names) % 2 == 0
    assert all((tmp_path / f"{name}.png").stat().st_size > 10_000 for name in names)
    assert not [each for each in qapp.topLevelWidgets() if isinstance(each, QWidget) and each.isVisible()]


def test_the_desk_of_a_day_without_a_session_goes_by_the_calendar(desk):
    closed = replace(desk, session=None)
    assert closed.business_date == closed.today
