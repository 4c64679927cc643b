"""Each Z in its totals, added up from the documents: the writer's figures and the reader's proof."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from otop_pos.sync.closing_total import ALL, CLOSING_TOTALS, NO_PRODUCER, ClosingTotal
from otop_pos.sync.document import TRAINING, VOID, Document
from otop_pos.sync.document_line import DocumentLine
from otop_pos.sync.line_allocation import LineAllocation
from otop_pos.sync.payment import Payment


class _Part(NamedTuple):
    """An amount (`gross`, with `vat` in it, satang) and the total it belongs to."""

    doc_id: UUID
    kind: str
    key: str
    gross: int
    vat: int = 0
    producer_id: str = ALL
    vat_code: str = ALL


def add_up(
    documents: Iterable[Document],
    lines: Iterable[DocumentLine],
    allocations: Iterable[LineAllocation],
    payments: Iterable[Payment],
) -> list[ClosingTotal]:
    """Sorted as closing_totals.csv is. Training is in no total; memory grows with the documents of the day."""
    vat_codes: dict[tuple[UUID, int], str] = {}
    vats: dict[UUID, int] = {}
    parts: list[_Part] = []
    known = list(documents)
    for line in lines:
        vat_codes[line.doc_id, line.line_no] = line.vat_code
        vats[line.doc_id] = vats.get(line.doc_id, 0) + line.vat
        parts.append(_Part(line.doc_id, "vat", line.vat_code, line.gross, line.vat, vat_code=line.vat_code))
    for document in known:
        parts.extend(_of_document(document, vats.get(document.doc_id, 0)))
    for allocation in allocations:
        parts.extend(_of_allocation(allocation, vat_codes.get((allocation.doc_id, allocation.line_no), ALL)))
    parts.extend(_Part(payment.doc_id, "tender", payment.tender, payment.amount) for payment in payments)
    return _summed({each.doc_id: each for each in known if each.doc_type != TRAINING}, parts)


def _of_document(document: Document, vat: int) -> Iterator[_Part]:
    yield _Part(document.doc_id, "doc_type", document.doc_type, document.gross_printed, vat)
    if document.doc_type == VOID:
        yield _Part(document.doc_id, "void", document.reason_code or VOID, document.gross_printed, vat)


def _of_allocation(row: LineAllocation, vat_code: str) -> Iterator[_Part]:
    producer = row.producer_id if row.producer_id and row.lot_code else NO_PRODUCER
    yield _Part(row.doc_id, "producer", producer, row.net, row.vat_centre, producer, vat_code)
    for bearer, discount in (("CENTRE", row.discount_centre), ("PRODUCER", row.discount_producer)):
        if discount:
            yield _Part(row.doc_id, "discount", bearer, discount)


def _summed(documents: dict[UUID, Document], parts: Iterable[_Part]) -> list[ClosingTotal]:
    sums: dict[tuple[str, str, int, str, str, str, str], tuple[int, int, int]] = {}
    for part in parts:
        document = documents.get(part.doc_id)
        if document is None:
            continue
        z = (document.shop_id, document.till_id, document.z_no)
        key = (*z, part.kind, part.key, part.producer_id, part.vat_code)
        count, gross, vat = sums.get(key, (0, 0, 0))
        sums[key] = (count + 1, gross + part.gross, vat + part.vat)
    totals = [ClosingTotal(*key, count, gross, gross - vat, vat) for key, (count, gross, vat) in sums.items()]
    return sorted(totals, key=CLOSING_TOTALS.key_of)
