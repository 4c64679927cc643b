"""A receipt of today is voided: with a reason, and with a second person."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import RefundLine
from tests.books import broken
from tests.ui.hands import press, scan, type_slowly
from tests.ui.sale.returning import agree, open_receipt, refunds, tenders


@pytest.fixture
def sale(shop):
    given = (Given("card", 10_000, "A-1"), Given(CASH, 100_000))
    return shop.sell(("P000003", 3_000), given=given)


def ask_to_void(front, sale):
    open_receipt(front, sale)
    press(front.window, Qt.Key.Key_F8)


def test_a_receipt_is_voided_with_every_tender_given_back(front, shop, sale, password):
    ask_to_void(front, sale)
    prompt = front.sell.returns.voiding.prompt
    assert prompt.money.texts() == [("Card", "100.00"), ("Cash", "440.00"), ("Give back", "540.00")]
    type_slowly(front.window, "oops", enter=True)
    agree(front, password)
    (void,) = refunds(shop)
    assert (void.is_void, void.reason, tenders(void)) == (True, "oops", [("card", -10_000), ("cash", -44_000)])
    done = front.sell.done
    assert (done.headline.text(), done.number.text()) == ("Voided and saved", void.doc_no)
    assert done.note.text() == f"Voids {sale.doc_no}"
    assert broken(shop.database) == []


def test_a_usual_reason_is_one_touch_and_kept_in_both_languages(front, shop, sale, password):
    ask_to_void(front, sale)
    prompt = front.sell.returns.voiding.prompt
    button = next(each for each in prompt.findChildren(type(prompt.ok)) if each.words() == "Rung up wrongly")
    button.click()
    press(front.window, Qt.Key.Key_Return)
    agree(front, password)
    assert refunds(shop)[0].reason == "กดรายการผิด / Rung up wrongly"


def test_without_a_reason_nothing_is_voided(front, shop, sale):
    ask_to_void(front, sale)
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.returns.voiding.prompt.message.text()
    assert refunds(shop) == []


def test_if_nobody_agrees_the_question_stays_and_can_be_taken_back(front, shop, sale, password):
    ask_to_void(front, sale)
    type_slowly(front.window, "oops", enter=True)
    press(front.window, Qt.Key.Key_Escape)
    assert not front.approver.is_open
    prompt = front.sell.returns.voiding.prompt
    assert prompt.is_open
    prompt.cancel.click()
    assert not prompt.is_open
    assert refunds(shop) == []


def test_what_came_back_in_part_is_refused_in_words(front, shop, sale, password):
    shop.refund(sale, RefundLine(1, 1_000))
    ask_to_void(front, sale)
    type_slowly(front.window, "oops", enter=True)
    assert "cannot be voided" in front.sell.returns.voiding.prompt.message.text()
    assert len(refunds(shop)) == 1


def test_the_paper_of_a_return_is_not_voided(front, shop, sale):
    shop.refund(sale)
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_F8)
    assert "cannot be voided" in front.sell.returns.view.message_bar.text()


def test_a_receipt_can_be_voided_from_the_list(front, shop, sale):
    press(front.window, Qt.Key.Key_F9)
    press(front.window, Qt.Key.Key_F8)
    assert sale.doc_no in front.sell.returns.voiding.prompt.title.text()
    scan(front.window, "P000003")
    assert refunds(shop) == []
