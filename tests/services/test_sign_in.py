"""Signing in and approving: counted tries, a door that shuts, secrets that stand nowhere."""

import logging
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from otop_pos.db.database import open_database
from otop_pos.domain.approval import VALID_FOR, Approval, Ask
from otop_pos.domain.errors import (
    ApprovalInvalid,
    CannotApprove,
    ForeignPepper,
    LockedOut,
    NeedsApproval,
    NoSecretYet,
    NotFound,
    NotWorking,
    Refusal,
    SecretTaken,
    WeakPassword,
    WeakPin,
    WrongSecret,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.refund import Void
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.secret import LOCK_MINUTES, TRIES
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.services import sign_in as module
from otop_pos.services.cash_movement import NoSale, open_drawer
from otop_pos.services.demo.people import DEMO_PASSWORD, DEMO_PIN, give_demo_secrets
from otop_pos.services.permission import permit, save_matrix
from otop_pos.services.sign_in import Door, approve, change_secret, choose_secret, forget_everybody, sign_in
from otop_pos.services.till_event import list_events
from otop_pos.services.user import add_user, change_user, forget_secret, list_users
from otop_pos.services.void import void_sale
from tests.books import value
from tests.factories import NOW, TODAY, SmallShop

PIN, PASSWORD, WRONG = "860291", "ร้านเรา-2569", "111222"
DOOR = Door("CM01", b"pepper", NOW)


def later(minutes: float) -> Door:
    return replace(DOOR, at=NOW + timedelta(minutes=minutes))


@pytest.fixture
def staffed(sqlite_shop: SmallShop) -> SmallShop:
    """Cashier and manager have chosen."""
    choose_secret(sqlite_shop.database, "PIM", PIN, DOOR)
    choose_secret(sqlite_shop.database, "SIRI", PASSWORD, DOOR)
    return sqlite_shop


def fail(shop: SmallShop, times: int, door: Door = DOOR) -> list[Refusal]:
    refusals: list[Refusal] = []
    for _time in range(times):
        with pytest.raises((WrongSecret, LockedOut)) as refused:
            sign_in(shop.database, "PIM", WRONG, door)
        refusals.append(refused.value)
    return refusals


def test_the_right_pin_opens_and_is_told(shop: SmallShop) -> None:
    choose_secret(shop.database, "PIM", PIN, DOOR)
    user = sign_in(shop.database, "PIM", PIN, DOOR)
    assert (user.id, user.role, user.has_secret) == (shop.user.id, Role.CASHIER, True)
    assert shop.database.run(list_events, TODAY)[0].kind is EventKind.SIGN_IN


def test_a_wrong_pin_is_counted_told_and_forgotten_after_a_right_one(staffed: SmallShop) -> None:
    assert [each.left for each in fail(staffed, 3) if isinstance(each, WrongSecret)] == [4, 3, 2]
    kinds = [event.kind for event in staffed.database.run(list_events, TODAY)]
    assert kinds.count(EventKind.SIGN_IN_FAILED) == 3
    sign_in(staffed.database, "PIM", PIN, DOOR)
    (again,) = fail(staffed, 1)
    assert isinstance(again, WrongSecret)
    assert again.left == 4


def test_five_wrong_ones_shut_the_door_for_five_minutes(shop: SmallShop) -> None:
    choose_secret(shop.database, "PIM", PIN, DOOR)
    assert isinstance(fail(shop, TRIES)[-1], LockedOut)
    with pytest.raises(LockedOut) as refused:
        sign_in(shop.database, "PIM", PIN, later(LOCK_MINUTES - 0.5))
    assert refused.value.minutes == 1
    assert sign_in(shop.database, "PIM", PIN, later(LOCK_MINUTES)).code == "PIM"


def test_the_door_of_one_is_open_for_the_other(staffed: SmallShop) -> None:
    fail(staffed, TRIES)
    assert sign_in(staffed.database, "SIRI", PASSWORD, DOOR).role is Role.MANAGER


def test_wrong_approvals_shut_the_same_door(staffed: SmallShop) -> None:
    for _time in range(TRIES):
        with pytest.raises((WrongSecret, LockedOut)):
            approve(staffed.database, Ask(Right.VOID), "SIRI", WRONG, DOOR, asked_by=staffed.user)
    with pytest.raises(LockedOut):
        sign_in(staffed.database, "SIRI", PASSWORD, DOOR)


def test_who_asks_often_and_at_once_gains_nothing(staffed: SmallShop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each try is counted before it is judged: twenty at once are five, and fifteen shut doors."""
    judged = []

    def slow(sealed: str, secret: str, pepper: bytes) -> bool:
        judged.append(secret)
        return False

    monkeypatch.setattr(module, "opens", slow)
    threads = [Thread(target=_try, args=(staffed,)) for _number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(judged) <= TRIES


def _try(shop: SmallShop) -> None:
    with suppress(Refusal):
        sign_in(shop.database, "PIM", WRONG, DOOR)


def test_a_till_that_dies_while_it_judges_has_counted(staffed: SmallShop, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_args: object) -> bool:
        raise MemoryError

    monkeypatch.setattr(module, "opens", dies)
    with pytest.raises(MemoryError):
        sign_in(staffed.database, "PIM", PIN, DOOR)
    assert value(staffed.database, "SELECT failed_tries FROM shop_user WHERE code = 'PIM'") == 1


@pytest.mark.parametrize("pin", ["12345", "123456", "987654", "111111", "121212", "86o291", "8602911111111", ""])
def test_a_weak_pin_is_not_taken(sqlite_shop: SmallShop, pin: str) -> None:
    with pytest.raises(WeakPin):
        choose_secret(sqlite_shop.database, "PIM", pin, DOOR)
    with pytest.raises(NoSecretYet):
        sign_in(sqlite_shop.database, "PIM", pin, DOOR)


@pytest.mark.parametrize("password", [PIN, "aaaaaaaa", "abababab", "short", "x" * 129])
def test_a_manager_needs_a_password(sqlite_shop: SmallShop, password: str) -> None:
    with pytest.raises(WeakPassword):
        choose_secret(sqlite_shop.database, "SIRI", password, DOOR)


def test_thai_digits_are_the_same_pin(staffed: SmallShop) -> None:
    sign_in(staffed.database, "PIM", "๘๖๐๒๙๑", DOOR)
    change_secret(staffed.database, "PIM", "๘๖๐๒๙๑", "๗๔๑๘๕๐", DOOR)
    sign_in(staffed.database, "PIM", "741850", DOOR)


def test_nobody_chooses_for_somebody_who_has_chosen(staffed: SmallShop) -> None:
    with pytest.raises(SecretTaken):
        choose_secret(staffed.database, "PIM", "741850", DOOR)
    sign_in(staffed.database, "PIM", PIN, DOOR)


def test_a_pin_is_changed_by_who_knows_it(staffed: SmallShop) -> None:
    with pytest.raises(WrongSecret):
        change_secret(staffed.database, "PIM", WRONG, "741850", DOOR)
    with pytest.raises(WeakPin):
        change_secret(staffed.database, "PIM", PIN, "123456", DOOR)
    sign_in(staffed.database, "PIM", PIN, DOOR)


def test_a_pin_taken_away_opens_nothing_and_unlocks(staffed: SmallShop) -> None:
    fail(staffed, TRIES)
    staffed.database.run(forget_secret, "PIM", till="CM01", user=staffed.manager, at=NOW)
    with pytest.raises(NoSecretYet):
        sign_in(staffed.database, "PIM", PIN, DOOR)
    choose_secret(staffed.database, "PIM", "741850", DOOR)
    sign_in(staffed.database, "PIM", "741850", DOOR)


def test_who_has_left_or_never_was_cannot_sign_in(staffed: SmallShop) -> None:
    here = {"till": "CM01", "user": staffed.manager, "at": NOW}
    staffed.database.run(change_user, staffed.user, is_active=False, **here)
    for code in ("PIM", "NOBODY"):
        with pytest.raises(NotFound):
            sign_in(staffed.database, code, PIN, DOOR)
    with pytest.raises(NotWorking):
        staffed.database.run(permit, Ask(Right.SELL), user=staffed.user, at=NOW)


def test_another_key_is_said_before_anybody_is_locked_out(staffed: SmallShop) -> None:
    foreign = replace(DOOR, pepper=b"another")
    for _time in range(TRIES + 1):
        with pytest.raises(ForeignPepper):
            sign_in(staffed.database, "PIM", PIN, foreign)
    with pytest.raises(ForeignPepper):
        choose_secret(staffed.database, "PIM", "741850", foreign)
    sign_in(staffed.database, "PIM", PIN, DOOR)


def test_secrets_stand_in_no_file_and_no_log(sqlite_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    database = open_database(sqlite_path)
    database.run(add_user, "PIM", "พิม", "cashier")
    database.run(add_user, "SIRI", "ศิริ", "manager")
    choose_secret(database, "PIM", PIN, Door("CM01", b"pepper-of-the-shop", NOW))
    choose_secret(database, "SIRI", PASSWORD, Door("CM01", b"pepper-of-the-shop", NOW))
    files = b"".join(each.read_bytes() for each in sorted(sqlite_path.parent.iterdir()) if each.is_file())
    assert b"$argon2id$" in files
    for clear in (PIN, PASSWORD, "pepper-of-the-shop", b"pepper-of-the-shop".hex()):
        assert clear.encode() not in files
        assert clear not in caplog.text
    database.close()


def test_two_with_the_same_pin_are_sealed_differently(sqlite_shop: SmallShop) -> None:
    sqlite_shop.database.run(add_user, "ANAN", "อนันต์", "cashier")
    for code in ("PIM", "ANAN"):
        choose_secret(sqlite_shop.database, code, PIN, DOOR)
    assert value(sqlite_shop.database, "SELECT count(DISTINCT secret) FROM shop_user WHERE secret <> ''") == 2


def test_the_demo_gives_everybody_theirs(sqlite_shop: SmallShop) -> None:
    choose_secret(sqlite_shop.database, "PIM", PIN, DOOR)
    sqlite_shop.database.run(add_user, "S01", "ดวงเดือน", "clerk")
    give_demo_secrets(sqlite_shop.database, DOOR)
    assert all(user.has_secret for user in sqlite_shop.database.run(list_users))
    for code, secret in (("PIM", PIN), ("S01", DEMO_PIN), ("SIRI", DEMO_PASSWORD)):
        sign_in(sqlite_shop.database, code, secret, DOOR)


# A second person's yes


def test_nobody_approves_what_they_asked_for(staffed: SmallShop) -> None:
    with pytest.raises(CannotApprove):
        approve(staffed.database, Ask(Right.VOID), "SIRI", PASSWORD, DOOR, asked_by=staffed.manager)


def test_nobody_approves_what_they_may_not_do_alone(staffed: SmallShop) -> None:
    staffed.database.run(add_user, "ANAN", "อนันต์", "cashier")
    for right in (Right.VOID, Right.KEEP_STAFF):
        with pytest.raises(CannotApprove):
            approve(staffed.database, Ask(right), "PIM", PIN, DOOR, asked_by=staffed.manager)


def test_an_approval_is_for_its_act_its_person_and_ten_minutes(staffed: SmallShop) -> None:
    anan = staffed.database.run(add_user, "ANAN", "อนันต์", "cashier")
    approval = approve(staffed.database, Ask(Right.VOID, "CM01"), "SIRI", PASSWORD, DOOR, asked_by=staffed.user)

    def may(right: Right = Right.VOID, what: str = "CM01", user: User = staffed.user, at: datetime = NOW) -> object:
        return staffed.database.run(permit, Ask(right, what), user=user, at=at, approval=approval)

    assert may() == approval
    assert may(at=NOW + VALID_FOR) == approval
    for wrong in (
        lambda: may(Right.PAY_OUT),
        lambda: may(what="CM02"),
        lambda: may(user=anan),
        lambda: may(at=NOW + VALID_FOR + timedelta(seconds=1)),
    ):
        with pytest.raises(ApprovalInvalid):
            wrong()


def test_an_approval_for_a_bill_is_for_that_bill_to_the_letter_however_long(staffed: SmallShop) -> None:
    bill = new_id()
    ask = Ask(Right.OVERRIDE_PRICE, "P000001 1,070.00 → 950.00", bill)
    approval = approve(staffed.database, ask, "SIRI", PASSWORD, DOOR, asked_by=staffed.user)

    def may(ask: Ask) -> object:
        return staffed.database.run(permit, ask, user=staffed.user, at=NOW + timedelta(days=1), approval=approval)

    assert may(ask) == approval
    for wrong in (replace(ask, bill=new_id()), replace(ask, what="P000001 1,070.00 → 1.00"), replace(ask, bill=None)):
        with pytest.raises(ApprovalInvalid):
            may(wrong)


def test_an_invented_approval_is_none(staffed: SmallShop) -> None:
    real = approve(staffed.database, Ask(Right.VOID), "SIRI", PASSWORD, DOOR, asked_by=staffed.user)
    with pytest.raises(ApprovalInvalid):
        staffed.database.run(permit, Ask(Right.VOID), user=staffed.user, at=NOW, approval=replace(real, id=new_id()))


def test_an_approval_is_used_once(staffed: SmallShop) -> None:
    first, second = (staffed.sell(("P000003", 1_000)) for _time in range(2))
    with pytest.raises(NeedsApproval) as needed:
        _void(staffed, first.doc_no)
    approval = approve(staffed.database, needed.value.ask, "SIRI", PASSWORD, DOOR, asked_by=staffed.user)
    with pytest.raises(ApprovalInvalid):
        _void(staffed, second.doc_no, approval)
    _void(staffed, first.doc_no, approval)
    assert value(staffed.database, "SELECT count(*) FROM sale WHERE ref_sale_id IS NOT NULL") == 1


def test_a_used_approval_allows_nothing_more(staffed: SmallShop) -> None:
    """Not even the same act: the drawer is opened once for one yes."""
    matrix = Matrix({(Role.CASHIER, Right.OPEN_DRAWER): Grant.APPROVAL})
    staffed.database.run(save_matrix, matrix, till="CM01", user=staffed.manager, at=NOW)
    approval = approve(staffed.database, Ask(Right.OPEN_DRAWER), "SIRI", PASSWORD, DOOR, asked_by=staffed.user)
    here = {"till": "CM01", "user": staffed.user, "at": NOW}
    staffed.database.run(open_drawer, NoSale("แลกเหรียญ"), approval=approval, **here)
    with pytest.raises(ApprovalInvalid):
        staffed.database.run(open_drawer, NoSale("แลกเหรียญ"), approval=approval, **here)


def _void(shop: SmallShop, doc_no: str, approval: Approval | None = None) -> None:
    void = Void(doc_no, "คีย์ผิด")
    shop.database.run(void_sale, void, till="CM01", user=shop.user, at=NOW, approval=approval)


def test_an_approver_whose_right_was_taken_meanwhile_cannot(staffed: SmallShop) -> None:
    staffed.database.run(add_user, "SOM", "สมชาย", "manager")
    choose_secret(staffed.database, "SOM", PASSWORD, DOOR)
    matrix = Matrix({(Role.MANAGER, Right.VOID): Grant.APPROVAL})
    staffed.database.run(save_matrix, matrix, till="CM01", user=staffed.manager, at=NOW)
    with pytest.raises(CannotApprove):
        approve(staffed.database, Ask(Right.VOID), "SOM", PASSWORD, DOOR, asked_by=staffed.user)


def test_with_the_key_lost_everybody_chooses_anew(shop: SmallShop) -> None:
    choose_secret(shop.database, "PIM", "246802", DOOR)
    other = Door(DOOR.till, b"another machine", DOOR.at)
    with pytest.raises(ForeignPepper):
        sign_in(shop.database, "PIM", "246802", other)
    assert shop.database.run(forget_everybody, at=NOW) == 2
    assert choose_secret(shop.database, "PIM", "135790", other).code == "PIM"
    assert sign_in(shop.database, "PIM", "135790", other).code == "PIM"
    assert EventKind.STAFF in {each.kind for each in shop.database.run(list_events, TODAY)}
