"""Goods in any order: delivered, put right, sold, brought back, given back, lost, found, counted, priced anew."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from otop_pos.db.database import Database
from otop_pos.domain.agreement import Agreement, AgreementRate, Bearer, Rate, TaxMode
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import GrnTouched, NotEnoughThere, NothingCounted, Refusal
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine, Void
from otop_pos.domain.sale import Basket, BasketLine, Sale
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.services.producer import add_agreement, read_agreement
from otop_pos.services.receiving import post_delivery, reverse_delivery
from otop_pos.services.sale import find_offers, read_sale
from otop_pos.services.stock.count_posting import post_count
from otop_pos.services.stock.counting import count_lot, start_count
from otop_pos.services.stock.exception import list_exceptions, resolve_exception
from otop_pos.services.stock.moving import post_note, reverse_note
from otop_pos.services.stock.price import change_lot_price
from otop_pos.services.void import void_sale
from tests.books import rows, value
from tests.factories import NOW, TODAY, SmallShop
from tests.stories.month_books import SELLABLE, Account, Pile

picks = st.integers(0, 10_000)
pieces = st.integers(1, 6).map(lambda number: number * 1_000)
discounts = st.one_of(
    st.none(),
    st.builds(Discount, st.integers(1, 10_000), st.just(0), st.sampled_from([None, *Bearer])),
    st.builds(Discount, st.just(0), st.integers(1, 9_000), st.sampled_from([None, *Bearer])),
)
sold_lines = st.lists(st.tuples(picks, st.booleans(), pieces, discounts), min_size=1, max_size=3)
LEAVES = {
    NoteKind.RETURN: (MoveKind.SUPPLIER_RETURN,),
    NoteKind.LOSS: (MoveKind.DAMAGE, MoveKind.LOSS, MoveKind.EXPIRE),
    NoteKind.DONATION: (MoveKind.DONATE,),
}
BUCKETS = (Bucket.SELLABLE, Bucket.QUARANTINE, Bucket.TO_RETURN)
MOSTLY_THE_SHELF = (Bucket.SELLABLE, Bucket.SELLABLE, Bucket.SELLABLE, Bucket.QUARANTINE, Bucket.TO_RETURN)


class GoodsRules(RuleBasedStateMachine):
    """What happens to goods; each rule also tells the village book-keeper."""

    database: Database
    shop: SmallShop
    piles: list[Pile]
    accounts: dict[int, Account]
    sales: list[Sale]
    notes: list[tuple[StockAct, StockNote]]
    reversed: set[str]
    counts: list[UUID]
    waiting: set[str]
    """Receipts with goods that no lot covered yet."""
    today: date
    seconds: int

    @property
    def now(self) -> datetime:
        self.seconds += 1
        return NOW + (self.today - TODAY) + timedelta(seconds=self.seconds)

    @property
    def by(self) -> dict[str, Any]:
        """By the manager at the till, now."""
        return {"till": "CM01", "user": self.shop.manager, "at": self.now}

    @property
    def is_open(self) -> bool:
        return bool(value(self.database, "SELECT count(*) FROM till_session WHERE closed_at IS NULL"))

    def pile(self, pick: int, *, here: bool = False) -> Pile | None:
        found = [pile for pile in self.piles if pile.here] if here else self.piles
        return found[pick % len(found)] if found else None

    @initialize()
    def fill_the_shelves(self) -> None:
        for pick in range(3):
            self.receive(pick, 30_000, 0, 50_001)

    @rule(
        pick=picks,
        qty=pieces.map(lambda qty: 2 * qty),
        price=st.sampled_from([0, 0, -1_000, 2_500]),
        agreed=st.sampled_from([0, 33_333]),
    )
    def receive(self, pick: int, qty: int, price: int, agreed: int) -> None:
        product = (self.shop.cloth, self.shop.bag, self.shop.honey)[pick % 3]
        line = DeliveryLine(product.id, qty, qty, product.price + price, agreed_value=agreed)
        delivery = Delivery(product.producer_id, (line,))
        grn = self.database.run(post_delivery, delivery, user=self.shop.manager, at=self.now)
        again = self.database.run(post_delivery, delivery, user=self.shop.manager, at=self.now)
        assert again == grn, "posted once, however often it is sent"
        (lot_id,) = [row[0] for row in rows(self.database, "SELECT max(id) FROM lot")]
        pile = Pile(
            lot_id, grn.lines[0].lot_code, product.sku, product.producer_id, grn.doc_no, line.price, agreed, qty
        )
        pile.lies[SELLABLE] = qty
        self.piles.append(pile)

    @precondition(lambda self: self.piles)
    @rule(pick=picks)
    def reverse_a_delivery(self, pick: int) -> None:
        pile = self.pile(pick)
        assert pile is not None
        if pile.moves or pile.went["never"]:
            with pytest.raises(Refusal) as refused:
                self.database.run(reverse_delivery, pile.grn_no, "ใส่ผิด", **self.by)
            assert isinstance(refused.value, GrnTouched) != bool(pile.went["never"])
            return
        self.database.run(reverse_delivery, pile.grn_no, "ใส่ผิด", **self.by)
        pile.lies[SELLABLE], pile.went["never"] = 0, pile.received

    @precondition(lambda self: self.is_open)
    @rule(wanted=sold_lines, bill=discounts, odd=st.sampled_from([0, 0, 0, -700, 700]))
    def sell(self, wanted: list[Any], bill: Discount | None, odd: int) -> None:
        basket = Basket()
        for pick, by_label, qty, discount in wanted:
            pile = self.pile(pick)
            code = pile.code if pile and by_label else ("P000001", "P000002", "P000003")[pick % 3]
            (offer,) = self.database.run(find_offers, code, on=self.today)
            line = BasketLine(offer, qty, max(offer.unit_price + odd, 0))
            fits = discount and discount.amount <= line.gross
            basket = replace(basket, lines=(*basket.lines, replace(line, discount=discount if fits else None)))
        net = sum(line.gross - (line.discount.of(line.gross) if line.discount else 0) for line in basket.lines)
        if bill and bill.amount <= net:
            basket = replace(basket, bill_discount=bill)
        sale = self.shop.sell(basket=basket, given=(Given(CASH, 99_000_000),), at=self.now)
        self.sales.append(sale)
        if self._moved(sale, "sold") < sum(line.qty for line in sale.lines):
            self.waiting.add(sale.doc_no)

    @precondition(lambda self: self.is_open)
    @rule(baskets=st.lists(sold_lines, min_size=2, max_size=4), bill=discounts)
    def sell_to_a_queue(self, baskets: list[Any], bill: Discount | None) -> None:
        for wanted in baskets:
            self.sell(wanted, bill, 0)

    @precondition(lambda self: self.is_open and self.sales)
    @rule(pick=picks, parts=st.lists(st.integers(0, 2), min_size=3, max_size=3), is_damaged=st.booleans())
    def bring_back(self, pick: int, parts: list[int], is_damaged: bool) -> None:
        """Of each line nothing, a piece, or all; in any order, until nothing is left."""
        sale = self.database.run(read_sale, self.sales[pick % len(self.sales)].doc_no)
        lines = [
            (line.line_no, (0, min(1_000, line.left), line.left)[part])
            for line, part in zip(sale.lines, parts, strict=False)
        ]
        wanted = tuple(RefundLine(line_no, qty, is_damaged) for line_no, qty in lines if qty)
        if wanted:
            self._moved(self.shop.refund(sale, *wanted, at=self.now), "sold")

    @precondition(lambda self: self.is_open and self.sales)
    @rule(pick=picks)
    def void(self, pick: int) -> None:
        sale = self.sales[pick % len(self.sales)]
        try:
            back = self.database.run(void_sale, Void(sale.doc_no, "คีย์ผิด"), **self.by)
        except Refusal:
            return  # of another day, returned in part before, or void already
        self._moved(back, "sold")

    def _moved(self, document: Sale, way: str) -> int:
        """How much a paper took from lots, or gave back to them, read as an auditor reads it."""
        found = rows(
            self.database,
            "SELECT lot_id, bucket, SUM(qty) FROM lot_move WHERE document_id = "
            "(SELECT id FROM sale WHERE doc_no = :doc_no) GROUP BY lot_id, bucket",
            doc_no=document.doc_no,
        )
        by_id = {pile.id: pile for pile in self.piles}
        for lot_id, bucket, qty in found:
            by_id[lot_id].move(way, -qty, bucket)
        return -sum(qty for _lot, _bucket, qty in found)

    @precondition(lambda self: any(pile.here for pile in self.piles))
    @rule(
        pick=picks,
        kind=st.sampled_from(list(LEAVES)),
        cause=st.integers(0, 2),
        bucket=st.sampled_from(MOSTLY_THE_SHELF),
        qty=pieces,
    )
    def leave(self, pick: int, kind: NoteKind, cause: int, bucket: Bucket, qty: int) -> None:
        """Given back, lost or donated; more than there is, is refused."""
        pile = self.pile(pick, here=True)
        assert pile is not None
        wish = NoteWish(pile.id, qty, LEAVES[kind][cause % len(LEAVES[kind])], bucket)
        act = StockAct(kind, (wish,), "ตามที่ตรวจพบ")
        if qty > pile.lies[bucket]:
            with pytest.raises(NotEnoughThere):
                self.database.run(post_note, act, **self.by)
            return
        note = self.database.run(post_note, act, **self.by)
        assert self.database.run(post_note, act, **self.by) == note, "posted once, however often it is sent"
        pile.move(wish.cause, qty, bucket)
        self.notes.append((act, note))

    @precondition(lambda self: any(pile.here for pile in self.piles))
    @rule(pick=picks, way=st.permutations(BUCKETS).map(tuple), qty=pieces)
    def put_aside(self, pick: int, way: tuple[Bucket, ...], qty: int) -> None:
        pile = self.pile(pick, here=True)
        assert pile is not None
        wish = NoteWish(pile.id, min(qty, pile.lies[way[0]]), MoveKind.TRANSFER, way[0], way[1])
        if not wish.qty:
            return
        note = self.database.run(post_note, StockAct(NoteKind.TRANSFER, (wish,), "ตรวจคุณภาพ"), **self.by)
        pile.move("transfer", wish.qty, way[0])
        pile.move("transfer", -wish.qty, way[1])
        self.notes.append((StockAct(NoteKind.TRANSFER, (wish,), ""), note))

    @precondition(lambda self: self.notes)
    @rule(pick=picks)
    def take_a_note_back(self, pick: int) -> None:
        act, note = self.notes[pick % len(self.notes)]
        (wish,) = act.lines
        pile = next(each for each in self.piles if each.id == wish.lot_id)
        is_gone = wish.moved_to is not None and pile.lies[wish.moved_to] < wish.qty
        if note.doc_no in self.reversed or is_gone:
            with pytest.raises(Refusal):
                self.database.run(reverse_note, note.doc_no, "พบแล้ว", **self.by)
            return
        found = self.database.run(reverse_note, note.doc_no, "พบแล้ว", **self.by)
        self.reversed.add(note.doc_no)
        assert found.compensation == -note.compensation
        if wish.moved_to is not None:
            pile.move("transfer", wish.qty, wish.moved_to)
            pile.move("transfer", -wish.qty, wish.bucket)
        else:
            pile.move(wish.cause, -wish.qty, found.lines[0].bucket)

    @precondition(lambda self: self.piles and not self.counts)
    @rule()
    def begin_to_count(self) -> None:
        self.counts.append(self.database.run(start_count, "นับทั้งร้าน", **self.by).id)

    @precondition(lambda self: self.counts)
    @rule(pick=picks, off=st.sampled_from([0, 0, 0, -1_000, 1_000]))
    def count_a_pile(self, pick: int, off: int) -> None:
        """Counted while the shop sells; now and then a piece too few or too many."""
        pile = self.pile(pick)
        assert pile is not None
        there = max(pile.lies[SELLABLE] + off, 0)
        try:
            self.database.run(count_lot, self.counts[0], pile.code, there, is_total=True, **self.by)
        except Refusal:
            return  # came in after the count began

    @precondition(lambda self: self.counts)
    @rule()
    def end_the_count(self) -> None:
        try:
            notes = self.database.run(post_count, self.counts[0], **self.by)
        except (NothingCounted, NotEnoughThere):
            return
        self.counts.clear()
        by_code = {pile.code: pile for pile in self.piles}
        for note in notes:
            for line in note.lines:
                by_code[line.lot_code].move(line.cause, line.qty, line.bucket)

    @precondition(lambda self: any(pile.here for pile in self.piles))
    @rule(pick=picks, price=st.integers(100, 200_000))
    def change_a_price(self, pick: int, price: int) -> None:
        pile = self.pile(pick, here=True)
        assert pile is not None
        if price != pile.price:
            self.database.run(change_lot_price, pile.id, price, "ตามท้องตลาด", **self.by)
            pile.price = price

    @rule(pick=picks, share=st.sampled_from([0, 1_500, 2_500, 3_333]), bearer=st.sampled_from(list(Bearer)))
    def change_the_terms(self, pick: int, share: int, bearer: Bearer) -> None:
        """From tomorrow on; what came before keeps what was agreed for it."""
        producer = (self.shop.weaver, self.shop.farmer)[pick % 2]
        tomorrow = self.today + timedelta(days=1)
        now = self.database.run(read_agreement, producer.id, self.today)
        if now.valid_to is not None:
            return
        account = self.accounts[producer.id]
        self.database.run(
            add_agreement,
            Agreement(
                producer.id,
                tomorrow,
                (AgreementRate(Rate(basis_points=share)),),
                hold_days=account.hold_days,
                min_payout=account.min_payout,
                loss_policy=bearer,
                discount_policy=bearer,
                tax_mode=TaxMode.FULL_PRICE,
            ),
        )

    @precondition(lambda self: self.waiting)
    @rule(pick=picks)
    def resolve(self, pick: int) -> None:
        """Goods that were sold without a lot find one."""
        waiting = self.database.run(list_exceptions)
        self.waiting = {each.doc_no for each in waiting}
        if not waiting:
            return
        each = waiting[pick % len(waiting)]
        pile = next((p for p in self.piles if p.sku == each.product.sku and p.lies[SELLABLE]), None)
        if pile is not None:
            qty = min(each.qty, pile.lies[SELLABLE])
            self.database.run(resolve_exception, each.sale_id, each.line_no, pile.id, qty, **self.by)
            pile.move("sold", qty)
