"""What goes back of a sale, piece by piece, in coins and otherwise: never more than was paid, never a debt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otop_pos.domain.money import CashRounding, round_cash
from otop_pos.domain.refund import GivenBack, give_back

DOWN, NEAREST, WHOLE = CashRounding.DOWN_25, CashRounding.NEAREST_25, CashRounding.DOWN_100


@pytest.mark.parametrize(
    ("paid", "before", "net", "coins", "back"),
    [
        (16_600, GivenBack(), 16_613, DOWN, 16_600),
        (16_600, GivenBack(), 16_613, None, 16_600),
        (16_600, GivenBack(), 3_341, None, 3_341),
        (16_600, GivenBack(3_325, 3_325, 3_341), 13_272, DOWN, 13_275),
        (10_025, GivenBack(), 10_013, NEAREST, 10_025),
        (10_025, GivenBack(), 10_013, None, 10_013),
        (10_025, GivenBack(5_000), 5_013, NEAREST, 5_025),
        (10_013, GivenBack(), 10_013, NEAREST, 10_000),
        (10_000, GivenBack(10_000), 5_000, DOWN, 0),
        (10_000, GivenBack(3_391, 3_391, 3_391), 20, WHOLE, 0),
        (0, GivenBack(), 20, None, 0),
    ],
)
def test_what_goes_back_now(paid: int, before: GivenBack, net: int, coins: CashRounding | None, back: int) -> None:
    assert give_back(paid, before, net, coins) == back


@given(
    nets=st.lists(st.integers(1, 5_000), min_size=1, max_size=6),
    rules=st.lists(st.sampled_from([None, *CashRounding]), min_size=6, max_size=6),
    sold=st.sampled_from(list(CashRounding)),
)
def test_in_any_parts_by_any_tenders_never_more_comes_back_than_was_paid(
    nets: list[int], rules: list[CashRounding | None], sold: CashRounding
) -> None:
    paid = round_cash(sum(nets), sold)
    before = GivenBack()
    for net, coins in zip(nets, rules, strict=False):
        back = give_back(paid, before, net, coins)
        assert back >= 0
        cash, cash_net = (back, net) if coins else (0, 0)
        before = GivenBack(before.total + back, before.cash + cash, before.cash_net + cash_net)
    assert before.total <= paid


@given(
    nets=st.lists(st.integers(1, 5_000), min_size=1, max_size=6),
    rule=st.sampled_from([CashRounding.NONE, DOWN, NEAREST, WHOLE]),
)
def test_all_of_it_in_coins_under_one_rule_is_what_was_paid(nets: list[int], rule: CashRounding) -> None:
    paid = round_cash(sum(nets), rule)
    before = GivenBack()
    for net in nets:
        back = give_back(paid, before, net, rule)
        before = GivenBack(before.total + back, before.cash + back, before.cash_net + net)
    assert before.total == paid
