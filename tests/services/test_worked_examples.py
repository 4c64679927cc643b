"""The worked examples of the consignment rules, to the satang, through the database."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from otop_pos.domain.agreement import AgreementRate, Bearer, Rate, RateBase, TaxMode
from otop_pos.domain.discount import Discount
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.services.producer import add_agreement
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from tests.books import broken, change, rows
from tests.factories import NOW, TODAY, SmallShop, agreement

TOMORROW = NOW + timedelta(days=1)
TEN_PERCENT = 1_000


@dataclass(frozen=True)
class Divided:
    """Sums of the allocations of a document."""

    gross: int
    disc_centre: int
    disc_producer: int
    net: int
    vat: int
    commission: int
    due: int


def divided(shop: SmallShop, sale: Sale) -> Divided:
    (sums,) = rows(
        shop.database,
        "SELECT CAST(SUM(gross) AS BIGINT), CAST(SUM(disc_centre) AS BIGINT), CAST(SUM(disc_producer) AS BIGINT), "
        "CAST(SUM(alloc.net) AS BIGINT), CAST(SUM(vat_centre) AS BIGINT), CAST(SUM(commission) AS BIGINT), "
        "CAST(SUM(due) AS BIGINT) FROM (SELECT sale_alloc.*, sale.doc_no FROM sale_alloc "
        "JOIN sale ON sale.id = sale_alloc.sale_id) AS alloc WHERE doc_no = :doc_no",
        doc_no=sale.doc_no,
    )
    return Divided(*sums)


def balance(shop: SmallShop) -> int:
    return int(rows(shop.database, "SELECT SUM(amount) FROM payable")[0][0])


def sell_two_cloths(shop: SmallShop, bearer: Bearer | None = None, *, on_bill: bool = False) -> Sale:
    basket = shop.basket(("P000001", 2_000))
    discount = Discount(TEN_PERCENT, bearer=bearer)
    if on_bill:
        basket = replace(basket, bill_discount=discount)
    else:
        basket = basket.with_line(0, replace(basket.lines[0], discount=discount))
    return shop.sell(basket=basket)


def agree(shop: SmallShop, **terms: object) -> str:
    """New terms with the weaver from tomorrow, and the label of two cloths that came under them."""
    wanted = replace(agreement(shop.weaver.id, TaxMode.FULL_PRICE), valid_from=TODAY + timedelta(days=1), **terms)  # type: ignore[arg-type]
    shop.database.run(add_agreement, wanted)
    delivery = Delivery(shop.weaver.id, (DeliveryLine(shop.cloth.id, 5_000, 5_000, 107_000),))
    return shop.database.run(post_delivery, delivery, user=shop.manager, at=TOMORROW).lines[0].lot_code


TWO_CLOTHS = [
    (Bearer.CENTRE, Divided(214_000, 21_400, 0, 192_600, 12_600, 30_000, 150_000)),
    (Bearer.SHARED, Divided(214_000, 5_350, 16_050, 192_600, 12_600, 45_000, 135_000)),
    (Bearer.PRODUCER, Divided(214_000, 0, 21_400, 192_600, 12_600, 50_000, 130_000)),
]


@pytest.mark.parametrize(("bearer", "expected"), TWO_CLOTHS)
def test_two_cloths_with_ten_percent_off_borne_by_one_or_both(
    shop: SmallShop, bearer: Bearer, expected: Divided
) -> None:
    sale = sell_two_cloths(shop, bearer)
    assert (sale.gross, sale.discount, sale.net, sale.vat) == (214_000, 21_400, 192_600, 12_600)
    assert divided(shop, sale) == expected
    assert balance(shop) == expected.due
    assert broken(shop.database) == []


@pytest.mark.parametrize(("bearer", "expected"), TWO_CLOTHS)
@pytest.mark.parametrize("on_bill", [False, True])
def test_without_a_word_the_agreement_says_who_bears_it(
    sqlite_shop: SmallShop, bearer: Bearer, expected: Divided, on_bill: bool
) -> None:
    lot = agree(sqlite_shop, discount_policy=bearer)
    basket = sqlite_shop.basket((lot, 2_000))
    discount = Discount(TEN_PERCENT)
    if on_bill:
        basket = replace(basket, bill_discount=discount)
    else:
        basket = basket.with_line(0, replace(basket.lines[0], discount=discount))
    sale = sqlite_shop.sell(basket=basket, at=TOMORROW)
    assert divided(sqlite_shop, sale) == expected


def test_one_of_them_returned_takes_half_of_everything_back(shop: SmallShop) -> None:
    sale = sell_two_cloths(shop, Bearer.CENTRE)
    refund = shop.refund(sale, RefundLine(1, 1_000))
    assert (refund.net, refund.vat) == (-96_300, -6_300)
    assert divided(shop, refund) == Divided(-107_000, -10_700, 0, -96_300, -6_300, -15_000, -75_000)
    assert balance(shop) == 75_000
    assert broken(shop.database) == []


def test_three_for_a_hundred_come_back_one_by_one_to_exactly_nothing(plain_shop: SmallShop) -> None:
    """A centre's share of 33.33 % and no VAT: three thousandths of a metre at 33,333.33 a metre."""
    shop = plain_shop
    thread = Product("P000099", "ด้ายทอง", unit=Unit.METRE, price=3_333_333, producer_id=shop.weaver.id)
    thread = shop.database.run(add_product, thread)
    terms = replace(agreement(shop.weaver.id, TaxMode.NONE, basis_points=3_333), valid_from=TODAY + timedelta(days=1))
    shop.database.run(add_agreement, terms)
    delivery = Delivery(shop.weaver.id, (DeliveryLine(thread.id, 3, 3, 3_333_333),))
    shop.database.run(post_delivery, delivery, user=shop.manager, at=TOMORROW)
    sale = shop.sell(("P000099", 3), at=TOMORROW)
    assert divided(shop, sale) == Divided(10_000, 0, 0, 10_000, 0, 3_333, 6_667)
    dues = [divided(shop, shop.refund(sale, RefundLine(1, 1), at=TOMORROW)).due for _ in range(3)]
    assert dues == [-2_222, -2_223, -2_222]
    assert balance(shop) == 0
    assert rows(shop.database, "SELECT SUM(net), SUM(commission), SUM(gross) FROM sale_alloc") == [(0, 0, 0)]
    assert broken(shop.database) == []


@pytest.mark.parametrize(("share", "due"), [(1_500, 7_944), (2_500, 7_010)])
def test_a_share_of_the_price_without_vat(sqlite_shop: SmallShop, share: int, due: int) -> None:
    lot = agree(sqlite_shop, rates=(AgreementRate(Rate(basis_points=share)),))
    basket = sqlite_shop.basket((lot, 1_000))
    (line,) = basket.lines
    offer = replace(line.offer, unit_price=10_000)
    change(sqlite_shop.database, "UPDATE lot SET price = 10000")
    sale = sqlite_shop.sell(basket=replace(basket, lines=(replace(line, offer=offer, unit_price=10_000),)), at=TOMORROW)
    assert divided(sqlite_shop, sale).net - divided(sqlite_shop, sale).vat == 9_346
    assert divided(sqlite_shop, sale).due == due


@pytest.mark.parametrize(
    ("mode", "base", "expected"),
    [
        (TaxMode.FULL_PRICE, RateBase.BEFORE_VAT, (7_000, 25_000, 75_000)),
        (TaxMode.FULL_PRICE, RateBase.AFTER_VAT, (7_000, 26_750, 73_250)),
        (TaxMode.NONE, RateBase.BEFORE_VAT, (0, 26_750, 80_250)),
        (TaxMode.COMMISSION_ONLY, RateBase.BEFORE_VAT, (1_750, 25_000, 80_250)),
        (TaxMode.PRODUCER_VAT, RateBase.BEFORE_VAT, (1_636, 23_364, 82_000)),
        (TaxMode.PRODUCER_VAT, RateBase.AFTER_VAT, (1_750, 25_000, 80_250)),
    ],
)
def test_one_cloth_at_full_price_in_every_tax_mode(
    sqlite_shop: SmallShop, mode: TaxMode, base: RateBase, expected: tuple[int, int, int]
) -> None:
    """(VAT of the centre, commission, due) of 1,070.00 at 25 %."""
    lot = agree(sqlite_shop, tax_mode=mode, rates=(AgreementRate(Rate(basis_points=2_500, base=base)),))
    parts = divided(sqlite_shop, sqlite_shop.sell((lot, 1_000), at=TOMORROW))
    assert (parts.vat, parts.commission, parts.due) == expected
    assert broken(sqlite_shop.database) == []
