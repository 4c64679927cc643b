"""Past sales under the terms being typed, beside what they did bring."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from otop_pos.domain.money import format_baht
from otop_pos.domain.rehearsal import Figures, Rehearsal, RehearsalRow
from otop_pos.i18n import _
from otop_pos.ui.producer.words import signed_baht
from otop_pos.ui.style import Tone, is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import named

WIDTH, NARROW = 460, 350
Side = Callable[[Figures], int]
"""One side of a division."""


class RehearsalCard(Card):
    """`days()`, `show(rehearsal)`, `say_missing(sentence)`; `asked` when another time is chosen."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14, spacing=8)
        self.rehearsal: Rehearsal | None = None
        self.setFixedWidth(px(NARROW if is_large() else WIDTH))
        self.time = Segments([(days, _days(days)) for days in ("30", "90", "365")])
        self.time.choose("90")
        self.time.changed.connect(lambda _days: self.asked.emit())
        self.missing = Label("", "secondary", "warn", elides=True)
        self.sums = FactList(row_height=26)
        self.nothing = EmptyState("chart-bar", lambda: _("Nothing sold in this time"))
        self.table: RowsTable[RehearsalRow] = RowsTable(_columns(), 58, empty=self.nothing)
        self.column.addWidget(Label(lambda: _("The last sales under these terms"), "strong"))
        self.column.addWidget(self.time)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.sums)
        self.column.addWidget(self.table, 1)
        self.missing.hide()

    def days(self) -> int:
        return int(self.time.choice())

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self.rehearsal = rehearsal
        self.missing.hide()
        total = rehearsal.total
        self.sums.show_rows(
            [
                _sum(lambda: _("Producer"), total, lambda figures: figures.due, is_strong=True),
                _sum(lambda: _("Centre"), total, lambda figures: figures.commission),
                _sum(lambda: _("VAT"), total, lambda figures: figures.vat),
            ]
            if rehearsal.rows
            else []
        )
        self.table.show_rows(rehearsal.rows, select=0)

    def say_missing(self, sentence: str) -> None:
        """The terms are not complete: what was rehearsed stands, and says that it is older."""
        self.missing.say(sentence)
        self.missing.show()


def _days(days: str) -> Said:
    return lambda: _("{days} days").format(days=days)


def _sum(title: Said, row: RehearsalRow, of: Side, is_strong: bool = False) -> FactRow:
    before, after = of(row.posted), of(row.rehearsed)
    text = f"{format_baht(before)} → {format_baht(after)}"
    return FactRow(
        title,
        text if is_large() else f"{text}  ({signed_baht(after - before)})",
        _tone(after - before),
        is_strong,
    )


def _tone(difference: int) -> Tone:
    return "good" if difference > 0 else "danger" if difference < 0 else "ink"


def _columns() -> tuple[Column[RehearsalRow], ...]:
    return (
        Column(
            lambda: _("Product"),
            lambda row: named(row.name_th, row.name_en),
            second=lambda row: _("VAT {vat}").format(vat=format_baht(row.rehearsed.vat)),
        ),
        Column(
            lambda: _("So far"),
            lambda row: format_baht(row.posted.due),
            112,
            "right",
            second=lambda row: format_baht(row.posted.commission),
        ),
        Column(
            lambda: _("New"),
            lambda row: format_baht(row.rehearsed.due),
            112,
            "right",
            role="strong",
            second=lambda row: format_baht(row.rehearsed.commission),
            tone=lambda row: _tone(row.rehearsed.due - row.posted.due),
        ),
    )
