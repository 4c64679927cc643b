"""Help on its key: about the screen in front, in its language, without losing anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.key import KEYS
from otop_pos.domain.key_row import KeyRow
from otop_pos.ui.dress import dress
from otop_pos.ui.front import open_front
from otop_pos.ui.help_topics import TOPICS, topic_of
from otop_pos.ui.keys import cap_of, use_keys
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import Look
from otop_pos.ui.widgets.key_list import KeyList
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly

F1, ESC = Qt.Key.Key_F1, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TABBED = {
    "stock_board": (Qt.Key.Key_3, Qt.Key.Key_2),
    "stock_count": (Qt.Key.Key_3, Qt.Key.Key_3),
    "stock_exceptions": (Qt.Key.Key_3, Qt.Key.Key_4),
    "stock_labels": (Qt.Key.Key_3, Qt.Key.Key_5),
    "stock_notes": (Qt.Key.Key_3, Qt.Key.Key_6),
    "settle_vouchers": (Qt.Key.Key_8, Qt.Key.Key_2),
    "settle_pay": (Qt.Key.Key_8, Qt.Key.Key_3),
    "settle_papers": (Qt.Key.Key_8, Qt.Key.Key_4),
}
OPENED = [
    *("sell", "pay", "done", "returns", "receive_list", "receive", "stock", "day", "producer", "producer_page"),
    *("settlement", "report", "import", *TABBED),
]


@pytest.fixture(autouse=True)
def _usual_keys():
    use_keys({})
    yield
    use_keys({})


def go_to(front, topic):
    match topic:
        case "pay" | "done":
            scan(front.window, "P000001")
            press(front.window, Qt.Key.Key_F11)
        case "returns":
            press(front.window, Qt.Key.Key_F9)
        case "receive_list" | "stock" | "day":
            place = {"receive_list": Qt.Key.Key_2, "stock": Qt.Key.Key_3, "day": Qt.Key.Key_4}
            press(front.window, place[topic], CTRL)
        case "receive":
            press(front.window, Qt.Key.Key_2, CTRL)
            scan(front.window, "CM-0001")
        case "producer" | "settlement" | "report":
            place = {"producer": Qt.Key.Key_7, "settlement": Qt.Key.Key_8, "report": Qt.Key.Key_9}
            press(front.window, place[topic], CTRL)
        case "producer_page":
            press(front.window, Qt.Key.Key_7, CTRL)
            scan(front.window, "CM-0001")
        case "import":
            press(front.window, Qt.Key.Key_6, CTRL)
            front.settings.choose("lists")
        case _ if topic in TABBED:
            place, tab = TABBED[topic]
            press(front.window, place, CTRL)
            press(front.window, tab, ALT)
    if topic == "done":
        press(front.window, Qt.Key.Key_Return)
        press(front.window, Qt.Key.Key_F12)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("topic", OPENED)
def test_help_opens_on_every_screen_in_both_languages(manager_front, topic, language):
    front = manager_front
    front.window.speak(language)
    go_to(front, topic)
    press(front.window, F1)
    shown = front.window.help
    assert shown.is_open
    assert shown.topic is TOPICS[topic]
    assert shown.title.text() == TOPICS[topic].title()
    assert shown.steps[0].text()
    assert "{" not in "".join(step.text() for step in shown.steps)
    assert {row.act for row in shown.keys.rows} - {""} == {
        act.code for act in KEYS.values() if TOPICS[topic].place in act.where
    }
    press(front.window, ESC)
    assert not shown.is_open


def test_nothing_typed_is_lost_and_the_hands_are_where_they_were(front):
    box = front.sell.bill.view.code_box
    scan(front.window, "P000001")
    type_slowly(front.window, "12")
    press(front.window, F1)
    press(front.window, F1)
    assert not front.window.help.is_open
    assert box.text() == "12"
    assert box.edit.hasFocus()
    assert len(front.sell.bill.basket.lines) == 1


def test_a_question_on_the_screen_waits_under_the_help(front):
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_F4)
    prompt = front.sell.bill.quantity_prompt
    prompt.edit.setText("7")
    press(front.window, F1)
    press(front.window, ESC)
    assert prompt.is_open
    assert prompt.edit.hasFocus()
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.bill.basket.lines[0].qty == 7000


def test_no_key_acts_behind_the_help(front):
    scan(front.window, "P000001")
    press(front.window, F1)
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_Delete):
        press(front.window, key)
    assert not front.sell.bill.quantity_prompt.is_open
    assert front.sell.help_topic == "sell"
    assert len(front.sell.bill.basket.lines) == 1


def test_a_scan_closes_the_help_and_lands_on_the_bill(front):
    press(front.window, F1)
    scan(front.window, "P000001")
    assert not front.window.help.is_open
    assert len(front.sell.bill.basket.lines) == 1


def test_going_to_another_place_closes_the_help(front):
    press(front.window, F1)
    press(front.window, Qt.Key.Key_3, CTRL)
    assert front.window.front is front.stock
    assert not front.window.help.is_open
    assert front.window.stack.isEnabled()


def test_the_help_changes_its_language_while_it_is_read(front):
    press(front.window, F1)
    shown = front.window.help
    english = shown.steps[0].text()
    front.window.speak("th")
    assert shown.steps[0].text() == TOPICS["sell"].steps[0]()
    front.window.speak("en")
    assert shown.steps[0].text() == english


def test_the_help_names_the_keys_as_they_are_now(front):
    use_keys({"pay": "Ctrl+Q"})
    press(front.window, F1)
    shown = front.window.help
    assert "Ctrl+Q" in shown.steps[4].text()
    assert ("Ctrl+Q",) in [row.caps for row in shown.keys.rows]


def test_only_places_that_are_there_are_told(front):
    press(front.window, F1)
    acts = {row.act for row in front.window.help.shop_keys.rows}
    assert {each for each in acts if each.startswith("go_")} == {"go_sell", "go_stock", "go_day", "go_settings"}


def test_the_button_in_the_top_bar_says_the_key_and_opens_it(front):
    button = front.window.top_bar.help
    assert button.caps() == (cap_of("help"),)
    button.click()
    assert front.window.help.is_open


def test_who_is_at_the_till_is_answered_before_help(front):
    front.lock.lock()
    press(front.window, F1)
    assert not front.window.help.is_open


def test_a_screen_without_words_of_its_own_gets_those_of_the_shop(shown):
    window = shown(Screen())
    press(window, F1)
    assert window.help.topic is topic_of("shop")
    assert window.help.title.text() == "This till"


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("name", TOPICS)
def test_the_help_fits_on_the_smallest_screen(qapp, qtbot, backend, desk, name, scale):
    dress(qapp, Look(scale=scale))
    front = open_front(backend, desk)
    show(qtbot, front.window)
    front.window.help.show_topic(name, ["go_sell"])
    QApplication.processEvents()
    card = front.window.help.card
    assert card.minimumSizeHint().height() <= card.height()
    assert front.window.ground.rect().contains(card.geometry())


def test_more_keys_than_usual_come_closer_together(qtbot):
    keys = KeyList()
    qtbot.addWidget(keys)
    keys.show_rows([KeyRow("sell", ("F4",), "Quantity", "quantity")] * 20)
    wide = keys.sizeHint().height()
    keys.fit(wide - 60)
    assert keys.sizeHint().height() <= wide - 60


def test_a_form_over_the_stock_has_help_of_its_own(manager_front):
    front = manager_front
    press(front.window, Qt.Key.Key_3, CTRL)
    press(front.window, Qt.Key.Key_F8)
    assert front.stock.acting.is_open
    press(front.window, F1)
    assert front.window.help.topic is TOPICS["stock_act"]
    press(front.window, ESC)
    assert front.stock.acting.is_open
    press(front.window, ESC)
    assert not front.stock.acting.is_open


def test_a_delivery_has_other_help_than_choosing_its_maker(manager_front):
    front = manager_front
    press(front.window, Qt.Key.Key_2, CTRL)
    press(front.window, F1)
    assert "F9" in [cap for row in front.window.help.keys.rows for cap in row.caps]
    press(front.window, ESC)
    scan(front.window, "CM-0001")
    press(front.window, F1)
    assert {row.act for row in front.window.help.keys.rows} >= {"photo", "reject", "describe"}
