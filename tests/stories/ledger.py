"""The shop's books as a plain program would keep them: lists, dicts and decimals, no database."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

FLOAT_AMOUNT = 122_000


def rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def vat_in(amount: int) -> int:
    return rounded(Decimal(amount) * 7 / 107)


def coins(amount: int) -> int:
    return amount - amount % 25


@dataclass
class LedgerLot:
    code: str
    sku: str
    price: int
    expires_on: date | None
    number: int
    on_hand: int
    received: int
    quarantine: int = 0


@dataclass
class LedgerLine:
    """`takes` are the lots' codes with quantities, in the order they were taken."""

    sku: str
    qty: int
    takes: list[tuple[str, int]]
    missing: int
    returned: int = 0

    @property
    def left(self) -> int:
        return self.qty - self.returned


@dataclass
class LedgerSale:
    doc_no: str
    net: int
    paid: int
    lines: list[LedgerLine]
    given_back: int = 0
    coins_back: int = 0

    @property
    def is_all_back(self) -> bool:
        return all(not line.left for line in self.lines)


@dataclass
class LedgerTill:
    z_no: int = 0
    business_date: date | None = None
    cash: int = 0
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.business_date is not None


@dataclass
class Ledger:
    today: date
    prices: dict[str, int]
    lots: dict[str, LedgerLot] = field(default_factory=dict)
    sales: list[LedgerSale] = field(default_factory=list)
    tills: dict[str, LedgerTill] = field(default_factory=dict)
    closed_days: set[date] = field(default_factory=set)
    last_sent: date | None = None

    def receive(self, code: str, sku: str, price: int, qty: int, expires_on: date | None) -> None:
        self.lots[code] = LedgerLot(code, sku, price, expires_on, len(self.lots), qty, qty)

    def in_order(self, sku: str) -> list[LedgerLot]:
        """Earliest expiry first, then the oldest; what is past its day at the very end."""
        stocked = [lot for lot in self.lots.values() if lot.sku == sku and lot.on_hand]
        return sorted(stocked, key=lambda lot: (self.is_past(lot), lot.expires_on or date.max, lot.number))

    def is_past(self, lot: LedgerLot) -> bool:
        return lot.expires_on is not None and lot.expires_on < self.today

    def price_of(self, sku: str) -> int:
        lots = self.in_order(sku)
        return lots[0].price if lots else self.prices[sku]

    def take(self, sku: str, label: str, qty: int, price: int) -> LedgerLine:
        """Off the shelf: of the label's lot alone, else lots at this price first."""
        in_turn = sorted(self.in_order(sku), key=lambda lot: (self.is_past(lot), lot.price != price))
        lots = [self.lots[label]] if label else in_turn
        takes, missing = [], qty
        for lot in lots:
            taken = min(lot.on_hand, missing)
            if taken:
                lot.on_hand -= taken
                missing -= taken
                takes.append((lot.code, taken))
        return LedgerLine(sku, qty, takes, missing)

    def put_back(self, line: LedgerLine, qty: int, is_damaged: bool) -> None:
        """What no lot covered first, then the lots, the last one first."""
        before, after = line.returned, line.returned + qty
        line.returned = after
        reached = line.missing
        for code, taken in reversed(line.takes):
            back = max(0, min(after, reached + taken) - max(before, reached))
            lot = self.lots[code]
            if is_damaged:
                lot.quarantine += back
            else:
                lot.on_hand += back
            reached += taken

    def next_number(self, till: str, mark: str) -> str:
        counted = self.tills[till].numbers
        day = self.tills[till].business_date
        assert day is not None
        key = (mark, day.year + 543 - 2500)
        counted[key] = counted.get(key, 0) + 1
        return f"{till}-1-{mark}{key[1]}{counted[key]:07d}"

    def business_day(self) -> date:
        if self.last_sent is not None and self.last_sent >= self.today:
            return self.last_sent + timedelta(days=1)
        return self.today

    def open(self, till: str) -> date:
        day = self.business_day()
        self.tills[till].business_date = day
        self.tills[till].z_no += 1
        self.tills[till].cash = 0
        return day

    def close(self, till: str) -> int:
        """What should be in the drawer."""
        day = self.tills[till].business_date
        assert day is not None
        self.closed_days.add(day)
        self.tills[till].business_date = None
        return FLOAT_AMOUNT + self.tills[till].cash

    def open_days(self) -> set[date]:
        return {till.business_date for till in self.tills.values() if till.business_date}

    def next_day(self) -> date | None:
        """The oldest day that was not sent, over or not."""
        unsent = {day for day in self.closed_days if self.last_sent is None or day > self.last_sent}
        return min(unsent | self.open_days(), default=None)
