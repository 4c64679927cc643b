"""A list as it would come in: its counts, its rows, and a place to drop a file on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.import_list import ImportKind, ImportPreview, ImportRow
from otop_pos.i18n import _
from otop_pos.ui.importing.columns import row_columns
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, FigureCard
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments

ALL, OUT, AGAIN = "all", "out", "again"


class ListView(QWidget):
    """`show_preview(preview)`; what is shown of it is chosen by the segments."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: ImportPreview | None = None
        self.good = FigureCard(lambda: _("Can come in"), "good")
        self.bad = FigureCard(lambda: _("Stay out"), "danger")
        self.again = FigureCard(lambda: _("To look at again"), "warn")
        self.makers = FigureCard(lambda: _("New producers"))
        self.shown = Segments(
            [
                (ALL, lambda: _("All rows")),
                (OUT, lambda: _("Stay out")),
                (AGAIN, lambda: _("To look at again")),
            ]
        )
        for button in self.shown.buttons.values():
            button.setMinimumWidth(px(150))
        self.empty = EmptyState("file-arrow-up", "", "")
        self.table: RowsTable[ImportRow] = RowsTable(row_columns(), row_height=54, empty=self.empty)
        self._build()
        self.shown.changed.connect(lambda _choice: self._show_rows())
        self.show_nothing()

    def _build(self) -> None:
        self.figures = QWidget()
        figures = QHBoxLayout(self.figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(px(12))
        for card in (self.good, self.bad, self.again, self.makers):
            figures.addWidget(card, 1)
        row = QHBoxLayout()
        row.addWidget(self.shown)
        row.addStretch(1)
        framed = Card()
        framed.column.setContentsMargins(1, 1, 1, 1)
        framed.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.figures)
        column.addLayout(row)
        column.addWidget(framed, 1)

    @property
    def preview(self) -> ImportPreview | None:
        return self._preview

    def show_nothing(self) -> None:
        self._preview = None
        self.figures.hide()
        self.shown.hide()
        self.table.show_rows(())
        self._say_empty()

    def show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.figures.show()
        self.shown.show()
        self.good.show_text(f"{preview.good:,}")
        self.bad.show_text(f"{preview.bad:,}", "danger" if preview.bad else "figure")
        self.again.show_text(f"{preview.doubtful:,}", "warn" if preview.doubtful else "figure")
        self.makers.show_text(f"{preview.new_producers:,}")
        self.makers.setVisible(preview.kind is ImportKind.PRODUCT)
        self.shown.choose(OUT if preview.bad else ALL)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._preview is None:
            return
        chosen = self.shown.choice()
        rows = [row for row in self._preview.rows if _is_shown(row, chosen)]
        self._say_empty()
        self.table.show_rows(rows, select=0)

    def _say_empty(self) -> None:
        if self._preview is None:
            self.empty.say(
                lambda: _("Drop a list here, or choose a file"),
                lambda: _("CSV or XLSX with a heading over each column. Nothing comes in before you say so"),
            )
        else:
            self.empty.say(lambda: _("No such row"), lambda: _("Choose “All rows” to see the whole list"))


def _is_shown(row: ImportRow, chosen: str) -> bool:
    if chosen == OUT:
        return bool(row.problems)
    return bool(row.doubts) and not row.problems if chosen == AGAIN else True
