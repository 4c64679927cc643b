"""The door out of ui: threads, order, refusals, bugs, answers nobody waits for."""

import threading
import time

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import EmptyBasket
from otop_pos.ui.backend import Backend, InlineBackend
from otop_pos.ui.screen import Screen


class Desk:
    """A database that gives the use case itself as its session."""

    def run(self, use_case, *args, **kwargs):
        return use_case("session", *args, **kwargs)


@pytest.fixture
def backend():
    backend = Backend(Desk())
    yield backend
    backend.close()


def where(_session):
    return threading.current_thread().name


def test_a_use_case_runs_off_the_ui_thread_and_its_answer_comes_back_on_it(backend, qtbot):
    answers = []
    backend.call(where, done=lambda name: answers.append((name, QThread.currentThread().isMainThread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("call_0", True)]


def test_a_lane_keeps_its_order(backend, qtbot):
    answers = []

    def slow(_session, seconds):
        time.sleep(seconds)
        return seconds

    for seconds in (0.03, 0.01, 0.0):
        backend.call(slow, seconds, done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [0.03, 0.01, 0.0]


def test_a_printer_that_hangs_does_not_hold_up_the_till(backend, qtbot):
    answers, printer = [], threading.Event()
    backend.send(lambda: printer.wait(5) and "paper", done=answers.append)
    backend.call(lambda _session: "sale", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["sale"]
    printer.set()
    qtbot.waitUntil(lambda: len(answers) == 2)


def test_a_refusal_is_shown_by_the_screen_of_its_owner(backend, qtbot):
    screen = Screen()
    qtbot.addWidget(screen)
    child = QWidget(screen)

    def refuse(_session):
        raise EmptyBasket

    backend.call(refuse, owner=child)
    qtbot.waitUntil(lambda: bool(screen.message_bar.text()))
    assert screen.message_bar.text() == EmptyBasket().sentence


def test_a_bug_is_told_and_the_next_use_case_runs(backend, qtbot):
    bugs, answers = [], []
    backend.crashed.connect(bugs.append)

    def bug(_session):
        raise KeyError("lot")

    backend.call(bug, done=answers.append)
    backend.call(lambda _session: 1, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert [type(each) for each in bugs] == [KeyError]


def test_an_answer_whose_widget_is_gone_is_dropped(backend, qtbot):
    owner, answers = QWidget(), []
    backend.call(lambda _session: time.sleep(0.05), done=answers.append, owner=owner)
    owner.deleteLater()
    backend.call(lambda _session: "later", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["later"]


def test_closing_finishes_what_was_asked():
    backend, done = Backend(Desk()), []

    def sale(_session):
        time.sleep(0.02)
        done.append("sale")

    backend.call(sale)
    backend.call(sale)
    backend.close()
    assert done == ["sale", "sale"]


def test_money_larger_than_32_bits_comes_back_whole(backend, qtbot):
    answers = []
    backend.call(lambda _session: 99_999_999_99, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [9_999_999_999]


def test_the_inline_backend_answers_before_it_returns():
    answers = []
    InlineBackend(Desk()).work(lambda session: session, done=answers.append)
    assert answers == ["session"]
