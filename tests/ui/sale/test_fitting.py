"""Sell and Pay on the smallest screen, in every text size: nothing scrolls, nothing lies over anything else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.i18n import use_language
from otop_pos.ui.dress import dress
from otop_pos.ui.front import open_front
from otop_pos.ui.style import LIGHT, Look
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from tests.ui.conftest import show
from tests.ui.hands import scan

SHAWL, HONEY = "P000001", "P000003"


@pytest.fixture(params=[(100, "th"), (110, "en"), (125, "th"), (150, "en"), (150, "th")], ids=str)
def large_front(request, qtbot, qapp, backend, desk, password):
    scale, language = request.param
    dress(qapp, Look(LIGHT, scale))
    use_language(language)
    front = open_front(backend, desk)
    show(qtbot, front.window)
    for code in (SHAWL, HONEY, "2*P000003"):
        scan(front.window, code)
    yield front
    dress(qapp)


def settle(front):
    for _round in range(3):
        QApplication.processEvents()
    assert (front.window.width(), front.window.height()) == (1366, 768)


def siblings(widget: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Pairs of visible children of the same layout, everywhere below."""
    for parent in (widget, *widget.findChildren(QWidget)):
        layout = parent.layout()
        if layout is None or not parent.isVisible() or parent.inherits("QStackedWidget"):
            continue
        shown = [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]
        laid = [child for child in shown if layout.indexOf(child) >= 0 or child.parent() is parent]
        yield from ((one, other) for number, one in enumerate(laid) for other in laid[number + 1 :])


def overlaps(widget: QWidget) -> list[str]:
    return [
        f"{one} {one.geometry()} {other} {other.geometry()}"
        for one, other in siblings(widget)
        if one.geometry().intersected(other.geometry()).height() > 2
        and one.geometry().intersected(other.geometry()).width() > 2
    ]


def squeezed(widget: QWidget) -> list[str]:
    """Lower than what they need: their text would be cut."""
    return [
        f"{child} {child.height()} < {child.minimumSizeHint().height()}"
        for child in widget.findChildren(QWidget)
        if child.isVisible()
        and isinstance(child, KeyButton | Label)
        and child.height() < child.minimumSizeHint().height()
    ]


def outside(front, widget: QWidget) -> list[str]:
    whole = QRect(0, 0, front.window.width(), front.window.height())
    return [
        str(child)
        for child in widget.findChildren(KeyButton)
        if child.isVisible()
        and not whole.contains(QRect(child.mapTo(front.window, child.rect().topLeft()), child.size()))
    ]


def scrolled(widget: QWidget) -> list[str]:
    areas = [each for each in widget.findChildren(QAbstractScrollArea) if each.isVisible()]
    return [str(each) for each in areas if isinstance(each, QScrollArea) or each.horizontalScrollBar().maximum() > 0]


def check(front, widget: QWidget) -> None:
    settle(front)
    assert overlaps(widget) == []
    assert squeezed(widget) == []
    assert outside(front, widget) == []
    assert scrolled(widget) == []


def test_the_bill_fits(large_front):
    check(large_front, large_front.sell.bill.view)


def test_the_bill_fits_with_all_that_can_stand_on_it(large_front):
    bill = large_front.sell.bill
    bill.view.hold.click()
    bill.shelf.hold_prompt.ok.click()
    scan(large_front.window, SHAWL)
    bill.take_customer(Customer("บริษัท ปั้นน้ำผึ้งของฝากเมืองเหนือ จำกัด", CustomerKind.COMPANY))
    bill.view.line_discount.click()
    bill.acts.line_prompt.edit.setText("5%")
    bill.acts.line_prompt.ok.click()
    check(large_front, bill.view)


@pytest.mark.parametrize("kind", list(CustomerKind))
def test_the_customer_fits(large_front, kind):
    panel = large_front.sell.bill.customer_panel
    large_front.sell.bill.view.totals.customer.click()
    panel.kinds[kind].click()
    panel.edits["tax_id"].setText("1234567890123")
    check(large_front, panel.card)


def test_every_prompt_fits(large_front):
    bill = large_front.sell.bill
    for open_it, prompt in (
        (bill.view.price.click, bill.acts.price_prompt),
        (bill.view.line_discount.click, bill.acts.line_prompt),
        (bill.view.bill_discount.click, bill.acts.bill_prompt),
        (bill.view.hold.click, bill.shelf.hold_prompt),
        (bill.shelf.ask_to_cancel, bill.shelf.cancel_prompt),
        (bill.view.product.touched.emit, bill.lot_panel),
        (lambda: bill.age_question.ask(bill.basket.lines[0].offer.product), bill.age_question),
    ):
        open_it()
        assert prompt.is_open
        check(large_front, prompt.card)
        prompt.give_up()


def test_the_payment_fits_with_several_tenders_and_a_refusal(large_front):
    large_front.sell.bill.view.pay.click()
    pay = large_front.sell.pay
    check(large_front, pay.view)
    for number in range(3):
        pay.view.method_buttons["voucher"].click()
        pay.view.amount_box.edit.setText("10")
        pay.view.reference.setText(f"GIFT-2569-000{number}")
        pay.view.amount_box.edit.returnPressed.emit()
    check(large_front, pay.view)
    pay.view.method_buttons["voucher"].click()
    pay.view.reference.setText("GIFT-2569-0001")
    pay.view.finish.click()
    assert pay.view.message_bar.text()
    check(large_front, pay.view)
