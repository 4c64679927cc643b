"""Any month at the desk: whatever happens in whatever order, every piece and every satang is accounted for."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from otop_pos.db.database import Database, open_database
from otop_pos.domain.errors import Refusal, SamePerson
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.shop import User
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.services.settlement.drafting import draft_statement
from otop_pos.services.settlement.issuing import issue_statement, reverse_statement
from otop_pos.services.settlement.ledger import adjust_ledger, hold_ledger, release_hold
from otop_pos.services.settlement.paying import fail_voucher, pay_voucher, reverse_voucher
from otop_pos.services.settlement.vouching import approve_voucher, cancel_voucher, prepare_voucher
from otop_pos.services.user import add_user
from tests.books import broken, rows, value
from tests.factories import TODAY, SmallShop, small_shop
from tests.stories.length import PATIENCE
from tests.stories.month_books import Account, Settled, ledger, owed
from tests.stories.month_goods import GoodsRules, picks

STEPS = 2_000
"""What the specification asks of every change."""
_told: list[int] = []


class AnyMonth(GoodsRules):
    """The real services on a real file, a village book-keeper beside them."""

    def __init__(self, template: Path, made: SmallShop, second: User) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=template.parent))
        self.database = open_database(shutil.copy(template, self.folder / "shop.sqlite"))
        self.shop, self.second = replace(made, database=self.database), second
        self.piles, self.sales, self.notes, self.reversed, self.counts = [], [], [], set(), []
        self.today, self.seconds, self.waiting = TODAY, 0, set()
        weaver, farmer = made.weaver.id, made.farmer.id
        self.accounts = {weaver: Account(weaver), farmer: Account(farmer, hold_days=0)}
        self.vouchers: list[Voucher] = []
        self.holds: list[tuple[UUID, int, UUID]] = []

    def account(self, pick: int) -> Account:
        return list(self.accounts.values())[pick % len(self.accounts)]

    @rule(days=st.sampled_from([1, 1, 7]), opens=st.sampled_from([True, True, True, False]))
    def night(self, days: int, opens: bool) -> None:
        """The till is closed, the shop sleeps, and mostly the till is opened again."""
        if self.is_open:
            self.shop.close(at=self.now)
        self.today += timedelta(days=days)
        if opens:
            self.shop.open(at=self.now)

    @rule(pick=picks)
    def month_end(self, pick: int) -> None:
        """From the evening to the paid voucher in one go."""
        self.night(1, opens=True)
        self.state(pick, 1)
        self.prepare(pick)
        if self.vouchers:
            self.approve(0)
            self.pay(0)

    @precondition(lambda self: not self.is_open)
    @rule()
    def morning(self) -> None:
        self.shop.open(at=self.now)

    @rule(pick=picks, amount=st.sampled_from([-5_000, -125, 3_333]))
    def write_by_hand(self, pick: int, amount: int) -> None:
        kind = EntryKind.FEE if amount < 0 else EntryKind.ADJUST
        wanted = LedgerAdjustment(self.account(pick).producer_id, kind, amount, "ค่าถ่ายรูป")
        for _twice in range(2):
            self.database.run(adjust_ledger, wanted, **self.by)

    @rule(pick=picks, entry=picks)
    def dispute(self, pick: int, entry: int) -> None:
        account = self.account(pick)
        free = list(account.open_entries(self.database, date.max))
        if free:
            parked = free[entry % len(free)]
            hold = self.database.run(hold_ledger, account.producer_id, parked, "ผู้ผลิตทักท้วง", **self.by)
            account.parked.add(parked)
            self.holds.append((hold.id, account.producer_id, parked))

    @precondition(lambda self: self.holds)
    @rule()
    def agree(self) -> None:
        hold, producer, parked = self.holds.pop()
        self.database.run(release_hold, hold, **self.by)
        self.accounts[producer].parked.discard(parked)

    @rule(pick=picks, back=st.sampled_from([1, 1, 1, 0, -1, 3]))
    def state(self, pick: int, back: int) -> None:
        """A statement up to a day: exactly what was not on one before; what cannot be, is refused."""
        account, cutoff = self.account(pick), self.today - timedelta(days=back)
        entries = account.open_entries(self.database, cutoff)
        last = account.statements[-1] if account.statements else None
        open_day = value(self.database, "SELECT min(business_date) FROM till_session WHERE closed_at IS NULL")
        is_refused = (
            cutoff > self.today
            or (last is not None and cutoff < last.cutoff)
            or (open_day is not None and date.fromisoformat(str(open_day)) <= cutoff)
            or (not entries and not account.closing)
        )
        if last is not None and cutoff == last.cutoff:
            again = self.database.run(issue_statement, account.producer_id, cutoff, **self.by)
            assert again.doc_no == last.doc_no, "issued once, however often it is asked for"
        elif is_refused:
            with pytest.raises(Refusal):
                self.database.run(issue_statement, account.producer_id, cutoff, **self.by)
        else:
            self._issue(account, cutoff, entries)

    def _issue(self, account: Account, cutoff: date, entries: dict[UUID, int]) -> None:
        draft = self.database.run(draft_statement, account.producer_id, cutoff, at=self.now)
        issued = self.database.run(issue_statement, account.producer_id, cutoff, **self.by)
        account.issued += 1
        assert {entry.id: entry.amount for entry in issued.entries} == entries
        assert (issued.number, issued.opening) == (account.issued, account.closing)
        assert issued.closing == account.closing + sum(entries.values()) == draft.closing
        account.statements.append(
            Settled(issued.doc_no, issued.number, cutoff, issued.opening, issued.closing, frozenset(entries))
        )

    @precondition(lambda self: any(each.statements for each in self.accounts.values()))
    @rule(pick=picks)
    def take_a_statement_back(self, pick: int) -> None:
        account = self.account(pick)
        if not account.statements:
            return
        newest = account.statements[-1]
        paid = [each for each in self.vouchers if each.statement_no == newest.doc_no and self._holds(each)]
        if paid:
            with pytest.raises(Refusal):
                self.database.run(reverse_statement, newest.doc_no, "ผิดรอบ", **self.by)
            return
        self.database.run(reverse_statement, newest.doc_no, "ผิดรอบ", **self.by)
        account.statements.pop()

    def _holds(self, voucher: Voucher) -> bool:
        """Neither failed nor given up: the statement is bound to it."""
        return self._now(voucher) not in (VoucherState.FAILED, VoucherState.CANCELLED, VoucherState.REVERSED)

    def _now(self, voucher: Voucher) -> VoucherState:
        return VoucherState(
            value(self.database, "SELECT state FROM voucher WHERE doc_no = :doc_no", doc_no=voucher.doc_no)
        )

    @precondition(lambda self: any(each.statements for each in self.accounts.values()))
    @rule(pick=picks)
    def prepare(self, pick: int) -> None:
        account = self.account(pick)
        if not account.statements:
            return
        newest = account.statements[-1]
        since = [
            amount
            for entry, kind, _day, amount in ledger(self.database, account.producer_id)
            if kind in ("payout", "payout_reversal", "wht")
            and not any(entry in each.entries for each in account.statements)
        ]
        due = newest.closing + sum(since)
        is_open = [
            each
            for each in self.vouchers
            if each.producer.id == account.producer_id
            and self._now(each) in (VoucherState.PREPARED, VoucherState.APPROVED)
        ]
        is_mine = is_open and is_open[0].statement_no == newest.doc_no
        if is_mine and self._now(is_open[0]) is VoucherState.PREPARED:
            again = self.database.run(prepare_voucher, newest.doc_no, PayoutMethod.CASH, **self.by)
            assert again.doc_no == is_open[0].doc_no, "prepared once, however often it is asked for"
            return
        if due <= 0 or due < account.min_payout or is_open:
            with pytest.raises(Refusal):
                self.database.run(prepare_voucher, newest.doc_no, PayoutMethod.CASH, **self.by)
            return
        voucher = self.database.run(prepare_voucher, newest.doc_no, PayoutMethod.CASH, **self.by)
        assert (voucher.gross, voucher.net, voucher.state) == (due, due, VoucherState.PREPARED)
        self.vouchers.append(voucher)

    @precondition(lambda self: self.vouchers)
    @rule(pick=picks)
    def approve(self, pick: int) -> None:
        voucher = self.vouchers[-1 - pick % min(len(self.vouchers), 2)]
        if self._now(voucher) is VoucherState.PREPARED:
            with pytest.raises(SamePerson):
                self.database.run(approve_voucher, voucher.doc_no, **self.by)
            self.database.run(approve_voucher, voucher.doc_no, **{**self.by, "user": self.second})

    @precondition(lambda self: self.vouchers)
    @rule(pick=picks)
    def pay(self, pick: int) -> None:
        """In cash from the drawer, which must hold so much; twice is once."""
        voucher = self.vouchers[-1 - pick % min(len(self.vouchers), 2)]
        before = owed(self.database, voucher.producer.id)
        state = self._now(voucher)
        try:
            self.database.run(pay_voucher, voucher.doc_no, **self.by)
        except Refusal:
            assert owed(self.database, voucher.producer.id) == before
            return
        self.database.run(pay_voucher, voucher.doc_no, **self.by)
        assert state in (VoucherState.APPROVED, VoucherState.PAID)
        paid = voucher.net if state is VoucherState.APPROVED else 0
        assert owed(self.database, voucher.producer.id) == before - paid

    @precondition(lambda self: self.vouchers)
    @rule(pick=picks)
    def pay_back(self, pick: int) -> None:
        """Paid to the wrong one: the money is in the drawer again, and owed again."""
        paid = [each for each in self.vouchers if self._now(each) is VoucherState.PAID]
        if paid and self.is_open:
            voucher = paid[pick % len(paid)]
            before = owed(self.database, voucher.producer.id)
            for _twice in range(2):
                self.database.run(reverse_voucher, voucher.doc_no, "จ่ายผิดคน", **self.by)
            assert owed(self.database, voucher.producer.id) == before + voucher.gross

    @precondition(lambda self: self.vouchers)
    @rule(pick=picks, act=st.sampled_from([fail_voucher, cancel_voucher, reverse_voucher]))
    def undo(self, pick: int, act: object) -> None:
        voucher = self.vouchers[-1 - pick % min(len(self.vouchers), 2)]
        before, state = owed(self.database, voucher.producer.id), self._now(voucher)
        try:
            self.database.run(act, voucher.doc_no, "บัญชีปิด", **self.by)  # type: ignore[arg-type]
        except Refusal:
            assert owed(self.database, voucher.producer.id) == before
            return
        is_money_back = state is VoucherState.PAID and self._now(voucher) is VoucherState.REVERSED
        assert owed(self.database, voucher.producer.id) == before + (voucher.gross if is_money_back else 0)

    @invariant()
    def every_piece_is_where_it_should_be(self) -> None:
        _told.append(1)
        held = {
            (lot, bucket): qty
            for lot, bucket, qty in rows(self.database, "SELECT lot_id, bucket, qty FROM lot_balance WHERE qty <> 0")
        }
        assert held == {(pile.id, bucket): qty for pile in self.piles for bucket, qty in pile.lies.items() if qty}
        for pile in self.piles:
            assert pile.here == pile.received - sum(pile.went.values())

    @invariant()
    def every_satang_is_on_one_statement_or_on_none(self) -> None:
        for account in self.accounts.values():
            settled = {entry for each in account.statements for entry in each.entries}
            entries = ledger(self.database, account.producer_id)
            unsettled = sum(amount for entry, _kind, _day, amount in entries if entry not in settled)
            assert sum(each[3] for each in entries) == account.closing + unsettled

    def teardown(self) -> None:
        try:
            wrong = broken(self.database)
            assert wrong == [], wrong
        finally:
            self.database.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(PATIENCE * 3)
def test_goods_and_money_are_accounted_for_after_any_month(tmp_path: Path) -> None:
    template = tmp_path / "template.sqlite"
    database: Database = open_database(template)
    made = small_shop(database, stock=0)
    second = database.run(add_user, "SOM", "สมพร ม.", "manager")
    database.close()
    _told.clear()
    usual = settings.get_profile("story")
    machine = settings(usual, max_examples=usual.max_examples * 6 // 5)
    run_state_machine_as_test(lambda: AnyMonth(template, made, second), settings=machine)
    assert len(_told) >= STEPS
