"""What the bill and the payment look like, state by state, beyond the plain sale."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.ui.desk import Desk
from otop_pos.ui.front import Front
from otop_pos.ui.pictures import Camera

SPIRIT = "P000079"


def draw_bill_acts(camera: Camera, front: Front, desk: Desk) -> Iterator[Path]:
    """sell-held, sell-price, sell-customer, sell-age; begins and ends with an empty bill, the held ones sold."""
    bill, view = front.sell.bill, front.sell.bill.view
    _hold(front, desk, 14, ("P000001", "P000013"), "คุณนก" if camera.is_thai else "Nok")
    _hold(front, desk, 5, ("P000007", "P000018", "P000128"), "ชุดของฝาก" if camera.is_thai else "Gift set")
    bill.begin()
    view.hold.click()
    yield camera.take(front.window, "sell-held")
    bill.shelf.held_list.give_up()
    for code in ("P000001", "3*P000007", "P000013"):
        front.sell.scan(code)
    view.price.click()
    bill.acts.price_prompt.edit.setText("120")
    bill.acts.price_prompt.reason_edit.setText("กล่องบุบ" if camera.is_thai else "dented box")
    yield camera.take(front.window, "sell-price")
    bill.acts.price_prompt.give_up()
    yield from _draw_customer(camera, front)
    shop = desk.shop
    desk.shop = replace(shop, alcohol_hours=(True, True, True))
    front.sell.scan(SPIRIT)
    yield camera.take(front.window, "sell-age")
    bill.age_question.give_up()
    desk.shop = shop
    yield from _draw_payment(camera, front)
    for held in view.totals.held.bills:
        bill.begin()
        bill.shelf.recall(held)
    bill.begin()
    front.sell.arrive()


def _hold(front: Front, desk: Desk, minutes_ago: int, codes: tuple[str, ...], name: str) -> None:
    now = desk.now
    moment = now() - timedelta(minutes=minutes_ago)
    desk.now = lambda: moment
    for code in codes:
        front.sell.scan(code)
    front.sell.bill.view.hold.click()
    front.sell.bill.shelf.hold_prompt.edit.setText(name)
    front.sell.bill.shelf.hold_prompt.ok.click()
    desk.now = now


def _draw_customer(camera: Camera, front: Front) -> Iterator[Path]:
    bill, panel = front.sell.bill, front.sell.bill.customer_panel
    bill.view.totals.customer.click()
    panel.kinds[CustomerKind.COMPANY].click()
    for field, text in (
        ("name", "บริษัท ของฝากเมืองเหนือ จำกัด"),
        ("tax_id", "0105536112013"),
        ("branch_no", "00000"),
        ("address", "99/1 หมู่ 4 ต.ป่าแดด อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100"),
    ):
        panel.edits[field].setText(text)
    yield camera.take(front.window, "sell-customer")
    panel.give_up()
    bill.take_customer(Customer("Anna Schmidt", CustomerKind.TOURIST, passport_no="C01X00T47", country="Germany"))


def _draw_payment(camera: Camera, front: Front) -> Iterator[Path]:
    pay = front.sell.pay
    view = pay.view
    front.sell.bill.view.pay.click()
    view.method_buttons["voucher"].click()
    view.amount_box.edit.setText("500")
    view.reference.setText("GIFT-2569-0017")
    yield camera.take(front.window, "pay-voucher")
    view.amount_box.edit.returnPressed.emit()
    view.method_buttons["card"].click()
    view.amount_box.edit.setText("300")
    view.reference.setText("A123")
    view.amount_box.edit.returnPressed.emit()
    view.amount_box.edit.setText("1000")
    yield camera.take(front.window, "pay-split")
    view.back.click()
