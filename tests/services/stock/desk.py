"""A shelf for the tests of stock: cloth with an agreed value, and short ways to post notes."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, Rate, TaxMode
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.domain.thai_date import local_date
from otop_pos.services.producer import add_agreement
from otop_pos.services.receiving import post_delivery
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.moving import post_note, reverse_note
from tests.books import rows, value
from tests.factories import NOW, SmallShop

Buckets = tuple[int, int, int]
DAY_AFTER = NOW.replace(day=23)


@dataclass(frozen=True)
class Desk:
    """Acts of the manager at the till, now unless told otherwise."""

    shop: SmallShop
    at: datetime = NOW
    user: User | None = None

    @property
    def database(self) -> Database:
        return self.shop.database

    def run(self, use_case: Any, *args: Any) -> Any:
        by = {"till": self.shop.till, "user": self.user or self.shop.manager, "at": self.at}
        return self.database.run(use_case, *args, **by)

    def later(self, at: datetime = DAY_AFTER) -> "Desk":
        return replace(self, at=at)

    def lot(self, code: str) -> Lot:
        (lot,) = self.database.run(list_lots, code)
        return lot

    def receive(self, agreed_value: int = 60_000, qty: int = 10_000, price: int = 107_000) -> Lot:
        """Cloth that the shop would pay for if it were lost."""
        line = DeliveryLine(self.shop.cloth.id, qty, qty, price, agreed_value=agreed_value)
        delivery = Delivery(self.shop.weaver.id, (line,))
        grn = self.database.run(post_delivery, delivery, user=self.shop.manager, at=self.at)
        return self.lot(grn.lines[0].lot_code)

    def post(self, kind: NoteKind, *wishes: NoteWish, reason: str = "ตรวจพบ") -> StockNote:
        note: StockNote = self.run(post_note, StockAct(kind, wishes, reason))
        return note

    def lose(self, lot: Lot, qty: int, cause: MoveKind = MoveKind.LOSS, bucket: Bucket = Bucket.SELLABLE) -> StockNote:
        return self.post(NoteKind.LOSS, NoteWish(lot.id, qty, cause, bucket))

    def move(self, lot: Lot, qty: int, to: Bucket, bucket: Bucket = Bucket.SELLABLE) -> StockNote:
        return self.post(NoteKind.TRANSFER, NoteWish(lot.id, qty, MoveKind.TRANSFER, bucket, to))

    def reverse(self, note: StockNote, reason: str = "พบแล้ว") -> StockNote:
        back: StockNote = self.run(reverse_note, note.doc_no, reason)
        return back

    def buckets(self, lot: Lot) -> Buckets:
        """Sellable, quarantine, waiting for its producer."""
        now = self.lot(lot.code)
        return now.on_hand, now.quarantine, now.to_return

    def owed(self, kind: str = "loss_comp") -> int:
        return int(value(self.database, "SELECT COALESCE(SUM(amount), 0) FROM payable WHERE kind = :kind", kind=kind))

    def told(self) -> list[str]:
        """What the till's events say of stock and prices, in order."""
        told = rows(
            self.database, "SELECT what FROM till_event WHERE kind IN ('stock', 'price_change') ORDER BY number"
        )
        return [what for (what,) in told]


def sign(desk: Desk, losses: Bearer, *, discounts: Bearer = Bearer.CENTRE) -> None:
    """From today on losses and discounts of the weaver are borne so."""
    desk.database.run(
        add_agreement,
        Agreement(
            desk.shop.weaver.id,
            local_date(desk.at),
            (AgreementRate(Rate(basis_points=2500)),),
            tax_mode=TaxMode.FULL_PRICE,
            loss_policy=losses,
            discount_policy=discounts,
        ),
    )
