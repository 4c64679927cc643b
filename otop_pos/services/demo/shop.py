"""Sets up the demo shop: who works there, who supplies it, and full shelves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from otop_pos.domain.agreement import AgreementRate
from otop_pos.domain.producer import Producer
from otop_pos.domain.receiving import Delivery, Grn
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.thai_date import local_date
from otop_pos.services.demo.accounts import open_accounts
from otop_pos.services.demo.catalogue import DemoGoods, DemoMaker, read_goods, read_makers
from otop_pos.services.demo.delivery import delivered_line
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.shop import add_till, keep_shop
from otop_pos.services.user import add_user

SHOP = Shop(
    code="CM",
    name_th="ศูนย์ OTOP Select เชียงใหม่",
    name_en="OTOP Select Chiang Mai",
    legal_name="ร้านสาธิตของโปรแกรม OTOP POS",
    address_th="99/9 ถนนสาธิต ต.หายยา อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100",
    address_en="99/9 Sathit Road, Hai Ya, Mueang, Chiang Mai 50100",
    tax_id="0994000990995",
    phone="053-000-100",
    vat_registered=True,
    promptpay_id="0994000990995",
    is_demo=True,
)
TILLS = (
    Till("CM01", "เคาน์เตอร์หน้าร้าน", "E050001000990011"),
    Till("CM02", "เคาน์เตอร์ชั้นผ้าทอ", "E050001000990012"),
)
_USERS = (
    ("C01", "พิมพ์ใจ ก.", "cashier"),
    ("C02", "อนันต์ ส.", "cashier"),
    ("S01", "ดวงเดือน ม.", "clerk"),
    ("M01", "ศิริพร จ.", "manager"),
)
_SIGNED_BEFORE = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class DemoShop:
    """The shop as set up; `goods` carry their ids and their maker's id, `first_grns` filled the shelves."""

    shop: Shop
    tills: tuple[Till, ...]
    cashiers: tuple[User, ...]
    clerk: User
    manager: User
    producers: tuple[Producer, ...]
    goods: tuple[DemoGoods, ...]
    first_grns: tuple[Grn, ...]


def load_demo_shop(session: Session, *, at: datetime) -> DemoShop:
    """Everything the shop needs to sell from `at` on, in one act. Refuses AlreadyExists in a shop that is set up."""
    since = (local_date(at) - _SIGNED_BEFORE).replace(day=1)
    keep_shop(session, SHOP, valid_from=since)
    tills = tuple(add_till(session, till) for till in TILLS)
    *cashiers, clerk, manager = (add_user(session, *each) for each in _USERS)
    producers, goods = _register(session, since)
    open_accounts(session, producers, till=tills[0].code, clerk=clerk, manager=manager, at=at)
    return DemoShop(
        shop=SHOP,
        tills=tills,
        cashiers=tuple(cashiers),
        clerk=clerk,
        manager=manager,
        producers=producers,
        goods=goods,
        first_grns=_fill_shelves(session, producers, goods, clerk=clerk, at=at),
    )


def _register(session: Session, since: date) -> tuple[tuple[Producer, ...], tuple[DemoGoods, ...]]:
    by_maker: dict[str, list[DemoGoods]] = {}
    for each in read_goods():
        by_maker.setdefault(each.producer_code, []).append(each)
    producers, goods = [], []
    for maker in read_makers():
        producer = add_producer(session, maker.producer)
        own = [_with_ids(session, each, producer) for each in by_maker[producer.code]]
        _sign(session, maker, producer.id, own, since)
        producers.append(producer)
        goods.extend(own)
    return tuple(producers), tuple(goods)


def _with_ids(session: Session, goods: DemoGoods, producer: Producer) -> DemoGoods:
    return replace(goods, product=add_product(session, replace(goods.product, producer_id=producer.id)))


def _sign(session: Session, maker: DemoMaker, producer_id: int, goods: Sequence[DemoGoods], since: date) -> None:
    own_rates = tuple(
        AgreementRate(each.own_rate, product_id=each.product.id) for each in goods if each.own_rate is not None
    )
    rates = maker.agreement.rates + own_rates
    add_agreement(session, replace(maker.agreement, producer_id=producer_id, valid_from=since, rates=rates))


def _fill_shelves(
    session: Session, producers: Sequence[Producer], goods: Sequence[DemoGoods], *, clerk: User, at: datetime
) -> tuple[Grn, ...]:
    grns = []
    for number, producer in enumerate(producers):
        lines = tuple(
            delivered_line(each.product, each.first_delivery, local_date(at))
            for each in goods
            if each.product.producer_id == producer.id and each.first_delivery
        )
        came_at = at + timedelta(minutes=number)
        grns.append(post_delivery(session, Delivery(producer.id, lines), user=clerk, at=came_at))
    return tuple(grns)
