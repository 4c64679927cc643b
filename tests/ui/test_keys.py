"""Keys by their acts: what stands on a button presses it, also after a change while the program runs."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from otop_pos.domain.key import KEYS, clashes_with, usual_keys
from otop_pos.ui.keys import use_keys
from otop_pos.ui.widgets.scan_filter import GAP_MS
from tests.ui.hands import press, scan

UI = Path(__file__).resolve().parents[2] / "otop_pos" / "ui"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _usual_keys():
    use_keys({})
    yield
    use_keys({})


def test_no_screen_names_a_key_that_can_be_changed():
    named = re.compile(r"(F\d{1,2}|Del|(Ctrl|Alt|Shift)\+.+)")
    found = [
        f"{path.name}:{node.lineno} {node.value}"
        for path in UI.rglob("*.py")
        if path.name != "keys.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and named.fullmatch(node.value)
    ]
    assert found == []


def test_no_sentence_on_screen_names_a_key_that_can_be_changed():
    texts = [path.read_text(encoding="utf-8") for path in UI.parent.rglob("*.py")]
    assert [
        each for text in texts for each in re.findall(r'_\("([^"]*\bF\d{1,2}\b[^"]*)"', text) if "F1 to" not in each
    ] == []


def test_a_changed_key_works_and_the_old_one_does_nothing(front):
    bill = front.sell.bill
    scan(front.window, "P000001")
    use_keys({"customer": "F4", "quantity": "F3"})
    press(front.window, Qt.Key.Key_F4)
    assert not bill.quantity_prompt.is_open
    assert bill.customer_panel.is_open
    press(front.window, Qt.Key.Key_Escape)
    press(front.window, Qt.Key.Key_F3)
    assert bill.quantity_prompt.is_open
    assert bill.view.quantity.caps() == ("F3",)


def test_a_button_follows_its_key_without_a_word_of_its_own_lost(front):
    view = front.sell.bill.view
    assert view.pay.caps() == ("F11", "Enter")
    use_keys({"pay": "Ctrl+Shift+F5"})
    assert view.pay.caps() == ("Ctrl+Shift+F5", "Enter")
    use_keys({})
    assert view.pay.caps() == ("F11", "Enter")


def test_the_key_that_removes_a_line_can_be_another(front):
    bill = front.sell.bill
    scan(front.window, "P000001")
    use_keys({"remove": "Ctrl+D"})
    press(front.window, Qt.Key.Key_Delete)
    assert len(bill.basket.lines) == 1
    press(front.window, Qt.Key.Key_D, CTRL)
    assert bill.basket.lines == ()


def test_delete_still_deletes_letters_in_the_code_box(front):
    bill = front.sell.bill
    scan(front.window, "P000001")
    bill.view.code_box.set_text("12")
    press(front.window, Qt.Key.Key_Delete)
    assert len(bill.basket.lines) == 1
    bill.view.code_box.clear()
    press(front.window, Qt.Key.Key_Delete)
    assert bill.basket.lines == ()


def test_a_place_can_have_another_key(front):
    use_keys({"go_day": "Ctrl+G"})
    press(front.window, Qt.Key.Key_4, CTRL)
    assert front.window.front is front.sell
    press(front.window, Qt.Key.Key_G, CTRL)
    assert front.window.front is front.day


def test_every_act_that_a_screen_asks_for_is_registered(front):
    acts = {each._act for each in front.window.findChildren(type(front.sell.bill.view.pay)) if each._act}
    assert acts <= set(KEYS)


@pytest.mark.parametrize("page", ["shelf", "board", "count", "exceptions", "labels", "notes"])
def test_a_page_of_the_stock_desk_follows_its_new_keys(manager_front, page):
    front, number = manager_front, ["shelf", "board", "count", "exceptions", "labels", "notes"].index(page) + 1
    front.window.go_to(front.stock)
    use_keys({f"tab_{number}": "Ctrl+Shift+F5"})
    front.stock.show_part("notes" if page == "shelf" else "shelf")
    press(front.window, Qt.Key.Key_F5, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert front.stock.part == page


def test_keys_of_one_desk_do_not_stand_in_the_way_of_another():
    keys = usual_keys()
    assert clashes_with(keys, "report_print", "F6") == ()
    assert [clash.other.code for clash in clashes_with(keys, "report_print", "F9")] == ["report_save"]


def test_every_new_screen_presses_what_stands_on_its_buttons(manager_front):
    use_keys({"report_again": "Ctrl+Q", "maker_change": "Ctrl+G", "put_right": "Ctrl+E"})
    window = manager_front.window
    for place in (manager_front.receiving, manager_front.producer.built, manager_front.report.built):
        window.go_to(place)
    assert manager_front.report.built.again.caps() == ("Ctrl+Q",)
    assert manager_front.producer.built.page.change.caps() == ("Ctrl+G",)
    assert manager_front.receiving.producers.put_right.caps() == ("Ctrl+E",)
    said = []
    manager_front.report.built.again.clicked.connect(lambda: said.append("again"))
    press(window, Qt.Key.Key_F5)
    assert said == []
    press(window, Qt.Key.Key_Q, CTRL)
    QTest.qWait(2 * GAP_MS)
    assert said == ["again"]
