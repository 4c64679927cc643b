"""Any order of deliveries, sales, returns, closings and sendings: the books agree with a plain ledger."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from otop_pos.db.database import Database, open_database
from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import DayStillOpen, NothingLeftToReturn, NothingToSend, NotPaid
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Basket, BasketLine, Sale
from otop_pos.services.nightly import send_day
from otop_pos.services.receiving import post_delivery
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import find_offers, read_sale
from otop_pos.sync.check import check_package
from tests.books import broken, rows
from tests.factories import NOW, TODAY, SmallShop, small_shop
from tests.stories.ledger import Ledger, LedgerLine, LedgerSale, LedgerTill, coins, rounded, vat_in

SKUS = ("P000001", "P000002", "P000003")
MEASURED = "P000002"
AT_SET_PRICE = """
    SELECT alloc.gross, alloc.due FROM sale_alloc AS alloc
    JOIN sale_line AS line ON line.sale_id = alloc.sale_id AND line.line_no = alloc.line_no
    JOIN lot ON lot.id = alloc.lot_id
    WHERE alloc.ref_sale_id IS NULL AND line.line_discount = 0 AND line.bill_discount = 0
    AND line.unit_price >= lot.price
"""

discounts = st.one_of(
    st.none(),
    st.builds(Discount, st.integers(0, 10_000), st.just(0), st.sampled_from([None, *Bearer])),
    st.builds(Discount, st.just(0), st.integers(1, 3_000), st.sampled_from([None, *Bearer])),
)
quantities = st.integers(1, 12_000)
picks = st.integers(0, 10_000)


@dataclass(frozen=True)
class Wanted:
    """One line a customer brings to the till."""

    pick: int
    by_label: bool
    qty: int
    discount: Discount | None
    price_change: int


wanted_lines = st.lists(
    st.builds(Wanted, picks, st.booleans(), quantities, discounts, st.sampled_from([0, 0, 0, -500, 500])),
    min_size=1,
    max_size=4,
)


class AnyDay(RuleBasedStateMachine):
    """The real services on a real file, a plain ledger beside them."""

    def __init__(self, template: Path, made: SmallShop) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=template.parent))
        self.database: Database = open_database(shutil.copy(template, self.folder / "shop.sqlite"))
        self.shop = replace(made, database=self.database)
        self.products: dict[str, Product] = {p.sku: p for p in (made.cloth, made.bag, made.honey)}
        self.ledger = Ledger(TODAY, {sku: product.price for sku, product in self.products.items()})
        self.ledger.tills = {"CM01": LedgerTill(1, TODAY), "CM02": LedgerTill()}
        self.baskets: list[tuple[Basket, tuple[Given, ...], Sale]] = []
        self.folders: list[Path] = []
        self.minutes = 0

    @property
    def now(self) -> datetime:
        self.minutes += 1
        return NOW + (self.ledger.today - TODAY) + timedelta(seconds=self.minutes)

    @rule(
        sku=st.sampled_from(SKUS),
        qty=quantities,
        price=st.sampled_from([-1_000, 0, 0, 0, 2_500]),
        days=st.sampled_from([None, 10, 10, 100]),
    )
    def receive(self, sku: str, qty: int, price: int, days: int | None) -> None:
        product = self.products[sku]
        qty = qty if sku == MEASURED else -(-qty // 1000) * 1000
        expires_on = self.ledger.today + timedelta(days=days) if days else None
        line = DeliveryLine(product.id, qty, qty, product.price + price, expires_on=expires_on)
        delivery = Delivery(product.producer_id, (line,))
        grn = self.database.run(post_delivery, delivery, user=self.shop.manager, at=self.now)
        self.ledger.receive(grn.lines[0].lot_code, sku, line.price, qty, expires_on)

    @precondition(lambda self: self.open_tills)
    @rule(pick=picks, wanted=wanted_lines, bill=discounts, card=st.booleans())
    def sell(self, pick: int, wanted: list[Wanted], bill: Discount | None, card: bool) -> None:
        till = self.open_tills[pick % len(self.open_tills)]
        off_bill, basket = 0, Basket()
        labels, nets = [], []
        for each in wanted:
            line, label = self._line(each)
            gross = line.gross
            off = each.discount.of(gross) if each.discount and each.discount.amount <= gross else 0
            line = replace(line, discount=each.discount if off else None)
            basket = replace(basket, lines=(*basket.lines, line))
            labels.append(label)
            nets.append(gross - off)
        if bill and bill.amount <= sum(nets):
            basket, off_bill = replace(basket, bill_discount=bill), bill.of(sum(nets))
        net = sum(nets) - off_bill
        by_card = net // 2 if card else 0
        given = (Given("card", by_card, "A-1"),) * bool(by_card) + (Given(CASH, 10_000_000),)
        taken = {}
        for label, line in sorted(zip(labels, basket.lines, strict=True), key=lambda each: not each[0]):
            taken[id(line)] = self.ledger.take(line.offer.product.sku, label, line.qty, line.unit_price)
        lines = [taken[id(line)] for line in basket.lines]
        sale = self.shop.sell(basket=basket, given=given, till=till, at=self.now)
        cash = coins(net - by_card)
        self.ledger.tills[till].cash += cash
        entry = LedgerSale(self.ledger.next_number(till, ""), net, by_card + cash, lines)
        self.ledger.sales.append(entry)
        assert (sale.doc_no, sale.net, sale.total, sale.vat) == (entry.doc_no, net, entry.paid, vat_in(net))
        assert sale.business_date == self.ledger.tills[till].business_date
        assert [line.lot_codes for line in sale.lines] == [tuple(code for code, _qty in line.takes) for line in lines]
        self.baskets.append((basket, given, sale))

    @precondition(lambda self: self.open_tills and self.ledger.sales)
    @rule(
        pick=picks, parts=st.lists(st.integers(0, 3), min_size=4, max_size=4), is_damaged=st.booleans(), odd=quantities
    )
    def bring_back(self, pick: int, parts: list[int], is_damaged: bool, odd: int) -> None:
        """Of each line nothing, all, one piece, or an odd length."""
        till = self.open_tills[pick % len(self.open_tills)]
        sold = self.ledger.sales[pick % len(self.ledger.sales)]
        back = [
            (no, line, self._part(line, part, odd))
            for no, (line, part) in enumerate(zip(sold.lines, parts, strict=False), 1)
        ]
        back = [(no, line, qty) for no, line, qty in back if qty]
        if not back:
            return
        wanted = [RefundLine(no, qty, is_damaged) for no, _line, qty in back]
        refund = self.shop.refund(self.database.run(read_sale, sold.doc_no), *wanted, till=till, at=self.now)
        for _no, line, qty in back:
            self.ledger.put_back(line, qty, is_damaged)
        sold.given_back -= refund.net
        sold.coins_back -= refund.total
        self.ledger.tills[till].cash += refund.total
        assert refund.doc_no == self.ledger.next_number(till, "R")
        assert 0 <= sold.given_back <= sold.net
        assert 0 <= sold.coins_back <= sold.paid
        if sold.is_all_back:
            assert sold.given_back == sold.net

    @precondition(lambda self: self.open_tills and self.ledger.sales)
    @rule(pick=picks)
    def bring_back_too_much(self, pick: int) -> None:
        sold = self.ledger.sales[pick % len(self.ledger.sales)]
        sale = self.database.run(read_sale, sold.doc_no)
        assert [line.left for line in sale.lines] == [line.left for line in sold.lines]
        with pytest.raises(NothingLeftToReturn):
            self.shop.refund(sale, RefundLine(1, sold.lines[0].left + 1_000), till=self.open_tills[0], at=self.now)

    @precondition(lambda self: self.open_tills and self.baskets)
    @rule(pick=picks)
    def pay_again(self, pick: int) -> None:
        basket, given, sale = self.baskets[pick % len(self.baskets)]
        again = self.shop.sell(basket=basket, given=given, till=self.open_tills[0], at=self.now)
        assert (again.doc_no, again.net, again.payments) == (sale.doc_no, sale.net, sale.payments)

    @precondition(lambda self: self.open_tills)
    @rule(wanted=wanted_lines)
    def leave_without_paying(self, wanted: list[Wanted]) -> None:
        basket = Basket(lines=tuple(replace(self._line(each)[0], unit_price=1_000) for each in wanted))
        with pytest.raises(NotPaid):
            self.shop.sell(basket=basket, given=(), till=self.open_tills[0], at=self.now)

    @rule(till=st.sampled_from(["CM01", "CM02"]))
    def open_or_close(self, till: str) -> None:
        """A till that still works on an earlier day is closed before another one opens."""
        if self.ledger.tills[till].is_open:
            self._close(till)
            return
        for other in self.open_tills:
            if self.ledger.tills[other].business_date != self.ledger.business_day():
                self._close(other)
        opened = self.shop.open(till, at=self.now)
        assert opened.business_date == self.ledger.open(till)
        assert opened.z_no == self.ledger.tills[till].z_no

    def _close(self, till: str) -> None:
        closed = self.shop.close(till, at=self.now)
        assert closed.cash_expected == self.ledger.close(till)

    @rule(days=st.sampled_from([1, 1, 1, 3, 45]))
    def sleep(self, days: int) -> None:
        self.ledger.today += timedelta(days=days)

    @rule()
    def send(self) -> None:
        day, outbox = self.ledger.next_day(), self.folder / "outbox"
        if day is None:
            with pytest.raises(NothingToSend):
                send_day(self.database, outbox)
        elif day in self.ledger.open_days():
            with pytest.raises(DayStillOpen):
                send_day(self.database, outbox)
        else:
            sent = send_day(self.database, outbox)
            assert (sent.business_date, sent.batch_no) == (day, len(self.folders) + 1)
            self.ledger.last_sent = day
            self.folders.append(sent.folder)

    @invariant()
    def the_shelf_is_what_the_ledger_says(self) -> None:
        held = {
            (code, bucket): qty
            for code, bucket, qty in rows(
                self.database,
                "SELECT code, bucket, qty FROM lot_balance JOIN lot ON lot.id = lot_balance.lot_id WHERE qty <> 0",
            )
        }
        expected = {(lot.code, "sellable"): lot.on_hand for lot in self.ledger.lots.values() if lot.on_hand}
        expected |= {(lot.code, "quarantine"): lot.quarantine for lot in self.ledger.lots.values() if lot.quarantine}
        assert held == expected

    def teardown(self) -> None:
        try:
            self._check_everything()
        finally:
            self.database.close()
            shutil.rmtree(self.folder)

    def _check_everything(self) -> None:
        assert broken(self.database) == []
        for gross, due in rows(self.database, AT_SET_PRICE):
            assert due == rounded(Decimal(gross - vat_in(gross)) * 75 / 100)
        for day in self.ledger.closed_days | self.ledger.open_days():
            assert all(proof.holds for proof in self.database.run(summarise_day, day).proofs)
        for number, folder in enumerate(self.folders):
            assert check_package(folder, self.folders[number - 1] if number else None) == ()

    @property
    def open_tills(self) -> list[str]:
        return [code for code, till in self.ledger.tills.items() if till.is_open]

    def _line(self, wanted: Wanted) -> tuple[BasketLine, str]:
        """A line of the bill, and the label it was scanned from, if it was one."""
        labels = list(self.ledger.lots)
        label = labels[wanted.pick % len(labels)] if wanted.by_label and labels else ""
        (offer,) = self.database.run(find_offers, label or SKUS[wanted.pick % 3], on=self.ledger.today)
        sku = offer.product.sku
        assert offer.unit_price == (self.ledger.lots[label].price if label else self.ledger.price_of(sku))
        qty = wanted.qty if sku == MEASURED else -(-wanted.qty // 1000) * 1000
        return BasketLine(offer, qty, max(offer.unit_price + wanted.price_change, 0)), label

    def _part(self, line: LedgerLine, part: int, odd: int) -> int:
        """Thousandths: nothing, all that is left, one piece, or an odd length or number."""
        piece = 1 if line.sku == MEASURED else 1_000
        odd_part = (odd % line.left // piece + 1) * piece if line.left else 0
        return min((0, line.left, 1_000, odd_part)[part], line.left)


def test_books_agree_with_a_plain_ledger_after_any_days(tmp_path: Path) -> None:
    template = tmp_path / "template.sqlite"
    database = open_database(template)
    made = small_shop(database, stock=0)
    database.close()
    run_state_machine_as_test(lambda: AnyDay(template, made), settings=settings.get_profile("story"))
