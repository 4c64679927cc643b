"""What the manifest says of the rows: how many, their control totals, and the numbers each till gave."""

from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from otop_pos.domain.payment import CASH
from otop_pos.sync.closing import Closing
from otop_pos.sync.document import TRAINING, Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.format import TABLES
from otop_pos.sync.kind import MONEY
from otop_pos.sync.line_allocation import LineAllocation
from otop_pos.sync.payment import Payment

Z_SERIES = "Z"
SERIAL_DIGITS = 7


@dataclass(slots=True)
class Control:
    """Training is in none. `doc_count` documents, the others satang."""

    doc_count: int = 0
    gross: int = 0
    vat: int = 0
    cash: int = 0
    producer_due: int = 0


@dataclass(frozen=True, slots=True)
class NumberRange:
    """First and last number that a till gave in a series; Z numbers are a series too."""

    till_id: str
    epoch: int
    series: str
    first: int
    last: int


@dataclass(slots=True)
class Tally:
    """Is fed every row as it passes; documents before their parts, so that training can be left out."""

    rows: dict[str, int] = field(default_factory=lambda: {table.name: 0 for table in TABLES})
    control: Control = field(default_factory=Control)
    _numbers: dict[tuple[str, int, str], tuple[int, int]] = field(default_factory=dict)
    _training: set[UUID] = field(default_factory=set)

    def add(self, table: str, row: Any) -> None:
        self.rows[table] += 1
        match row:
            case Closing():
                self._widen(row.till_id, row.epoch, Z_SERIES, row.z_no)
            case Document():
                self._add_document(row)
            case DocumentLine() if self._counts(row):
                self.control.vat += row.vat
            case LineAllocation() if self._counts(row):
                self.control.producer_due += row.producer_due
            case Payment() if self._counts(row) and row.tender == CASH:
                self.control.cash += row.amount

    def numbers(self) -> tuple[NumberRange, ...]:
        return tuple(NumberRange(*key, *ends) for key, ends in sorted(self._numbers.items()))

    def manifest(self) -> dict[str, Any]:
        """As JSON, in a fixed order; money in baht as in the files."""
        totals = asdict(self.control)
        return {
            "rows": self.rows,
            "control": {name: total if name == "doc_count" else MONEY.write(total) for name, total in totals.items()},
            "numbers": [asdict(each) for each in self.numbers()],
        }

    def _add_document(self, document: Document) -> None:
        series, number = split_number(document.doc_no)
        self._widen(document.till_id, document.epoch, series, number)
        if document.doc_type == TRAINING:
            self._training.add(document.doc_id)
        else:
            self.control.doc_count += 1
            self.control.gross += document.gross_printed

    def _counts(self, part: DocumentLine | LineAllocation | Payment) -> bool:
        return part.doc_id not in self._training

    def _widen(self, till_id: str, epoch: int, series: str, number: int) -> None:
        first, last = self._numbers.get((till_id, epoch, series), (number, number))
        self._numbers[till_id, epoch, series] = (min(first, number), max(last, number))


def split_number(doc_no: str) -> tuple[str, int]:
    """'CM01-1-690004512' → ('CM01-1-69', 4512). The serial is the last seven digits; a number without
    them is a series of its own, so that a reader still sees it."""
    series, serial = doc_no[:-SERIAL_DIGITS], doc_no[-SERIAL_DIGITS:]
    if len(serial) == SERIAL_DIGITS and serial.isascii() and serial.isdigit():
        return series, int(serial)
    return doc_no, 0
