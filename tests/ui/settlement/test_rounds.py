"""A long run: one after the other, told as it goes, stopped between two, and never half done."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.ui.settlement.rounds import Outcome, Round


class Desk:
    """Answers at once, or when it is told to."""

    def __init__(self, *, waits: bool = False) -> None:
        self.waits = waits
        self.asked: list[int] = []
        self.answers: list[Callable[[], None]] = []

    def ask(self, item: int, done: Callable[[Any], None], refused: Callable[[Refusal], None]) -> None:
        self.asked.append(item)

        def answer() -> None:
            if item == 13:
                refused(Missing("luck"))
            else:
                done(item * 10)

        if self.waits:
            self.answers.append(answer)
        else:
            answer()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    return host


def run(host: QWidget) -> tuple[Round, list[Outcome], list[tuple[int, int]]]:
    round_, ended, steps = Round(host), [], []
    round_.ended.connect(ended.append)
    round_.stepped.connect(lambda finished, total: steps.append((finished, total)))
    return round_, ended, steps


def test_a_thousand_answers_at_once_need_no_deeper_stack(host: QWidget) -> None:
    round_, ended, steps = run(host)
    round_.start(range(2_000), Desk().ask)
    assert len(ended[0].done) == 1_999
    assert [item for item, _refusal in ended[0].refused] == [13]
    assert (steps[0], steps[-1]) == ((0, 2_000), (2_000, 2_000))


def test_what_is_refused_for_one_keeps_no_other_back(host: QWidget) -> None:
    round_, ended, _steps = run(host)
    round_.start([12, 13, 14], Desk().ask)
    assert ended[0].done == [120, 140]
    assert [item for item, _refusal in ended[0].refused] == [13]


def test_stopped_it_ends_with_the_one_on_its_way(host: QWidget) -> None:
    round_, ended, _steps = run(host)
    desk = Desk(waits=True)
    round_.start([1, 2, 3, 4], desk.ask)
    desk.answers.pop()()
    round_.cancel()
    assert ended == []
    desk.answers.pop()()
    assert desk.asked == [1, 2]
    assert (ended[0].done, ended[0].left) == ([10, 20], 2)


def test_a_bug_ends_it_and_what_was_done_is_told(host: QWidget) -> None:
    round_, ended, _steps = run(host)
    desk = Desk(waits=True)
    round_.start([1, 2, 3], desk.ask)
    desk.answers.pop()()
    round_.give_up()
    assert ended[0].done == [10]
    assert not round_.is_running


def test_nothing_to_do_ends_at_once(host: QWidget) -> None:
    round_, ended, _steps = run(host)
    round_.start([], Desk().ask)
    assert ended == [Outcome()]
