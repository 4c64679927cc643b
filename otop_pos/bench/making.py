"""Makes the shop that is measured: set up and traded by the real use cases, its past copied from one day."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from otop_pos.bench.past import age_deliveries, copy_day, copy_goods, finish
from otop_pos.db.database import Database, open_database
from otop_pos.db.models import NightlyBatchRow
from otop_pos.domain.agreement import Agreement, AgreementRate, Rate, TaxMode
from otop_pos.domain.numbering import series_year
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.sale import Basket, Offer
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.numbering import take_numbers
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import confirm_sale, find_offers
from otop_pos.services.shop import add_till, keep_shop
from otop_pos.services.till import close_till, open_till
from otop_pos.services.user import add_user

PRODUCERS, PRODUCTS_EACH = 40, 5
REAL_PRODUCTS = PRODUCERS * PRODUCTS_EACH
SALES_PER_DAY, LINES_PER_SALE = 1_000, 3
TILLS = ("CM01", "CM02", "CM03", "CM04")
ENOUGH = Given(CASH, 1_000_000_00)
_KINDS = ("ผ้าคลุมไหล่ฝ้ายทอมือ", "น้ำผึ้งรวงดอกลำไย", "แก้วกาแฟศิลาดลลายหงส์", "ชากุหลาบอินทรีย์", "สบู่ครามสมุนไพร")
_ENGLISH = ("handwoven cotton shawl", "longan honey", "celadon coffee cup", "organic rose tea", "indigo soap")
_EXPIRES = (False, True, False, True, True)
_KEEPS_DAYS = 5_000
_STOCK = 900_000_000
"""Thousandths per lot: enough for years."""
_FLOAT = {10_000: 20}
_SMALLEST = 25
"""The coin in which a day's takings are counted: prices are in quarters of a baht."""
_SHOP = Shop(
    code="CM",
    name_th="ศูนย์ OTOP Select เชียงใหม่",
    name_en="OTOP Select Chiang Mai",
    legal_name="ศูนย์ OTOP Select เชียงใหม่",
    address_th="ถ.วัวลาย อ.เมืองเชียงใหม่ จ.เชียงใหม่",
    address_en="Wualai Road, Chiang Mai",
    tax_id="0994000617721",
    vat_registered=True,
)


def make_shop(path: Path, products: int, lines: int) -> None:
    """A database file with so many products and sold lines (in whole days), its tills open today."""
    partial = path.with_suffix(".part")
    for leftover in partial.parent.glob(partial.name + "*"):
        leftover.unlink()
    database = open_database(partial)
    days, now = lines // (LINES_PER_SALE * SALES_PER_DAY), datetime.now(UTC)
    user = set_up(database, now - timedelta(days=days + 2))
    age_deliveries(database, days + 2)
    copy_goods(database, products)
    if days:
        _trade_day(database, user, now - timedelta(days=1), days)
        copy_day(database, days - 1, SALES_PER_DAY)
    _send_past(database, now - timedelta(days=2))
    open_tills(database, user, now)
    finish(database)
    database.close()
    partial.rename(path)


def set_up(database: Database, at: datetime) -> User:
    """Shop, four tills, a user, forty producers with agreements, five products of each on the shelf."""
    database.run(keep_shop, _SHOP, valid_from=date(2020, 1, 1))
    for till in TILLS:
        database.run(add_till, Till(till))
    user = database.run(add_user, "BENCH", "ทดสอบความเร็ว", "manager")
    rates = (AgreementRate(Rate(basis_points=2500)),)
    for number in range(PRODUCERS):
        producer = database.run(add_producer, Producer(f"CM-{number + 1:04d}", f"กลุ่มแม่บ้านที่ {number + 1}"))
        agreement = Agreement(producer.id, date(2020, 1, 1), rates, tax_mode=TaxMode.FULL_PRICE)
        database.run(add_agreement, agreement)
        goods = range(number * PRODUCTS_EACH, (number + 1) * PRODUCTS_EACH)
        lines = tuple(_delivered(database, producer, each, local_date(at)) for each in goods)
        database.run(post_delivery, Delivery(producer.id, lines), user=user, at=at)
    return user


def open_tills(database: Database, user: User, at: datetime) -> None:
    for till in TILLS:
        database.run(open_till, till, _FLOAT, user=user, at=at)


def real_offers(database: Database, on: date) -> tuple[Offer, ...]:
    """Of each product that was registered and sold by the use cases; the others are copies of these."""
    return tuple(database.run(find_offers, _sku(number), on=on)[0] for number in range(REAL_PRODUCTS))


def some_basket(offers: tuple[Offer, ...], rng: random.Random, lines: int = LINES_PER_SALE) -> Basket:
    """As many lots as lines."""
    basket = Basket()
    for offer in rng.sample(offers, lines):
        basket = basket.add(offer, rng.randint(1, 3) * 1000)
    return basket


def _delivered(database: Database, producer: Producer, number: int, on: date) -> DeliveryLine:
    kind = number % len(_KINDS)
    expires_on = on + timedelta(days=_KEEPS_DAYS + number) if _EXPIRES[kind] else None
    product = Product(
        sku=_sku(number),
        name_th=f"{_KINDS[kind]} ลาย {number + 1}",
        name_en=f"{_ENGLISH[kind]} no. {number + 1}",
        category=tuple(Category)[kind],
        codes=(maker_code(number),),
        price=10_700 + number * 25,
        producer_id=producer.id,
    )
    saved = database.run(add_product, product)
    return DeliveryLine(saved.id, _STOCK, _STOCK, saved.price, expires_on=expires_on)


def _send_past(database: Database, at: datetime) -> None:
    """Head office has all but the last closed day: a first batch would hold the whole history."""
    batch = {"batch_no": 1, "business_date": local_date(at), "closed_at": at, "manifest_sha256": "0" * 64}
    with database.engine.begin() as connection:
        connection.execute(insert(NightlyBatchRow), batch)


def maker_code(number: int) -> str:
    """The barcode that the maker printed; its check digit is of no use here."""
    return f"885{number + 1:010d}"


def _sku(number: int) -> str:
    return f"P{number + 1:06d}"


def _trade_day(database: Database, user: User, at: datetime, days: int) -> None:
    """A thousand real sales, numbered as the last of so many days."""
    if days > 1:
        year, before = series_year(local_date(at)), (days - 1) * SALES_PER_DAY
        database.run(take_numbers, "CM01", "SALE", year=year, count=before)
    database.run(open_till, "CM01", _FLOAT, user=user, at=at)
    offers, rng = real_offers(database, local_date(at)), random.Random(7)
    takings = 0
    for _sale in range(SALES_PER_DAY):
        sale = database.run(confirm_sale, some_basket(offers, rng), (ENOUGH,), till="CM01", user=user, at=at)
        takings += sale.total
    database.run(close_till, "CM01", _FLOAT | {_SMALLEST: takings // _SMALLEST}, user=user, at=at)
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE till_session SET z_no = {days}")
