"""Every act of the shop that needs a right, with real arguments: the table behind the rights matrix."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from otop_pos.db.database import Database
from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.approval import Approval
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.discount import Discount
from otop_pos.domain.held_bill import HeldBill
from otop_pos.domain.money import DENOMINATIONS
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import Refund, RefundLine, Void
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import Till, User
from otop_pos.services.cash_movement import NoSale
from otop_pos.services.held_bill import hold_bill
from otop_pos.services.user import add_user
from otop_pos.services.vat_status import VatStatus
from tests.factories import FLOAT, NOW, SHOP, TODAY, SmallShop, agreement, small_shop
from tests.services import acts_receiving, acts_settlement, acts_stock
from tests.services.acts_import import ACTS_IMPORT, prepare_import
from tests.services.acts_producer import ACTS_PRODUCER, prepare_producers

MUCH = (Given(CASH, 10_000_000),)
MOST = 1_000_000_000


@dataclass(frozen=True)
class World:
    """A shop in the middle of a day: a sale, a held bill, till CM02 closed, two people of each role."""

    shop: SmallShop
    sale: Sale
    held: HeldBill
    people: dict[Role, tuple[User, User]]

    @property
    def database(self) -> Database:
        return self.shop.database

    def moved(self, database: Database) -> "World":
        """The same shop in a copy of its database."""
        return replace(self, shop=replace(self.shop, database=database))

    def basket(self) -> Basket:
        return self.shop.basket(("P000003", 2_000))

    def back(self, has_receipt: bool = True) -> Refund:
        return Refund(self.sale.doc_no, (RefundLine(1, 1_000),), "สีตก", has_receipt=has_receipt)

    def drawer(self) -> dict[int, int]:
        """The float and the sale, counted."""
        left, pieces = self.sale.net, dict(FLOAT)
        for each in sorted(DENOMINATIONS, reverse=True):
            pieces[each] = pieces.get(each, 0) + left // each
            left %= each
        return pieces


def small_world(database: Database) -> World:
    shop = small_shop(database)
    people = {
        role: tuple(database.run(add_user, f"{role[:2]}{number}", f"คนที่ {number} {role}", role) for number in (1, 2))
        for role in Role
    }
    shop.open("CM02")
    shop.close("CM02")
    prepare_producers(shop)
    prepare_import(shop)
    acts_settlement.prepare_settlement(shop)
    acts_stock.prepare_stock(shop)
    sale = shop.sell(("P000001", 1_000))
    held = database.run(hold_bill, shop.basket(("P000002", 1_500)), "เสื้อฟ้า", till="CM01", user=shop.user, at=NOW)
    return World(shop, sale, held, {role: (pair[0], pair[1]) for role, pair in people.items()})


Arguments = Callable[[World], tuple[Any, ...]]


@dataclass(frozen=True)
class Act:
    """`arguments` come after the session; `till` goes by name where the use case wants it so. `on_bill`: the
    first argument is a bill, and the approval stands on it. `is_step`: told by the step that follows."""

    use_case: str
    right: Right
    arguments: Arguments
    till: str = "CM01"
    on_bill: bool = False
    is_step: bool = False

    def __str__(self) -> str:
        return f"{self.use_case}-{self.right}"

    def call(self, arguments: tuple[Any, ...], user: User, approval: Approval | None = None) -> dict[str, Any]:
        """What goes by name."""
        named: dict[str, Any] = {"user": user, "at": NOW}
        if self.till:
            named["till"] = self.till
        if approval is not None and not self.on_bill:
            named["approval"] = approval
        return named

    def approved(self, arguments: tuple[Any, ...], approval: Approval) -> tuple[Any, ...]:
        if not self.on_bill:
            return arguments
        basket, *rest = arguments
        return (replace(basket, approvals=(approval,)), *rest)


def _discounted(world: World) -> tuple[Any, ...]:
    return (replace(world.basket(), bill_discount=Discount(basis_points=500)), MUCH)


def _cheaper(world: World) -> tuple[Any, ...]:
    basket = world.basket()
    return (replace(basket, lines=(replace(basket.lines[0], unit_price=15_000),)), MUCH)


def _cloth(world: World) -> tuple[Any, ...]:
    return (Product("P000099", "ย่าม", "Bag", Category.CLOTH, price=9_900, producer_id=world.shop.weaver.id),)


def _delivery(world: World) -> tuple[Any, ...]:
    return (Delivery(world.shop.weaver.id, (DeliveryLine(world.shop.cloth.id, 1_000, 1_000, 107_000),)),)


def _agreement(world: World) -> tuple[Any, ...]:
    return (replace(agreement(world.shop.weaver.id, TaxMode.FULL_PRICE), valid_from=TODAY + timedelta(days=9)),)


def _denied_training(_world: World) -> tuple[Any, ...]:
    return (Matrix({(Role.CLERK, Right.TRAIN): Grant.DENIED}),)


def _weaver(_world: World) -> tuple[Any, ...]:
    return (Producer("CM-0099", "กลุ่มใหม่"),)


def _in(_world: World) -> tuple[Any, ...]:
    return (CashMovement(CashKind.PAID_IN, 5_000, "เงินทอน"),)


def _out(_world: World) -> tuple[Any, ...]:
    return (CashMovement(CashKind.PAID_OUT, 5_000, "ค่าน้ำแข็ง"),)


def _clerk(world: World) -> User:
    return world.shop.user


ACTS = (
    Act("cash_movement.move_cash", Right.PAY_IN, _in),
    Act("cash_movement.move_cash", Right.PAY_OUT, _out),
    Act("cash_movement.open_drawer", Right.OPEN_DRAWER, lambda _world: (NoSale("แลกเหรียญ"),)),
    Act("exchange.exchange_goods", Right.SELL, lambda world: (world.back(), world.basket(), MUCH)),
    Act("exchange.exchange_goods", Right.REFUND, lambda world: (world.back(), world.basket(), MUCH)),
    Act("held_bill.hold_bill", Right.SELL, lambda world: (world.basket(), "เสื้อแดง")),
    Act("held_bill.recall_bill", Right.SELL, lambda world: (world.held,)),
    Act("held_bill.cancel_bill", Right.CANCEL_BILL, lambda world: (world.basket(), "ลูกค้าไม่เอา")),
    Act("permission.save_matrix", Right.KEEP_STAFF, _denied_training),
    Act("producer.register_producer", Right.KEEP_PRODUCER, _weaver, till=""),
    Act("producer.sign_agreement", Right.SIGN_AGREEMENT, _agreement, till=""),
    Act("product.register_product", Right.KEEP_PRODUCT, _cloth, till=""),
    Act("receiving.posting.post_delivery", Right.RECEIVE, _delivery, till=""),
    *(Act(*row) for row in acts_receiving.ROWS),
    *(Act(*row) for row in acts_settlement.ROWS),
    *(Act(*row) for row in acts_stock.ROWS),
    *(Act(*row) for row in ACTS_PRODUCER),
    *(Act(*row) for row in ACTS_IMPORT),
    Act("refund.refund_sale", Right.REFUND, lambda world: (world.back(),)),
    Act("refund.refund_sale", Right.REFUND_WITHOUT_RECEIPT, lambda world: (world.back(has_receipt=False),)),
    Act("reprint.count_copy", Right.REPRINT, lambda world: (world.sale.doc_no,)),
    Act("sale.confirming.confirm_sale", Right.SELL, lambda world: (world.basket(), MUCH)),
    Act("sale.confirming.confirm_sale", Right.DISCOUNT, _discounted, on_bill=True),
    Act("sale.confirming.confirm_sale", Right.OVERRIDE_PRICE, _cheaper, on_bill=True),
    Act("shop.save_shop", Right.KEEP_SHOP, lambda _world: (replace(SHOP, phone="053-111-222"),)),
    Act("shop.register_till", Right.KEEP_SHOP, lambda _world: (Till("CM03"),), till=""),
    Act("till.open_till", Right.OPEN_TILL, lambda _world: ("CM02", FLOAT), till=""),
    Act("till.note_count", Right.CLOSE_TILL, lambda world: ("CM01", world.drawer()), till="", is_step=True),
    Act("till.close_till", Right.CLOSE_TILL, lambda world: ("CM01", world.drawer()), till=""),
    Act("till.close_till", Right.CLOSE_OFF, lambda _world: ("CM01", FLOAT, "นับไม่ครบ"), till=""),
    Act("till.close_counted", Right.CLOSE_TILL, lambda world: ("CM01", world.drawer()), till=""),
    Act("till.hand_over", Right.HAND_OVER, lambda world: ("CM01", world.shop.manager, {}), till=""),
    Act("till_report.read_x", Right.READ_X, lambda _world: ("CM01",), till=""),
    Act("till_report.reprint_z", Right.REPRINT, lambda _world: ("CM02", 1), till=""),
    Act("training.begin_training", Right.TRAIN, lambda _world: ()),
    Act("user.register_user", Right.KEEP_STAFF, lambda _world: (User(0, "NEW", "มาใหม่"),)),
    Act("user.change_user", Right.KEEP_STAFF, lambda world: (replace(_clerk(world), name="ชื่อใหม่"),)),
    Act("user.forget_secret", Right.KEEP_STAFF, lambda world: (_clerk(world).code,)),
    Act("vat_status.plan_vat_status", Right.KEEP_SHOP, lambda _world: (VatStatus(TODAY + timedelta(days=30), False),)),
    Act("void.void_sale", Right.VOID, lambda world: (Void(world.sale.doc_no, "คีย์ผิด"),)),
)
