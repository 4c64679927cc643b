"""The shop that is measured: set up and traded by the real use cases, made once per size."""

import random
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from otop_pos.bench.past import copy_day, copy_goods, finish
from otop_pos.db.database import Database, open_database
from otop_pos.db.migration import HEAD
from otop_pos.domain.agreement import Agreement, AgreementRate, Rate, TaxMode
from otop_pos.domain.errors import TillAlreadyOpen
from otop_pos.domain.numbering import series_year
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.sale import Basket, Offer
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.numbering import take_numbers
from otop_pos.services.producer import register_producer, sign_agreement
from otop_pos.services.product import register_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import confirm_sale, search_offers
from otop_pos.services.shop import register_till, save_shop
from otop_pos.services.till import close_till, open_till
from otop_pos.services.user import list_users, register_user

PRODUCERS, PRODUCTS_EACH = 40, 5
REAL_PRODUCTS = PRODUCERS * PRODUCTS_EACH
SALES_PER_DAY, LINES_PER_SALE = 1_000, 3
TILLS = ("CM01", "CM02", "CM03", "CM04")
_KINDS = ("ผ้าคลุมไหล่ฝ้ายทอมือ", "น้ำผึ้งรวงดอกลำไย", "แก้วกาแฟศิลาดลลายหงส์", "ชากุหลาบอินทรีย์", "สบู่ครามสมุนไพร")
_ENGLISH = ("handwoven cotton shawl", "longan honey", "celadon coffee cup", "organic rose tea", "indigo soap")
_STOCK = 90_000_000
"""Thousandths per lot: enough for years."""
_FLOAT = {10_000: 20}
_ENOUGH = Given(CASH, 1_000_000_00)
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


@dataclass(frozen=True, slots=True)
class BenchShop:
    """An open shop; `past_day` is a full closed day of a thousand sales (none when there is no past)."""

    database: Database
    path: Path | None
    user: User
    now: datetime
    offers: tuple[Offer, ...]
    past_day: date

    def basket(self, rng: random.Random) -> Basket:
        """Three lines of three lots."""
        basket = Basket()
        for offer in rng.sample(self.offers, LINES_PER_SALE):
            basket = basket.add(offer, rng.randint(1, 3) * 1000)
        return basket

    def sell(self, basket: Basket, till: str = "CM01") -> object:
        return self.database.run(confirm_sale, basket, (_ENOUGH,), till=till, user=self.user, at=self.now)


def bench_shop(products: int, lines: int) -> BenchShop:
    """A shop with so many products and sold lines, kept in the temporary folder for the next run."""
    folder = Path(tempfile.gettempdir()) / "otop-pos-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"shop-{HEAD}-{products}-{lines}-{datetime.now(UTC):%Y%m%d}.sqlite"
    if not path.exists():
        _make(path, products, lines)
    return _opened(open_database(path), path)


def set_up(database: Database, at: datetime) -> User:
    """Shop, four tills, a user, forty producers with agreements, five products of each on the shelf."""
    database.run(save_shop, _SHOP, valid_from=date(2020, 1, 1))
    for till in TILLS:
        database.run(register_till, Till(till))
    user = database.run(register_user, "BENCH", "ทดสอบความเร็ว", "cashier")
    rates = (AgreementRate(Rate(basis_points=2500)),)
    for number in range(PRODUCERS):
        producer = database.run(register_producer, Producer(f"CM-{number + 1:04d}", f"กลุ่มแม่บ้านที่ {number + 1}"))
        agreement = Agreement(producer.id, date(2020, 1, 1), rates, tax_mode=TaxMode.FULL_PRICE)
        database.run(sign_agreement, agreement)
        lines = tuple(_delivered(database, producer, number * PRODUCTS_EACH + each) for each in range(PRODUCTS_EACH))
        database.run(post_delivery, Delivery(producer.id, lines), user=user, at=at)
    return user


def open_tills(database: Database, user: User, now: datetime) -> None:
    for till in TILLS:
        try:
            database.run(open_till, till, _FLOAT, user=user, at=now)
        except TillAlreadyOpen:
            continue


def _delivered(database: Database, producer: Producer, number: int) -> DeliveryLine:
    kind = number % len(_KINDS)
    product = Product(
        sku=f"P{number + 1:06d}",
        name_th=f"{_KINDS[kind]} ลาย {number + 1}",
        name_en=f"{_ENGLISH[kind]} no. {number + 1}",
        category=tuple(Category)[kind],
        price=10_700 + number * 25,
        producer_id=producer.id,
    )
    saved = database.run(register_product, product)
    return DeliveryLine(saved.id, _STOCK, _STOCK, saved.price)


def _make(path: Path, products: int, lines: int) -> None:
    partial = path.with_suffix(".part")
    for leftover in partial.parent.glob(partial.name + "*"):
        leftover.unlink()
    database = open_database(partial)
    days = lines // (LINES_PER_SALE * SALES_PER_DAY)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    user = set_up(database, yesterday - timedelta(days=days + 1))
    if days:
        _trade_day(database, user, partial, yesterday, days)
        copy_day(database, days - 1, SALES_PER_DAY)
    copy_goods(database, REAL_PRODUCTS, products)
    finish(database)
    database.close()
    partial.rename(path)


def _trade_day(database: Database, user: User, path: Path, at: datetime, days: int) -> None:
    """A thousand real sales, numbered as the last of so many days."""
    _number_from(database, at, (days - 1) * SALES_PER_DAY)
    database.run(open_till, "CM01", _FLOAT, user=user, at=at)
    shop, rng = BenchShop(database, path, user, at, found_offers(database, at), local_date(at)), random.Random(7)
    for _sale in range(SALES_PER_DAY):
        shop.sell(shop.basket(rng))
    database.run(close_till, "CM01", _FLOAT, user=user, at=at)
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE till_session SET z_no = {days}")


def _number_from(database: Database, at: datetime, last_no: int) -> None:
    """The till has given `last_no` numbers before: those of the copied days."""
    if last_no:
        database.run(take_numbers, "CM01", "SALE", year=series_year(local_date(at)), count=last_no)


def _opened(database: Database, path: Path) -> BenchShop:
    (user,) = database.run(list_users)
    now = datetime.now(UTC)
    open_tills(database, user, now)
    yesterday = local_date(now - timedelta(days=1))
    return BenchShop(database, path, user, now, found_offers(database, now), yesterday)


def found_offers(database: Database, now: datetime) -> tuple[Offer, ...]:
    """Sixty of the products, as a cashier finds them."""
    offers = database.run(search_offers, "ลาย", on=local_date(now), limit=60)
    return tuple(offer for offer in offers if offer.lot_id)
