"""Tenders, change, cash rounding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.errors import Missing, NotPaid, TenderTooLarge
from otop_pos.domain.money import CashRounding
from otop_pos.domain.payment import CASH, PAYMENT_METHODS, Given, Payment, cash_due, settle

DOWN = CashRounding.DOWN_25
NONE = CashRounding.NONE


def card(amount: int) -> Given:
    return Given("card", amount, "A1B2")


def cash(amount: int) -> Given:
    return Given(CASH, amount)


@pytest.mark.parametrize(
    ("net", "given_", "rule", "payments", "rounding"),
    [
        (24_129, [cash(25_000)], DOWN, [Payment(CASH, 24_125, 25_000)], -4),
        (24_129, [cash(24_125)], DOWN, [Payment(CASH, 24_125, 24_125)], -4),
        (24_129, [cash(24_129)], NONE, [Payment(CASH, 24_129, 24_129)], 0),
        (10_013, [cash(10_025)], CashRounding.NEAREST_25, [Payment(CASH, 10_025, 10_025)], 12),
        (24_129, [card(24_129)], DOWN, [Payment("card", 24_129, 24_129, "A1B2")], 0),
        (
            24_129,
            [card(20_000), cash(5_000)],
            DOWN,
            [Payment("card", 20_000, 20_000, "A1B2"), Payment(CASH, 4_125, 5_000)],
            -4,
        ),
        (
            24_129,
            [cash(5_000), card(20_000)],
            DOWN,
            [Payment("card", 20_000, 20_000, "A1B2"), Payment(CASH, 4_125, 5_000)],
            -4,
        ),
        (
            30_000,
            [cash(10_000), cash(50_000)],
            DOWN,
            [Payment(CASH, 10_000, 10_000), Payment(CASH, 20_000, 50_000)],
            0,
        ),
        (
            50_000,
            [Given("promptpay", 30_000, "R1"), Given("transfer", 20_000, "R2")],
            DOWN,
            [Payment("promptpay", 30_000, 30_000, "R1"), Payment("transfer", 20_000, 20_000, "R2")],
            0,
        ),
        (0, [], DOWN, [], 0),
    ],
)
def test_tenders_settle_a_bill(
    net: int, given_: list[Given], rule: CashRounding, payments: list[Payment], rounding: int
) -> None:
    settlement = settle(net, given_, rule)
    assert list(settlement.payments) == payments
    assert settlement.rounding == rounding


def test_change_is_what_was_handed_over_less_what_settles_the_bill() -> None:
    settlement = settle(384_100, [cash(400_000)], DOWN)
    assert settlement.change == 15_900
    assert settlement.payments[0].change == 15_900


@pytest.mark.parametrize(
    ("net", "given_", "missing"),
    [
        (10_000, [], 10_000),
        (10_000, [cash(9_900)], 100),
        (24_129, [cash(24_000)], 125),
        (24_129, [card(24_125)], 4),
        (24_129, [card(20_000), cash(4_000)], 125),
    ],
)
def test_an_unpaid_bill_says_what_is_missing(net: int, given_: list[Given], missing: int) -> None:
    with pytest.raises(NotPaid) as refused:
        settle(net, given_, DOWN)
    assert refused.value.missing == missing


@pytest.mark.parametrize("given_", [[card(10_001)], [card(6_000), Given("promptpay", 6_000, "R")]])
def test_only_cash_gives_change(given_: list[Given]) -> None:
    with pytest.raises(TenderTooLarge):
        settle(10_000, given_, DOWN)


@pytest.mark.parametrize("method", ["promptpay", "card", "transfer"])
@pytest.mark.parametrize("reference", ["", "   "])
def test_money_nobody_can_see_needs_its_reference(method: str, reference: str) -> None:
    with pytest.raises(Missing):
        settle(10_000, [Given(method, 10_000, reference)], DOWN)


@pytest.mark.parametrize(
    ("net", "given_", "due"),
    [(24_129, [], 24_125), (24_129, [card(20_000)], 4_125), (24_129, [card(24_129)], 0), (24_129, [cash(100)], 24_125)],
)
def test_the_cash_still_due_is_shown_in_coins(net: int, given_: list[Given], due: int) -> None:
    assert cash_due(net, given_, DOWN) == due


@given(st.integers(0, 10_000_000), st.integers(0, 10_000_000), st.sampled_from(CashRounding), st.data())
def test_payments_less_rounding_are_the_bill(net: int, handed: int, rule: CashRounding, data: st.DataObject) -> None:
    by_card = data.draw(st.integers(0, net))
    settlement = settle(net, [card(by_card), cash(net + handed + 12)], rule)
    assert sum(payment.amount for payment in settlement.payments) == net + settlement.rounding
    assert settlement.change >= 0
    assert abs(settlement.rounding) < 100


@given(st.integers(0, 10_000_000), st.sampled_from(CashRounding))
def test_the_cash_due_is_exactly_enough(net: int, rule: CashRounding) -> None:
    due = cash_due(net, [], rule)
    assert settle(net, [cash(due)], rule).change == 0


def test_every_way_to_pay_is_registered_under_its_own_code() -> None:
    assert all(code == method.code and method.name_th and method.name_en for code, method in PAYMENT_METHODS.items())
    assert PAYMENT_METHODS[CASH].gives_change
    assert PAYMENT_METHODS[CASH].opens_drawer
