"""Keys changed by pressing the new one, by hand and by touch."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout

from otop_pos.settings import Settings, read_settings, write_settings
from otop_pos.ui.keys import key_of, use_keys
from otop_pos.ui.screen import Screen
from otop_pos.ui.settings.keys_panel import KeysPanel
from otop_pos.ui.widgets.scan_filter import GAP_MS
from tests.documents.reading import text
from tests.ui.hands import press

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _usual_keys():
    use_keys({})
    yield
    use_keys({})


@pytest.fixture
def panel(shown, backend, desk):
    screen = Screen()
    panel = KeysPanel(backend, desk)
    QVBoxLayout(screen).addWidget(panel)
    panel.frame = shown(screen)  # Python owns the window: without a name for it, it is gone
    panel.take_focus()
    panel.told = []
    panel.changed.connect(panel.told.append)
    return panel


def choose(panel, act):
    panel.edits[act].setFocus()
    press(panel.window(), ENTER)


def with_ctrl(panel, key):
    """A letter waits as long as it could be the first of a scan."""
    press(panel.window(), key, CTRL)
    QTest.qWait(2 * GAP_MS)


def test_a_free_key_is_taken_and_told(panel):
    choose(panel, "quantity")
    with_ctrl(panel, Qt.Key.Key_Q)
    assert key_of("quantity") == "Ctrl+Q"
    assert panel.edits["quantity"].cap() == "Ctrl+Q"
    assert panel.told == [{"quantity": "Ctrl+Q"}]
    assert panel.message_bar.text() == "Ctrl+Q is now “Quantity”."


def test_a_function_key_of_the_window_is_heard_by_the_one_who_asks(panel):
    choose(panel, "quantity")
    press(panel.window(), Qt.Key.Key_F1)
    assert not panel.window().help.is_open
    assert "F1 already is “Help” (Sell · Returns)" in panel.message_bar.text()


def test_a_taken_key_changes_nothing_and_says_whose_it_is(panel):
    choose(panel, "quantity")
    press(panel.window(), Qt.Key.Key_F3)
    assert panel.message_bar.text() == "F3 already is “Customer or tourist” (Sell). Swap them, or press another key."
    assert key_of("quantity") == "F4"
    assert panel.told == []
    with_ctrl(panel, Qt.Key.Key_Q)
    assert panel.told == [{"quantity": "Ctrl+Q"}]


def test_one_press_swaps_two_keys(panel):
    choose(panel, "quantity")
    press(panel.window(), Qt.Key.Key_F3)
    press(panel.window(), ENTER)
    assert panel.told == [{"quantity": "F3", "customer": "F4"}]
    assert (panel.edits["quantity"].cap(), panel.edits["customer"].cap()) == ("F3", "F4")


def test_a_finger_swaps_too(panel):
    edit = panel.edits["quantity"]
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    press(panel.window(), Qt.Key.Key_F3)
    QTest.mouseClick(panel.message_bar._action, Qt.MouseButton.LeftButton)
    assert panel.told == [{"quantity": "F3", "customer": "F4"}]


def test_enter_swaps_nothing_where_no_swap_was_offered(panel):
    choose(panel, "soon")
    with_ctrl(panel, Qt.Key.Key_P)
    assert panel.message_bar.text().endswith("Press another key.")
    press(panel.window(), ENTER)
    assert panel.told == []
    assert panel.edits["soon"].is_waiting


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Backspace])
def test_a_key_that_is_needed_otherwise_is_refused_in_words(qtbot, panel, key):
    choose(panel, "quantity")
    press(panel.window(), key)
    qtbot.waitUntil(lambda: "Choose F1 to F12" in panel.message_bar.text())
    assert key_of("quantity") == "F4"
    assert panel.edits["quantity"].is_waiting


def test_shift_alone_is_no_key_yet(panel):
    choose(panel, "quantity")
    press(panel.window(), Qt.Key.Key_Control, CTRL)
    assert panel.edits["quantity"].is_waiting
    assert panel.message_bar.text().startswith("Press the new key")


def test_escape_leaves_it_as_it_was(panel):
    choose(panel, "quantity")
    press(panel.window(), ESC)
    assert not panel.edits["quantity"].is_waiting
    assert panel.message_bar.text() == ""
    with_ctrl(panel, Qt.Key.Key_Q)
    assert panel.told == []


def test_arrows_walk_through_all_acts(panel):
    seen = set()
    for _step in range(len(panel.edits) + 2):
        seen.add(next(code for code, edit in panel.edits.items() if edit.hasFocus()) if _step else "first")
        press(panel.window(), Qt.Key.Key_Down)
    for _step in range(len(panel.edits) + 2):
        press(panel.window(), Qt.Key.Key_Up)
        seen.add(next(code for code, edit in panel.edits.items() if edit.hasFocus()))
    assert seen - {"first"} == set(panel.edits)


def test_all_keys_go_back_to_the_usual_and_that_can_be_taken_back(panel):
    use_keys({"quantity": "Ctrl+Q"})
    assert panel.usual.isEnabled()
    panel.usual.click()
    assert panel.told == [{}]
    assert key_of("quantity") == "F4"
    assert not panel.usual.isEnabled()
    panel.message_bar._action.click()
    assert panel.told == [{}, {"quantity": "Ctrl+Q"}]


def test_every_target_is_large_enough_for_a_finger(panel):
    for widget in (*panel.edits.values(), panel.usual, panel.print):
        assert widget.height() >= 44


def test_the_changes_are_read_back_from_the_settings(panel, tmp_path):
    choose(panel, "quantity")
    with_ctrl(panel, Qt.Key.Key_Q)
    path = tmp_path / "settings.toml"
    write_settings(Settings(keys=panel.told[-1]), path)
    use_keys({})
    use_keys(read_settings(path).keys)
    assert panel.edits["quantity"].cap() == "Ctrl+Q"


def test_the_card_is_printed_with_the_keys_of_now(panel, desk):
    use_keys({"quantity": "Ctrl+Q"})
    panel.print.click()
    file = desk.settings.papers / "2026-11-22" / "key-card-en.pdf"
    assert str(file) in panel.message_bar.text()
    assert "Ctrl+Q" in text(file.read_bytes())
    assert panel.print.isEnabled()


def test_a_card_that_cannot_be_printed_says_why(panel, desk, tmp_path):
    (tmp_path / "papers").write_text("no folder", encoding="utf-8")
    panel.print.click()
    assert str(tmp_path / "papers") in panel.message_bar.text()
    assert panel.print.isEnabled()
