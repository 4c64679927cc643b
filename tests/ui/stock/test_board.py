"""What asks for attention, and from there straight to the act."""

import pytest

from otop_pos.domain.agreement import EndAction
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind
from otop_pos.services.stock import list_notes
from tests.books import broken
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import ALT, KEY, column, potter, receive, standing

NAME, LOT, HERE, DAY, WHAT = 1, 2, 3, 4, 5


@pytest.fixture
def board(stock):
    """Opened by its key once the goods are there."""

    def open_board(kind=""):
        press(stock.window(), KEY.Key_2, ALT)
        if kind:
            stock.board.kinds.buttons[kind].click()
        return stock.board

    return open_board


def test_what_expires_stands_with_the_first_to_go_on_top(board, shop):
    for days in (20, -2, 5, 40):
        receive(shop, shop.honey, expires_in=days)
    page = board()
    assert column(page.lots, DAY) == ["2 days over", "in 5 days", "in 20 days"]
    page.within.buttons["7"].click()
    assert column(page.lots, DAY) == ["2 days over", "in 5 days"]
    page.within.buttons["past"].click()
    assert column(page.lots, DAY) == ["2 days over"]


def test_the_tab_says_how_much_is_past(stock, manager_front, shop):
    receive(shop, shop.honey, expires_in=-2)
    manager_front.window.go_to(stock)
    assert stock.bar.tabs["board"].waiting == 1


def test_expired_goods_are_written_off_from_the_board(stock, board, shop):
    code = receive(shop, shop.honey, expires_in=-2)
    board()
    press(stock.window(), KEY.Key_F8)
    assert stock.acting.choices.choice() == "expired"
    press(stock.window(), KEY.Key_Return)
    type_slowly(stock.window(), "past its day", enter=True)
    (note,) = shop.database.run(list_notes)
    assert [(line.cause, line.qty) for line in note.lines] == [(MoveKind.EXPIRE, 6_000)]
    assert standing(shop, code) == (0, 0, 0)
    assert column(stock.board.lots) == []
    assert broken(shop.database) == []


def test_a_term_that_is_over_says_what_was_agreed_and_goes_back(stock, board, shop):
    _maker, cup = potter(shop, term_days=30, end_action=EndAction.RETURN)
    lots = [receive(shop, cup, days_ago=days) for days in (100, 50, 10)]
    page = board("ending")
    assert column(page.lots, WHAT)[0] == "give back"
    assert len(column(page.lots)) == 3
    press(stock.window(), KEY.Key_F6)
    press(stock.window(), KEY.Key_F7)
    assert column(stock.acting.view.table, 3) == ["6", "6", "–"]
    press(stock.window(), KEY.Key_Return)
    type_slowly(stock.window(), "term is over", enter=True)
    (note,) = shop.database.run(list_notes)
    assert {line.lot_code for line in note.lines} == set(lots[:2])
    assert broken(shop.database) == []


def test_everything_of_a_maker_past_its_term_is_one_key_in_the_return(stock, shop):
    _maker, cup = potter(shop, term_days=30)
    lots = [receive(shop, cup, days_ago=days) for days in (100, 50, 10)]
    stock.arrive()
    scan(stock.window(), lots[2])
    press(stock.window(), KEY.Key_F7)
    press(stock.window(), KEY.Key_F6)
    assert column(stock.acting.view.table, 3) == ["6", "6", "6"]


def test_marks_of_several_makers_make_one_note_each(stock, board, shop):
    _maker, cup = potter(shop)
    receive(shop, cup, expires_in=3)
    receive(shop, shop.honey, expires_in=4)
    page = board()
    type_slowly(stock.window(), "  ")
    assert page.marked.text() == "2 lots · 2 notes"
    press(stock.window(), KEY.Key_F4)
    for _maker in range(2):
        press(stock.window(), KEY.Key_Return)
        type_slowly(stock.window(), "look at them", enter=True)
    notes = shop.database.run(list_notes)
    assert {note.producer.code for note in notes} == {"CM-0002", "CM-0003"}
    assert {note.kind for note in notes} == {NoteKind.TRANSFER}
    assert broken(shop.database) == []


def test_a_scanned_label_is_marked_where_it_is_on_the_board(stock, board, shop):
    receive(shop, shop.honey, expires_in=2)
    code = receive(shop, shop.honey, expires_in=9)
    page = board()
    scan(stock.window(), code)
    assert [row.lot.code for row in page.lots.marked_rows()] == [code]
    assert stock.part == "board"


def test_what_runs_low_says_whom_to_call_and_what_to_bring(board, shop):
    maker, cup = potter(shop, low_stock=10_000)
    receive(shop, cup, 4_000)
    page = board("bring")
    assert column(page.bring, 4) == ["6"]
    assert page.card.phone.text() == maker.phone
    assert page.card.list.texts() == [("Celadon cup", "6")]


def test_a_quiet_shelf_says_so(board):
    page = board()
    assert not page.empty.isHidden()
    page.kinds.buttons["bring"].click()
    assert not page.bring._empty.isHidden()
    assert page.card.isHidden()
