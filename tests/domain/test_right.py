"""Rights: what a new shop begins with, what a shop changes, and how far without asking."""

import pytest

from otop_pos.domain.right import RIGHTS, Grant, Matrix, Right, Role


def test_every_right_has_its_facts_and_a_title_of_its_own() -> None:
    assert set(RIGHTS) == set(Right)
    assert len({facts.title() for facts in RIGHTS.values()}) == len(RIGHTS)


@pytest.mark.parametrize("right", Right)
def test_managers_of_a_new_shop_may_do_everything(right: Right) -> None:
    assert Matrix().grant(Role.MANAGER, right) is Grant.ALLOWED


@pytest.mark.parametrize("right", [Right.KEEP_STAFF, Right.KEEP_SHOP])
@pytest.mark.parametrize("role", [Role.CASHIER, Role.CLERK])
def test_only_managers_keep_people_and_the_shop(role: Role, right: Right) -> None:
    assert not Matrix().may_ever(role, right)


def test_a_clerk_receives_and_a_cashier_sells() -> None:
    assert Matrix().grant(Role.CLERK, Right.RECEIVE) is Matrix().grant(Role.CASHIER, Right.SELL) is Grant.ALLOWED
    assert Matrix().grant(Role.CLERK, Right.SELL) is Matrix().grant(Role.CASHIER, Right.RECEIVE) is Grant.DENIED


@pytest.mark.parametrize("grant", Grant)
@pytest.mark.parametrize("role", Role)
def test_the_shop_has_the_last_word(role: Role, grant: Grant) -> None:
    matrix = Matrix({(role, Right.VOID): grant})
    assert matrix.grant(role, Right.VOID) is grant
    assert matrix.may_ever(role, Right.VOID) is (grant is not Grant.DENIED)
    for other in set(Role) - {role}:
        assert matrix.grant(other, Right.VOID) is Matrix().grant(other, Right.VOID)


@pytest.mark.parametrize(
    ("role", "size", "grant"),
    [
        (Role.CASHIER, 1_000, Grant.ALLOWED),
        (Role.CASHIER, 1_001, Grant.APPROVAL),
        (Role.CLERK, 1, Grant.DENIED),
        (Role.MANAGER, 10_000, Grant.ALLOWED),
    ],
)
def test_above_the_cap_a_second_person_is_asked(role: Role, size: int, grant: Grant) -> None:
    assert Matrix().grant_for(role, Right.DISCOUNT, size) is grant


def test_a_cap_opens_nothing_that_is_denied_or_asked_for() -> None:
    for grant in (Grant.DENIED, Grant.APPROVAL):
        matrix = Matrix({(Role.CASHIER, Right.REFUND): grant}, {Right.REFUND: 10_000})
        for size in (1, 10_001):
            assert matrix.grant_for(Role.CASHIER, Right.REFUND, size) is grant


def test_the_shop_sets_its_own_caps() -> None:
    matrix = Matrix(caps={Right.REFUND: 0, Right.PAY_OUT: 50_000})
    assert matrix.grant_for(Role.CASHIER, Right.REFUND, 1) is Grant.APPROVAL
    assert matrix.cap(Right.PAY_OUT) == 50_000
    assert matrix.cap(Right.DISCOUNT) == 1_000
    assert matrix.cap(Right.VOID) is None
