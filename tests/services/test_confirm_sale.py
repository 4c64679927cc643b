"""A bill is saved whole, once, with every figure; or not at all."""

from dataclasses import replace

import pytest

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import (
    BadQuantity,
    DiscountTooLarge,
    EmptyBasket,
    Missing,
    NotANumber,
    NotFound,
    NotPaid,
    Refusal,
    TenderTooLarge,
    TillNotOpen,
    TwoSellers,
    WholePiecesOnly,
)
from otop_pos.domain.money import CashRounding
from otop_pos.domain.payment import CASH, Given, Payment
from otop_pos.domain.sale import Basket, BasketLine, Sale, VatTotal
from otop_pos.domain.vat import VatClass
from otop_pos.services.sale import confirm_sale, list_sales, read_sale
from otop_pos.services.shop import keep_shop
from tests.books import broken, change, contents, count, rows
from tests.factories import NOW, SHOP, TODAY, SmallShop


def refused(shop: SmallShop, basket: Basket, *given: Given, till: str = "CM01") -> Refusal:
    """What the shop answers; that nothing was changed is looked at every time."""
    before = contents(shop.database)
    with pytest.raises(Refusal) as refusal:
        shop.sell(basket=basket, given=given or (Given(CASH, 10_000_000),), till=till)
    assert contents(shop.database) == before
    return refusal.value


def test_a_sale_is_saved_with_every_figure(shop: SmallShop) -> None:
    """Two cloths at 1,070.00 and 1.255 m of silk at 420.00; 100.00 by card, the rest in cash."""
    given = (Given("card", 10_000, "A-118"), Given(CASH, 300_000))
    sale = shop.sell(("P000001", 2_000), ("P000002", 1_255), given=given)
    assert (sale.doc_no, sale.till_code, sale.business_date) == ("CM01-1-690000001", "CM01", TODAY)
    assert (sale.finished_at, sale.operator) == (NOW, "พิมพ์ใจ ก.")
    assert (sale.gross, sale.discount, sale.net, sale.vat, sale.rounding) == (266_710, 0, 266_710, 17_448, -10)
    assert sale.payments == (
        Payment("card", 10_000, 10_000, "A-118"),
        Payment(CASH, 256_700, 300_000),
    )
    assert (sale.total, sale.change) == (266_700, 43_300)
    assert sale.vats == (VatTotal(VatClass.V7, 700, 266_710, 17_448),)
    cloth, silk = sale.lines
    assert (cloth.line_no, cloth.sku, cloth.qty, cloth.unit_price, cloth.net) == (1, "P000001", 2_000, 107_000, 214_000)
    assert (silk.line_no, silk.qty, silk.gross, silk.unit) == (2, 1_255, 52_710, "metre")
    assert (cloth.producer_code, cloth.producer_name, cloth.left) == ("CM-0001", shop.weaver.name_th, 2_000)
    assert cloth.lot_codes == (shop.deliveries[0].lines[0].lot_code,)
    assert broken(shop.database) == []


def test_what_was_saved_is_what_is_read(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000), ("P000002", 1_255), ("P000003", 1_000))
    assert shop.database.run(read_sale, sale.doc_no) == sale
    assert shop.database.run(read_sale, f" {sale.doc_no.lower()} ") == sale
    assert shop.database.run(list_sales, "CM01") == (sale,)
    assert shop.database.run(list_sales, "CM02") == ()


def test_vat_is_taken_out_once_per_class_not_per_line(shop: SmallShop) -> None:
    """Three lines of 10.00 hold 1.96, not 3 × 0.65."""
    offer = replace(shop.offer("P000003"), unit_price=1_000)
    lines = tuple(BasketLine(offer, 1_000, 1_000) for _ in range(3))
    sale = shop.sell(basket=Basket(lines=lines))
    assert (sale.net, sale.vat) == (3_000, 196)
    assert rows(shop.database, "SELECT vat FROM sale_line ORDER BY line_no") == [(65,), (66,), (65,)]
    assert broken(shop.database) == []


def test_goods_that_bear_no_vat_stand_apart(shop: SmallShop) -> None:
    change(shop.database, "UPDATE product SET vat_class = 'EX81' WHERE sku = 'P000003'")
    sale = shop.sell(("P000001", 1_000), ("P000003", 1_000))
    assert sale.vats == (
        VatTotal(VatClass.EX81, 0, 18_000, 0),
        VatTotal(VatClass.V7, 700, 107_000, 7_000),
    )
    assert sale.vat == 7_000
    assert broken(shop.database) == []


def test_a_shop_that_is_not_registered_takes_out_no_vat(plain_shop: SmallShop) -> None:
    sale = plain_shop.sell(("P000001", 1_000))
    assert (sale.vat, sale.vats[0].vat) == (0, 0)
    assert rows(plain_shop.database, "SELECT due, commission, vat_centre FROM sale_alloc") == [(80_250, 26_750, 0)]


@pytest.mark.parametrize(
    ("rule", "price", "paid"),
    [
        (CashRounding.DOWN_25, 24_129, 24_125),
        (CashRounding.NEAREST_25, 10_013, 10_025),
        (CashRounding.NEAREST_25, 10_012, 10_000),
        (CashRounding.DOWN_100, 10_099, 10_000),
        (CashRounding.NONE, 10_099, 10_099),
    ],
)
def test_cash_is_rounded_to_coins_and_the_tax_is_not(
    sqlite_shop: SmallShop, rule: CashRounding, price: int, paid: int
) -> None:
    sqlite_shop.database.run(keep_shop, replace(SHOP, cash_rounding=rule), valid_from=TODAY)
    offer = sqlite_shop.offer("P000001")
    basket = Basket(lines=(BasketLine(offer, 1_000, price),))
    sale = sqlite_shop.sell(basket=basket)
    assert (sale.net, sale.total, sale.rounding) == (price, paid, paid - price)
    assert sale.payments[0].amount == paid
    assert sale.vat == round(price * 7 / 107)
    assert broken(sqlite_shop.database) == []


def test_only_cash_is_rounded(shop: SmallShop) -> None:
    basket = Basket(lines=(BasketLine(shop.offer("P000001"), 1_000, 24_129),))
    sale = shop.sell(basket=basket, given=(Given("promptpay", 24_129, "2026112099"),))
    assert (sale.rounding, sale.total) == (0, 24_129)


def test_a_bill_of_nothing_needs_no_tender(shop: SmallShop) -> None:
    basket = replace(shop.basket(("P000001", 1_000)), bill_discount=Discount(basis_points=10_000))
    sale = shop.database.run(confirm_sale, basket, (), till="CM01", user=shop.manager, at=NOW)
    assert (sale.gross, sale.net, sale.payments) == (107_000, 0, ())
    assert broken(shop.database) == []


def test_an_unpaid_sale_leaves_no_trace(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 1_000))
    refusal = refused(shop, basket, Given(CASH, 106_999))
    assert isinstance(refusal, NotPaid)
    assert refusal.missing == 1
    assert isinstance(refused(shop, basket, Given("card", 100_000, "A"), Given(CASH, 6_999)), NotPaid)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ((Given("card", 107_001, "A-1"),), TenderTooLarge),
        ((Given("card", 100_000, "A-1"), Given("promptpay", 8_000, "B-1")), TenderTooLarge),
        ((Given("card", 107_000, ""),), Missing),
        ((Given("transfer", 107_000, "   "),), Missing),
        ((Given("card", -100_000, "A-1"), Given(CASH, 207_000)), NotANumber),
        ((Given(CASH, -1), Given(CASH, 107_001)), NotANumber),
    ],
)
def test_a_tender_that_cannot_be_booked_leaves_no_trace(
    sqlite_shop: SmallShop, given: tuple[Given, ...], refusal: type[Refusal]
) -> None:
    assert isinstance(refused(sqlite_shop, sqlite_shop.basket(("P000001", 1_000)), *given), refusal)


def test_an_empty_bill_leaves_no_trace(shop: SmallShop) -> None:
    assert isinstance(refused(shop, Basket()), EmptyBasket)


@pytest.mark.parametrize(
    ("code", "qty", "price", "refusal"),
    [
        ("P000001", 0, 107_000, BadQuantity),
        ("P000001", -1_000, 107_000, BadQuantity),
        ("P000002", -1, 42_000, BadQuantity),
        ("P000001", 1_500, 107_000, WholePiecesOnly),
        ("P000001", 1_000, -107_000, NotANumber),
    ],
)
def test_a_line_that_goes_the_other_way_leaves_no_trace(
    sqlite_shop: SmallShop, code: str, qty: int, price: int, refusal: type[Refusal]
) -> None:
    """Beside an honest line, so that the whole bill would still come to more than nothing."""
    honest = sqlite_shop.basket(("P000001", 10_000))
    forged = replace(honest, lines=(*honest.lines, BasketLine(sqlite_shop.offer(code), qty, price)))
    assert isinstance(refused(sqlite_shop, forged), refusal)


@pytest.mark.parametrize("discount", [Discount(amount=107_001), Discount(basis_points=10_001), Discount(amount=-1)])
def test_a_discount_of_more_than_the_price_leaves_no_trace(sqlite_shop: SmallShop, discount: Discount) -> None:
    basket = sqlite_shop.basket(("P000001", 1_000))
    on_line = basket.with_line(0, replace(basket.lines[0], discount=discount))
    for wanted in (on_line, replace(basket, bill_discount=discount)):
        assert isinstance(refused(sqlite_shop, wanted), DiscountTooLarge)


def test_goods_of_two_legal_sellers_never_meet_on_one_paper(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 1_000))
    foreign = replace(shop.offer("P000003"), tax_mode=TaxMode.PRODUCER_VAT)
    forged = replace(basket, lines=(*basket.lines, BasketLine(foreign, 1_000, 18_000)))
    assert isinstance(refused(shop, forged), TwoSellers)


def test_a_till_that_is_not_open_sells_nothing(shop: SmallShop) -> None:
    basket = shop.basket(("P000001", 1_000))
    for till in ("CM02", "CM99", ""):
        refusal = refused(shop, basket, till=till or "none")
        assert isinstance(refusal, TillNotOpen)
    shop.close()
    assert isinstance(refused(shop, basket), TillNotOpen)


def test_a_reference_is_stored_without_what_nobody_sees(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1_000), given=(Given("promptpay", 107_000, " 2026\u200b112099 "),))
    assert sale.payments[0].reference == "2026112099"


def test_numbers_count_up_per_till(shop: SmallShop) -> None:
    shop.open("CM02")
    numbers = [shop.sell(("P000003", 1_000), till=till).doc_no for till in ("CM01", "CM02", "CM01", "CM02")]
    assert numbers == ["CM01-1-690000001", "CM02-1-690000001", "CM01-1-690000002", "CM02-1-690000002"]


def test_a_sale_takes_its_pieces_off_the_shelf(shop: SmallShop) -> None:
    shop.sell(("P000001", 2_000), ("P000002", 1_255))
    assert shop.offer("P000001").on_hand == 18_000
    assert shop.offer("P000002").on_hand == 18_745
    assert count(shop.database, "lot_move") == 5


def test_renaming_goods_changes_no_receipt(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1_000))
    change(
        shop.database,
        "UPDATE product SET name_th = 'ชื่อใหม่', name_en = 'New', price = 1, unit = 'box', vat_class = 'EX81'",
    )
    read: Sale = shop.database.run(read_sale, sale.doc_no)
    assert read == sale


@pytest.mark.parametrize("method", ["exchange", "gold"])
def test_a_bill_is_not_paid_by_what_nobody_can_pay_with(shop: SmallShop, method: str) -> None:
    """The exchange tender is booked by the program, against goods that come back."""
    with pytest.raises(NotFound):
        shop.sell(("P000003", 1_000), given=(Given(method, 18_000),))
    assert count(shop.database, "sale") == 0
