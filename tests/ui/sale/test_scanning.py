"""Codes and the bill: whose turn it is, and what a code that nobody knows must not do."""

from PySide6.QtWidgets import QWidget

from otop_pos.services.sale import find_offers
from otop_pos.ui.backend import InlineBackend
from otop_pos.ui.sale import code_queue
from otop_pos.ui.sale.code_queue import CodeQueue
from tests.ui.hands import scan


def test_an_unknown_code_sells_nothing_that_a_search_would_find(front):
    scan(front.window, "P00000")
    assert front.sell.bill.basket.lines == ()
    assert "P00000" in front.sell.message_bar.text()


def test_a_go_on_that_nobody_waits_for_lets_no_code_overtake(qtbot, backend, desk):
    """A prompt was given up that had nothing to do with a code."""
    owner = QWidget()
    qtbot.addWidget(owner)
    codes, found = CodeQueue(backend, desk, owner), []
    codes.found.connect(lambda scan, _offers: found.append(scan.code))
    backend.hold()
    codes.take("P000001")
    codes.take("P000003")
    codes.go_on()
    backend.release()
    assert found == ["P000001"]
    assert codes.is_busy
    codes.go_on()
    assert found == ["P000001", "P000003"]
    codes.go_on()
    assert not codes.is_busy


def test_after_a_bug_the_codes_behind_it_get_their_turn(qtbot, shop_database, desk, monkeypatch):
    def find(session, code, on):
        if code == "P000002":
            raise ZeroDivisionError
        return find_offers(session, code, on=on)

    monkeypatch.setattr(code_queue, "find_offers", find)
    backend, owner, found, bugs = InlineBackend(shop_database), QWidget(), [], []
    qtbot.addWidget(owner)
    backend.crashed.connect(bugs.append)
    codes = CodeQueue(backend, desk, owner)
    codes.found.connect(lambda scan, _offers: (found.append(scan.code), codes.go_on()))
    for code in ("P000001", "P000002", "P000003"):
        codes.take(code)
    assert found == ["P000001", "P000003"]
    assert not codes.is_busy
    assert len(bugs) == 1
