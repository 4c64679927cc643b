"""Which day a month is settled up to."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from otop_pos.ui.settlement import SettlementScreen
from otop_pos.ui.settlement.cutoff import month_end_before, offers, usual_cutoff
from tests.ui.hands import press, type_slowly
from tests.ui.settlement.months import CUTOFF


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 1), date(2026, 10, 31)),
        (date(2026, 11, 29), date(2026, 10, 31)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2027, 1, 3), date(2026, 12, 31)),
        (date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_last_full_month_is_usual(today: date, expected: date) -> None:
    assert month_end_before(today) == expected
    assert usual_cutoff(today, None) == expected


def test_a_month_that_was_begun_is_taken_up_again() -> None:
    assert usual_cutoff(date(2026, 11, 17), date(2026, 11, 15)) == date(2026, 11, 15)
    assert usual_cutoff(date(2026, 11, 17), date(2026, 9, 30)) == date(2026, 10, 31)


def test_each_offered_day_stands_once_the_newest_first() -> None:
    found = offers(date(2026, 11, 1), date(2026, 10, 31), date(2026, 9, 30))
    assert [each.day for each in found] == [date(2026, 10, 31), date(2026, 9, 30)]


def test_a_day_is_typed_the_thai_way(screen: SettlementScreen) -> None:
    press(screen, Qt.Key.Key_F3)
    assert screen.choosing.is_open
    type_slowly(screen, "15/10/2569", enter=True)
    assert not screen.choosing.is_open
    assert screen.cutoff.text() == "15 Oct 2026"
    assert sum(row.sales for row in screen.drafts.rows) > 0


def test_a_day_to_come_is_refused_where_it_is_typed(screen: SettlementScreen) -> None:
    press(screen, Qt.Key.Key_F3)
    type_slowly(screen, "15/11/2569", enter=True)
    assert screen.choosing.is_open
    assert screen.choosing.message.text()
    press(screen, Qt.Key.Key_Escape)
    assert screen.cutoff.text() == "31 Oct 2026"


def test_the_last_closed_day_is_one_press_away(screen: SettlementScreen) -> None:
    press(screen, Qt.Key.Key_F3)
    titles = [button.words() for button in screen.choosing.buttons]
    assert titles[0].startswith(("End of October", "Last closed day"))
    screen.choosing.buttons[-1].click()
    assert screen.cutoff.text() != ""
    assert CUTOFF.isoformat() == "2026-10-31"
