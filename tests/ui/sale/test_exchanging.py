"""Other goods for those that come back, in the same bill: only the difference is paid or given back."""

import pytest
from PySide6.QtCore import Qt

from otop_pos.services.sale import list_sales
from tests.books import broken
from tests.ui.hands import press, scan, type_slowly
from tests.ui.sale.returning import agree, bring_back, refunds, tenders


@pytest.fixture
def honey(shop):
    """One jar, 180.00."""
    return shop.sell(("P000003", 1_000))


@pytest.fixture
def shawl(shop):
    """One shawl, 1,070.00."""
    return shop.sell(("P000001", 1_000))


def documents(shop):
    return shop.database.run(list_sales, "CM01")


def test_the_bill_shows_what_comes_back_and_the_difference(front, honey):
    bring_back(front, honey)
    view = front.sell.bill.view
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert view.comes_back.goods.text() == "Comes back: Honey 500 g × 1"
    assert view.comes_back.amount.text() == "−180.00"
    scan(front.window, "P000001")
    assert view.totals.due.text() == "Difference to pay"
    assert view.totals.amount.text() == "890.00"


def test_of_dearer_goods_only_the_difference_is_paid(front, shop, honey, desk):
    bring_back(front, honey)
    scan(front.window, "P000001")
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.pay.view.amount.text() == "890.00"
    type_slowly(front.window, "1000", enter=True)
    done = front.sell.done
    assert front.sell.pages.currentWidget() is done
    assert (done.headline.text(), done.change.figure.text()) == ("Exchanged and saved", "110.00")
    (refund,) = refunds(shop)
    (sale,) = [each for each in documents(shop) if each not in (refund, honey) and each.doc_no != honey.doc_no]
    assert (tenders(refund), tenders(sale)) == ([("exchange", -18_000)], [("exchange", 18_000), ("cash", 89_000)])
    assert refund.reason == "too short"
    assert sorted(file.stem for file in desk.settings.papers.rglob("*.pdf")) == sorted([refund.doc_no, sale.doc_no])
    assert front.sell.bill.bill.comes_back is None
    assert front.sell.bill.view.comes_back.isHidden()
    assert broken(shop.database) == []


def test_of_cheaper_goods_one_enter_gives_the_rest_back(front, shop, shawl):
    bring_back(front, shawl)
    scan(front.window, "P000003")
    assert front.sell.bill.view.totals.due.text() == "Give back"
    press(front.window, Qt.Key.Key_Return)
    page = front.sell.exchange_page
    assert front.sell.pages.currentWidget() is page
    assert (page.panel.title.text(), page.panel.figure.text()) == ("Give back", "890.00")
    press(front.window, Qt.Key.Key_Return)
    (refund,) = refunds(shop)
    assert tenders(refund) == [("exchange", -18_000), ("cash", -89_000)]
    assert (front.sell.done.change.title.text(), front.sell.done.change.figure.text()) == ("Give back", "890.00")
    assert broken(shop.database) == []


def test_the_rest_may_go_back_by_transfer_with_its_reference(front, shop, shawl):
    bring_back(front, shawl)
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    page = front.sell.exchange_page
    press(front.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert page.reference.hasFocus()
    press(front.window, Qt.Key.Key_Return)
    assert "Reference" in page.message_bar.text()
    page.reference.setText("TR-77")
    press(front.window, Qt.Key.Key_Return)
    (refund,) = refunds(shop)
    assert (tenders(refund)[1], refund.payments[1].reference) == (("transfer", -89_000), "TR-77")


def test_for_the_same_price_nothing_is_paid(front, shop, honey):
    bring_back(front, honey)
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.exchange_page.panel.title.text() == "Nothing to pay"
    assert front.sell.exchange_page.choices.isHidden()
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.done.headline.text() == "Exchanged and saved"
    assert len(documents(shop)) == 3


def test_pressing_twice_exchanges_once(front, shop, honey, backend):
    bring_back(front, honey)
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    backend.hold()
    press(front.window, Qt.Key.Key_F12)
    press(front.window, Qt.Key.Key_F12)
    backend.release()
    assert len(documents(shop)) == 3


def test_the_return_can_be_taken_off_again(front, shop, honey):
    bring_back(front, honey)
    scan(front.window, "P000001")
    front.sell.bill.view.comes_back.off.click()
    assert front.sell.bill.view.comes_back.isHidden()
    assert front.sell.bill.view.totals.amount.text() == "1,070.00"
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.pay.view.amount.text() == "1,070.00"
    assert refunds(shop) == []


def test_a_bill_with_goods_that_come_back_is_neither_held_nor_cancelled(front, shop, honey):
    bring_back(front, honey)
    scan(front.window, "P000001")
    for key, modifier in (
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    ):
        front.sell.message_bar.clear()
        press(front.window, key, modifier)
        assert "come back are on this bill" in front.sell.message_bar.text()
        assert not front.sell.bill.shelf.hold_prompt.is_open
        assert not front.sell.bill.shelf.cancel_prompt.is_open


def test_without_new_goods_there_is_nothing_to_exchange(front, honey):
    bring_back(front, honey)
    press(front.window, Qt.Key.Key_Return)
    assert front.sell.message_bar.text()
    assert front.sell.pages.currentWidget() is front.sell.bill


def test_escape_leads_back_to_the_bill_with_all_that_was_on_it(front, honey):
    bring_back(front, honey)
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Escape)
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert front.sell.bill.bill.comes_back is not None
    assert len(front.sell.bill.basket.lines) == 1


def test_a_scan_while_the_rest_is_shown_goes_onto_the_bill(front, honey):
    bring_back(front, honey)
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    scan(front.window, "P000001")
    assert front.sell.pages.currentWidget() is front.sell.bill
    assert len(front.sell.bill.basket.lines) == 2


def test_above_the_cap_a_second_person_agrees_and_nothing_is_typed_twice(front, shop, password):
    bring_back(front, shop.sell(("P000001", 2_000)))
    scan(front.window, "P000003")
    press(front.window, Qt.Key.Key_Return)
    press(front.window, Qt.Key.Key_Return)
    agree(front, password)
    assert front.sell.done.headline.text() == "Exchanged and saved"
    assert tenders(refunds(shop)[0]) == [("exchange", -18_000), ("cash", -196_000)]
