"""Who buys: asked by one key, on the bill and on its paper, off again by one key."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.services.sale import list_sales
from tests.ui.hands import press, scan, type_slowly

SHAWL = "P000001"
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
TOURIST = Customer("Anna Schmidt", CustomerKind.TOURIST, passport_no="C01X00T47", country="Germany")


def words(file):
    pdf = pypdfium2.PdfDocument(file)
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    return text


def fill(front, texts):
    for name, text in texts.items():
        front.sell.bill.customer_panel.edits[name].setText(text)


def test_a_person_by_keyboard_alone(front):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F3)
    type_slowly(front.window, "Nok", enter=True)
    for _field in range(3):
        press(front.window, KEY.Key_Return)
    assert front.sell.bill.basket.customer == Customer("Nok")
    assert front.sell.bill.view.totals.customer.value() == "Nok"
    assert front.sell.bill.view.code_box.edit.hasFocus()


def test_without_a_name_it_is_not_taken(front):
    press(front.window, KEY.Key_F3)
    press(front.window, KEY.Key_F12)
    assert front.sell.bill.customer_panel.is_open
    assert "Name" in front.sell.bill.customer_panel.message_bar.text()


def test_a_wrong_check_digit_is_only_warned_about(front):
    panel = front.sell.bill.customer_panel
    press(front.window, KEY.Key_F3)
    panel.kinds[CustomerKind.COMPANY].click()
    fill(front, {"name": "บริษัท ของฝาก จำกัด", "tax_id": "๐-๑๐๕๕-๓๖๑๑๒-๐๑-๔", "branch_no": "00000"})
    assert panel.message_bar.text() == ""
    fill(front, {"tax_id": "1234567890123"})
    assert "does not fit" in panel.message_bar.text()
    press(front.window, KEY.Key_F12)
    expected = Customer("บริษัท ของฝาก จำกัด", CustomerKind.COMPANY, tax_id="1234567890123", branch_no="00000")
    assert front.sell.bill.basket.customer == expected


def test_each_kind_is_asked_for_its_own(front):
    panel = front.sell.bill.customer_panel
    press(front.window, KEY.Key_F3)
    fill(front, {"name": "Anna Schmidt", "tax_id": "1234567890123"})
    panel.kinds[CustomerKind.TOURIST].click()
    fill(front, {"passport_no": "c01x00t47", "country": "Germany"})
    press(front.window, KEY.Key_F12)
    assert front.sell.bill.basket.customer == TOURIST


def test_one_key_takes_the_customer_off(front):
    scan(front.window, SHAWL)
    front.sell.bill.take_customer(TOURIST)
    press(front.window, KEY.Key_Delete, ALT)
    assert front.sell.bill.basket.customer is None
    front.sell.bill.take_customer(TOURIST)
    press(front.window, KEY.Key_F3)
    assert front.sell.bill.customer_panel.edits["name"].text() == "Anna Schmidt"
    press(front.window, KEY.Key_Delete, ALT)
    assert front.sell.bill.basket.customer is None
    assert len(front.sell.bill.basket.lines) == 1


def test_esc_changes_nothing(front):
    front.sell.bill.take_customer(TOURIST)
    press(front.window, KEY.Key_F3)
    fill(front, {"name": "Somebody else"})
    press(front.window, KEY.Key_Escape)
    assert front.sell.bill.basket.customer == TOURIST


def test_the_customer_named_while_paying_stands_on_the_paper(front, desk, shop):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F11)
    press(front.window, KEY.Key_F3)
    panel = front.sell.pay.customer_panel
    panel.kinds[CustomerKind.TOURIST].click()
    panel.edits["name"].setText("Anna Schmidt")
    panel.edits["passport_no"].setText("C01X00T47")
    press(front.window, KEY.Key_F12)
    assert front.sell.pay.view.summary.paper.choice() == "th-en"
    front.sell.pay.view.amount_box.edit.setText("2000")
    press(front.window, KEY.Key_F12)
    (sale,) = shop.database.run(list_sales, "CM01")
    assert sale.customer == Customer("Anna Schmidt", CustomerKind.TOURIST, passport_no="C01X00T47")
    (file,) = desk.settings.papers.rglob("*.pdf")
    assert "Anna Schmidt" in words(file)
    assert "C01X00T47" in words(file)


@pytest.mark.parametrize(("paper", "english"), [("th", False), ("th-en", True), ("en", True)])
def test_the_paper_speaks_the_chosen_language(front, desk, paper, english):
    scan(front.window, SHAWL)
    press(front.window, KEY.Key_F11)
    front.sell.pay.view.summary.paper.choose(paper)
    type_slowly(front.window, "2000", enter=True)
    (file,) = desk.settings.papers.rglob("*.pdf")
    assert ("Indigo shawl" in words(file)) is english
