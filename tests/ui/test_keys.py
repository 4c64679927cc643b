"""Keys by their acts: what stands on a button presses it, also after a change while the program runs."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.key import KEYS
from otop_pos.ui.keys import use_keys
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
