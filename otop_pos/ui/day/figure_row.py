"""The figures of a day or a till session as rows, each with the list that stands behind it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary, DocumentBrief, Proof, TenderTotal
from otop_pos.domain.sale import DocumentType
from otop_pos.domain.till_event import EventKind, EventTotal, TillEvent
from otop_pos.domain.till_report import TillReport
from otop_pos.i18n import _
from otop_pos.ui.day.proof_card import EQUATIONS
from otop_pos.ui.day.words import MOVES, event_name
from otop_pos.ui.style import Tone
from otop_pos.ui.wording import method_name

SAYS_AMOUNT = frozenset((EventKind.PRICE, EventKind.DISCOUNT, EventKind.CANCEL_BILL, EventKind.REFUND, EventKind.VOID))
_OUT = (EventKind.PAID_OUT,)
_PAYOUTS = (EventKind.PAYOUT,)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`key` names it; `documents` and `events` choose its list, None where there is none."""

    key: str
    title: Callable[[], str]
    amount: str = ""
    count: int | None = None
    documents: Callable[[DocumentBrief], bool] | None = None
    events: Callable[[TillEvent], bool] | None = None
    tone: Tone = "ink"

    @property
    def has_list(self) -> bool:
        return self.documents is not None or self.events is not None


def summary_rows(summary: DaySummary) -> tuple[FigureRow, ...]:
    """Of the whole day, all its tills."""
    moved = (
        (CashKind.PAID_IN, (EventKind.PAID_IN,), summary.paid_in),
        (CashKind.PAID_OUT, _OUT, summary.paid_out - summary.payouts),
        (CashKind.PAYOUT, _PAYOUTS, summary.payouts),
    )
    return (
        _sales(summary.receipt_count, summary.gross),
        _discounts(summary.discounts),
        FigureRow(
            "refunds",
            lambda: _("Returns and voids"),
            format_baht(summary.refunds),
            summary.refund_count,
            lambda each: each.doc_type is DocumentType.REFUND,
        ),
        _net(summary.net),
        *_tenders(summary.tenders),
        *(_moved(kind, kinds, amount) for kind, kinds, amount in moved if amount),
        *_people(summary.events),
    )


def report_rows(report: TillReport) -> tuple[FigureRow, ...]:
    """Of one till session; what a blind count may not say is left out."""
    return (
        _sales(report.sale_count, report.gross),
        _discounts(report.discounts),
        FigureRow(
            "refunds",
            lambda: _("Returns"),
            format_baht(report.refunds),
            report.refund_count,
            lambda each: each.doc_type is DocumentType.REFUND and not each.is_void,
        ),
        FigureRow("voids", lambda: _("Voids"), format_baht(report.voids), report.void_count, lambda each: each.is_void),
        _net(report.net),
        *_tenders(report.tenders),
        *(_moved(each.kind, _kinds(each.kind), each.amount, each.count) for each in report.movements),
        *(() if report.is_blind else _drawer(report)),
        *_people(report.events),
        *_proofs(report.proofs),
    )


def _sales(count: int, gross: int) -> FigureRow:
    return FigureRow("sales", lambda: _("Receipts"), format_baht(gross), count, _is_sale)


def _is_sale(brief: DocumentBrief) -> bool:
    return brief.doc_type is DocumentType.SALE


def _discounts(amount: int) -> FigureRow:
    return FigureRow("discounts", lambda: _("Discounts"), format_baht(-amount), documents=_is_less)


def _is_less(brief: DocumentBrief) -> bool:
    return brief.discount != 0


def _net(net: int) -> FigureRow:
    return FigureRow("net", lambda: _("Net sales"), format_baht(net), documents=lambda _each: True, tone="primary")


def _tenders(tenders: Iterable[TenderTotal]) -> Iterator[FigureRow]:
    for each in tenders:
        paid_so = partial(_is_paid_by, each.method)
        title = partial(method_name, each.method)
        yield FigureRow(f"tender:{each.method}", title, format_baht(each.amount), each.count, paid_so)


def _is_paid_by(method: str, brief: DocumentBrief) -> bool:
    return any(each == method for each, _amount in brief.paid)


def _moved(kind: CashKind, kinds: tuple[EventKind, ...], amount: int, count: int | None = None) -> FigureRow:
    return FigureRow(kind.value, MOVES[kind], format_baht(amount), count, events=lambda each: each.kind in kinds)


def _kinds(kind: CashKind) -> tuple[EventKind, ...]:
    if kind is CashKind.PAYOUT:
        return _PAYOUTS
    return (EventKind.PAID_IN,) if kind is CashKind.PAID_IN else _OUT


def _drawer(report: TillReport) -> Iterator[FigureRow]:
    session = report.session
    yield FigureRow("float", lambda: _("Float in the morning"), format_baht(session.float_amount))
    yield FigureRow("expected", lambda: _("Should be in the drawer"), format_baht(report.cash_expected))
    if session.cash_counted is None:
        return
    yield FigureRow("counted", lambda: _("Counted"), format_baht(session.cash_counted))
    difference = session.cash_difference
    tone: Tone = "good" if difference == 0 else "warn" if difference > 0 else "danger"
    yield FigureRow("difference", lambda: _("Difference"), format_baht(difference), tone=tone)


def _proofs(proofs: Iterable[Proof]) -> Iterator[FigureRow]:
    """Each equation once more: = where it holds, both sides where it does not."""
    for each in proofs:
        title = EQUATIONS.get(each.name, partial(str, each.name))
        amount = (
            f"= {format_baht(each.left)}" if each.holds else f"{format_baht(each.left)} ≠ {format_baht(each.right)}"
        )
        yield FigureRow(f"proof:{each.name}", title, amount, tone="good" if each.holds else "danger")


def _people(events: Iterable[EventTotal]) -> Iterator[FigureRow]:
    for each in events:
        yield FigureRow(
            f"{each.kind.value}:{each.user}",
            partial(_person_title, each),
            format_baht(each.amount) if each.kind in SAYS_AMOUNT else "",
            each.count,
            events=partial(_is_of, each),
        )


def _person_title(total: EventTotal) -> str:
    return f"{event_name(total.kind)} · {total.user}"


def _is_of(total: EventTotal, event: TillEvent) -> bool:
    return event.kind is total.kind and event.user == total.user
