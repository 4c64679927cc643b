"""A receipt of the open day is undone whole: money, goods and dues go back, the numbers stay."""

from datetime import timedelta
from uuid import uuid4

import pytest

from otop_pos.domain.approval import Ask
from otop_pos.domain.errors import (
    ApprovalInvalid,
    CannotVoid,
    Missing,
    NeedsApproval,
    NotFound,
    ReceiptChanged,
    ReferenceUsed,
    TillNotOpen,
)
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine, Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, BasketLine, DocumentType, Sale
from otop_pos.domain.till_event import EventKind
from otop_pos.services.exchange import exchange_goods
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import read_sale
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user
from otop_pos.services.void import void_sale
from tests.books import broken, contents, rows
from tests.factories import NOW, TODAY, SmallShop
from tests.services.approving import approved

SLIP = Given("promptpay", 10_000, "014-ABC 123")


def mixed_sale(shop: SmallShop, slip: Given = SLIP) -> Sale:
    """241.29: 100.00 by PromptPay, 50.00 by card, the rest rounded down to 91.25 in coins."""
    lines = (BasketLine(shop.offer("P000003"), 1_000, 24_129),)
    return shop.sell(basket=Basket(lines=lines), given=(slip, Given("card", 5_000, "A-1"), Given(CASH, 10_000)))


def void(shop: SmallShop, sale: Sale, reason: str = "กดผิด") -> Sale:
    """The manager sold it, so the books ask the cashier's side of the counter: here a second manager."""
    return shop.database.run(void_sale, Void(sale.doc_no, reason), **by_another(shop))


def by_another(shop: SmallShop) -> dict[str, object]:
    boss = shop.database.run(add_user, f"B{uuid4().hex[:6]}", "บุญมี ห.", "manager")
    return {"till": shop.till, "user": boss, "at": NOW}


def test_every_tender_gets_back_what_it_paid_to_the_satang(shop: SmallShop) -> None:
    sale = mixed_sale(shop)
    back = void(shop, sale)
    assert (back.doc_type, back.is_void, back.refers_to, back.reason) == (
        DocumentType.REFUND,
        True,
        sale.doc_no,
        "กดผิด",
    )
    assert [(each.method, each.amount, each.reference) for each in back.payments] == [
        ("promptpay", -10_000, "014-ABC 123"),
        ("card", -5_000, "A-1"),
        (CASH, -9_125, ""),
    ]
    assert (back.net, back.vat, back.rounding, back.total) == (-sale.net, -sale.vat, -sale.rounding, -sale.total)
    assert shop.database.run(read_sale, back.doc_no) == back
    assert broken(shop.database) == []


def test_goods_and_dues_are_as_before_the_sale_and_the_day_is_nothing(shop: SmallShop) -> None:
    balance = rows(shop.database, "SELECT lot_id, qty FROM lot_balance ORDER BY lot_id")
    void(shop, shop.sell(("P000001", 2_000), ("P000002", 1_255)))
    assert rows(shop.database, "SELECT lot_id, qty FROM lot_balance ORDER BY lot_id") == balance
    assert rows(shop.database, "SELECT SUM(amount) FROM payable") == [(0,)]
    day = shop.database.run(summarise_day, TODAY)
    assert (day.net, day.vat, day.due, day.commission) == (0, 0, 0, 0)
    assert all(proof.holds for proof in day.proofs)


def test_the_slip_of_a_voided_bill_pays_the_bill_that_takes_its_place(shop: SmallShop) -> None:
    sale = mixed_sale(shop)
    with pytest.raises(ReferenceUsed):
        mixed_sale(shop)
    void(shop, sale)
    assert mixed_sale(shop, Given("promptpay", 10_000, "014abc123")).total == sale.total
    assert broken(shop.database) == []


def test_goods_no_lot_held_come_back_too(shop: SmallShop) -> None:
    void(shop, shop.sell(("P000003", 25_000)))
    assert shop.database.run(summarise_day, TODAY).open_exceptions == 0
    assert broken(shop.database) == []


def test_with_one_key_a_receipt_is_voided_once(shop: SmallShop) -> None:
    sale, wanted, by = shop.sell(("P000001", 2_000)), None, by_another(shop)
    wanted = Void(sale.doc_no, "กดผิด")
    first = shop.database.run(void_sale, wanted, **by)
    before = contents(shop.database)
    assert shop.database.run(void_sale, wanted, **by) == first
    with pytest.raises(ReceiptChanged):
        shop.database.run(void_sale, Void(sale.doc_no, "อื่น", wanted.key), **by)
    assert contents(shop.database) == before


def refused(shop: SmallShop, wanted: Void, error: type[Exception], **by: object) -> Exception:
    """What was refused changed nothing."""
    by = {**by_another(shop), **by}
    before = contents(shop.database)
    with pytest.raises(error) as refusal:
        shop.database.run(void_sale, wanted, **by)
    assert contents(shop.database) == before
    return refusal.value


def test_a_receipt_is_voided_on_its_own_till_day_only(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    shop.open("CM02")
    assert sale.doc_no in refused(shop, Void(sale.doc_no, "กดผิด"), CannotVoid, till="CM02").sentence
    shop.close()
    refused(shop, Void(sale.doc_no, "กดผิด"), TillNotOpen)
    shop.open(at=NOW + timedelta(hours=1))
    refused(shop, Void(sale.doc_no, "กดผิด"), CannotVoid)


def test_what_came_back_in_part_or_was_voided_is_not_voided(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    shop.refund(sale, RefundLine(1, 1_000))
    refused(shop, Void(sale.doc_no, "กดผิด"), CannotVoid)
    other = shop.sell(("P000003", 1_000))
    void(shop, other)
    refused(shop, Void(other.doc_no, "กดผิด"), CannotVoid)


def test_neither_paper_of_an_exchange_is_voided_nor_the_receipt_it_changed(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "เปลี่ยน")
    basket, cash = shop.basket(("P000001", 1_000)), (Given(CASH, 100_000),)
    done = shop.database.run(exchange_goods, wanted, basket, cash, till="CM01", user=shop.user, at=NOW)
    refused(shop, Void(sale.doc_no, "กดผิด"), CannotVoid)
    refused(shop, Void(done.sale.doc_no, "กดผิด"), CannotVoid)
    refused(shop, Void(done.refund.doc_no, "กดผิด"), NotFound)


def test_a_void_has_a_reason(shop: SmallShop) -> None:
    refused(shop, Void(shop.sell(("P000003", 1_000)).doc_no, " "), Missing)


def test_a_cashier_is_told_what_a_second_person_must_allow(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    refusal = refused(shop, Void(sale.doc_no, "กดผิด"), NeedsApproval, user=shop.user)
    assert refusal.ask == Ask(Right.VOID, f"{sale.doc_no} 180.00")
    yes = approved(shop, refusal.ask)
    back = shop.database.run(void_sale, Void(sale.doc_no, "กดผิด"), till="CM01", user=shop.user, at=NOW, approval=yes)
    (told,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.VOID]
    assert (told.document_id, told.amount, told.user, told.approver) == (
        back.id,
        -18_000,
        shop.user.name,
        shop.manager.name,
    )
    refused(shop, Void(shop.sell(("P000003", 1_000)).doc_no, "กดผิด"), ApprovalInvalid, user=shop.user, approval=yes)


def test_nobody_voids_alone_what_they_sold_not_even_a_manager(shop: SmallShop) -> None:
    sale = mixed_sale(shop)
    lines = Basket(lines=(BasketLine(shop.offer("P000003"), 1_000, 18_100),))
    own = shop.sell(basket=lines)
    refusal = refused(shop, Void(own.doc_no, "กดผิด"), NeedsApproval, user=shop.manager)
    assert refusal.ask.right is Right.VOID
    assert void(shop, sale).is_void
