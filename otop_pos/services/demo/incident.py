"""What else happens at a till of the demo shop: a void, an exchange, coffee from the drawer, a bill given up."""

import random
from dataclasses import dataclass
from datetime import datetime

from otop_pos.db.database import Database
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.money import BAHT, format_baht
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine, Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import Till, User
from otop_pos.services.cash_movement import NoSale, move_cash, open_drawer
from otop_pos.services.demo.approving import with_approvals
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.exchange import Exchanged, exchange_goods
from otop_pos.services.held_bill import cancel_bill
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.void import void_sale

_SPENT = ((35 * BAHT, "น้ำแข็ง"), (120 * BAHT, "กาแฟรับแขก"), (80 * BAHT, "ถุงกระดาษ"))
_NOTHING_SOLD = ("แลกเหรียญให้ลูกค้า", "ทอนเงินผิด เปิดแก้")
_GIVEN_UP = ("ลูกค้าลืมกระเป๋าเงิน", "รอเพื่อนนานเกินไป")
_MUCH = 20_000 * BAHT


@dataclass(frozen=True, slots=True)
class Counter:
    """One till of the demo with who stands at it, at one moment (UTC)."""

    database: Database
    shop: DemoShop
    till: Till
    cashier: User
    at: datetime

    @property
    def door(self) -> Door:
        return Door(self.till.code, b"", self.at)

    def approved(self, ask: Ask) -> Approval:
        """By the demo's manager, who stands beside it."""
        return self.database.run(keep_approval, ask, self.shop.manager, self.cashier, self.door)


def change_coins(counter: Counter, rng: random.Random) -> None:
    no_sale = NoSale(rng.choice(_NOTHING_SOLD))
    counter.database.run(open_drawer, no_sale, till=counter.till.code, user=counter.cashier, at=counter.at)


def pay_out(counter: Counter, rng: random.Random) -> int:
    """Satang that left the drawer."""
    amount, reason = rng.choice(_SPENT)
    yes = counter.approved(Ask(Right.PAY_OUT, f"{format_baht(amount)} · {reason}"))
    movement = CashMovement(CashKind.PAID_OUT, amount, reason)
    counter.database.run(move_cash, movement, till=counter.till.code, user=counter.cashier, at=counter.at, approval=yes)
    return amount


def give_up(counter: Counter, basket: Basket, rng: random.Random) -> None:
    counter.database.run(
        cancel_bill, basket, rng.choice(_GIVEN_UP), till=counter.till.code, user=counter.cashier, at=counter.at
    )


def void(counter: Counter, sale: Sale) -> Sale:
    """Rung up wrong; the manager has a look."""
    yes = counter.approved(Ask(Right.VOID, f"{sale.doc_no} {format_baht(sale.net + sale.rounding)}"))
    wanted = Void(sale.doc_no, "กดรายการผิด")
    return counter.database.run(
        void_sale, wanted, till=counter.till.code, user=counter.cashier, at=counter.at, approval=yes
    )


def exchange(counter: Counter, sale: Sale, basket: Basket) -> Exchanged:
    """The first line of the sale, whole, for other goods; the rest is paid in cash, or given back."""
    line = sale.lines[0]
    refund = Refund(sale.doc_no, (RefundLine(1, line.left),), "เปลี่ยนแบบ")
    wanted = with_approvals(counter.database, basket, counter.shop, counter.shop.manager, counter.door)
    return counter.database.run(
        exchange_goods,
        refund,
        wanted,
        (Given(CASH, _MUCH),),
        till=counter.till.code,
        user=counter.shop.manager,
        at=counter.at,
    )
