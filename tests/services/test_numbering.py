"""Numbers are given inside the transaction that uses them: a rollback leaves no gap."""

import random

import pytest
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.domain.errors import Refusal
from otop_pos.domain.payment import CASH, Given
from otop_pos.services.numbering import take_numbers
from otop_pos.services.sale import confirm_sale
from tests.books import broken, rows
from tests.factories import NOW, SmallShop


class ChangedTheirMind(Exception):
    pass


def give_up_after(use_case: object, *args: object, **options: object) -> object:
    def run(session: Session) -> None:
        use_case(session, *args, **options)  # type: ignore[operator]
        raise ChangedTheirMind

    return run


def test_a_series_counts_from_one(database: Database) -> None:
    taken = [database.run(take_numbers, "CM01", "SALE", year=69) for _ in range(3)]
    assert [list(numbers) for numbers in taken] == [[1], [2], [3]]


def test_several_are_taken_at_once(database: Database) -> None:
    assert list(database.run(take_numbers, "CM", "LOT", count=5)) == [1, 2, 3, 4, 5]
    assert list(database.run(take_numbers, "CM", "LOT", count=2)) == [6, 7]


@pytest.mark.parametrize("other", [{"owner": "CM02"}, {"kind": "REFUND"}, {"epoch": 2}, {"year": 70}])
def test_every_owner_kind_epoch_and_year_counts_for_itself(database: Database, other: dict[str, object]) -> None:
    series = {"owner": "CM01", "kind": "SALE", "epoch": 1, "year": 69}
    for _ in range(3):
        database.run(take_numbers, **series)  # type: ignore[arg-type]
    assert list(database.run(take_numbers, **{**series, **other})) == [1]  # type: ignore[arg-type]
    assert list(database.run(take_numbers, **series)) == [4]  # type: ignore[arg-type]


def test_what_was_given_up_is_given_again(database: Database) -> None:
    with pytest.raises(ChangedTheirMind):
        database.run(give_up_after(take_numbers, "CM01", "SALE"))  # type: ignore[arg-type]
    assert list(database.run(take_numbers, "CM01", "SALE")) == [1]


def test_sales_that_fail_half_way_leave_no_gap_and_no_trace(shop: SmallShop) -> None:
    rng = random.Random(5)
    saved = []
    for _ in range(60):
        basket = shop.basket(("P000003", 1_000))
        fault = rng.random()
        if fault < 0.2:
            options = {"till": "CM01", "user": shop.user, "at": NOW}
            with pytest.raises(ChangedTheirMind):
                shop.database.run(give_up_after(confirm_sale, basket, (Given(CASH, 99_900),), **options))  # type: ignore[arg-type]
        elif fault < 0.4:
            with pytest.raises(Refusal):
                shop.sell(basket=basket, given=(Given(CASH, 1),))
        else:
            saved.append(shop.sell(basket=basket).doc_no)
    assert saved == [f"CM01-1-69{number:07d}" for number in range(1, len(saved) + 1)]
    assert rows(shop.database, "SELECT last_no FROM document_series WHERE kind = 'SALE'") == [(len(saved),)]
    assert broken(shop.database) == []


def test_lot_labels_are_never_used_twice(shop: SmallShop) -> None:
    codes = [shop.receive(shop.cloth, 1_000).lines[0].lot_code for _ in range(5)]
    assert [int(code[2:12]) for code in codes] == [4, 5, 6, 7, 8]
