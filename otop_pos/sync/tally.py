"""What the manifest says of the rows: how many, their control totals, and the numbers each till gave."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from otop_pos.domain.payment import CASH
from otop_pos.sync.closing import CLOSINGS, Closing
from otop_pos.sync.document import DOCUMENTS, TRAINING, Document
from otop_pos.sync.document_line import DOCUMENT_LINES, DocumentLine
from otop_pos.sync.format import TABLES
from otop_pos.sync.kind import MONEY
from otop_pos.sync.line_allocation import LINE_ALLOCATIONS, LineAllocation
from otop_pos.sync.payment import PAYMENTS, Payment

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

    def adder(self, table: str) -> Callable[[Any], None]:
        """Takes the rows of one table."""
        add_part = self._parts().get(table)

        def add(row: Any) -> None:
            self.rows[table] += 1
            if add_part is not None:
                add_part(row)

        return add

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

    def _parts(self) -> dict[str, Callable[[Any], None]]:
        return {
            CLOSINGS.name: self._add_closing,
            DOCUMENTS.name: self._add_document,
            DOCUMENT_LINES.name: self._add_line,
            LINE_ALLOCATIONS.name: self._add_allocation,
            PAYMENTS.name: self._add_payment,
        }

    def _add_closing(self, closing: Closing) -> None:
        self._widen(closing.till_id, closing.epoch, Z_SERIES, closing.z_no)

    def _add_line(self, line: DocumentLine) -> None:
        if line.doc_id not in self._training:
            self.control.vat += line.vat

    def _add_allocation(self, allocation: LineAllocation) -> None:
        if allocation.doc_id not in self._training:
            self.control.producer_due += allocation.producer_due

    def _add_payment(self, payment: Payment) -> None:
        if payment.tender == CASH and payment.doc_id not in self._training:
            self.control.cash += payment.amount

    def _add_document(self, document: Document) -> None:
        series, number = split_number(document.doc_no)
        self._widen(document.till_id, document.epoch, series, number)
        if document.doc_type == TRAINING:
            self._training.add(document.doc_id)
        else:
            self.control.doc_count += 1
            self.control.gross += document.gross_printed

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
