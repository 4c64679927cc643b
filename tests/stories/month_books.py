"""What a village book-keeper would note about lots and producers: piles of goods and a running account."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from otop_pos.db.database import Database
from otop_pos.domain.ledger import WAITS
from tests.books import rows

SELLABLE = "sellable"


@dataclass
class Pile:
    """One delivered lot: what lies where, what went by which way, and the price on its labels."""

    id: int
    code: str
    sku: str
    producer_id: int
    grn_no: str
    price: int
    agreed_value: int
    received: int
    lies: Counter[str] = field(default_factory=Counter)
    went: Counter[str] = field(default_factory=Counter)
    moves: int = 0

    def move(self, way: str, qty: int, bucket: str = SELLABLE) -> None:
        """Out of a bucket (negative: into it)."""
        self.lies[bucket] -= qty
        self.went[way] += qty
        self.moves += 1

    @property
    def here(self) -> int:
        return sum(self.lies.values())


@dataclass
class Settled:
    """A statement as the village keeps it: what it began and ended with, and the entries on it."""

    doc_no: str
    number: int
    cutoff: date
    opening: int
    closing: int
    entries: frozenset[UUID]


@dataclass
class Account:
    """A producer's account: statements in force, and what is parked."""

    producer_id: int
    hold_days: int = 0
    min_payout: int = 0
    issued: int = 0
    statements: list[Settled] = field(default_factory=list)
    parked: set[UUID] = field(default_factory=set)
    is_on_hold: bool = False

    @property
    def closing(self) -> int:
        return self.statements[-1].closing if self.statements else 0

    def open_entries(self, database: Database, cutoff: date) -> dict[UUID, int]:
        """What a statement up to the day must hold: every entry not on one before, none parked, none too young."""
        taken = {entry for each in self.statements for entry in each.entries}
        wait = timedelta(days=self.hold_days)
        return {
            entry: amount
            for entry, kind, day, amount in ledger(database, self.producer_id)
            if entry not in taken and entry not in self.parked and day <= cutoff - (wait if kind in WAITS else wait * 0)
        }


def ledger(database: Database, producer_id: int) -> list[tuple[UUID, str, date, int]]:
    """(entry, kind, day, satang), as an auditor reads them."""
    found = rows(
        database,
        "SELECT id, kind, business_date, amount FROM payable WHERE producer_id = :producer ORDER BY id",
        producer=producer_id,
    )
    return [(UUID(str(entry)), str(kind), date.fromisoformat(str(day)), amount) for entry, kind, day, amount in found]


def owed(database: Database, producer_id: int) -> int:
    return sum(amount for _entry, _kind, _day, amount in ledger(database, producer_id))
