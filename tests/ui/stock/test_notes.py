"""Past notes are found again, and taken back once."""

from otop_pos.services.stock import list_notes
from tests.books import broken
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import ALT, CTRL, KEY, column, give_reason, standing


def code(shop, number=0):
    return shop.deliveries[number].lines[0].lot_code


def give_back(stock, shop, number=0):
    stock.show_part("shelf")
    scan(stock.window(), code(shop, number))
    press(stock.window(), KEY.Key_F7)
    give_reason(stock, "term is over")


def test_notes_are_listed_newest_first_and_found_by_what_is_on_them(stock, shop):
    give_back(stock, shop)
    give_back(stock, shop, 2)
    press(stock.window(), KEY.Key_6, ALT)
    assert len(column(stock.notes.table)) == 2
    type_slowly(stock.window(), "honey")
    assert column(stock.notes.lines) == ["Honey 500 g"]
    press(stock.window(), KEY.Key_Escape)
    scan(stock.window(), code(shop))
    assert column(stock.notes.lines) == ["Indigo shawl"]


def test_a_return_that_was_none_is_taken_back_once(stock, shop):
    give_back(stock, shop)
    press(stock.window(), KEY.Key_6, ALT)
    press(stock.window(), KEY.Key_F10)
    type_slowly(stock.window(), "not fetched", enter=True)
    assert standing(shop, code(shop)) == (20_000, 0, 0)
    back, first = shop.database.run(list_notes)
    assert (back.reverses, first.reversed_by) == (first.doc_no, back.doc_no)
    for number in range(2):
        stock.notes.table.select(number)
        assert stock.notes.take_back.isHidden()
    assert broken(shop.database) == []


def test_the_paper_behind_a_movement_is_one_key_away(stock, shop):
    give_back(stock, shop)
    stock.shelf.lot_card.moves.setFocus()
    press(stock.window(), KEY.Key_Return)
    assert stock.part == "notes"
    assert column(stock.notes.table) == [shop.database.run(list_notes)[0].doc_no]


def test_no_note_says_where_they_come_from(stock):
    press(stock.window(), KEY.Key_6, ALT)
    assert not stock.notes.empty.isHidden()
    assert stock.notes.print.isHidden()


def test_the_note_is_printed_after_posting_and_again_as_a_copy(stock, shop, desk):
    give_back(stock, shop)
    (note,) = shop.database.run(list_notes)
    assert [file.name for file in desk.settings.papers.rglob("stock-notes/*.pdf")] == [f"{note.doc_no}.pdf"]
    assert note.doc_no in stock.message_bar.text()
    press(stock.window(), KEY.Key_6, ALT)
    press(stock.window(), KEY.Key_P, CTRL)
    assert stock.message_bar.text() == f"Printed: {note.doc_no} · {note.doc_no}-copy1.pdf"
    assert len(list(desk.settings.papers.rglob("stock-notes/*.pdf"))) == 2


def test_a_printer_that_is_silent_undoes_nothing(stock, shop, desk):
    desk.settings.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.papers.write_text("a file where the folder should be", encoding="utf-8")
    give_back(stock, shop)
    assert "Cannot write to" in stock.message_bar.text()
    assert len(shop.database.run(list_notes)) == 1
