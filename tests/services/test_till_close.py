"""A drawer that differs: counted blind, told before it is judged, closed only with a reason and a yes."""

from dataclasses import replace

import pytest

from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.errors import (
    ApprovalInvalid,
    DrawerDiffers,
    NeedsApproval,
    NotWorking,
    TillNotOpen,
    Unwritable,
)
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.right import Right, Role
from otop_pos.domain.till import TillSession
from otop_pos.domain.till_event import EventKind, TillEvent
from otop_pos.services.sign_in import Door, approve, choose_secret
from otop_pos.services.till import close_counted, close_till, hand_over
from otop_pos.services.till_event import list_events
from otop_pos.services.till_report import read_x, read_z
from otop_pos.services.user import add_user, change_user
from tests.books import broken, contents
from tests.factories import FLOAT, NOW, TODAY, SmallShop

LIMIT = 10_000
DOOR = Door("CM01", b"pepper", NOW)


def close(shop: SmallShop, pieces: dict[int, int], reason: str = "", approval: Approval | None = None) -> TillSession:
    return close_counted(shop.database, "CM01", pieces, reason, user=shop.user, at=NOW, approval=approval)


def told(shop: SmallShop, kind: EventKind) -> list[TillEvent]:
    """The oldest first."""
    return [each for each in reversed(shop.database.run(list_events, TODAY)) if each.kind is kind]


@pytest.mark.parametrize("hundreds", [9, 10, 11])
def test_up_to_the_limit_a_cashier_closes_alone(sqlite_shop: SmallShop, hundreds: int) -> None:
    closed = close(sqlite_shop, FLOAT | {LIMIT: hundreds})
    assert closed.cash_difference == (hundreds - 10) * LIMIT
    assert told(sqlite_shop, EventKind.CLOSE)[0].what == "Z1"


def test_above_the_limit_there_must_be_a_reason(shop: SmallShop) -> None:
    pieces = FLOAT | {10_000: 8}
    with pytest.raises(DrawerDiffers) as refusal:
        close(shop, pieces)
    assert refusal.value.limit == LIMIT
    assert "1,220" not in refusal.value.sentence
    with pytest.raises(DrawerDiffers):
        close(shop, pieces, "   ")


def test_above_the_limit_a_second_person_says_yes_to_the_reason(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", "otop-demo", DOOR)
    pieces = FLOAT | {10_000: 8}
    with pytest.raises(NeedsApproval) as refusal:
        close(shop, pieces, "ทอนผิด")
    assert refusal.value.ask == Ask(Right.CLOSE_OFF, "ทอนผิด")
    approval = approve(shop.database, refusal.value.ask, "SIRI", "otop-demo", DOOR, asked_by=shop.user)
    closed = close(shop, pieces, "ทอนผิด", approval=approval)
    assert closed.cash_difference == -20_000
    (event,) = told(shop, EventKind.CLOSE)
    assert (event.what, event.amount, event.user, event.approver) == ("ทอนผิด", -20_000, "พิมพ์ใจ ก.", "ศิริพร จ.")
    assert broken(shop.database) == []


def test_a_yes_to_something_else_closes_nothing(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", "otop-demo", DOOR)
    approval = approve(shop.database, Ask(Right.READ_X), "SIRI", "otop-demo", DOOR, asked_by=shop.user)
    with pytest.raises(ApprovalInvalid):
        close(shop, {}, "ทอนผิด", approval=approval)


def test_a_manager_closes_with_a_reason_alone(shop: SmallShop) -> None:
    with pytest.raises(DrawerDiffers):
        close_counted(shop.database, "CM01", {}, user=shop.manager, at=NOW)
    closed = close_counted(shop.database, "CM01", {}, "ลิ้นชักหาย", user=shop.manager, at=NOW)
    assert closed.cash_difference == -122_000


def test_every_count_that_was_refused_stays_in_the_books_and_on_the_z(shop: SmallShop) -> None:
    for hundreds in (7, 8):
        with pytest.raises(DrawerDiffers):
            close(shop, FLOAT | {10_000: hundreds})
    close(shop, FLOAT)
    assert [(each.what, each.user) for each in told(shop, EventKind.COUNT)] == [
        ("920.00", "พิมพ์ใจ ก."),
        ("1,020.00", "พิมพ์ใจ ก."),
        ("1,220.00", "พิมพ์ใจ ก."),
    ]
    (counts,) = [each for each in shop.database.run(read_z, "CM01", 1).events if each.kind is EventKind.COUNT]
    assert (counts.user, counts.count) == ("พิมพ์ใจ ก.", 3)
    assert broken(shop.database) == []


def test_the_same_count_confirmed_again_is_told_once(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", "otop-demo", DOOR)
    pieces = FLOAT | {10_000: 8}
    for reason in ("", "ทอนผิด"):
        with pytest.raises((DrawerDiffers, NeedsApproval)):
            close(shop, pieces, reason)
    assert len(told(shop, EventKind.COUNT)) == 1


@pytest.mark.parametrize("reason", ["a\0b", "=1+1", "a\nb"])
def test_a_reason_is_one_line_of_text(sqlite_shop: SmallShop, reason: str) -> None:
    with pytest.raises(Unwritable):
        close(sqlite_shop, {}, reason)


def test_a_closed_drawer_is_not_counted(shop: SmallShop) -> None:
    shop.close()
    before = contents(shop.database)
    with pytest.raises(TillNotOpen):
        close(shop, FLOAT)
    assert contents(shop.database) == before


def test_change_given_is_not_expected_in_the_drawer(shop: SmallShop) -> None:
    """Cash 2,000.00 for 180.00: 1,820.00 went back out."""
    shop.sell(("P000003", 1_000), given=(Given(CASH, 200_000),))
    assert close(shop, FLOAT | {10_000: 11, 5_000: 1, 2_000: 11, 1_000: 1}).cash_expected == 122_000 + 18_000


def test_a_drawer_changes_hands_and_goes_on_with_the_same_z(shop: SmallShop) -> None:
    taker = shop.database.run(add_user, "NOI", "น้อย ส.", Role.CASHIER)
    shop.database.run(hand_over, "CM01", taker, FLOAT | {10_000: 8}, user=shop.user, at=NOW)
    (event,) = told(shop, EventKind.HAND_OVER)
    assert (event.what, event.user, event.amount) == ("พิมพ์ใจ ก. → น้อย ส.", "พิมพ์ใจ ก.", 102_000)
    sale = shop.sell(("P000003", 1_000))
    closed = shop.database.run(close_till, "CM01", FLOAT | {10_000: 12}, user=taker, at=NOW)
    assert (closed.z_no, closed.opened_by, closed.closed_by) == (1, "พิมพ์ใจ ก.", "น้อย ส.")
    assert closed.cash_expected == 122_000 + sale.net
    assert broken(shop.database) == []


def test_what_a_hand_over_found_missing_is_in_no_figure_of_the_open_till(shop: SmallShop) -> None:
    shop.database.run(hand_over, "CM01", shop.manager, FLOAT | {10_000: 8}, user=shop.user, at=NOW)
    x = shop.database.run(read_x, "CM01", user=shop.manager, at=NOW)
    assert -20_000 not in {each.amount for each in x.events}


def test_a_drawer_changes_hands_without_a_count(shop: SmallShop) -> None:
    shop.database.run(hand_over, "CM01", shop.manager, {}, user=shop.user, at=NOW)
    (event,) = told(shop, EventKind.HAND_OVER)
    assert (event.amount, '"counted": null' in event.content) == (0, True)


def test_nobody_takes_a_drawer_who_no_longer_works_here(shop: SmallShop) -> None:
    gone = shop.database.run(add_user, "NOI", "น้อย ส.", Role.CASHIER)
    shop.database.run(change_user, gone, is_active=False, till="CM01", user=shop.manager, at=NOW)
    for taker in (gone, replace(gone, id=99)):
        with pytest.raises(NotWorking):
            shop.database.run(hand_over, "CM01", taker, {}, user=shop.user, at=NOW)
    assert told(shop, EventKind.HAND_OVER) == []
