"""Boxes for money and quantity."""

import pytest

from otop_pos.domain.errors import NotANumber, WholePiecesOnly
from otop_pos.domain.quantity import Unit
from otop_pos.ui.widgets.number_edit import MoneyEdit, QuantityEdit


@pytest.fixture
def money(qtbot):
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    return edit


@pytest.mark.parametrize(
    ("text", "satang"),
    [("1,250.50", 125_050), ("๑๐๐", 10_000), ("0.25", 25), ("99999999.99", 9_999_999_999), ("", None)],
)
def test_what_is_typed_is_read_as_satang(money, text, satang):
    money.setText(text)
    assert money.value() == satang
    assert not money.property("wrong")


@pytest.mark.parametrize("text", ["abc", "1.234", "-5"])
def test_what_is_no_amount_is_marked_and_refused(money, text):
    money.setText(text)
    assert money.value() is None
    assert money.property("wrong")
    with pytest.raises(NotANumber):
        money.read()


def test_every_change_is_told_as_a_whole_number(money):
    seen = []
    money.changed.connect(seen.append)
    money.setText("21474836.48")
    money.setText("x")
    assert seen == [2_147_483_648, None]


def test_a_shown_amount_is_grouped(money):
    money.show_value(123_456_789)
    assert money.text() == "1,234,567.89"


def test_pieces_are_whole_and_metres_are_not(qtbot):
    edit = QuantityEdit(Unit.PIECE)
    qtbot.addWidget(edit)
    edit.setText("1.5")
    with pytest.raises(WholePiecesOnly):
        edit.read()
    edit.use_unit(Unit.METRE)
    assert edit.read() == 1_500
