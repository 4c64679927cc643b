"""Terms are signed in versions: nothing overlaps, nothing posted changes, the nearest rate counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, Rate, RateMethod, TaxMode
from otop_pos.domain.errors import AgreementOverlaps, Missing, NoAgreement
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.services.producer import add_agreement, add_producer, read_agreement
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery, preview_due
from tests.books import change, contents, rows
from tests.factories import NOW, TODAY, SmallShop, agreement

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def potter(shop: SmallShop) -> Producer:
    """Registered, but nothing signed yet."""
    return shop.database.run(add_producer, Producer("CM-0003", "กลุ่มเครื่องปั้นดินเผา"))


def of(producer: Producer, since: date, until: date | None = None, share: int = 2500) -> Agreement:
    return replace(agreement(producer.id, TaxMode.NONE, basis_points=share), valid_from=since, valid_to=until)


def share_on(shop: SmallShop, producer: Producer, on: date) -> int:
    return shop.database.run(read_agreement, producer.id, on).rates[0].rate.basis_points


def test_the_first_terms_are_version_one(shop: SmallShop, potter: Producer) -> None:
    signed = shop.database.run(add_agreement, of(potter, TODAY))
    assert signed.version == 1
    assert shop.database.run(read_agreement, potter.id, TODAY) == signed


def test_everything_agreed_is_kept(shop: SmallShop, potter: Producer) -> None:
    product = shop.database.run(add_product, Product("P000009", "ถ้วย", price=5_000, producer_id=potter.id))
    rates = (
        AgreementRate(Rate(basis_points=3000)),
        AgreementRate(Rate(basis_points=2000), category=Category.FOOD),
        AgreementRate(Rate(RateMethod.FIXED_DUE, amount=3_500), product_id=product.id),
    )
    wanted = replace(
        of(potter, TODAY, TODAY + timedelta(days=365)),
        rates=rates,
        hold_days=7,
        min_payout=50_000,
        loss_policy=Bearer.SHARED,
        discount_policy=Bearer.PRODUCER,
        tax_mode=TaxMode.COMMISSION_ONLY,
    )
    signed = shop.database.run(add_agreement, wanted)
    assert shop.database.run(read_agreement, potter.id, TODAY) == replace(wanted, id=signed.id, version=1)


def test_without_terms_nothing_is_received(shop: SmallShop, potter: Producer) -> None:
    product = shop.database.run(add_product, Product("P000009", "ถ้วย", price=5_000, producer_id=potter.id))
    delivery = Delivery(potter.id, (DeliveryLine(product.id, 1000, 1000, 5_000),))
    before = contents(shop.database)
    with pytest.raises(NoAgreement) as refusal:
        shop.database.run(post_delivery, delivery, user=shop.manager, at=NOW)
    assert refusal.value.producer == potter.name_th
    assert contents(shop.database) == before


@pytest.mark.parametrize(
    ("on", "is_in_force"),
    [
        (date(2026, 3, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 2, 28), False),
        (date(2026, 7, 1), False),
    ],
)
def test_terms_hold_from_their_first_to_their_last_day(
    shop: SmallShop, potter: Producer, on: date, is_in_force: bool
) -> None:
    shop.database.run(add_agreement, of(potter, date(2026, 3, 1), date(2026, 6, 30)))
    if is_in_force:
        assert shop.database.run(read_agreement, potter.id, on).version == 1
    else:
        with pytest.raises(NoAgreement):
            shop.database.run(read_agreement, potter.id, on)


def test_a_new_version_ends_the_one_before_it_on_the_eve(shop: SmallShop, potter: Producer) -> None:
    shop.database.run(add_agreement, of(potter, date(2026, 1, 1), share=2000))
    second = shop.database.run(add_agreement, of(potter, TOMORROW, share=3000))
    assert second.version == 2
    assert [share_on(shop, potter, day) for day in (TODAY, TOMORROW)] == [2000, 3000]
    assert shop.database.run(read_agreement, potter.id, TODAY).valid_to == TODAY


def test_a_gap_between_two_versions_stays_a_gap(shop: SmallShop, potter: Producer) -> None:
    shop.database.run(add_agreement, of(potter, date(2026, 1, 1), date(2026, 3, 31)))
    shop.database.run(add_agreement, of(potter, date(2026, 6, 1)))
    with pytest.raises(NoAgreement):
        shop.database.run(read_agreement, potter.id, date(2026, 5, 1))
    assert shop.database.run(read_agreement, potter.id, date(2026, 3, 31)).version == 1


@pytest.mark.parametrize("since", [date(2026, 3, 1), date(2026, 1, 1)])
def test_terms_that_start_no_later_than_those_there_are_refused(shop: SmallShop, potter: Producer, since: date) -> None:
    shop.database.run(add_agreement, of(potter, date(2026, 3, 1)))
    before = contents(shop.database)
    with pytest.raises(AgreementOverlaps):
        shop.database.run(add_agreement, of(potter, since))
    assert contents(shop.database) == before


def test_terms_that_would_reach_back_over_goods_received_are_refused(shop: SmallShop) -> None:
    with pytest.raises(AgreementOverlaps):
        shop.database.run(add_agreement, of(shop.weaver, TODAY, share=5000))
    signed = shop.database.run(add_agreement, of(shop.weaver, TOMORROW, share=5000))
    assert signed.version == 2


def test_terms_without_a_share_for_everything_are_refused(shop: SmallShop, potter: Producer) -> None:
    only_food = (AgreementRate(Rate(basis_points=2000), category=Category.FOOD),)
    for rates in ((), only_food):
        with pytest.raises(Missing):
            shop.database.run(add_agreement, replace(of(potter, TODAY), rates=rates))


def test_new_terms_change_nothing_that_was_posted(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2000))
    posted = {table: lines for table, lines in contents(shop.database).items() if not table.startswith("agreement")}
    shop.database.run(add_agreement, of(shop.weaver, TOMORROW, share=5000))
    after = contents(shop.database)
    assert {table: after[table] for table in posted} == posted
    refund = shop.refund(sale)
    assert refund.net == -sale.net
    assert rows(shop.database, "SELECT SUM(due), SUM(commission) FROM sale_alloc") == [(0, 0)]


def test_goods_keep_the_terms_they_came_under(shop: SmallShop) -> None:
    shop.database.run(add_agreement, of(shop.weaver, TOMORROW, share=5000))
    shop.sell(("P000001", 1000), at=NOW + timedelta(days=2))
    assert rows(shop.database, "SELECT due, rate_basis_points FROM sale_alloc") == [(75_000, 2500)]


@pytest.mark.parametrize(
    ("rates", "due"),
    [
        ({}, 75_000),
        ({"category": 4000}, 60_000),
        ({"product": 1000}, 90_000),
        ({"category": 4000, "product": 1000}, 90_000),
        ({"category": 4000, "product": 1000, "lot": 5000}, 50_000),
        ({"lot": 5000}, 50_000),
    ],
)
def test_a_lot_goes_before_a_product_before_a_category(sqlite_shop: SmallShop, rates: dict[str, int], due: int) -> None:
    """A cloth at 1,070.00, 1,000.00 without VAT; the default share is 25 %."""
    every = [AgreementRate(Rate(basis_points=2500))]
    if "category" in rates:
        every.append(AgreementRate(Rate(basis_points=rates["category"]), category=Category.CLOTH))
    if "product" in rates:
        every.append(AgreementRate(Rate(basis_points=rates["product"]), product_id=sqlite_shop.cloth.id))
    terms = replace(agreement(sqlite_shop.weaver.id, TaxMode.FULL_PRICE), valid_from=TOMORROW, rates=tuple(every))
    sqlite_shop.database.run(add_agreement, terms)
    line = DeliveryLine(sqlite_shop.cloth.id, 1000, 1000, 107_000)
    delivery = Delivery(sqlite_shop.weaver.id, (line,))
    grn = sqlite_shop.database.run(post_delivery, delivery, user=sqlite_shop.manager, at=NOW + timedelta(days=1))
    lot = grn.lines[0].lot_code
    if "lot" in rates:
        _give_own_rate(sqlite_shop, lot, rates["lot"])
    else:
        assert grn.lines[0].due_per_unit == due
        on = TOMORROW
        assert sqlite_shop.database.run(preview_due, sqlite_shop.weaver.id, sqlite_shop.cloth.id, 107_000, on) == due
    sqlite_shop.sell((lot, 1000), at=NOW + timedelta(days=1))
    assert rows(sqlite_shop.database, "SELECT due FROM sale_alloc") == [(due,)]


def _give_own_rate(shop: SmallShop, lot_code: str, basis_points: int) -> None:
    """No screen gives a lot a rate, and no lot gets another one later: past the guard, as if it came with it."""
    own = f"rate_method = 'percent', rate_basis_points = {basis_points}, rate_amount = 0, rate_base = 'before_vat'"
    ((guard,),) = rows(shop.database, "SELECT sql FROM sqlite_master WHERE name = 'lot_frozen_update'")
    change(
        shop.database,
        "DROP TRIGGER lot_frozen_update",
        f"UPDATE lot SET {own} WHERE code = '{lot_code}'",
        guard,
    )
