"""A count that differs too much, and the papers of the close."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.till_event import EventKind
from otop_pos.services.cash_movement import move_cash
from otop_pos.services.till import current_session
from otop_pos.services.till_event import list_events
from tests.books import rows
from tests.factories import NOW, TODAY
from tests.ui.day.test_day import count, sell_a_shawl
from tests.ui.hands import press, type_slowly


def is_open(shop) -> bool:
    return shop.database.run(current_session, "CM01") is not None


def close(front, pieces):
    front.window.go_to(front.day)
    count(front, pieces)
    press(front.window, Qt.Key.Key_F12)


def everything_said(widget) -> str:
    return " ".join(
        str(each.text()) for each in widget.findChildren(QWidget) if each.isVisible() and hasattr(each, "text")
    )


def test_above_the_limit_the_till_stays_open_and_the_amount_hidden(front, shop):
    sell_a_shawl(front)
    close(front, {1000: 1})
    assert is_open(shop)
    assert front.day.closing.is_open
    assert "100.00" in front.day.closing.hint.text()
    said = everything_said(front.window)
    assert "2,290" not in said
    assert "1,290" not in said


def test_count_again_goes_back_to_the_count_as_it_was(front, shop):
    close(front, {1000: 2})
    press(front.window, Qt.Key.Key_Escape)
    assert not front.day.closing.is_open
    assert front.day.count.total.text() == "2,000.00"
    assert front.day.next.isEnabled()
    count(front, {1000: 1, 100: 2, 20: 1})
    press(front.window, Qt.Key.Key_F12)
    assert not is_open(shop)
    counts = [each.what for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.COUNT]
    assert counts == ["1,220.00", "2,000.00"]


def test_a_reason_and_a_second_person_close_it(front, shop, second_person):
    close(front, {1000: 1})
    front.day.closing.reason.buttons[0].click()
    press(front.window, Qt.Key.Key_Return)
    assert [ask.what for ask in second_person] == ["wrong change given"]
    assert not is_open(shop)
    assert not front.day.closing.is_open
    assert front.day.result.difference.text() == "−220.00"


def test_a_second_person_who_says_no_leaves_the_question_open(front, shop, desk):
    desk.approvals.wanted.disconnect()
    close(front, {1000: 1})
    type_slowly(front.window, "lost", enter=True)
    assert is_open(shop)
    assert front.day.closing.is_open
    assert front.day.closing.reason.edit.text() == "lost"
    assert front.day.closing.ok.isEnabled()


def test_a_manager_needs_only_the_reason(manager_front, shop):
    close(manager_front, {1000: 1})
    press(manager_front.window, Qt.Key.Key_Return)
    assert manager_front.day.closing.message.text()
    type_slowly(manager_front.window, "lost", enter=True)
    assert not is_open(shop)


def test_confirming_twice_closes_once(front, backend, shop):
    front.window.go_to(front.day)
    count(front, {1000: 1, 100: 2, 20: 1})
    backend.hold()
    press(front.window, Qt.Key.Key_F12)
    press(front.window, Qt.Key.Key_F12)
    backend.release()
    assert rows(shop.database, "SELECT count(*) FROM till_event WHERE kind = 'close'") == [(1,)]


def test_the_z_is_printed_at_the_close(front, desk):
    close(front, {1000: 1, 100: 2, 20: 1})
    (paper,) = desk.settings.papers.rglob("*Z1.pdf")
    assert paper.name in front.day.message_bar.text()


def test_x_is_shown_with_a_second_person_and_without_the_drawer(front, shop, second_person):
    sell_a_shawl(front)
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F6)
    figures = front.day.reports.figures
    assert figures.is_open
    keys = [row.key for row in figures.figures.rows_model.rows]
    assert "net" in keys
    assert not {"float", "expected", "counted"} & set(keys)
    assert [ask.right.value for ask in second_person] == ["read_x"]


def test_x_of_a_manager_has_the_drawer_and_is_printed(manager_front, desk):
    sell_a_shawl(manager_front)
    manager_front.window.go_to(manager_front.day)
    press(manager_front.window, Qt.Key.Key_F6)
    figures = manager_front.day.reports.figures
    shown = {row.key: row.amount for row in figures.figures.rows_model.rows}
    assert (shown["net"], shown["expected"]) == ("1,070.00", "2,290.00")
    press(manager_front.window, Qt.Key.Key_F8)
    assert len(list(desk.settings.papers.rglob("CM01-X1-*.pdf"))) == 1
    assert figures.message.text()


def test_each_figure_opens_its_list(manager_front, shop):
    sell_a_shawl(manager_front)
    movement = CashMovement(CashKind.PAID_IN, 50_000, "coins")
    shop.database.run(move_cash, movement, till="CM01", user=shop.user, at=NOW)
    manager_front.window.go_to(manager_front.day)
    press(manager_front.window, Qt.Key.Key_F2)
    figures = manager_front.day.reports.figures
    rows_shown = figures.figures.rows_model.rows
    lists = {}
    for number, row in enumerate(rows_shown):
        figures.figures.select(number)
        lists[row.key] = [(entry.text, entry.amount) for entry in figures.entries.rows_model.rows]
    assert lists["sales"] == lists["net"] == lists["tender:cash"] == [("CM01-1-690000001", "1,070.00")]
    assert lists["paid_in"] == [("500.00 · coins", "500.00")]
    assert lists["refunds"] == lists["discounts"] == []


def test_a_figure_card_leads_to_its_list(manager_front, shop):
    shop.refund(shop.sell(("P000003", 1_000)))
    manager_front.window.go_to(manager_front.day)
    manager_front.day.view.figures.refunds.setFocus()
    press(manager_front.window, Qt.Key.Key_Return)
    figures = manager_front.day.reports.figures
    assert figures.figures.selected().key == "refunds"
    assert [entry.amount for entry in figures.entries.rows_model.rows] == ["−180.00"]


def test_a_cashier_finds_no_figures_behind_the_blind_count(front):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F2)
    assert not front.day.reports.figures.is_open
    assert not front.day.view.proofs.all.isVisible()


def test_past_zs_are_looked_at_and_copied(front, desk, shop):
    close(front, {1000: 1, 100: 2, 20: 1})
    press(front.window, Qt.Key.Key_F3)
    zs = front.day.reports.zs
    assert [each.z_no for each in zs.table.rows_model.rows] == [1]
    press(front.window, Qt.Key.Key_F8)
    press(front.window, Qt.Key.Key_F8)
    assert sorted(each.name for each in desk.settings.papers.rglob("*-copy*.pdf")) == [
        "CM01-Z1-copy1.pdf",
        "CM01-Z1-copy2.pdf",
    ]
    press(front.window, Qt.Key.Key_Return)
    figures = front.day.reports.figures
    assert figures.is_open
    assert "Z 1" in figures.title.text()
    shown = {row.key: row.amount for row in figures.figures.rows_model.rows}
    assert (shown["counted"], shown["difference"], shown["proof:drawer"]) == ("1,220.00", "0.00", "= 1,220.00")
    press(front.window, Qt.Key.Key_Escape)
    assert zs.is_open
    press(front.window, Qt.Key.Key_Escape)
    assert front.day.body.isEnabled()


def test_what_is_open_changes_its_language_at_once(manager_front):
    manager_front.window.go_to(manager_front.day)
    press(manager_front.window, Qt.Key.Key_F6)
    model = manager_front.day.reports.figures.figures.rows_model
    net = next(number for number, row in enumerate(model.rows) if row.key == "net")
    assert model.data(model.index(net, 0)) == "Net sales"
    manager_front.window.speak("th")
    assert model.data(model.index(net, 0)) == "ยอดขายสุทธิ"
