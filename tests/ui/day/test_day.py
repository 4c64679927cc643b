"""Opening, blind close, figures and sending, through the real window."""

from PySide6.QtCore import Qt

from otop_pos.services.report import summarise_day
from otop_pos.services.till import current_session
from tests.factories import TODAY
from tests.ui.hands import press, scan, type_slowly

SHAWL = "P000001"


def sell_a_shawl(front):
    scan(front.window, SHAWL)
    press(front.window, Qt.Key.Key_F11)
    type_slowly(front.window, "1070", enter=True)


def count(front, pieces):
    """Type {denomination in baht: pieces}."""
    for edit in front.day.count.edits:
        edit.setText(str(pieces.get(edit.denomination // 100, "")))


def test_a_cashier_counts_without_seeing_what_should_be_there(front):
    sell_a_shawl(front)
    front.window.go_to(front.day)
    assert not front.day.view.figures.isVisible()
    assert not front.day.view.proofs.isVisible()


def test_a_manager_sees_the_figures_of_the_open_day(manager_front):
    sell_a_shawl(manager_front)
    manager_front.window.go_to(manager_front.day)
    figures = manager_front.day.view.figures
    assert figures.isVisible()
    assert figures.net.figure.text() == "1,070.00"
    assert figures.receipts.figure.text() == "1 · 1,070"


def test_the_count_adds_up_while_it_is_typed(front):
    front.window.go_to(front.day)
    type_slowly(front.window, "2", enter=True)
    type_slowly(front.window, "๓")
    assert front.day.count.total.text() == "3,500.00"


def test_a_count_that_comes_out_closes_exactly_and_proves_itself(front, shop):
    """Float 1,220.00 and a sale of 1,070.00 in cash: 2,290.00."""
    sell_a_shawl(front)
    front.window.go_to(front.day)
    count(front, {1000: 2, 100: 2, 50: 1, 20: 2})
    press(front.window, Qt.Key.Key_F12)
    assert shop.database.run(current_session, "CM01") is None
    result = front.day.result
    assert result.isVisible()
    assert (result.verdict.text(), result.difference.text()) == ("Exact", "0.00")
    marks = {name: row.mark._role for name, row in front.day.view.proofs.rows.items()}
    assert marks == {"lines": "good", "tenders": "good", "shares": "good", "drawer": "good"}


def test_missing_money_is_said_in_words_and_figures(front):
    front.window.go_to(front.day)
    count(front, {1000: 1, 100: 1, 20: 1})
    press(front.window, Qt.Key.Key_F12)
    assert (front.day.result.verdict.text(), front.day.result.difference.text()) == ("Missing", "−100.00")


def test_a_word_in_the_count_is_refused_and_the_till_stays_open(front, shop):
    front.window.go_to(front.day)
    front.day.count.edits[0].setText("many")
    press(front.window, Qt.Key.Key_F12)
    assert "many" in front.day.message_bar.text()
    assert shop.database.run(current_session, "CM01") is not None


def test_what_was_counted_stays_after_a_look_at_another_screen(front):
    front.window.go_to(front.day)
    count(front, {1000: 4})
    front.window.go_to(front.sell)
    front.window.go_to(front.day)
    assert front.day.count.total.text() == "4,000.00"


def test_a_closed_day_is_sent_and_the_top_bar_says_so(front, shop, desk):
    sell_a_shawl(front)
    front.window.go_to(front.day)
    count(front, {1000: 2, 100: 3})
    press(front.window, Qt.Key.Key_F12)
    assert "1" in front.window.top_bar.sync.text()
    press(front.window, Qt.Key.Key_F12)
    assert shop.database.run(summarise_day, TODAY).is_sent
    assert "22 Nov 2026" in front.window.top_bar.sync.text()
    assert any(desk.settings.outbox.iterdir())
    assert front.day.count.isVisible()
    assert front.day.next.words() == "Open the till"


def test_an_open_day_cannot_be_sent(front):
    front.window.go_to(front.day)
    press(front.window, Qt.Key.Key_F9)
    assert "CM01" in front.day.message_bar.text()


def test_opening_the_till_leads_to_the_bill(front, shop, desk):
    front.window.go_to(front.day)
    count(front, {1000: 1, 20: 11})
    press(front.window, Qt.Key.Key_F12)
    front.day.again.click()
    count(front, {100: 5})
    press(front.window, Qt.Key.Key_F12)
    session = shop.database.run(current_session, "CM01")
    assert session is not None
    assert session.float_amount == 50_000
    assert desk.session == session
    assert front.window.front is front.sell


def test_a_till_that_is_not_open_says_so_where_one_sells(front, desk):
    desk.take_session(None)
    front.sell.arrive()
    assert front.sell.message_bar.text()
    front.sell.message_bar._action.click()
    assert front.window.front is front.day


def test_the_summary_is_kept_as_a_paper(manager_front, desk):
    sell_a_shawl(manager_front)
    manager_front.window.go_to(manager_front.day)
    press(manager_front.window, Qt.Key.Key_F8)
    assert [file.name for file in desk.settings.papers.rglob("daily-summary.pdf")] == ["daily-summary.pdf"]


def test_the_figures_change_their_language_at_once(manager_front):
    manager_front.window.go_to(manager_front.day)
    manager_front.window.top_bar.language.click()
    assert manager_front.day.view.day.text() == "22 พ.ย. 2569"
