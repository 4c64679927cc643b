"""Members of a group: their shares come to the whole."""

import pytest

from otop_pos.domain.errors import Missing, NotFound, OutOfRange, Refusal, SharesDiffer
from otop_pos.domain.member import Member
from otop_pos.services.member import list_members, save_members
from tests.factories import NOW, SmallShop

THREE = (Member("นางคำ", 3_334, "081-111-1111"), Member("นางแก้ว", 3_333), Member("นายเมือง", 3_333))


def save(shop: SmallShop, *members: Member, producer_id: int = 0) -> tuple[Member, ...]:
    shop_id = producer_id or shop.weaver.id
    return shop.database.run(save_members, shop_id, members, till="CM01", user=shop.manager, at=NOW)


def test_members_are_kept_in_their_order_and_replaced_as_a_whole(shop: SmallShop) -> None:
    save(shop, *THREE)
    assert shop.database.run(list_members, shop.weaver.id) == THREE
    assert shop.database.run(list_members, shop.farmer.id) == ()
    save(shop, Member("นางคำ", 10_000))
    assert shop.database.run(list_members, shop.weaver.id) == (Member("นางคำ", 10_000),)
    save(shop)
    assert shop.database.run(list_members, shop.weaver.id) == ()


@pytest.mark.parametrize(
    ("members", "refusal"),
    [
        ((Member("ก", 9_999),), SharesDiffer),
        ((*THREE, Member("ง", 1)), SharesDiffer),
        ((Member("", 10_000),), Missing),
        ((Member("ก", 10_000), Member("ข", 0)), OutOfRange),
        ((Member("ก", 12_000), Member("ข", -2_000)), OutOfRange),
    ],
)
def test_shares_that_are_not_the_whole_change_nothing(
    sqlite_shop: SmallShop, members: tuple[Member, ...], refusal: type[Refusal]
) -> None:
    save(sqlite_shop, *THREE)
    with pytest.raises(refusal):
        save(sqlite_shop, *members)
    assert sqlite_shop.database.run(list_members, sqlite_shop.weaver.id) == THREE


def test_a_group_nobody_knows_has_no_members(sqlite_shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        save(sqlite_shop, *THREE, producer_id=4711)
