"""The books add up: allocations to lines, lines and payments to documents, documents to totals and closings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from otop_pos.domain.payment import CASH
from otop_pos.i18n import _
from otop_pos.sync.check_table import Rows
from otop_pos.sync.closing import CLOSINGS, Closing
from otop_pos.sync.closing_total import CLOSING_TOTALS, ClosingTotal
from otop_pos.sync.document import DOCUMENTS, SALE, TRAINING, Document
from otop_pos.sync.document_line import DOCUMENT_LINES, DocumentLine
from otop_pos.sync.finding import Finding, about_row
from otop_pos.sync.kind import MONEY, QUANTITY, Kind
from otop_pos.sync.line_allocation import LINE_ALLOCATIONS, LineAllocation
from otop_pos.sync.payment import PAYMENTS
from otop_pos.sync.tally import split_number
from otop_pos.sync.total import add_up


def check_sums(rows: Rows) -> Iterator[Finding]:
    yield from _check_lines(rows)
    yield from _check_allocations(rows)
    yield from _check_documents(rows)
    yield from _check_payments(rows)
    yield from _check_totals(rows)
    yield from _check_closings(rows)


def _grouped(rows: Iterable[Any], *fields: str) -> dict[tuple[Any, ...], list[Any]]:
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in rows:
        groups[tuple(getattr(row, field) for field in fields)].append(row)
    return groups


def _unequal(what: str, left: int, right: int, kind: Kind = MONEY) -> str:
    return _("{what}: {left} is not {right}").format(what=what, left=kind.write(left), right=kind.write(right))


def _check_lines(rows: Rows) -> Iterator[Finding]:
    parts = _grouped(rows["line_allocations"], "doc_id", "line_no")
    for line in rows["document_lines"]:
        if line.gross != line.net + line.vat:
            yield about_row("line-vat", DOCUMENT_LINES, line, _unequal("gross", line.gross, line.net + line.vat))
        yield from _check_line(line, parts.get((line.doc_id, line.line_no), []))


def _check_line(line: DocumentLine, parts: list[LineAllocation]) -> Iterator[Finding]:
    figures = (
        ("net", sum(part.net for part in parts), line.gross, MONEY),
        ("discount", sum(part.discount_centre + part.discount_producer for part in parts), line.discount, MONEY),
        ("qty", sum(part.qty for part in parts), line.qty, QUANTITY),
    )
    for what, left, right, kind in figures:
        if left != right:
            yield about_row("allocation-sum", DOCUMENT_LINES, line, _unequal(what, left, right, kind))


def _check_allocations(rows: Rows) -> Iterator[Finding]:
    lots = {lot.lot_code: lot for lot in rows["lots"]}
    for part in rows["line_allocations"]:
        if part.net != part.gross - part.discount_centre - part.discount_producer:
            yield about_row("allocation-split", LINE_ALLOCATIONS, part, _("net is not gross less the discounts"))
        divided = part.producer_due + part.commission + part.fee + part.vat_centre
        if part.lot_code and divided != part.net:
            yield about_row("allocation-split", LINE_ALLOCATIONS, part, _unequal("net", part.net, divided))
        if not part.lot_code and divided:
            yield about_row("allocation-split", LINE_ALLOCATIONS, part, _("Without a lot nobody is owed anything yet"))
        if part.lot_code and lots[part.lot_code].producer_id != part.producer_id:
            yield about_row("lot-producer", LINE_ALLOCATIONS, part, _("The lot belongs to another producer"))


def _check_documents(rows: Rows) -> Iterator[Finding]:
    lines = _grouped(rows["document_lines"], "doc_id")
    closings = {(each.shop_id, each.till_id, each.z_no): each for each in rows["closings"]}
    for document in rows["documents"]:
        total = sum(line.gross for line in lines.get((document.doc_id,), []))
        if total != document.gross_printed:
            message = _unequal("gross_printed", document.gross_printed, total)
            yield about_row("document-sum", DOCUMENTS, document, message)
        closing = closings[document.shop_id, document.till_id, document.z_no]
        if document.epoch != closing.epoch or (document.business_date != closing.business_date and not document.late):
            yield about_row("document-day", DOCUMENTS, document, _("The document is not of the day of its closing"))


def _check_payments(rows: Rows) -> Iterator[Finding]:
    payments = _grouped(rows["payments"], "doc_id")
    for document in rows["documents"]:
        own = payments.get((document.doc_id,), [])
        paid, due = sum(each.amount for each in own), document.gross_printed + sum(each.rounding for each in own)
        if paid != due:
            yield about_row("payment-sum", DOCUMENTS, document, _unequal("payments", paid, due))
    for payment in rows["payments"]:
        if (payment.cash_given is None) != (payment.change is None) or (
            payment.change is not None and payment.change != payment.cash_given - payment.amount
        ):
            yield about_row("payment-change", PAYMENTS, payment, _("change is not cash_given less amount"))


def _check_totals(rows: Rows) -> Iterator[Finding]:
    names = ("documents", "document_lines", "line_allocations", "payments")
    counted = {CLOSING_TOTALS.key_of(total): total for total in add_up(*(rows[name] for name in names))}
    said = {CLOSING_TOTALS.key_of(total): total for total in rows["closing_totals"]}
    for key in sorted(said.keys() | counted.keys()):
        if said.get(key) != counted.get(key):
            total: ClosingTotal = said.get(key) or counted[key]
            yield about_row("closing-total", CLOSING_TOTALS, total, _("The documents give another total"))


def _check_closings(rows: Rows) -> Iterator[Finding]:
    documents = _grouped(rows["documents"], "shop_id", "till_id", "z_no")
    vats: dict[Any, int] = defaultdict(int)
    for line in rows["document_lines"]:
        vats[line.doc_id] += line.vat
    cash = _cash(rows)
    for closing in rows["closings"]:
        own = documents.get((closing.shop_id, closing.till_id, closing.z_no), [])
        yield from _check_closing(closing, own, sum(vats[each.doc_id] for each in own if each.doc_type != TRAINING))
        expected = cash[closing.till_id, closing.z_no]
        if closing.cash_expected != expected:
            yield about_row(
                "closing-cash", CLOSINGS, closing, _unequal("cash_expected", closing.cash_expected, expected)
            )
        if closing.cash_diff != closing.cash_counted - closing.cash_expected:
            yield about_row("closing-cash", CLOSINGS, closing, _("cash_diff is not cash_counted less cash_expected"))


def _check_closing(closing: Closing, documents: list[Document], vat: int) -> Iterator[Finding]:
    counted = [each for each in documents if each.doc_type != TRAINING]
    gross = sum(each.gross_printed for each in counted)
    sales = sorted((each.doc_no for each in counted if each.doc_type == SALE), key=split_number)
    figures = {
        "doc_count": len(counted),
        "training_count": len(documents) - len(counted),
        "gross": gross,
        "vat": vat,
        "net": gross - vat,
        "first_doc_no": sales[0] if sales else None,
        "last_doc_no": sales[-1] if sales else None,
    }
    for field, value in figures.items():
        if getattr(closing, field) != value:
            message = _("{field} does not follow from the documents").format(field=field)
            yield about_row("closing-sum", CLOSINGS, closing, message)


def _cash(rows: Rows) -> dict[tuple[str, int], int]:
    """What should be in each drawer: the float and other movements, and what was paid in cash."""
    cash: dict[tuple[str, int], int] = defaultdict(int)
    for movement in rows["cash_movements"]:
        cash[movement.till_id, movement.z_no] += movement.amount
    documents = {each.doc_id: each for each in rows["documents"] if each.doc_type != TRAINING}
    for payment in rows["payments"]:
        document = documents.get(payment.doc_id)
        if document and payment.tender == CASH:
            cash[document.till_id, document.z_no] += payment.amount
    return cash
