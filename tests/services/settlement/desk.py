"""The consignment desk of the small shop: a day is sold, closed, and settled the next morning."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.discount import Discount
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.ledger_adjustment import LedgerAdjustment
from otop_pos.domain.producer import Producer
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import User
from otop_pos.domain.statement import Statement
from otop_pos.domain.voucher import PayoutMethod, Voucher
from otop_pos.services.producer import add_agreement, add_producer
from otop_pos.services.settlement.issuing import issue_statement
from otop_pos.services.settlement.ledger import adjust_ledger
from otop_pos.services.settlement.vouching import approve_voucher, pay_voucher, prepare_voucher
from otop_pos.services.user import add_user
from tests.books import change, rows
from tests.factories import NOW, TODAY, SmallShop, agreement

DAY = timedelta(days=1)
LATER = NOW + DAY
"""The next morning."""
TOMORROW = TODAY + DAY


@dataclass(frozen=True)
class Desk:
    """A shop whose first day is over. `clerk` prepares, `shop.manager` approves, `second` is another manager."""

    shop: SmallShop
    clerk: User
    second: User

    def by(self, user: User | None = None, at: datetime = LATER, till: str = "CM01") -> dict[str, Any]:
        return {"till": till, "user": user or self.clerk, "at": at}

    def run(self, use_case: Any, *args: Any, user: User | None = None, at: datetime = LATER, till: str = "CM01") -> Any:
        return self.shop.database.run(use_case, *args, **self.by(user, at, till))

    def ask(self, use_case: Any, *args: Any, **named: Any) -> Any:
        return self.shop.database.run(use_case, *args, **named)

    def issue(self, cutoff: date = TODAY, producer: Producer | None = None, at: datetime = LATER) -> Statement:
        issued: Statement = self.run(issue_statement, (producer or self.shop.weaver).id, cutoff, at=at)
        return issued

    def approved(self, statement: Statement, method: PayoutMethod = PayoutMethod.CASH, at: datetime = LATER) -> Voucher:
        voucher = self.run(prepare_voucher, statement.doc_no, method, at=at)
        approved: Voucher = self.run(approve_voucher, voucher.doc_no, user=self.shop.manager, at=at)
        return approved

    def paid(self, statement: Statement, method: PayoutMethod = PayoutMethod.CASH, at: datetime = LATER) -> Voucher:
        voucher = self.approved(statement, method, at)
        paid: Voucher = self.run(pay_voucher, voucher.doc_no, "REF-1" if method is PayoutMethod.BANK else "", at=at)
        return paid

    def adjust(
        self, amount: int, producer: Producer | None = None, kind: EntryKind = EntryKind.ADJUST, at: datetime = LATER
    ) -> LedgerEntry:
        wanted = LedgerAdjustment((producer or self.shop.weaver).id, kind, amount, "ปรับปรุงยอด")
        entry: LedgerEntry = self.run(adjust_ledger, wanted, user=self.shop.manager, at=at)
        return entry

    def owed(self, producer: Producer | None = None) -> int:
        sums = rows(
            self.shop.database,
            "SELECT COALESCE(SUM(amount), 0) FROM payable WHERE producer_id = :id",
            id=(producer or self.shop.weaver).id,
        )
        return int(sums[0][0])

    def next_day(self, days: int = 1) -> datetime:
        """The till is open again, that many days later."""
        at = NOW + days * DAY
        self.shop.open(at=at)
        return at


def desk_of(shop: SmallShop) -> Desk:
    clerk = shop.database.run(add_user, "NOK", "นก ส.", "clerk")
    second = shop.database.run(add_user, "ORN", "อรทัย ม.", "manager")
    return Desk(shop, clerk, second)


def two_cloths(shop: SmallShop, at: datetime = NOW) -> Sale:
    """Two at 1,070.00 with 10 % off that the centre bears: 1,500.00 are due."""
    basket = shop.basket(("P000001", 2_000))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(1_000)))
    return shop.sell(basket=basket, at=at)


def new_terms(shop: SmallShop, **terms: Any) -> None:
    """Of the weaver's agreement, from its first day on."""
    assignments = ", ".join(f"{name} = '{value}'" for name, value in terms.items())
    with_guard_off(shop, f"UPDATE agreement SET {assignments} WHERE producer_id = {shop.weaver.id}")


def with_guard_off(shop: SmallShop, statement: str) -> None:
    """As no user may: on SQLite the trigger is put aside, on PostgreSQL it is not fired."""
    if shop.database.engine.dialect.name == "sqlite":
        names = [row[0] for row in rows(shop.database, "SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        made = [row[0] for row in rows(shop.database, "SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        change(shop.database, *(f"DROP TRIGGER {name}" for name in names), statement, *made)
    else:
        change(shop.database, "SET LOCAL session_replication_role = replica", statement)


def new_producer(shop: SmallShop, code: str, **facts: Any) -> Producer:
    producer = shop.database.run(add_producer, Producer(code, f"กลุ่ม {code}", **facts))
    shop.database.run(add_agreement, agreement(producer.id, TaxMode.NONE))
    return producer
