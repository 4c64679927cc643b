"""Hands and eyes at the stock desk."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, EndAction, Rate, TaxMode
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.stock import list_lots
from tests.factories import NOW, TODAY
from tests.ui.hands import press, type_slowly

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def column(table, number=0):
    """What a column of a list says, from top to bottom."""
    model = table.rows_model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def facts(fact_list):
    return dict(fact_list.texts())


def lot_of(shop, code):
    (lot,) = shop.database.run(list_lots, code)
    return lot


def standing(shop, code):
    """Thousandths on the shelf, put aside, waiting for the maker."""
    lot = lot_of(shop, code)
    return lot.on_hand, lot.quarantine, lot.to_return


def give_reason(screen, text="ทดสอบ"):
    """Enter in the quantity goes to the reason; the reason is typed, and Enter posts."""
    press(screen.window(), KEY.Key_Return)
    type_slowly(screen.window(), text, enter=True)
    QApplication.processEvents()


def allow(front, password):
    assert front.approver.is_open
    type_slowly(front.window, password, enter=True)
    QApplication.processEvents()


def receive(shop, product, qty=6_000, *, days_ago=0, expires_in=None, agreed_value=0):
    """A lot of the product, delivered so many days ago; its code."""
    expires_on = TODAY + timedelta(days=expires_in) if expires_in is not None else None
    line = DeliveryLine(product.id, qty, qty, product.price, expires_on=expires_on, agreed_value=agreed_value)
    at = NOW - timedelta(days=days_ago)
    grn = shop.database.run(post_delivery, Delivery(product.producer_id, (line,)), user=shop.manager, at=at)
    return grn.lines[0].lot_code


def potter(shop, *, loss_policy=Bearer.CENTRE, term_days=180, end_action=EndAction.RETURN, low_stock=None):
    """A third maker with terms of its own, and one product of it."""
    producer = shop.database.run(
        add_producer, Producer("CM-0003", "ศิลาดลป่าป้อง", name_en="Pa Pong celadon", phone="081-234-5678")
    )
    terms = Agreement(
        producer.id,
        TODAY - timedelta(days=320),
        (AgreementRate(Rate(basis_points=2500)),),
        tax_mode=TaxMode.FULL_PRICE,
        loss_policy=loss_policy,
        term_days=term_days,
        grace_days=14,
        end_action=end_action,
    )
    shop.database.run(add_agreement, terms)
    cup = Product("P000009", "แก้วศิลาดล", "Celadon cup", price=20_000, low_stock=low_stock)
    return producer, shop.database.run(add_product, replace(cup, producer_id=producer.id))
