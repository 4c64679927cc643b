"""The delivery being counted, as a value."""

from dataclasses import replace
from datetime import date

import pytest

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import AlreadyExpired, Missing
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import Unit
from otop_pos.ui.receiving.draft import Draft, new_line

TODAY = date(2026, 11, 22)
SHAWL = Product("P1", "ผ้า", price=100_00, id=1)
SILK = Product("P2", "ไหม", unit=Unit.METRE, price=420_00, id=2)


def draft(*lines):
    return Draft(Producer("CM-0001", "ทอผ้า", id=7), Agreement(7, TODAY, ()), tuple(lines))


def line(product=SHAWL, declared=10_000, accepted=10_000, **values):
    return new_line(product).change(declared=declared, accepted=accepted, **values)


def test_totals_add_up_over_pieces_and_metres():
    whole = draft(
        replace(line(accepted=8_000), due=75_00),
        replace(line(SILK, declared=2_500, accepted=2_500), due=300_00),
    )
    assert (whole.accepted, whole.rejected) == (10_500, 2_000)
    assert whole.value == 8 * 100_00 + 1_050_00
    assert whole.due == 8 * 75_00 + 750_00
    assert whole.label_count == 8 + 1


def test_another_price_asks_for_the_due_again_and_another_batch_does_not():
    asked = replace(line(), due=75_00)
    assert asked.change(batch="K-5").due == 75_00
    assert asked.change(price=90_00).due is None


def test_a_late_answer_reaches_only_lines_still_at_that_price():
    answered = draft(line(), line(price=90_00)).with_due(1, 100_00, 75_00)
    assert [each.due for each in answered.lines] == [75_00, None]


def test_every_change_keeps_the_key_so_that_nothing_is_posted_twice():
    first = draft(line())
    changed = first.add(SILK).remove(0).change(0, line(SILK))
    assert changed.key == first.key == changed.delivery().key


@pytest.mark.parametrize(
    ("wrong", "field", "refusal"),
    [
        (line(declared=0, accepted=0), "declared", Missing),
        (line(accepted=8_000), "reason", Missing),
        (line(price=0), "price", Missing),
        (line(expires_on=date(2026, 11, 21)), "expires", AlreadyExpired),
    ],
)
def test_the_first_problem_is_named_with_line_and_field(wrong, field, refusal):
    problem = draft(line(), wrong).problem(TODAY)
    assert (problem.number, problem.field) == (1, field)
    assert isinstance(problem.refusal, refusal)


@pytest.mark.parametrize(
    "fine",
    [
        line(),
        line(accepted=8_000, reject_reason="ขาด"),
        line(expires_on=TODAY),
        line(accepted=0, reject_reason="หมดอายุ", expires_on=date(2026, 11, 1)),
    ],
)
def test_a_line_that_is_complete_has_no_problem(fine):
    assert draft(fine).problem(TODAY) is None
