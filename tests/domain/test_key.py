"""Keys: which may be chosen, who is in whose way, what a till starts with."""

import pytest

from otop_pos.domain.errors import KeyNeededToAnswer, KeyNeededToType, KeyOfTheSystem
from otop_pos.domain.key import (
    KEYS,
    cap_text,
    changes_of,
    check_key,
    clashes,
    clashes_with,
    read_keys,
    split_key,
    swapped,
    usual_keys,
)
from otop_pos.domain.key_act import Place
from otop_pos.domain.key_row import PLACES, all_rows, rows_at

USUAL = {
    "help": "F1", "find": "F2", "customer": "F3", "quantity": "F4", "price": "F5", "line_discount": "F6",
    "bill_discount": "F7", "hold": "F8", "returns": "F9", "drawer": "F10", "pay": "F11", "finish": "F12",
    "lock": "Ctrl+L", "reprint": "Ctrl+P", "remove": "Del",
}  # fmt: skip


def test_the_usual_keys_are_those_of_the_shop_floor():
    assert usual_keys() | USUAL == usual_keys()


def test_the_usual_keys_do_not_clash_and_may_all_be_chosen():
    assert clashes(usual_keys()) == ()
    for act, key in usual_keys().items():
        check_key(act, key)


@pytest.mark.parametrize("key", ["A", "7", "ก", "+", "*", "Space", "Shift+A", "Ctrl+C", "Ctrl+V", "Ctrl+M", "Ctrl+]"])
def test_what_hands_and_scanners_write_with_is_no_key(key):
    with pytest.raises(KeyNeededToType):
        check_key("quantity", key)


@pytest.mark.parametrize("key", ["Ctrl+ก", "Alt+ฟ", "Ctrl+Alt+E", "Del", "Shift+Del", "Ins"])
def test_a_key_that_writes_on_another_keyboard_or_in_a_box_is_no_key(key):
    with pytest.raises(KeyNeededToType):
        check_key("quantity", key)


@pytest.mark.parametrize(
    "key", ["Return", "Enter", "Esc", "Tab", "Backtab", "Backspace", "Up", "Left", "Ctrl+Right", "Home", "PgDown"]
)
def test_what_answers_and_moves_is_no_key(key):
    with pytest.raises(KeyNeededToAnswer):
        check_key("quantity", key)


@pytest.mark.parametrize("key", ["Alt+F4", "Meta+A", "Meta+F1", "Alt+Tab", "Alt+Space", "Ctrl+Alt+Del", "Ctrl+Alt+F2"])
def test_what_the_computer_keeps_for_itself_is_no_key(key):
    with pytest.raises(KeyOfTheSystem):
        check_key("quantity", key)


@pytest.mark.parametrize(
    "key", ["F1", "F12", "Shift+F4", "Ctrl+Q", "Alt+7", "Alt+Left", "Ctrl+Shift+F5", "Ctrl+Del", ""]
)
def test_function_keys_and_letters_with_ctrl_or_alt_may_be_chosen(key):
    check_key("quantity", key)


def test_a_key_that_an_act_has_by_custom_may_be_given_back_to_it():
    check_key("remove", "Del")


@pytest.mark.parametrize(
    ("act", "key", "others"),
    [
        ("quantity", "F6", ["line_discount", "damaged"]),
        ("quantity", "F3", ["customer"]),
        ("soon", "F11", []),
        ("soon", "F4", ["move"]),
        ("soon", "Ctrl+P", ["reprint"]),
        ("help", "F2", ["find", "figures", "import_choose"]),
        ("damaged", "Ctrl+1", ["go_sell"]),
        ("pay", "F11", []),
    ],
)
def test_only_who_is_in_reach_on_the_same_screen_clashes(act, key, others):
    assert [clash.other.code for clash in clashes_with(usual_keys(), act, key)] == others


@pytest.mark.parametrize(
    ("act", "key", "where"),
    [
        ("quantity", "F6", [("sell",), ("return",)]),
        ("help", "F11", [("sell",)]),
        ("find", "F8", [("sell", "receive"), ("return",), ("stock",), ("settlement",)]),
    ],
)
def test_a_clash_says_on_which_screens(act, key, where):
    assert [clash.where for clash in clashes_with(usual_keys(), act, key)] == where


def test_clashes_finds_every_pair_once():
    found = clashes({**usual_keys(), "quantity": "F6"})
    assert [(clash.one.code, clash.other.code) for clash in found] == [
        ("quantity", "line_discount"),
        ("quantity", "damaged"),
    ]


def test_acts_without_a_key_do_not_clash():
    assert clashes({**usual_keys(), "quantity": "", "price": ""}) == ()


def test_two_acts_are_swapped_at_once():
    keys = swapped(usual_keys(), "quantity", "F3")
    assert keys is not None
    assert changes_of(keys) == {"quantity": "F3", "customer": "F4"}


def test_who_gives_way_gets_the_old_key_on_all_screens():
    keys = swapped(usual_keys(), "help", "F2")
    assert keys is not None
    assert changes_of(keys) == {"help": "F2", "find": "F1", "figures": "F1", "import_choose": "F1"}


@pytest.mark.parametrize(("act", "key"), [("soon", "Ctrl+P"), ("remove", "F8")])
def test_a_swap_that_would_clash_elsewhere_is_not_offered(act, key):
    assert swapped(usual_keys(), act, key) is None


def test_a_till_starts_with_its_changes():
    keys = read_keys({"quantity": "Ctrl+Q"})
    assert keys["quantity"] == "Ctrl+Q"
    assert changes_of(keys) == {"quantity": "Ctrl+Q"}


@pytest.mark.parametrize(
    "changes",
    [
        {"teleport": "F4"},
        {"quantity": "A"},
        {"quantity": "F6"},
        {"quantity": "F3"},
        {"quantity": "Ctrl+Q", "price": "Ctrl+Q"},
        {"help": "Enter"},
    ],
)
def test_a_change_that_cannot_work_is_passed_over_and_the_till_starts(changes):
    assert read_keys(changes) == usual_keys()


def test_a_swap_is_read_back_from_the_settings():
    changes = {"quantity": "F3", "customer": "F4"}
    assert changes_of(read_keys(changes)) == changes


@pytest.mark.parametrize(
    ("key", "parts", "cap"),
    [
        ("F4", (set(), "F4"), "F4"),
        ("Ctrl+Shift+F5", ({"Ctrl", "Shift"}, "F5"), "Ctrl+Shift+F5"),
        ("Alt+Left", ({"Alt"}, "Left"), "Alt+←"),
        ("Ctrl++", ({"Ctrl"}, "+"), "Ctrl++"),
        ("+", (set(), "+"), "+"),
    ],
)
def test_a_key_is_taken_apart_and_written_as_on_the_keyboard(key, parts, cap):
    assert split_key(key) == parts
    assert cap_text(key) == cap


@pytest.mark.parametrize("place", PLACES)
def test_every_screen_has_rows_with_words(place: Place):
    rows = rows_at(place, usual_keys())
    assert rows
    assert all(row.title and row.caps and row.place == place for row in rows)


def test_the_rows_together_hold_every_act():
    assert {row.act for row in all_rows(usual_keys())} - {""} == set(KEYS)


def test_the_rows_show_the_keys_as_they_are_now():
    rows = rows_at("sell", {**usual_keys(), "quantity": "Ctrl+Q"})
    assert ("Ctrl+Q",) in [row.caps for row in rows]
    assert [row.caps for row in rows if row.act][:2] == [("F2",), ("F3",)]
