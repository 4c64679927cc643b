"""Money that comes to or leaves the drawer without a sale: told, allowed, counted on, sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.errors import (
    ApprovalInvalid,
    Missing,
    NeedsApproval,
    NotAllowed,
    NotANumber,
    Refusal,
    TillNotOpen,
    TooMuchOut,
    Unwritable,
)
from otop_pos.domain.right import Right, Role
from otop_pos.domain.till_event import EventKind
from otop_pos.services.cash_movement import NoSale, move_cash, open_drawer
from otop_pos.services.nightly import send_day
from otop_pos.services.report import summarise_day
from otop_pos.services.sign_in import Door, approve, choose_secret
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user
from otop_pos.sync.cash_movement import CASH_MOVEMENTS
from otop_pos.sync.check import check_package
from otop_pos.sync.check_table import load_rows
from tests.books import broken, contents, count, rows
from tests.factories import NOW, TODAY, SmallShop

FLOAT_AMOUNT = 122_000
DOOR = Door("CM01", b"pepper", NOW)
PASSWORD = "otop-demo"


def move(shop: SmallShop, movement: CashMovement, *, approval: Approval | None = None, cashier: bool = False) -> None:
    user = shop.user if cashier else shop.manager
    shop.database.run(move_cash, movement, till="CM01", user=user, at=NOW, approval=approval)


def approved(shop: SmallShop, ask: Ask) -> Approval:
    return approve(shop.database, ask, "SIRI", PASSWORD, DOOR, asked_by=shop.user)


def refusal_of(shop: SmallShop, movement: CashMovement, *, cashier: bool = False) -> Refusal:
    """What it was refused with; the books are as before."""
    before = contents(shop.database)
    with pytest.raises(Refusal) as refusal:
        move(shop, movement, cashier=cashier)
    assert contents(shop.database) == before
    return refusal.value


def test_what_was_paid_in_out_and_to_the_safe_is_expected_in_the_drawer(shop: SmallShop) -> None:
    shop.sell(("P000003", 1_000))
    move(shop, CashMovement(CashKind.PAID_IN, 50_000, "เงินทอนเพิ่ม"))
    move(shop, CashMovement(CashKind.PAID_OUT, 4_550, "ค่าน้ำแข็ง"))
    move(shop, CashMovement(CashKind.DROP, 100_000, "เข้าตู้เซฟ"))
    assert shop.close().cash_expected == FLOAT_AMOUNT + 18_000 + 50_000 - 4_550 - 100_000
    summary = shop.database.run(summarise_day, TODAY)
    assert (summary.paid_in, summary.paid_out) == (50_000, -104_550)
    assert all(proof.holds for proof in summary.proofs)
    assert broken(shop.database) == []


def test_every_movement_is_told_with_its_reason_and_who_did_it(shop: SmallShop) -> None:
    shop.database.run(
        move_cash, CashMovement(CashKind.PAID_IN, 50_000, "เงินทอนเพิ่ม"), till="CM01", user=shop.user, at=NOW
    )
    move(shop, CashMovement(CashKind.DROP, 20_000, "เข้าตู้เซฟ"))
    told = [
        (each.kind, each.what, each.amount, each.user)
        for each in shop.database.run(list_events, TODAY)
        if each.kind in (EventKind.PAID_IN, EventKind.PAID_OUT)
    ]
    assert told == [
        (EventKind.PAID_OUT, "−200.00 · เข้าตู้เซฟ", -20_000, "ศิริพร จ."),
        (EventKind.PAID_IN, "500.00 · เงินทอนเพิ่ม", 50_000, "พิมพ์ใจ ก."),
    ]


def test_the_same_movement_twice_moves_once(shop: SmallShop) -> None:
    movement = CashMovement(CashKind.PAID_IN, 50_000, "เงินทอนเพิ่ม")
    move(shop, movement)
    before = contents(shop.database)
    move(shop, movement)
    assert contents(shop.database) == before


@pytest.mark.parametrize(
    ("amount", "reason", "refusal"),
    [
        (0, "เหตุผล", NotANumber),
        (-100, "เหตุผล", NotANumber),
        (10_000_000_000, "เหตุผล", NotANumber),
        (100, "", Missing),
        (100, "  ", Missing),
        (100, "a\0b", Unwritable),
        (100, "=1+1", Unwritable),
    ],
)
@pytest.mark.parametrize("kind", [CashKind.PAID_IN, CashKind.PAID_OUT])
def test_a_movement_without_amount_or_reason_is_refused(
    sqlite_shop: SmallShop, kind: CashKind, amount: int, reason: str, refusal: type[Refusal]
) -> None:
    assert isinstance(refusal_of(sqlite_shop, CashMovement(kind, amount, reason)), refusal)


def test_no_more_leaves_the_drawer_than_is_in_it(shop: SmallShop) -> None:
    too_much = CashMovement(CashKind.PAID_OUT, FLOAT_AMOUNT + 25, "ค่าน้ำแข็ง")
    assert isinstance(refusal_of(shop, too_much), TooMuchOut)
    move(shop, replace(too_much, amount=FLOAT_AMOUNT))
    assert isinstance(refusal_of(shop, CashMovement(CashKind.DROP, 25, "เข้าตู้เซฟ")), TooMuchOut)


def test_a_closed_till_moves_nothing(shop: SmallShop) -> None:
    shop.close()
    assert isinstance(refusal_of(shop, CashMovement(CashKind.PAID_IN, 100, "เหรียญ")), TillNotOpen)


@pytest.mark.parametrize("kind", [CashKind.PAID_OUT, CashKind.DROP])
def test_a_cashier_takes_money_out_with_a_second_person(shop: SmallShop, kind: CashKind) -> None:
    choose_secret(shop.database, "SIRI", PASSWORD, DOOR)
    movement = CashMovement(kind, 4_550, "ค่าน้ำแข็ง")
    refusal = refusal_of(shop, movement, cashier=True)
    assert isinstance(refusal, NeedsApproval)
    assert refusal.ask == Ask(Right.PAY_OUT, "45.50 · ค่าน้ำแข็ง")
    approval = approved(shop, refusal.ask)
    move(shop, movement, approval=approval, cashier=True)
    (event,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.PAID_OUT]
    assert (event.user, event.approver) == (shop.user.name, shop.manager.name)
    assert broken(shop.database) == []


def test_an_approval_is_used_for_one_movement(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", PASSWORD, DOOR)
    approval = approved(shop, Ask(Right.PAY_OUT, "45.50 · ค่าน้ำแข็ง"))
    move(shop, CashMovement(CashKind.PAID_OUT, 4_550, "ค่าน้ำแข็ง"), approval=approval, cashier=True)
    with pytest.raises(ApprovalInvalid):
        move(shop, CashMovement(CashKind.PAID_OUT, 4_550, "ค่าน้ำแข็ง"), approval=approval, cashier=True)
    assert count(shop.database, "cash_movement") == 1


def test_an_approval_for_a_small_sum_does_not_move_a_large_one(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", PASSWORD, DOOR)
    approval = approved(shop, Ask(Right.PAY_OUT, "45.50 · ค่าน้ำแข็ง"))
    with pytest.raises(ApprovalInvalid):
        move(shop, CashMovement(CashKind.PAID_OUT, 104_550, "ค่าน้ำแข็ง"), approval=approval, cashier=True)
    assert count(shop.database, "cash_movement") == 0


@pytest.mark.parametrize("kind", list(CashKind))
def test_a_stock_clerk_moves_no_money(sqlite_shop: SmallShop, kind: CashKind) -> None:
    clerk = sqlite_shop.database.run(add_user, "SOM", "สมศักดิ์", Role.CLERK)
    with pytest.raises(NotAllowed):
        sqlite_shop.database.run(move_cash, CashMovement(kind, 100, "เหรียญ"), till="CM01", user=clerk, at=NOW)


def test_head_office_gets_every_movement(shop: SmallShop, tmp_path: Path) -> None:
    choose_secret(shop.database, "SIRI", PASSWORD, DOOR)
    move(shop, CashMovement(CashKind.PAID_IN, 50_000, "เงินทอนเพิ่ม"), cashier=True)
    approval = approved(shop, Ask(Right.PAY_OUT, "45.50 · ค่าน้ำแข็ง, ถุง"))
    move(shop, CashMovement(CashKind.PAID_OUT, 4_550, "ค่าน้ำแข็ง, ถุง"), approval=approval, cashier=True)
    move(shop, CashMovement(CashKind.DROP, 100_000, "เข้าตู้เซฟ"))
    shop.close()
    folder = send_day(shop.database, tmp_path).folder
    assert check_package(folder, None) == ()
    sent = load_rows(CASH_MOVEMENTS, folder)[0]
    told = {(each.kind, each.amount, each.operator_id, each.reason_code, each.approver_id) for each in sent}
    assert told == {
        ("float", 122_000, "SIRI", None, None),
        ("paid_in", 50_000, "PIM", "เงินทอนเพิ่ม", None),
        ("paid_out", -4_550, "PIM", "ค่าน้ำแข็ง, ถุง", "SIRI"),
        ("drop", -100_000, "SIRI", "เข้าตู้เซฟ", None),
    }


def test_the_drawer_opened_for_nothing_is_numbered_and_told(shop: SmallShop) -> None:
    first = shop.database.run(open_drawer, NoSale("แลกเหรียญ"), till="CM01", user=shop.user, at=NOW)
    second = shop.database.run(open_drawer, NoSale("แลกเหรียญ"), till="CM01", user=shop.user, at=NOW)
    assert second == first + 1
    (total,) = [each for each in shop.database.run(summarise_day, TODAY).events if each.kind is EventKind.NO_SALE]
    assert (total.user, total.count) == (shop.user.name, 2)
    assert shop.close().cash_expected == FLOAT_AMOUNT


def test_the_same_opening_twice_is_told_once(shop: SmallShop) -> None:
    no_sale = NoSale("แลกเหรียญ")
    numbers = {shop.database.run(open_drawer, no_sale, till="CM01", user=shop.user, at=NOW) for _ in range(2)}
    assert len(numbers) == 1
    assert rows(shop.database, "SELECT count(*) FROM till_event WHERE kind = 'no_sale'") == [(1,)]


@pytest.mark.parametrize(("reason", "refusal"), [("", Missing), (" ", Missing), ("a\nb", Unwritable)])
def test_the_drawer_opens_only_with_a_reason(sqlite_shop: SmallShop, reason: str, refusal: type[Refusal]) -> None:
    before = contents(sqlite_shop.database)
    with pytest.raises(refusal):
        sqlite_shop.database.run(open_drawer, NoSale(reason), till="CM01", user=sqlite_shop.user, at=NOW)
    assert contents(sqlite_shop.database) == before
