"""A posted delivery is put right from the list: whole, or line by line, always with a reason."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.receiving import GrnState
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.services.permission import save_matrix
from otop_pos.services.receiving import list_grns, read_grn
from otop_pos.services.sign_in import Door, approve, choose_secret
from otop_pos.services.stock import list_lots
from otop_pos.services.user import add_user
from tests.books import broken
from tests.factories import NOW
from tests.ui.hands import press, type_slowly

F8, F9, F12, ENTER, ESC = (
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_F12,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def posted(counted, shop):
    """Twelve shawls, in the books and first on the list."""
    press(counted.window(), F12)
    return shop.database.run(read_grn, shop.database.run(list_grns)[0].doc_no)


@pytest.fixture
def panel(posted, counted):
    press(counted.window(), F9)
    assert counted.right_panel.is_open
    return counted.right_panel


def on_hand(shop, grn):
    return shop.database.run(list_lots, grn.lines[0].lot_code)[0].on_hand


def state_of(shop, grn):
    return {brief.doc_no: brief.state for brief in shop.database.run(list_grns)}[grn.doc_no]


def test_a_note_is_taken_back_whole_by_keys(panel, posted, counted, shop):
    window = counted.window()
    press(window, ENTER)
    type_slowly(window, "ผิดราย")
    press(window, F8)
    assert counted.message_bar.text() == f"{posted.doc_no} was taken back. Take its 12 labels off the goods."
    assert (state_of(shop, posted), on_hand(shop, posted)) == (GrnState.REVERSED, 0)
    assert shop.database.run(read_grn, posted.doc_no).reverse_reason == "ผิดราย"
    assert counted.producers.latest.selected().state is GrnState.REVERSED
    assert not counted.producers.labels.isEnabled()
    assert not counted.producers.put_right.isEnabled()
    assert counted.producers.copy.isEnabled()


def test_a_line_is_corrected_by_keys(panel, posted, counted, shop):
    window = counted.window()
    shop.sell((posted.lines[0].lot_code, 3_000))
    type_slowly(window, "10", enter=True)
    type_slowly(window, "นับผิด", enter=True)
    assert "was put right by CM-CR690000001" in counted.message_bar.text()
    assert (state_of(shop, posted), on_hand(shop, posted)) == (GrnState.CORRECTED, 7_000)
    assert broken(shop.database) == []


def test_a_note_whose_goods_were_sold_says_to_correct_the_line(panel, posted, counted, shop):
    shop.sell((posted.lines[0].lot_code, 3_000))
    panel.reason.setText("ผิดราย")
    press(counted.window(), F8)
    assert "Correct the line instead" in panel.message_bar.text()
    assert panel.is_open
    assert (state_of(shop, posted), on_hand(shop, posted)) == (GrnState.POSTED, 9_000)


@pytest.mark.parametrize("key", [F8, F12])
def test_nothing_is_put_right_without_a_reason(panel, posted, counted, shop, key):
    press(counted.window(), key)
    assert panel.message_bar.text() == "Please fill in: Reason"
    assert panel.reason.hasFocus()
    assert state_of(shop, posted) is GrnState.POSTED


def test_a_figure_that_is_none_puts_nothing_right(panel, posted, counted, shop):
    panel.reason.setText("นับผิด")
    type_slowly(counted.window(), "1o")
    press(counted.window(), F12)
    assert "1o" in panel.message_bar.text()
    assert state_of(shop, posted) is GrnState.POSTED


def test_figures_that_are_right_already_are_said_to_be(panel, counted):
    panel.reason.setText("นับผิด")
    press(counted.window(), F12)
    assert "These are the figures of" in panel.message_bar.text()


def test_esc_leaves_everything_as_it_is(panel, posted, counted, shop):
    type_slowly(counted.window(), "1")
    press(counted.window(), ESC)
    assert not panel.is_open
    assert state_of(shop, posted) is GrnState.POSTED


def test_another_line_keeps_what_was_typed_for_the_first(counted, shop):
    window = counted.window()
    type_slowly(window, "P000002", enter=True)
    for figure in ("2.5", "", ""):
        type_slowly(window, figure, enter=True)
    press(window, F12)
    press(window, F9)
    panel = counted.right_panel
    type_slowly(window, "11")
    press(window, Qt.Key.Key_Down)
    type_slowly(window, "3.25")
    assert [row.wanted for row in panel.table.rows_model.rows] == [11_000, 3_250]
    press(window, Qt.Key.Key_Up)
    assert panel.count.text() == "11"


def test_where_the_shop_wants_two_people_a_second_one_approves(counted, posted, desk, shop):
    clerk = shop.database.run(add_user, "NID", "นิด", Role.CLERK)
    asking = Matrix({(Role.CLERK, Right.REVERSE_DELIVERY): Grant.APPROVAL})
    shop.database.run(save_matrix, asking, till="CM01", user=shop.manager, at=NOW)
    door = Door("CM01", b"pepper", NOW)
    choose_secret(shop.database, shop.manager.code, "otop-demo", door)
    asked = []

    def answer(ask, given):
        asked.append(ask.right)
        given(approve(shop.database, ask, shop.manager.code, "otop-demo", door, asked_by=clerk))

    desk.user = clerk
    desk.approvals.wanted.disconnect()
    desk.approvals.wanted.connect(answer)
    press(counted.window(), F9)
    counted.right_panel.reason.setText("ผิดราย")
    press(counted.window(), F8)
    assert asked == [Right.REVERSE_DELIVERY]
    assert state_of(shop, posted) is GrnState.REVERSED
    assert shop.database.run(read_grn, posted.doc_no).reversed_by == "นิด"
