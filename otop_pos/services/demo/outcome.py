"""What a demo made, counted and proved, and how the console tells it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from otop_pos.db.database import Database
from otop_pos.domain.invariant import InvariantResult
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import ONE
from otop_pos.domain.report import DaySummary
from otop_pos.domain.thai_date import format_short, format_short_en
from otop_pos.i18n import _, current_language
from otop_pos.services.stock import list_lots
from otop_pos.services.verify import verify

_ALL_LOTS = 1_000_000
_GAP = 2


@dataclass(frozen=True, slots=True)
class DemoResult:
    """Money in satang; `pieces` of goods sold by the piece and `lots` of all goods are on the shelf.

    `broken` names every equation that does not hold: empty, or the demo has failed.
    """

    days: int
    sales: int
    refunds: int
    gross: int
    net: int
    due: int
    commission: int
    pieces: int
    lots: int
    papers: int
    files: int
    checks: int
    broken: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.broken


def outcome_of(database: Database, outbox: Path, summaries: Sequence[DaySummary], papers: int) -> DemoResult:
    """Sums the days, looks at the shelves and the outbox, and checks every invariant and every close."""
    on_shelf = [lot for lot in database.run(list_lots, "", _ALL_LOTS) if lot.on_hand]
    checked = [(_named(result), result.holds) for result in database.run(verify)]
    checked += [(f"{day.business_date} {proof.name}", proof.holds) for day in summaries for proof in day.proofs]
    return DemoResult(
        days=len(summaries),
        sales=sum(day.receipt_count for day in summaries),
        refunds=sum(day.refund_count for day in summaries),
        gross=sum(day.gross for day in summaries),
        net=sum(day.net for day in summaries),
        due=sum(day.due for day in summaries),
        commission=sum(day.commission for day in summaries),
        pieces=sum(lot.on_hand for lot in on_shelf if lot.product.unit.is_whole) // ONE,
        lots=len(on_shelf),
        papers=papers,
        files=sum(path.is_file() for path in outbox.rglob("*")),
        checks=len(checked),
        broken=tuple(name for name, holds in checked if not holds),
    )


def day_line(summary: DaySummary, deliveries: int) -> str:
    """One day in one line."""
    shown = format_short if current_language() == "th" else format_short_en
    return _("{day}: {sales} sales, {refunds} refunds, {deliveries} deliveries, net {net} baht").format(
        day=shown(summary.business_date),
        sales=summary.receipt_count,
        refunds=summary.refund_count,
        deliveries=deliveries,
        net=format_baht(summary.net),
    )


def result_table(result: DemoResult) -> Iterator[str]:
    """Lines of two columns, figures to the right, then whether everything adds up."""
    rows = _rows(result)
    name_width = max(_width(name) for name, _figure in rows) + _GAP
    figure_width = max(len(figure) for _name, figure in rows)
    for name, figure in rows:
        yield name + " " * (name_width - _width(name)) + figure.rjust(figure_width)
    if result.holds:
        yield _("All {checks} checks hold: money, stock and numbers add up").format(checks=result.checks)
    for name in result.broken:
        yield _("Does not hold: {name}").format(name=name)


def _named(result: InvariantResult) -> str:
    return f"{result.name}: {'; '.join(result.examples)}"


def _rows(result: DemoResult) -> list[tuple[str, str]]:
    return [
        (_("Days"), f"{result.days:,}"),
        (_("Sales"), f"{result.sales:,}"),
        (_("Refunds"), f"{result.refunds:,}"),
        (_("Gross (baht)"), format_baht(result.gross)),
        (_("Net (baht)"), format_baht(result.net)),
        (_("Owed to producers (baht)"), format_baht(result.due)),
        (_("Commission of the centre (baht)"), format_baht(result.commission)),
        (_("Pieces on the shelf"), f"{result.pieces:,}"),
        (_("Lots on the shelf"), f"{result.lots:,}"),
        (_("Papers (PDF)"), f"{result.papers:,}"),
        (_("Files for head office"), f"{result.files:,}"),
    ]


def _width(text: str) -> int:
    """Columns on a console: Thai vowels and tone marks above and below take none."""
    return sum(unicodedata.category(character) != "Mn" for character in text)
