"""Saved, then printed, then the drawer; and nobody waits for a drawer that hangs."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from otop_pos.services.sale import list_sales
from otop_pos.ui.backend import Backend
from otop_pos.ui.front import open_front
from tests.devices.fake_drawer import closed_port, hanging_drawer, working_drawer
from tests.ui.conftest import show
from tests.ui.hands import press, scan, type_slowly

HONEY = "P000003"


@pytest.fixture
def drawer(desk):
    with working_drawer() as working:
        desk.settings = replace(desk.settings, drawer=working.target)
        yield working


def sell_for_cash(front):
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "200", enter=True)


def sales(shop):
    return shop.database.run(list_sales, "CM01")


def receipts(desk) -> list[Path]:
    return list(desk.settings.papers.rglob("receipts/*.pdf"))


def test_first_saved_then_printed_then_the_drawer(front, shop, desk, drawer, qtbot):
    seen = []
    drawer.on_pulse = lambda: seen.append((len(sales(shop)), len(receipts(desk))))
    sell_for_cash(front)
    qtbot.waitUntil(lambda: drawer.pulses == [b"\x1bp\x00\x19\xfa"])
    assert seen == [(1, 1)]


def test_the_drawer_opens_without_a_paper_too(front, drawer, qtbot):
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.summary.paper.choose("none")
    type_slowly(front.window, "200", enter=True)
    qtbot.waitUntil(lambda: len(drawer.pulses) == 1)


def test_it_opens_although_the_printer_is_off(front, desk, drawer, qtbot):
    desk.settings = replace(desk.settings, printer="there-is-no-such-printer")
    sell_for_cash(front)
    qtbot.waitUntil(lambda: len(drawer.pulses) == 1)


def test_it_stays_shut_when_no_cash_changes_hands(front, shop, drawer):
    scan(front.window, HONEY)
    press(front.window, Qt.Key.Key_F11)
    front.sell.pay.view.method_buttons["card"].click()
    type_slowly(front.window, "A-1", enter=True)
    if not sales(shop):
        press(front.window, Qt.Key.Key_F12)
    assert len(sales(shop)) == 1
    time.sleep(0.1)
    assert drawer.pulses == []


def test_it_stays_shut_in_training(front, shop, desk, drawer):
    desk.shop = replace(desk.shop, is_training=True)
    sell_for_cash(front)
    assert len(sales(shop)) == 1
    time.sleep(0.1)
    assert drawer.pulses == []


def test_a_drawer_that_stays_shut_is_said_and_the_sale_stands(front, shop, desk):
    desk.settings = replace(desk.settings, drawer=closed_port())
    sell_for_cash(front)
    assert "drawer" in front.sell.done.message_bar.text()
    assert len(sales(shop)) == 1
    scan(front.window, HONEY)
    assert len(front.sell.bill.basket.lines) == 1


def test_the_next_bill_does_not_wait_for_a_drawer_that_hangs(qtbot, shop, desk):
    """With real lanes: the second sale is saved while the first one's drawer is still being called."""
    backend = Backend(shop.database)
    answers = []
    with hanging_drawer() as target:
        desk.settings = replace(desk.settings, drawer=target)
        front = open_front(backend, desk)
        front.sell._drawer_stays_shut = lambda sale, _refusal: answers.append(sale)
        show(qtbot, front.window)
        began = time.monotonic()
        for number in (1, 2):
            scan(front.window, HONEY)
            qtbot.waitUntil(lambda: len(front.sell.bill.basket.lines) == 1)
            press(front.window, Qt.Key.Key_F11)
            qtbot.waitUntil(lambda: front.sell.pages.currentWidget() is front.sell.pay)
            type_slowly(front.window, "200", enter=True)
            qtbot.waitUntil(lambda number=number: len(sales(shop)) == number)
        took = time.monotonic() - began
        assert answers == []
        qtbot.waitUntil(lambda: len(answers) == 2, timeout=10_000)
    backend.close()
    assert took < 2
