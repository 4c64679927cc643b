"""X and Z: the same figures that the ledger has, told whenever somebody looks."""

from datetime import timedelta

import pytest

from otop_pos.domain.approval import Ask
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.errors import NeedsApproval, NotFound, TillNotOpen
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Void
from otop_pos.domain.right import Right
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.till_report import CashTotal, TillReport
from otop_pos.services.cash_movement import NoSale, move_cash, open_drawer
from otop_pos.services.report import summarise_day
from otop_pos.services.reprint import count_copy
from otop_pos.services.sign_in import Door, approve, choose_secret
from otop_pos.services.till import close_till
from otop_pos.services.till_event import list_events
from otop_pos.services.till_report import list_zs, read_x, read_z, reprint_z
from otop_pos.services.void import void_sale
from tests.books import broken, contents, rows, value
from tests.factories import FLOAT, NOW, TODAY, SmallShop

FLOAT_AMOUNT = 122_000
DOOR = Door("CM01", b"pepper", NOW)


def x_of(shop: SmallShop) -> TillReport:
    return shop.database.run(read_x, "CM01", user=shop.manager, at=NOW)


def busy(shop: SmallShop) -> None:
    """Three sales of which one is voided and one refunded in part, and money moved."""
    shop.sell(("P000001", 1_000), given=(Given("card", 7_000, "A-1"), Given(CASH, 200_000)))
    back = shop.sell(("P000001", 1_000), ("P000003", 2_000))
    shop.refund(back)
    gone = shop.sell(("P000003", 1_000))
    void = Void(gone.doc_no, "ผิดรายการ")
    shop.database.run(void_sale, void, till="CM01", user=shop.manager, at=NOW)
    for movement in (CashMovement(CashKind.PAID_IN, 50_000, "เหรียญ"), CashMovement(CashKind.DROP, 30_000, "เซฟ")):
        shop.database.run(move_cash, movement, till="CM01", user=shop.manager, at=NOW)
    shop.database.run(open_drawer, NoSale("แลกเหรียญ"), till="CM01", user=shop.user, at=NOW)
    shop.database.run(count_copy, back.doc_no, till="CM01", user=shop.user, at=NOW)


def test_x_says_what_the_ledger_says(shop: SmallShop) -> None:
    busy(shop)
    x = x_of(shop)
    assert (x.kind, x.sale_count, x.refund_count, x.void_count) == ("X", 3, 1, 1)
    assert (x.gross, x.discounts, x.refunds, x.voids) == (107_000 + 143_000 + 18_000, 0, -143_000, -18_000)
    assert x.gross - x.discounts + x.refunds + x.voids == x.net == 107_000
    assert x.net == value(shop.database, "SELECT SUM(net) FROM sale")
    assert x.vat == value(shop.database, "SELECT SUM(vat) FROM sale_vat") == sum(each.vat for each in x.vats)
    cash = value(shop.database, "SELECT SUM(amount) FROM payment WHERE method = 'cash'")
    assert x.cash_sales == cash == 100_000
    assert {each.method: each.amount for each in x.tenders} == {"card": 7_000, CASH: cash}
    assert x.movements == (CashTotal(CashKind.DROP, 1, -30_000), CashTotal(CashKind.PAID_IN, 1, 50_000))
    assert x.cash_expected == FLOAT_AMOUNT + cash + 20_000
    assert (x.first_doc_no, x.last_doc_no) == ("CM01-1-690000001", "CM01-1-690000003")
    assert [proof.name for proof in x.proofs] == ["lines", "tenders", "shares"]
    assert all(proof.holds for proof in x.proofs)


def test_what_people_did_is_counted_by_person(shop: SmallShop) -> None:
    busy(shop)
    told = {(each.kind, each.user): (each.count, each.amount) for each in x_of(shop).events}
    assert told[EventKind.VOID, "ศิริพร จ."] == (1, -18_000)
    assert told[EventKind.NO_SALE, "พิมพ์ใจ ก."] == (1, 0)
    assert told[EventKind.REPRINT, "พิมพ์ใจ ก."] == (1, 143_000)
    assert told[EventKind.X, "ศิริพร จ."] == (1, 0)


def test_that_somebody_looked_is_told(shop: SmallShop) -> None:
    x_of(shop)
    x_of(shop)
    looks = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.X]
    assert [(each.what, each.user) for each in looks] == [("Z1", "ศิริพร จ.")] * 2


def test_a_cashier_looks_only_with_a_manager_and_sees_no_drawer(shop: SmallShop) -> None:
    choose_secret(shop.database, "SIRI", "otop-demo", DOOR)
    before = contents(shop.database)
    with pytest.raises(NeedsApproval) as refusal:
        shop.database.run(read_x, "CM01", user=shop.user, at=NOW)
    assert refusal.value.ask == Ask(Right.READ_X)
    assert contents(shop.database) == before
    approval = approve(shop.database, refusal.value.ask, "SIRI", "otop-demo", DOOR, asked_by=shop.user)
    assert shop.database.run(read_x, "CM01", user=shop.user, at=NOW, approval=approval).is_blind
    assert not x_of(shop).is_blind


def test_a_closed_till_has_no_x(shop: SmallShop) -> None:
    shop.close()
    with pytest.raises(TillNotOpen):
        x_of(shop)


def test_z_is_x_at_the_close_with_the_count_and_its_proof(shop: SmallShop) -> None:
    busy(shop)
    x = x_of(shop)
    closed = shop.close()
    z = shop.database.run(read_z, "CM01", 1)
    assert (z.kind, z.copy_no, z.session, z.taken_at) == ("Z", 0, closed, NOW)
    names = ("gross", "discounts", "refunds", "voids", "net", "rounding", "vat", "vats", "tenders", "movements")
    assert {name: getattr(z, name) for name in names} == {name: getattr(x, name) for name in names}
    assert z.cash_expected == closed.cash_expected == x.cash_expected
    assert dict(z.pieces) == FLOAT
    assert [(proof.name, proof.holds) for proof in z.proofs] == [
        (name, True) for name in ("lines", "tenders", "shares", "drawer")
    ]
    assert broken(shop.database) == []


def test_z_and_the_summary_of_a_day_with_one_till_agree(shop: SmallShop) -> None:
    busy(shop)
    shop.close()
    z, day = shop.database.run(read_z, "CM01", 1), shop.database.run(summarise_day, TODAY)
    assert (z.gross, z.discounts, z.refunds + z.voids, z.net) == (day.gross, day.discounts, day.refunds, day.net)
    assert (z.vat, z.vats, z.rounding) == (day.vat, day.vats, day.rounding)
    assert sorted(z.tenders, key=lambda each: each.method) == sorted(day.tenders, key=lambda each: each.method)
    assert z.events == day.events


def test_a_day_without_a_sale_has_its_zeros(shop: SmallShop) -> None:
    x = x_of(shop)
    assert (x.sale_count, x.net, x.first_doc_no, x.last_doc_no, x.tenders) == (0, 0, "", "", ())
    assert x.cash_expected == FLOAT_AMOUNT


def test_a_session_has_only_its_own_figures(shop: SmallShop) -> None:
    shop.sell(("P000003", 1_000))
    shop.close()
    shop.open()
    shop.open("CM02")
    shop.sell(("P000001", 1_000), till="CM02")
    assert x_of(shop).net == 0
    assert shop.database.run(read_z, "CM01", 1).net == 18_000


def test_copies_of_a_z_are_numbered_and_told(shop: SmallShop) -> None:
    shop.close()
    shop.open()
    shop.close()
    copies = [shop.database.run(reprint_z, "CM01", z_no, user=shop.manager, at=NOW).copy_no for z_no in (1, 1, 2, 1)]
    assert copies == [1, 2, 1, 3]
    told = rows(shop.database, "SELECT what FROM till_event WHERE kind = 'reprint_z' ORDER BY number")
    assert told == [("Z1",), ("Z1",), ("Z2",), ("Z1",)]
    assert shop.database.run(read_z, "CM01", 1).copy_no == 0


def test_only_a_closed_z_can_be_read(shop: SmallShop) -> None:
    for z_no in (1, 7):
        with pytest.raises(NotFound):
            shop.database.run(read_z, "CM01", z_no)
        with pytest.raises(NotFound):
            shop.database.run(reprint_z, "CM01", z_no, user=shop.manager, at=NOW)


def test_zs_are_listed_the_newest_first(shop: SmallShop) -> None:
    first = shop.close()
    shop.open(at=NOW + timedelta(days=1))
    second = shop.close(at=NOW + timedelta(days=1))
    shop.open("CM02")
    shop.open(at=NOW + timedelta(days=2))
    assert shop.database.run(list_zs, "CM01") == (second, first)
    assert shop.database.run(list_zs, "CM01", limit=1) == (second,)
    assert shop.database.run(list_zs, "CM02") == ()


def test_the_count_of_the_close_is_on_the_z(shop: SmallShop) -> None:
    pieces = {100_000: 1, 10_000: 2, 25: 4, 50: 0}
    shop.database.run(close_till, "CM01", pieces, user=shop.user, at=NOW)
    assert shop.database.run(read_z, "CM01", 1).pieces == ((100_000, 1), (10_000, 2), (25, 4))
