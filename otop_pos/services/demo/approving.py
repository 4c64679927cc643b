"""The demo's manager stands beside the till and says yes to what goes beyond a cashier's rights."""

from dataclasses import replace

from otop_pos.db.database import Database
from otop_pos.domain.bill_ask import bill_asks
from otop_pos.domain.right import Grant, Matrix
from otop_pos.domain.sale import Basket, price
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.sign_in import Door, keep_approval


def with_approvals(database: Database, basket: Basket, shop: DemoShop, cashier: User, door: Door) -> Basket:
    """The bill with every yes it needs; who buys alcohol was looked at."""
    priced = price(basket, shop.shop.vat_registered, local_date(door.at))
    approvals = tuple(
        database.run(keep_approval, each.ask, shop.manager, cashier, door)
        for each in bill_asks(basket, priced)
        if Matrix().grant_for(cashier.role, each.ask.right, each.size) is Grant.APPROVAL
    )
    return replace(basket, approvals=approvals, age_checked=basket.has_restricted)
