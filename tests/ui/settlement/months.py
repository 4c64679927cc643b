"""A month of a shop with many producers, made with the real use cases: what a manager settles at its end."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, Rate, TaxMode
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.member import Member
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.product import Category, Product
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import Till, User
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct
from otop_pos.domain.voucher import PayoutMethod
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.member import save_members
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.product import add_product
from otop_pos.services.receiving import post_delivery
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import confirm_sale, find_offers
from otop_pos.services.settlement.issuing import issue_statement
from otop_pos.services.settlement.ledger import adjust_ledger, hold_ledger, list_ledger
from otop_pos.services.settlement.vouching import approve_voucher, pay_voucher, prepare_voucher
from otop_pos.services.shop import add_till, keep_shop
from otop_pos.services.stock.moving import post_note
from otop_pos.services.till import close_till, open_till
from otop_pos.services.user import add_user
from tests.factories import SHOP

CUTOFF = date(2026, 10, 31)
MORNING_AFTER = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
"""1 November 2569, nine o'clock in Chiang Mai."""
FLOAT = {100_000: 60}
"""60,000.00 baht: enough for everybody who is paid in cash."""
TILL = "CM01"
NAMES = (
    ("กลุ่มทอผ้าบ้านตาล", "Ban Tan Weavers"),
    ("วิสาหกิจชุมชนหนองผึ้ง", "Nong Phueng Honey"),
    ("กลุ่มแม่บ้านเกษตรกรแม่แจ่มร่วมใจพัฒนาผ้าซิ่นตีนจก", "Mae Chaem Tin Chok Farm Housewives' Development Group"),
    ("นายสมชาย ปั้นดี", "Somchai Pandee"),
    ("กลุ่มเครื่องเงินวัวลาย", "Wualai Silver"),
    ("กลุ่มร่มบ่อสร้าง", "Bo Sang Umbrellas"),
    ("กลุ่มแกะสลักบ้านถวาย", "Ban Tawai Carvers"),
    ("กลุ่มกระดาษสาต้นเปา", "Ton Pao Saa Paper"),
    ("กลุ่มสมุนไพรดอยสะเก็ด", "Doi Saket Herbs"),
    ("กลุ่มเซรามิกศิลาดล", "Celadon Ceramics"),
)
PLACE = Place("501601", "หางดง", "ฮอด", "เชียงใหม่", "Hang Dong", "Hot", "Chiang Mai", "50240")


@dataclass
class Maker:
    """A producer, her one product with its delivery, and what was special about her month."""

    producer: Producer
    product: Product
    grn: Grn | None
    price: int


@dataclass
class MonthShop:
    """`makers` by number from 0; acts are done by the clerk unless it says otherwise."""

    database: Database
    cashier: User
    clerk: User
    manager: User
    director: User
    makers: list[Maker] = field(default_factory=list)

    def run(
        self, use_case: Callable[..., Any], *args: Any, user: User | None = None, at: datetime, **named: Any
    ) -> Any:
        return self.database.run(use_case, *args, till=TILL, user=user or self.clerk, at=at, **named)

    def sell(self, number: int, pieces: int, at: datetime) -> Sale:
        maker = self.makers[number]
        (offer,) = self.database.run(find_offers, maker.product.sku, on=at.date())
        basket = Basket().add(offer, pieces * 1000)
        return self.run(confirm_sale, basket, (Given(CASH, 10_000_000),), user=self.cashier, at=at)

    def take_back(self, sale: Sale, pieces: int, at: datetime) -> Sale:
        wanted = Refund(sale.doc_no, (RefundLine(1, pieces * 1000),), "ลูกค้าเปลี่ยนใจ")
        return self.run(refund_sale, wanted, user=self.manager, at=at)

    def lose(self, number: int, pieces: int, at: datetime) -> None:
        grn = self.makers[number].grn
        assert grn is not None
        lot = grn.lines[0]
        wish = NoteWish(self._lot_id(lot.lot_code), pieces * 1000, MoveKind.LOSS)
        self.run(post_note, StockAct(NoteKind.LOSS, (wish,), "หาไม่พบ"), user=self.manager, at=at)

    def _lot_id(self, code: str) -> int:
        (offer,) = self.database.run(find_offers, code, on=CUTOFF)
        assert offer.lot_id is not None
        return offer.lot_id

    def charge(self, number: int, amount: int, at: datetime) -> None:
        wanted = LedgerAdjustment(self.makers[number].producer.id, EntryKind.FEE, -amount, "ค่าถ่ายรูป")
        self.run(adjust_ledger, wanted, user=self.manager, at=at)

    def sell_without_lot(self, number: int, at: datetime) -> Sale:
        """Goods that nobody delivered on paper: sold all the same, owed once their lot is found."""
        maker = self.makers[number]
        found = Product("P900001", "ของที่ไม่มีล็อต", "No lot yet", Category.CLOTH, price=10_700)
        product = self.database.run(add_product, replace(found, producer_id=maker.producer.id))
        (offer,) = self.database.run(find_offers, product.sku, on=at.date())
        return self.run(confirm_sale, Basket().add(offer, 1000), (Given(CASH, 10_700),), user=self.cashier, at=at)

    def stop(self, number: int, at: datetime) -> None:
        self.run(hold_ledger, self.makers[number].producer.id, None, "รอตรวจเอกสาร", at=at)

    def dispute(self, number: int, at: datetime) -> None:
        """The newest entry of the maker is parked."""
        producer_id = self.makers[number].producer.id
        newest = self.database.run(list_ledger, producer_id)[0]
        self.run(hold_ledger, producer_id, newest.id, "ผู้ผลิตทักท้วงยอด", at=at)

    def bank(self, number: int, at: datetime) -> None:
        producer = self.makers[number].producer
        account = BankAccount(producer.id, "006", f"12345{number:05d}", producer.name_th)
        entered = self.run(enter_bank, account, at=at)
        self.run(approve_bank, entered.id, user=self.manager, at=at)

    def members(self, number: int, *members: Member) -> None:
        self.run(save_members, self.makers[number].producer.id, members, at=moment(1))

    def settle(self, number: int, cutoff: date, at: datetime) -> None:
        """Issued, approved and paid from the drawer."""
        statement = self.run(issue_statement, self.makers[number].producer.id, cutoff, at=at)
        voucher = self.run(prepare_voucher, statement.doc_no, PayoutMethod.CASH, at=at)
        self.run(approve_voucher, voucher.doc_no, user=self.manager, at=at)
        self.run(pay_voucher, voucher.doc_no, user=self.manager, at=at)

    def open(self, at: datetime) -> None:
        self.run_till(open_till, FLOAT, at=at)

    def close(self, at: datetime) -> None:
        self.database.run(close_till, TILL, FLOAT, "ทดสอบ", user=self.manager, at=at)

    def run_till(self, use_case: Callable[..., Any], *args: Any, at: datetime) -> None:
        self.database.run(use_case, TILL, *args, user=self.manager, at=at)


def moment(day: int, hour: int = 10, month: int = 10) -> datetime:
    """UTC; ten o'clock is the afternoon in Chiang Mai."""
    return datetime(2026, month, day, min(hour, 16), 0, tzinfo=UTC)


def month_shop(database: Database, count: int, *, stock: int = 30) -> MonthShop:
    """`count` producers with 25 % agreements (VAT on the price), a price of their own, and stock from 1 September.
    Number 8 has 200,000.00 as the least to pay out, number 4 is withheld 3 % from."""
    database.run(keep_shop, SHOP, valid_from=date(2026, 1, 1))
    database.run(add_till, Till(TILL, "เครื่องหน้าร้าน", "E0105012345678"))
    people = [
        database.run(add_user, code, name, role)
        for code, name, role in (
            ("PIM", "พิมพ์ใจ ก.", "cashier"),
            ("NOI", "น้อย ส.", "clerk"),
            ("SIRI", "ศิริพร จ.", "manager"),
            ("WAN", "วันเพ็ญ ด.", "manager"),
        )
    ]
    shop = MonthShop(database, *people)
    for number in range(count):
        shop.makers.append(_maker(shop, number, stock))
    return shop


def _maker(shop: MonthShop, number: int, stock: int) -> Maker:
    thai, english = NAMES[number % len(NAMES)]
    mark = f" {number + 1}" if number >= len(NAMES) else ""
    database, code = shop.database, f"CM-{number + 1:04d}"
    producer = database.run(
        add_producer, Producer(code, thai + mark, english + mark, place=PLACE, tax_id="3509900123451")
    )
    database.run(add_agreement, agreement_of(producer.id, number))
    price = 107_00 * (number % 7 + 1) * 2
    product = Product(
        f"P{number + 1:06d}", f"ผ้าฝ้ายทอมือลายที่ {number + 1}", f"Cotton {number + 1}", Category.CLOTH, price=price
    )
    product = database.run(add_product, replace(product, producer_id=producer.id))
    grn = None
    if stock:
        line = DeliveryLine(product.id, stock * 1000, stock * 1000, price, agreed_value=price // 2)
        delivery = Delivery(producer.id, (line,))
        grn = database.run(post_delivery, delivery, user=shop.manager, at=moment(1, month=9))
    return Maker(producer, product, grn, price)


def agreement_of(producer_id: int, number: int) -> Agreement:
    return Agreement(
        producer_id,
        date(2026, 1, 1),
        (AgreementRate(Rate(basis_points=2500)),),
        tax_mode=TaxMode.FULL_PRICE,
        discount_policy=Bearer.CENTRE,
        min_payout=20_000_000 if number == 8 else 0,
        wht_rule="work_3" if number == 4 else "none",
        number=f"{number + 1}/2569",
    )


def busy_month(database: Database, count: int = 40) -> MonthShop:
    """Everything a month brings: number 1 sold in September, was paid, and had it returned in October; 2 has
    members; 3 a return; 4 tax withheld; 5 a loss; 6 payments on hold; 7 a line disputed; 8 too little to pay;
    9 a charge; 10 sold something without a lot; even numbers have bank accounts. The till is open on 1 November."""
    shop = month_shop(database, count)
    shop.open(moment(30, 2, month=9))
    early = shop.sell(1, 3, moment(30, 5, month=9))
    shop.close(moment(30, 12, month=9))
    shop.open(moment(1, 2))
    shop.settle(1, date(2026, 9, 30), moment(1, 3))
    for number in range(count):
        if number != 1:
            shop.sell(number, 1 + number % 3, moment(1, 4))
    shop.close(moment(1, 12))
    shop.open(moment(20, 2))
    shop.take_back(early, 2, moment(20, 4))
    sale = shop.sell(3, 2, moment(20, 5))
    shop.take_back(sale, 1, moment(20, 6))
    shop.sell(7, 1, moment(20, 6))
    shop.dispute(7, moment(20, 7))
    shop.lose(5, 2, moment(20, 7))
    shop.charge(9, 5_000, moment(20, 8))
    shop.stop(6, moment(20, 8))
    shop.sell_without_lot(10, moment(20, 9))
    shop.close(moment(20, 12))
    for number in range(0, count, 2):
        shop.bank(number, moment(21))
    shop.members(2, Member("นางคำปัน", 5000), Member("นางบัวผัน", 3333), Member("นายอินถา", 1667))
    shop.open(MORNING_AFTER)
    return shop
