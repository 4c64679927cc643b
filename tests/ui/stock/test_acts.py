"""What is done with a lot by hand: each act ends in the books, with its note, its money and its person."""

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind
from otop_pos.services.stock import list_moves, list_notes
from tests.books import broken, rows
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import KEY, allow, column, facts, give_reason, lot_of, potter, receive, standing


def shawl(shop):
    return shop.deliveries[0].lines[0].lot_code


def newest_note(shop):
    return shop.database.run(list_notes)[0]


def test_one_piece_is_put_aside_and_the_note_says_so(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    assert stock.acting.view.edit.hasFocus()
    give_reason(stock, "a thread is loose")
    assert standing(shop, shawl(shop)) == (19_000, 1_000, 0)
    note = newest_note(shop)
    assert (note.kind, note.reason, note.posted_by) == (NoteKind.TRANSFER, "a thread is loose", shop.manager.name)
    assert note.doc_no in stock.message_bar.text()
    assert column(stock.shelf.table, 4) == ["1"]
    assert broken(shop.database) == []


def test_what_was_put_aside_goes_back_on_the_shelf(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    give_reason(stock)
    press(stock.window(), KEY.Key_F4)
    stock.acting.choices.buttons["shelf"].click()
    press(stock.window(), KEY.Key_F4)
    give_reason(stock)
    assert standing(shop, shawl(shop)) == (20_000, 0, 0)
    assert broken(shop.database) == []


def test_the_story_tells_each_place_once_and_who_did_it(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    give_reason(stock)
    moves = stock.shelf.lot_card.moves
    assert column(moves) == ["Received 20 pc", "Put aside: 1 pc"]
    assert column(moves, 1) == ["20", "20"]
    assert stock.shelf.lot_card.who.text() == f"Done by {shop.manager.name}"
    assert newest_note(shop).doc_no in moves.rows_model.columns[0].second(moves.selected())


def test_goods_of_one_maker_go_back_on_one_note(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F7)
    view = stock.acting.view
    assert column(view.table) == ["Indigo shawl", "Mudmee silk"]
    assert column(view.table, 3) == ["20", "–"]
    type_slowly(stock.window(), "5")
    press(stock.window(), KEY.Key_Down)
    type_slowly(stock.window(), "2.5")
    assert facts(view.facts)["Lots · units"] == "2 · 7.50"
    assert facts(view.facts)["Value at selling price"] == "6,400.00"
    give_reason(stock, "season is over")
    note = newest_note(shop)
    assert [(line.cause, line.qty) for line in note.lines] == [
        (MoveKind.SUPPLIER_RETURN, 5_000),
        (MoveKind.SUPPLIER_RETURN, 2_500),
    ]
    assert note.kind is NoteKind.RETURN
    assert broken(shop.database) == []


@pytest.mark.parametrize(
    ("policy", "credit"), [(Bearer.CENTRE, "300.00"), (Bearer.SHARED, "150.00"), (Bearer.PRODUCER, "0.00")]
)
def test_a_write_off_says_what_the_maker_is_credited_before_it_is_posted(stock, shop, policy, credit):
    _producer, cup = potter(shop, loss_policy=policy)
    code = receive(shop, cup, agreed_value=15_000)
    scan(stock.window(), code)
    press(stock.window(), KEY.Key_F8)
    type_slowly(stock.window(), "2")
    assert facts(stock.acting.view.facts)["Maker is credited"] == credit
    give_reason(stock, "fell off the shelf")
    note = newest_note(shop)
    assert f"{note.compensation / 100:,.2f}" == credit
    assert standing(shop, code) == (4_000, 0, 0)
    paid = rows(shop.database, "SELECT amount FROM payable WHERE kind = 'loss_comp'")
    assert sum(amount for (amount,) in paid) == note.compensation
    assert broken(shop.database) == []


def test_a_clerk_writes_off_when_a_second_person_allows_it(front, clerks_stock, shop, clerk, password):
    scan(front.window, shawl(shop))
    press(front.window, KEY.Key_F8)
    give_reason(clerks_stock, "torn")
    assert standing(shop, shawl(shop)) == (20_000, 0, 0)
    allow(front, password)
    note = newest_note(shop)
    assert (note.posted_by, note.approved_by) == (clerk.name, shop.manager.name)
    assert standing(shop, shawl(shop)) == (19_000, 0, 0)
    assert broken(shop.database) == []


def test_given_up_at_the_second_person_nothing_has_moved_and_the_form_is_as_it_was(front, clerks_stock, shop, password):
    scan(front.window, shawl(shop))
    press(front.window, KEY.Key_F8)
    give_reason(clerks_stock, "torn")
    press(front.window, KEY.Key_Escape)
    assert clerks_stock.acting.is_open
    assert clerks_stock.acting.view.reason.edit.text() == "torn"
    assert newest_notes(shop) == 0


def newest_notes(shop):
    return len(shop.database.run(list_notes))


def test_what_a_cashier_may_never_do_is_not_offered(front, shop):
    front.window.go_to(front.stock)
    acts = front.stock.shelf.acts
    offered = {name for name in ("move_goods", "give_back", "write_off", "donate", "price") if _is_on(acts, name)}
    assert offered == {"move_goods"}
    assert front.stock.offered == ["shelf", "board", "count", "notes"]


def _is_on(acts, name):
    return getattr(acts, name).isEnabled()


def test_lost_goods_that_turn_up_take_their_credit_back(stock, shop):
    _producer, cup = potter(shop)
    code = receive(shop, cup, agreed_value=15_000)
    scan(stock.window(), code)
    press(stock.window(), KEY.Key_F8)
    stock.acting.choices.buttons["lost"].click()
    give_reason(stock)
    press(stock.window(), KEY.Key_F10)
    assert "150.00" in stock.taking_back.hint.text()
    type_slowly(stock.window(), "behind the counter", enter=True)
    assert newest_note(shop).kind is NoteKind.FOUND
    assert standing(shop, code) == (6_000, 0, 0)
    assert [move.kind for move in shop.database.run(list_moves, lot_of(shop, code).id)][-1] is MoveKind.LOSS
    assert column(stock.shelf.lot_card.moves)[-1] == "Found again: 1 pc"
    assert broken(shop.database) == []


def test_nothing_written_off_is_nothing_to_find(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F10)
    assert stock.message_bar.text() == "Nothing of this lot was written off"


def test_a_donation_takes_the_whole_lot(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F9)
    give_reason(stock, "to the school")
    assert newest_note(shop).kind is NoteKind.DONATION
    assert standing(shop, shawl(shop)) == (0, 0, 0)
    assert broken(shop.database) == []


def test_more_than_there_is_cannot_be_taken(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    type_slowly(stock.window(), "21")
    give_reason(stock)
    assert stock.acting.is_open
    assert stock.acting.view.message.text() == "Please fill in: quantity"
    assert newest_notes(shop) == 0


def test_without_a_reason_nothing_is_posted(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    press(stock.window(), KEY.Key_F12)
    assert stock.acting.view.message.text() == "Please fill in: reason"
    assert newest_notes(shop) == 0


def test_each_scan_of_a_label_takes_one_more(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    for _piece in range(2):
        scan(stock.window(), shawl(shop))
    assert column(stock.acting.view.table, 3) == ["3", "–"]
    scan(stock.window(), shop.deliveries[2].lines[0].lot_code)
    assert "for this maker" in stock.acting.view.message.text()
    give_reason(stock)
    assert standing(shop, shawl(shop)) == (17_000, 3_000, 0)


def test_a_reason_of_the_usual_ones_is_one_touch(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    stock.acting.view.reason.buttons[0].click()
    press(stock.window(), KEY.Key_Return)
    assert newest_note(shop).reason == "damaged, to be looked at"


def test_enter_pressed_twice_posts_once(stock, shop, backend):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F4)
    press(stock.window(), KEY.Key_Return)
    type_slowly(stock.window(), "twice")
    backend.hold()
    press(stock.window(), KEY.Key_Return)
    press(stock.window(), KEY.Key_Return)
    backend.release()
    QApplication.processEvents()
    assert newest_notes(shop) == 1


def test_esc_leaves_everything_as_it_was(stock, shop):
    scan(stock.window(), shawl(shop))
    press(stock.window(), KEY.Key_F7)
    press(stock.window(), KEY.Key_Escape)
    assert stock.body.isEnabled()
    assert newest_notes(shop) == 0


def test_sold_meanwhile_is_refused_in_words_and_can_be_put_right(stock, shop):
    code = receive(shop, shop.honey, 2_000)
    scan(stock.window(), code)
    press(stock.window(), KEY.Key_F7)
    shop.sell((code, 1_000))
    give_reason(stock)
    assert "only 1" in stock.acting.view.message.text()
    assert stock.acting.view.ok.isEnabled()
    assert broken(shop.database) == []
