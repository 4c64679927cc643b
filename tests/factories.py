"""A small shop for tests, set up through the real use cases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, Rate, TaxMode
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import Unit
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, Offer, Sale
from otop_pos.domain.shop import Shop, Till, User
from otop_pos.domain.till import TillSession
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale, find_offers
from otop_pos.services.shop import add_till, keep_shop
from otop_pos.services.till import close_till, open_till
from otop_pos.services.user import add_user

NOW = datetime(2026, 11, 22, 7, 35, tzinfo=UTC)
"""22 November 2569, 14:35 in Chiang Mai."""
TODAY = date(2026, 11, 22)
FLOAT = {10_000: 10, 2_000: 10, 100: 20}
"""1,220.00 baht."""

SHOP = Shop(
    code="CM",
    name_th="ศูนย์ OTOP Select เชียงใหม่",
    name_en="OTOP Select Chiang Mai",
    legal_name="ศูนย์โอทอปซีเล็คเชียงใหม่",
    address_th="1 ถ.วัวลาย ต.หายยา อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100",
    address_en="1 Wualai Road, Hai Ya, Mueang Chiang Mai, Chiang Mai 50100",
    tax_id="0994000617721",
    vat_registered=True,
)


@dataclass(frozen=True)
class SmallShop:
    """One open till, a cashier and a manager, two producers with 25 % agreements, three products on the shelf."""

    database: Database
    user: User
    manager: User
    till: str
    weaver: Producer
    farmer: Producer
    cloth: Product
    bag: Product
    honey: Product
    deliveries: tuple[Grn, ...]

    def sell(
        self,
        *codes: tuple[str, int],
        basket: Basket | None = None,
        given: tuple[Given, ...] = (Given(CASH, 10_000_000),),
        till: str = "",
        at: datetime = NOW,
    ) -> Sale:
        """Sell (code, thousandths) for much cash; what goes beyond the price tags is sold by the manager."""
        basket = basket or self.basket(*codes)
        by_hand = any(each.discount or each.is_price_override for each in basket.lines)
        user = self.manager if by_hand or basket.bill_discount else self.user
        return self.database.run(confirm_sale, basket, given, till=till or self.till, user=user, at=at)

    def basket(self, *codes: tuple[str, int]) -> Basket:
        basket = Basket()
        for code, qty in codes:
            basket = basket.add(self.offer(code), qty)
        return basket

    def offer(self, code: str) -> Offer:
        (offer,) = self.database.run(find_offers, code, on=TODAY)
        return offer

    def refund(self, sale: Sale, *lines: RefundLine, till: str = "", at: datetime = NOW) -> Sale:
        """Take back lines of a sale for cash; all that is left of it when none is named."""
        lines = lines or tuple(RefundLine(line.line_no, line.left) for line in sale.lines)
        wanted = Refund(sale.doc_no, lines, "ลูกค้าเปลี่ยนใจ")
        return self.database.run(refund_sale, wanted, till=till or self.till, user=self.manager, at=at)

    def open(self, till: str = "", at: datetime = NOW) -> TillSession:
        return self.database.run(open_till, till or self.till, FLOAT, user=self.user, at=at)

    def close(self, till: str = "", at: datetime = NOW) -> TillSession:
        """Closed with the float counted, whatever should be in the drawer."""
        return self.database.run(close_till, till or self.till, FLOAT, "ทดสอบ", user=self.manager, at=at)

    def receive(self, product: Product, qty: int, price: int = 0, expires_on: date | None = None) -> Grn:
        line = DeliveryLine(product.id, qty, qty, price or product.price, expires_on=expires_on)
        return self.database.run(post_delivery, Delivery(product.producer_id, (line,)), user=self.manager, at=NOW)


def small_shop(database: Database, *, vat_registered: bool = True, stock: int = 20_000) -> SmallShop:
    tax_mode = TaxMode.FULL_PRICE if vat_registered else TaxMode.NONE
    shop = SHOP if vat_registered else Shop(**{**_fields(SHOP), "vat_registered": False})
    database.run(keep_shop, shop, valid_from=date(2026, 1, 1))
    database.run(add_till, Till("CM01", "เครื่องหน้าร้าน", "E0105012345678"))
    database.run(add_till, Till("CM02", "เครื่องในร้าน", "E0105012345679"))
    user = database.run(add_user, "PIM", "พิมพ์ใจ ก.", "cashier")
    manager = database.run(add_user, "SIRI", "ศิริพร จ.", "manager")
    weaver = _producer(database, "CM-0001", "กลุ่มทอผ้าบ้านตาล", tax_mode)
    farmer = _producer(database, "CM-0002", "วิสาหกิจชุมชนหนองผึ้ง", tax_mode)
    cloth = _product(
        database, weaver, Product("P000001", "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม", "Indigo shawl", Category.CLOTH, price=107_000)
    )
    bag = _product(
        database, weaver, Product("P000002", "ผ้าไหมมัดหมี่", "Mudmee silk", Category.CLOTH, Unit.METRE, price=42_000)
    )
    honey = _product(
        database,
        farmer,
        Product(
            "P000003",
            "น้ำผึ้งรวง 500 กรัม",
            "Honey 500 g",
            Category.FOOD,
            Unit.BOTTLE,
            price=18_000,
            codes=("8850000000012",),
        ),
    )
    grns = (
        tuple(
            database.run(
                post_delivery,
                Delivery(product.producer_id, (DeliveryLine(product.id, stock, stock, product.price),)),
                user=manager,
                at=NOW,
            )
            for product in (cloth, bag, honey)
        )
        if stock
        else ()
    )
    database.run(open_till, "CM01", FLOAT, user=user, at=NOW)
    return SmallShop(database, user, manager, "CM01", weaver, farmer, cloth, bag, honey, grns)


def agreement(
    producer_id: int, tax_mode: TaxMode, *, basis_points: int = 2500, bearer: Bearer = Bearer.CENTRE
) -> Agreement:
    rate = AgreementRate(Rate(basis_points=basis_points))
    return Agreement(producer_id, date(2026, 1, 1), (rate,), tax_mode=tax_mode, discount_policy=bearer)


def _producer(database: Database, code: str, name: str, tax_mode: TaxMode) -> Producer:
    place = Place("501601", "หางดง", "ฮอด", "เชียงใหม่", "Hang Dong", "Hot", "Chiang Mai", "50240")
    producer = database.run(add_producer, Producer(code, name, place=place))
    database.run(add_agreement, agreement(producer.id, tax_mode))
    return producer


def _product(database: Database, producer: Producer, product: Product) -> Product:
    from dataclasses import replace

    return database.run(add_product, replace(product, producer_id=producer.id))


def _fields(shop: Shop) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(shop)
