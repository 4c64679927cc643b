"""Goods come back and others go out: two papers, and only the difference is paid, in whichever direction."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otop_pos.domain.approval import Ask
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import (
    Missing,
    NeedsApproval,
    NothingExchanged,
    NothingLeftToReturn,
    NotPaid,
    ReceiptChanged,
    TenderTooLarge,
    TillNotOpen,
)
from otop_pos.domain.money import CashRounding
from otop_pos.domain.payment import CASH, EXCHANGE, Given
from otop_pos.domain.refund import Refund, RefundLine, Void
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, BasketLine, DocumentType, Sale
from otop_pos.services.exchange import Exchanged, exchange_goods, value_exchange
from otop_pos.services.nightly import send_day
from otop_pos.services.refund import refund_sale, value_return
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import read_sale
from otop_pos.services.shop import keep_shop
from otop_pos.services.void import void_sale
from otop_pos.sync.check import check_package
from tests.books import broken, contents, rows
from tests.factories import NOW, SHOP, TODAY, SmallShop
from tests.services.approving import approved

MUCH = (Given(CASH, 1_000_000),)


def bill(shop: SmallShop, *prices: int) -> Basket:
    """Jars of honey, each at its own price."""
    return Basket(lines=tuple(BasketLine(shop.offer("P000003"), 1_000, price) for price in prices))


def back(sale: Sale, *line_nos: int, method: str = CASH, reference: str = "") -> Refund:
    lines = tuple(RefundLine(line_no, sale.lines[line_no - 1].qty) for line_no in line_nos or (1,))
    return Refund(sale.doc_no, lines, "เปลี่ยนแบบ", method, reference)


def exchange(shop: SmallShop, refund: Refund, basket: Basket, given: Sequence[Given] = ()) -> Exchanged:
    return shop.database.run(exchange_goods, refund, basket, given, till="CM01", user=shop.manager, at=NOW)


def tenders(sale: Sale) -> list[tuple[str, int]]:
    return [(each.method, each.amount) for each in sale.payments]


def ledger(shop: SmallShop) -> tuple[int, int, int, int]:
    """Net, rounding, cash and exchange of all documents, added up by hand."""
    ((net, rounding),) = rows(shop.database, "SELECT SUM(net), SUM(rounding) FROM sale")
    paid = dict(rows(shop.database, "SELECT method, SUM(amount) FROM payment GROUP BY method"))
    return int(net), int(rounding), int(paid.get(CASH, 0)), int(paid.get(EXCHANGE, 0))


def test_dearer_goods_cost_the_difference(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    done = exchange(shop, back(sale), shop.basket(("P000001", 1_000)), MUCH)
    assert tenders(done.refund) == [(EXCHANGE, -18_000)]
    assert tenders(done.sale) == [(EXCHANGE, 18_000), (CASH, 89_000)]
    assert (done.paid, done.sale.change) == (89_000, 911_000)
    assert (done.refund.refers_to, done.refund.reason) == (sale.doc_no, "เปลี่ยนแบบ")
    assert (done.refund.payments[0].reference, done.sale.payments[0].reference) == (
        done.sale.doc_no,
        done.refund.doc_no,
    )
    assert (done.refund.doc_type, done.sale.doc_type) == (DocumentType.REFUND, DocumentType.SALE)
    assert ledger(shop) == (107_000, 0, 107_000, 0)
    assert broken(shop.database) == []


def test_of_cheaper_goods_the_rest_goes_back(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1_000))
    done = exchange(shop, back(sale), shop.basket(("P000003", 1_000)))
    assert tenders(done.refund) == [(EXCHANGE, -18_000), (CASH, -89_000)]
    assert tenders(done.sale) == [(EXCHANGE, 18_000)]
    assert done.paid == -89_000
    assert ledger(shop) == (18_000, 0, 18_000, 0)
    assert broken(shop.database) == []


def test_the_rest_may_go_back_by_transfer_to_the_satang(shop: SmallShop) -> None:
    sale = shop.sell(basket=bill(shop, 24_129, 10_000))
    done = exchange(shop, back(sale, method="transfer", reference="TR-9"), bill(shop, 10_000))
    assert tenders(done.refund) == [(EXCHANGE, -10_000), ("transfer", -14_129)]
    assert done.refund.payments[1].reference == "TR-9"
    with pytest.raises(Missing):
        exchange(shop, back(sale, 2, method="transfer"), bill(shop, 100))
    assert broken(shop.database) == []


def test_for_goods_of_the_same_price_no_money_moves(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    done = exchange(shop, back(sale), shop.basket(("P000003", 1_000)))
    assert (tenders(done.refund), tenders(done.sale)) == ([(EXCHANGE, -18_000)], [(EXCHANGE, 18_000)])
    assert done.paid == 0
    assert ledger(shop) == (18_000, 0, 18_000, 0)
    assert broken(shop.database) == []


def test_an_even_exchange_of_a_rounded_bill_stays_even(shop: SmallShop) -> None:
    """241.29 was paid with 241.25: nobody is asked for four satang, and nobody gains them."""
    sale = shop.sell(basket=bill(shop, 24_129))
    done = exchange(shop, back(sale), bill(shop, 24_129))
    assert tenders(done.refund) == [(EXCHANGE, -24_125), (CASH, 0)]
    assert tenders(done.sale) == [(EXCHANGE, 24_125), (CASH, 0)]
    assert (done.refund.rounding, done.sale.rounding, done.paid) == (4, -4, 0)
    again = exchange(shop, back(done.sale), bill(shop, 24_149))
    assert (again.paid, again.sale.total) == (0, 24_125)
    last = shop.refund(again.sale)
    assert last.total == -24_125
    assert ledger(shop) == (0, 0, 0, 0)
    assert broken(shop.database) == []


def test_coins_of_the_difference_are_rounded_once(shop: SmallShop) -> None:
    sale = shop.sell(basket=bill(shop, 10_000))
    done = exchange(shop, back(sale), bill(shop, 24_129), MUCH)
    assert (done.paid, done.sale.rounding, done.sale.total) == (14_125, -4, 24_125)
    less = exchange(shop, back(done.sale), bill(shop, 5_010))
    assert (less.paid, less.refund.rounding) == (-19_100, 19)
    assert ledger(shop) == (5_010, 15, 5_025, 0)
    assert broken(shop.database) == []


def test_discounts_of_the_old_bill_and_of_the_new_one_stay_where_they_are(shop: SmallShop) -> None:
    """107.00 − 10 % and 18.00, 12.51 off both: the cloth's part comes back, and pays for a discounted metre."""
    old = shop.basket(("P000001", 1_000), ("P000003", 1_000))
    old = old.with_line(0, replace(old.lines[0], discount=Discount(1_000)))
    sale = shop.sell(basket=replace(old, bill_discount=Discount(amount=1_251)))
    paid_for_cloth = sale.lines[0].net
    assert paid_for_cloth == 96_300 - 1_054  # 12.51 × 963.00 / 1,143.00 = 10.54
    new = shop.basket(("P000002", 2_500))
    new = new.with_line(0, replace(new.lines[0], discount=Discount(500)))
    new = replace(new, bill_discount=Discount(amount=1_000))
    done = exchange(shop, back(sale), new, MUCH)
    price = 105_000 - 5_250 - 1_000
    assert (done.sale.net, done.refund.net) == (price, -paid_for_cloth)
    assert done.paid == price - paid_for_cloth - 4
    assert done.sale.rounding == -4
    assert broken(shop.database) == []


def test_the_difference_may_be_split(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    given = (Given("promptpay", 50_000, "014-1"), Given("card", 30_000, "A-1"), Given(CASH, 10_000))
    done = exchange(shop, back(sale), shop.basket(("P000001", 1_000)), given)
    assert tenders(done.sale) == [(EXCHANGE, 18_000), ("promptpay", 50_000), ("card", 30_000), (CASH, 9_000)]
    assert broken(shop.database) == []


@pytest.mark.parametrize(
    ("given", "error"),
    [((), NotPaid), ((Given(CASH, 100),), NotPaid), ((Given("card", 90_000, "A-1"),), TenderTooLarge)],
)
def test_what_is_not_paid_exactly_changes_nothing(
    shop: SmallShop, given: tuple[Given, ...], error: type[Exception]
) -> None:
    sale = shop.sell(("P000003", 1_000))
    before = contents(shop.database)
    with pytest.raises(error):
        exchange(shop, back(sale), shop.basket(("P000001", 1_000)), given)
    assert contents(shop.database) == before


def test_an_exchange_has_goods_on_both_sides_a_reason_and_an_open_till(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    with pytest.raises(NothingExchanged):
        exchange(shop, back(sale), Basket())
    with pytest.raises(NothingExchanged):
        exchange(shop, replace(back(sale), lines=()), shop.basket(("P000001", 1_000)), MUCH)
    with pytest.raises(Missing):
        exchange(shop, replace(back(sale), reason=" "), shop.basket(("P000001", 1_000)), MUCH)
    shop.close()
    with pytest.raises(TillNotOpen):
        exchange(shop, back(sale), shop.basket(("P000001", 1_000)), MUCH)


def test_the_same_exchange_again_is_the_one_saved_first(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    wanted, basket = back(sale), shop.basket(("P000001", 1_000))
    first = exchange(shop, wanted, basket, MUCH)
    before = contents(shop.database)
    again = exchange(shop, wanted, basket, MUCH)
    assert (again.refund.doc_no, again.sale.doc_no, again.paid) == (first.refund.doc_no, first.sale.doc_no, first.paid)
    with pytest.raises(ReceiptChanged):
        exchange(shop, wanted, shop.basket(("P000001", 1_000)), MUCH)
    with pytest.raises(ReceiptChanged):
        exchange(shop, back(sale), basket, MUCH)
    with pytest.raises(NothingLeftToReturn):
        exchange(shop, back(sale), shop.basket(("P000001", 1_000)), MUCH)
    assert contents(shop.database) == before


def test_the_new_goods_come_back_like_any_others(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1_000))
    done = exchange(shop, back(sale), shop.basket(("P000003", 2_000)))
    refund = shop.refund(shop.database.run(read_sale, done.sale.doc_no), RefundLine(1, 1_000))
    assert tenders(refund) == [(CASH, -18_000)]
    shop.refund(shop.database.run(read_sale, done.sale.doc_no))
    assert ledger(shop) == (0, 0, 0, 0)
    assert rows(shop.database, "SELECT SUM(amount) FROM payable") == [(0,)]
    assert broken(shop.database) == []


def test_a_large_exchange_by_a_cashier_needs_a_second_person(shop: SmallShop) -> None:
    sale, basket = shop.sell(("P000001", 3_000)), shop.basket(("P000001", 3_000))
    wanted, by = back(sale), {"till": "CM01", "user": shop.user, "at": NOW}
    with pytest.raises(NeedsApproval) as refusal:
        shop.database.run(exchange_goods, wanted, basket, (), **by)
    yes = approved(shop, refusal.value.ask)
    assert shop.database.run(exchange_goods, wanted, basket, (), **by, approval=yes).paid == 0


def test_what_a_return_would_come_to_is_said_beforehand(shop: SmallShop) -> None:
    sale = shop.sell(basket=bill(shop, 24_129))
    before = contents(shop.database)
    value = shop.database.run(value_return, back(sale), at=NOW)
    assert (value.net, value.credit, value.back) == (24_129, 24_125, 24_125)
    assert contents(shop.database) == before
    with pytest.raises(NothingLeftToReturn):
        shop.database.run(value_return, Refund(sale.doc_no, (RefundLine(1, 2_000),), ""), at=NOW)


@pytest.mark.parametrize(
    ("new", "covered", "left", "rest"),
    [(24_129, 24_125, 0, 0), (24_150, 24_125, 25, 0), (20_000, 20_000, 0, 4_125), (30_000, 24_125, 5_875, 0)],
)
def test_what_an_exchange_would_come_to_is_what_it_comes_to(
    shop: SmallShop, new: int, covered: int, left: int, rest: int
) -> None:
    wanted = back(shop.sell(basket=bill(shop, 24_129)))
    basket = bill(shop, new)
    value = shop.database.run(value_exchange, wanted, basket, at=NOW)
    assert (value.credit, value.bill, value.covered, value.left, value.back) == (24_125, new, covered, left, rest)
    assert exchange(shop, wanted, basket, MUCH if left else ()).paid == left - rest


def test_the_days_figures_and_its_files_know_exchanges_and_voids(shop: SmallShop, tmp_path: Path) -> None:
    sale = shop.sell(basket=bill(shop, 24_129))
    even = exchange(shop, back(sale), bill(shop, 24_129))
    exchange(shop, back(even.sale), shop.basket(("P000001", 1_000)), MUCH)
    cheap = exchange(shop, back(shop.sell(("P000001", 2_000))), bill(shop, 3_341))
    wrong = shop.database.run(read_sale, shop.sell(("P000003", 2_000), given=(Given("promptpay", 36_000, "9"),)).doc_no)
    yes = approved(shop, Ask(Right.VOID, f"{wrong.doc_no} 360.00"))
    shop.database.run(void_sale, Void(wrong.doc_no, "กดผิด"), till="CM01", user=shop.user, at=NOW, approval=yes)
    shop.close()
    day = shop.database.run(summarise_day, TODAY)
    assert [proof.name for proof in day.proofs if not proof.holds] == []
    assert {each.method: each.amount for each in day.tenders}[EXCHANGE] == 0
    assert day.net == 107_000 + cheap.sale.net
    assert broken(shop.database) == []
    folder = send_day(shop.database, tmp_path).folder
    assert check_package(folder, None) == ()
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as lines:
        voids = [row for row in csv.DictReader(lines) if row["doc_type"] == "VOID"]
    assert [(row["approver_id"], row["reason_code"]) for row in voids] == [(shop.manager.code, "กดผิด")]
    with (folder / "closing_totals.csv").open(encoding="utf-8", newline="") as lines:
        assert [row["gross"] for row in csv.DictReader(lines) if row["kind"] == "void"] == ["-360.00"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_returns_and_exchanges_in_any_order_never_give_more_than_was_paid(
    sqlite_shop: SmallShop, data: st.DataObject
) -> None:
    """One bill of odd prices; each line comes back alone, by cash, transfer or exchange, the rule changing."""
    shop, rule = sqlite_shop, st.sampled_from(list(CashRounding))
    prices = data.draw(st.lists(st.integers(1, 9_999), min_size=2, max_size=4))
    shop.database.run(keep_shop, replace(SHOP, cash_rounding=data.draw(rule)), valid_from=TODAY)
    sale = shop.sell(basket=bill(shop, *prices))
    out = 0
    for line_no in data.draw(st.permutations(range(1, len(prices) + 1))):
        shop.database.run(keep_shop, replace(SHOP, cash_rounding=data.draw(rule)), valid_from=TODAY)
        wanted = back(sale, line_no, method=data.draw(st.sampled_from([CASH, "transfer"])), reference="TR")
        new = data.draw(st.sampled_from([0, 1, prices[line_no - 1], 20_000]))
        if new:
            done = exchange(shop, wanted, bill(shop, new), MUCH)
            assert done.refund.total <= 0
            out -= done.refund.total
        else:
            refund = shop.database.run(refund_sale, wanted, till="CM01", user=shop.manager, at=NOW)
            assert refund.total <= 0
            out -= refund.total
    assert out <= sale.total
    assert broken(shop.database) == []


def test_goods_paid_by_voucher_need_no_number_where_no_money_goes_back(shop: SmallShop) -> None:
    """The till proposes the way it was paid; only what really goes back needs its reference."""
    jar = shop.sell(("P000003", 1_000), given=(Given("voucher", 18_000, "GIFT-1"),))
    refund = Refund(jar.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนของ", "voucher")
    wanted, given = shop.basket(("P000001", 1_000)), (Given(CASH, 100_000),)
    done = shop.database.run(exchange_goods, refund, wanted, given, till=shop.till, user=shop.user, at=NOW)
    assert done.paid == 89_000
    cheaper = Refund(done.sale.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนของ", "transfer")
    wanted = shop.basket(("P000003", 1_000))
    with pytest.raises(Missing):
        shop.database.run(exchange_goods, cheaper, wanted, (), till=shop.till, user=shop.user, at=NOW)
