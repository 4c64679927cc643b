"""Each Z in its totals, added up from the documents: the writer's figures and the reader's proof."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from otop_pos.sync.closing_total import ALL, CLOSING_TOTALS, NO_PRODUCER, ClosingTotal
from otop_pos.sync.document import TRAINING, VOID, Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.line_allocation import LineAllocation
from otop_pos.sync.payment import Payment

Row = TypeVar("Row")

_Key = tuple[str, str, int, str, str, str, str]
"""The primary key of closing_totals.csv."""


@dataclass(slots=True)
class _Sum:
    """`gross`, with `vat` in it, in satang."""

    count: int = 0
    gross: int = 0
    vat: int = 0


@dataclass(slots=True)
class _Known:
    """A document that counts: its Z, the sums it stands in, and the VAT code of each line."""

    z: tuple[str, str, int]
    sums: list[_Sum]
    vat_codes: dict[int, str] = field(default_factory=dict)


class Totals:
    """Is fed every row as it passes: documents first, then lines, allocations and payments. Training is
    in no total. Memory grows with the day by a little per document."""

    def __init__(self) -> None:
        self._known: dict[UUID, _Known] = {}
        self._sums: dict[_Key, _Sum] = {}

    def add_document(self, document: Document) -> None:
        if document.doc_type == TRAINING:
            return
        z = (document.shop_id, document.till_id, document.z_no)
        sums = [self._add((*z, "doc_type", document.doc_type, ALL, ALL), document.gross_printed)]
        if document.doc_type == VOID:
            sums.append(self._add((*z, "void", document.reason_code or VOID, ALL, ALL), document.gross_printed))
        self._known[document.doc_id] = _Known(z, sums)

    def add_line(self, line: DocumentLine) -> None:
        known = self._known.get(line.doc_id)
        if known is None:
            return
        known.vat_codes[line.line_no] = line.vat_code
        self._add((*known.z, "vat", line.vat_code, ALL, line.vat_code), line.gross, line.vat)
        # A document's tax is that of its lines.
        for each in known.sums:
            each.vat += line.vat

    def add_allocation(self, row: LineAllocation) -> None:
        known = self._known.get(row.doc_id)
        if known is None:
            return
        producer = row.producer_id if row.producer_id and row.lot_code else NO_PRODUCER
        vat_code = known.vat_codes.get(row.line_no, ALL)
        self._add((*known.z, "producer", producer, producer, vat_code), row.net, row.vat_centre)
        for bearer, discount in (("CENTRE", row.discount_centre), ("PRODUCER", row.discount_producer)):
            if discount:
                self._add((*known.z, "discount", bearer, ALL, ALL), discount)

    def add_payment(self, payment: Payment) -> None:
        known = self._known.get(payment.doc_id)
        if known is not None:
            self._add((*known.z, "tender", payment.tender, ALL, ALL), payment.amount)

    def rows(self) -> Iterator[ClosingTotal]:
        """Sorted as closing_totals.csv is, once all else has passed."""
        totals = [
            ClosingTotal(*key, each.count, each.gross, each.gross - each.vat, each.vat)
            for key, each in self._sums.items()
        ]
        yield from sorted(totals, key=CLOSING_TOTALS.key_of)

    def _add(self, key: _Key, gross: int, vat: int = 0) -> _Sum:
        found = self._sums.get(key)
        if found is None:
            found = self._sums[key] = _Sum()
        found.count += 1
        found.gross += gross
        found.vat += vat
        return found


def watched(rows: Iterable[Row], add: Callable[[Row], None]) -> Iterator[Row]:
    for row in rows:
        add(row)
        yield row


def add_up(
    documents: Iterable[Document],
    lines: Iterable[DocumentLine],
    allocations: Iterable[LineAllocation],
    payments: Iterable[Payment],
) -> list[ClosingTotal]:
    """Sorted as closing_totals.csv is. Training is in no total."""
    totals = Totals()
    for document in documents:
        totals.add_document(document)
    for line in lines:
        totals.add_line(line)
    for allocation in allocations:
        totals.add_allocation(allocation)
    for payment in payments:
        totals.add_payment(payment)
    return list(totals.rows())
