"""A delivery enters once, whole and numbered; declared = accepted + rejected."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.domain.barcode import is_lot_code
from otop_pos.domain.errors import (
    DeliveryLineEmpty,
    DeliveryUntidy,
    EmptyBasket,
    NoAgreement,
    NotFound,
    Unwritable,
    WholePiecesOnly,
)
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.services.receiving import (
    list_grns,
    post_delivery,
    preview_due,
    read_grn,
    repeat_last_delivery,
)
from otop_pos.services.stock import list_lots, list_moves
from tests.books import broken, contents, count
from tests.factories import NOW, TODAY, SmallShop


def post(shop: SmallShop, *lines: DeliveryLine, delivery: Delivery | None = None) -> Grn:
    delivery = delivery or Delivery(shop.weaver.id, lines)
    return shop.database.run(post_delivery, delivery, user=shop.manager, at=NOW)


def line(shop: SmallShop, declared: int = 5_000, accepted: int = 5_000, **more: object) -> DeliveryLine:
    return DeliveryLine(shop.cloth.id, declared, accepted, 107_000, **more)  # type: ignore[arg-type]


def test_what_was_accepted_stands_on_the_shelf(shop: SmallShop) -> None:
    grn = post(shop, line(shop, 5_000, 3_000, reject_reason="เส้นด้ายขาด"))
    (received,) = grn.lines
    assert (received.declared, received.accepted, received.rejected) == (5_000, 3_000, 2_000)
    assert received.reject_reason == "เส้นด้ายขาด"
    (lot,) = shop.database.run(list_lots, received.lot_code)
    assert (lot.qty_received, lot.on_hand, lot.sold, lot.quarantine) == (3_000, 3_000, 0, 0)
    assert shop.offer(received.lot_code).on_hand == 3_000
    assert broken(shop.database) == []


def test_everything_of_a_delivery_is_on_its_paper(shop: SmallShop) -> None:
    made, expires = date(2026, 11, 1), date(2027, 11, 1)
    wanted = line(shop, batch="ล็อต 7", made_on=made, expires_on=expires, agreed_value=60_000)
    grn = post(shop, wanted)
    (received,) = grn.lines
    assert (received.batch, received.made_on, received.expires_on) == ("ล็อต 7", made, expires)
    assert (received.price, received.agreed_value, received.product) == (107_000, 60_000, shop.cloth)
    assert (grn.producer, grn.received_by, grn.posted_at) == (shop.weaver, shop.manager.name, NOW)
    assert grn.agreement.version == 1
    assert shop.database.run(read_grn, grn.doc_no) == grn


def test_the_due_per_piece_is_what_a_sale_then_gives(shop: SmallShop) -> None:
    grn = post(shop, line(shop))
    assert grn.lines[0].due_per_unit == 75_000
    assert shop.database.run(preview_due, shop.weaver.id, shop.cloth.id, 107_000, TODAY) == 75_000
    shop.sell((grn.lines[0].lot_code, 1000))
    assert contents(shop.database)["payable"][0].count("75000") == 1


def test_every_accepted_line_is_a_lot_with_a_label_of_its_own(shop: SmallShop) -> None:
    grn = post(shop, line(shop), line(shop), DeliveryLine(shop.bag.id, 2_500, 2_500, 42_000))
    codes = [each.lot_code for each in grn.lines]
    assert len(set(codes)) == 3
    assert all(is_lot_code(code) for code in codes)
    assert [each.line_no for each in grn.lines] == [1, 2, 3]


def test_a_line_of_which_nothing_was_accepted_has_no_lot(shop: SmallShop) -> None:
    before = count(shop.database, "lot")
    grn = post(shop, line(shop, 2_000, 0, reject_reason="ขึ้นรา"))
    assert grn.lines[0].lot_code == ""
    assert (count(shop.database, "lot"), count(shop.database, "lot_balance")) == (before, before)
    assert broken(shop.database) == []


def test_notes_are_numbered_without_a_gap_in_the_buddhist_year(shop: SmallShop) -> None:
    """Three deliveries stand in the shop already."""
    with pytest.raises(DeliveryUntidy):
        post(shop, line(shop, 5_000, 3_000))
    assert [post(shop, line(shop)).doc_no for _ in range(2)] == ["CM-G690000004", "CM-G690000005"]
    new_year = date(2027, 1, 2)
    shop.close()
    later = shop.database.run(
        post_delivery, Delivery(shop.weaver.id, (line(shop),)), user=shop.manager, at=NOW + (new_year - TODAY)
    )
    assert (later.doc_no, later.business_date) == ("CM-G700000001", new_year)
    assert broken(shop.database) == []


def test_a_delivery_posted_twice_enters_once(shop: SmallShop) -> None:
    delivery = Delivery(shop.weaver.id, (line(shop),))
    first = post(shop, delivery=delivery)
    before = contents(shop.database)
    assert post(shop, delivery=delivery) == first
    assert contents(shop.database) == before


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"declared": 0, "accepted": 0}, DeliveryLineEmpty),
        ({"declared": -1_000, "accepted": -1_000}, DeliveryLineEmpty),
        ({"accepted": 6_000}, DeliveryUntidy),
        ({"accepted": -1}, DeliveryUntidy),
        ({"accepted": 4_000}, DeliveryUntidy),
        ({"accepted": 4_000, "reject_reason": "  "}, DeliveryUntidy),
        ({"declared": 1_500, "accepted": 1_500}, WholePiecesOnly),
        ({"declared": 2_000, "accepted": 1_500, "reject_reason": "ขาด"}, WholePiecesOnly),
        ({"batch": "\x1b[2J"}, Unwritable),
        ({"accepted": 4_000, "reject_reason": "=ขาด"}, Unwritable),
    ],
)
def test_an_untidy_line_is_refused_and_leaves_no_trace(
    sqlite_shop: SmallShop, values: dict[str, object], refusal: type[Exception]
) -> None:
    before = contents(sqlite_shop.database)
    with pytest.raises(refusal):
        post(sqlite_shop, line(sqlite_shop), line(sqlite_shop, **values))  # type: ignore[arg-type]
    assert contents(sqlite_shop.database) == before


def test_a_price_of_nothing_is_refused(sqlite_shop: SmallShop) -> None:
    with pytest.raises(DeliveryLineEmpty):
        post(sqlite_shop, replace(line(sqlite_shop), price=0))


def test_goods_by_the_metre_come_in_thousandths(sqlite_shop: SmallShop) -> None:
    grn = post(sqlite_shop, DeliveryLine(sqlite_shop.bag.id, 12_345, 12_345, 42_000))
    assert grn.lines[0].accepted == 12_345


def test_an_empty_delivery_is_refused(sqlite_shop: SmallShop) -> None:
    with pytest.raises(EmptyBasket):
        post(sqlite_shop)


def test_goods_of_another_maker_are_refused(sqlite_shop: SmallShop) -> None:
    foreign = DeliveryLine(sqlite_shop.honey.id, 1000, 1000, 18_000)
    with pytest.raises(NotFound):
        post(sqlite_shop, foreign)


def test_a_maker_nobody_knows_is_refused(sqlite_shop: SmallShop) -> None:
    with pytest.raises((NoAgreement, NotFound)):
        post(sqlite_shop, delivery=Delivery(4711, (line(sqlite_shop),)))


def test_a_note_nobody_wrote_is_not_found(sqlite_shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        sqlite_shop.database.run(read_grn, "CM-G690009999")


def test_notes_are_listed_with_their_value_newest_first(shop: SmallShop) -> None:
    grn = shop.database.run(
        post_delivery,
        Delivery(
            shop.weaver.id,
            (line(shop, 2_000, 1_000, reject_reason="ขาด"), DeliveryLine(shop.bag.id, 1_500, 1_500, 42_000)),
        ),
        user=shop.manager,
        at=NOW + timedelta(minutes=1),
    )
    newest = shop.database.run(list_grns)[0]
    assert (newest.doc_no, newest.line_count) == (grn.doc_no, 2)
    assert newest.value == 107_000 + 63_000
    assert len(shop.database.run(list_grns)) == 4


def test_the_last_delivery_can_be_started_from_without_its_dates(shop: SmallShop) -> None:
    shop.database.run(
        post_delivery,
        Delivery(shop.weaver.id, (line(shop, 3_000, 2_000, reject_reason="ขาด", batch="7", expires_on=TODAY),)),
        user=shop.manager,
        at=NOW + timedelta(minutes=1),
    )
    assert shop.database.run(repeat_last_delivery, shop.weaver.id) == (
        DeliveryLine(shop.cloth.id, 3_000, 3_000, 107_000),
    )
    assert shop.database.run(repeat_last_delivery, 4711) == ()


def test_the_story_of_a_lot_starts_with_its_delivery(shop: SmallShop) -> None:
    grn = post(shop, line(shop))
    code = grn.lines[0].lot_code
    sale = shop.sell((code, 2_000))
    refund = shop.refund(sale)
    (lot,) = shop.database.run(list_lots, code)
    story = [(move.kind, move.qty, move.doc_no) for move in shop.database.run(list_moves, lot.id)]
    assert story == [
        ("receive", 5_000, grn.doc_no),
        ("sale", -2_000, sale.doc_no),
        ("sale_return", 2_000, refund.doc_no),
    ]
    assert (lot.sold, lot.returned, lot.on_hand) == (2_000, 2_000, 5_000)
