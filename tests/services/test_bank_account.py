"""Bank accounts: written down by one person, approved by another, one at a time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from otop_pos.domain.approval import Ask
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.bank_number import format_account
from otop_pos.domain.errors import (
    ApprovalInvalid,
    BadAccount,
    BadPromptPayId,
    BankEnded,
    Missing,
    NotFound,
    Refusal,
    SamePerson,
)
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.services.bank_account import (
    approve_bank,
    approved_bank,
    end_bank,
    enter_bank,
    list_banks,
    waiting_banks,
)
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user
from tests.books import contents
from tests.factories import NOW, TODAY, SmallShop

HERE = {"till": "CM01", "at": NOW}
KRUNGTHAI = BankAccount(1, "006", "123-4-56789-0", "นางคำ ทอดี")


def enter(shop: SmallShop, account: BankAccount, user: User | None = None) -> BankAccount:
    return shop.database.run(enter_bank, account, user=user or shop.manager, **HERE)


def second(shop: SmallShop) -> User:
    return shop.database.run(add_user, "SOM", "สมหมาย", "manager")


def test_an_account_waits_until_another_person_approved_it(shop: SmallShop) -> None:
    entered = enter(shop, KRUNGTHAI)
    assert (entered.account, entered.entered_by, entered.is_approved) == ("1234567890", shop.manager.name, False)
    assert shop.database.run(waiting_banks) == (entered,)
    assert shop.database.run(approved_bank, shop.weaver.id) is None
    with pytest.raises(SamePerson):
        shop.database.run(approve_bank, entered.id, user=shop.manager, **HERE)
    approved = shop.database.run(approve_bank, entered.id, user=second(shop), **HERE)
    assert (approved.approved_by, approved.approved_at) == ("สมหมาย", NOW)
    assert shop.database.run(waiting_banks) == ()
    assert shop.database.run(approved_bank, shop.weaver.id) == approved


def test_the_one_before_is_paid_to_until_the_new_one_is_approved(shop: SmallShop) -> None:
    other = second(shop)
    first = shop.database.run(approve_bank, enter(shop, KRUNGTHAI).id, user=other, **HERE)
    wrong = enter(shop, replace(KRUNGTHAI, account="9999999999"))
    waiting = enter(shop, replace(KRUNGTHAI, bank="030", account="020123456789"))
    assert shop.database.run(list_banks, shop.weaver.id) == (first, waiting)
    shop.database.run(approve_bank, waiting.id, user=other, **HERE)
    (only,) = shop.database.run(list_banks, shop.weaver.id)
    assert (only.id, only.bank, only.account) == (waiting.id, "030", "020123456789")
    for ended in (first, wrong):
        with pytest.raises(BankEnded):
            shop.database.run(approve_bank, ended.id, user=other, **HERE)


def test_a_second_person_approves_on_the_spot_and_for_this_account_alone(shop: SmallShop) -> None:
    """Whoever entered it stays at the till: the other one's password is the approval."""
    other = second(shop)
    entered = enter(shop, KRUNGTHAI)
    ask = Ask(Right.APPROVE_BANK, "CM-0001 ธ.กรุงไทย 123-4-56789-0 นางคำ ทอดี")
    door = Door("CM01", b"pepper", NOW)
    foreign = shop.database.run(keep_approval, replace(ask, what="CM-0002"), other, shop.manager, door)
    with pytest.raises(ApprovalInvalid):
        shop.database.run(approve_bank, entered.id, user=shop.manager, approval=foreign, **HERE)
    given = shop.database.run(keep_approval, ask, other, shop.manager, door)
    approved = shop.database.run(approve_bank, entered.id, user=shop.manager, approval=given, **HERE)
    assert approved.approved_by == "สมหมาย"
    told = shop.database.run(list_events, TODAY)
    assert [event.what for event in told if event.kind == "bank"] == [f"✓ {ask.what}", f"+ {ask.what}"]
    assert told[0].approver == "สมหมาย"


def test_who_entered_it_cannot_approve_it_at_anothers_till_either(shop: SmallShop) -> None:
    other = second(shop)
    entered = enter(shop, KRUNGTHAI, other)
    ask = Ask(Right.APPROVE_BANK, "CM-0001 ธ.กรุงไทย 123-4-56789-0 นางคำ ทอดี")
    given = shop.database.run(keep_approval, ask, other, shop.manager, Door("CM01", b"pepper", NOW))
    with pytest.raises(SamePerson):
        shop.database.run(approve_bank, entered.id, user=shop.manager, approval=given, **HERE)
    assert not shop.database.run(list_banks, shop.weaver.id)[0].is_approved


def test_approving_twice_is_approving_once(sqlite_shop: SmallShop) -> None:
    other = second(sqlite_shop)
    entered = enter(sqlite_shop, KRUNGTHAI)
    first = sqlite_shop.database.run(approve_bank, entered.id, user=other, **HERE)
    later = {"till": "CM01", "at": NOW + timedelta(minutes=1)}
    assert sqlite_shop.database.run(approve_bank, entered.id, user=other, **later) == first
    assert sqlite_shop.database.run(list_banks, sqlite_shop.weaver.id) == (first,)


def test_an_ended_account_is_paid_to_no_more(sqlite_shop: SmallShop) -> None:
    shop = sqlite_shop
    approved = shop.database.run(approve_bank, enter(shop, KRUNGTHAI).id, user=second(shop), **HERE)
    shop.database.run(end_bank, approved.id, user=shop.manager, **HERE)
    assert shop.database.run(list_banks, shop.weaver.id) == ()
    with pytest.raises(BankEnded):
        shop.database.run(end_bank, approved.id, user=shop.manager, **HERE)


def test_promptpay_may_stand_alone(sqlite_shop: SmallShop) -> None:
    entered = enter(sqlite_shop, BankAccount(1, "006", "", "นางคำ ทอดี", "๐๘๑-234-5678"))
    assert (entered.bank, entered.account, entered.promptpay) == ("", "", "0812345678")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"account": "123-4-5678"}, BadAccount),
        ({"account": "123-4-56789-0", "bank": "034"}, BadAccount),
        ({"account": "12345678ab"}, BadAccount),
        ({"bank": "999"}, NotFound),
        ({"bank": ""}, NotFound),
        ({"account": " "}, Missing),
        ({"account_name": ""}, Missing),
        ({"promptpay": "12345"}, BadPromptPayId),
        ({"producer_id": 4711}, NotFound),
    ],
)
def test_an_account_money_cannot_reach_is_refused(
    sqlite_shop: SmallShop, changes: dict[str, str], refusal: type[Refusal]
) -> None:
    before = contents(sqlite_shop.database)
    with pytest.raises(refusal):
        enter(sqlite_shop, replace(KRUNGTHAI, **changes))
    assert contents(sqlite_shop.database) == before


@pytest.mark.parametrize(
    ("account", "shown"), [("1234567890", "123-4-56789-0"), ("020123456789", "0201 2345 6789"), ("", "")]
)
def test_accounts_are_shown_as_in_the_passbook(account: str, shown: str) -> None:
    assert format_account(account) == shown
