"""A listing's rows on screen: sorted by a touch on a heading or a digit key, the sums pinned below."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from otop_pos.domain.listing import Kind, Listing, Row, sorted_rows
from otop_pos.domain.listing_text import cell_text
from otop_pos.i18n import current_language
from otop_pos.ui.style import Tone, colour, font, px, text_px
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.row_painter import FIRST_PADDING, PADDING, RowPainter
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.table_model import ALIGN, Column

ROW_HEIGHT = 40
_MEASURED = 300
_LEAST, _LEAST_MAIN, _PER_SHARE, _AIR = 54, 190, 40, 18
_UP, _DOWN = " ▲", " ▼"


class ListingTable(RowsTable[Row]):
    """`ListingTable(listing, empty)`: rows of one listing; another one needs another table."""

    sorted = Signal()

    def __init__(self, listing: Listing, empty: EmptyState) -> None:
        self._listing = listing
        self._order: tuple[int, bool] | None = None
        self._widths = [_width(listing, number) for number in range(len(listing.headings))]
        super().__init__([self._column(number) for number in range(len(listing.headings))], ROW_HEIGHT, empty)
        self.setItemDelegate(_ClosePainter(self.rows_model, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.show_rows(listing.rows, select=0)

    @property
    def listing(self) -> Listing:
        return self._listing

    @property
    def shown(self) -> tuple[Row, ...]:
        return self.rows_model.rows

    def sort_by(self, number: int) -> None:
        """Figures from the largest, texts from the first; once more the other way round."""
        falls = self._listing.headings[number].kind is not Kind.TEXT
        if self._order is not None and self._order[0] == number:
            falls = not self._order[1]
        self._order = (number, falls)
        self.show_rows(sorted_rows(self._listing.rows, number, current_language(), falls=falls), select=0)
        self.rows_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._listing.headings) - 1)
        self.sorted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 sorts by the first column, 2 by the second."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._listing.headings) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.sort_by(number)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._order is not None:
            number, falls = self._order
            self.show_rows(sorted_rows(self._listing.rows, number, current_language(), falls=falls))

    def _measure(self) -> None:
        super()._measure()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setFixedHeight(px(40))
        # As close as the cells below.
        edge, close, least = px(FIRST_PADDING), px(PADDING), px(2)
        header.setStyleSheet(
            f"QHeaderView::section {{ padding: 0 {least}px 0 {close}px; }}"
            f"QHeaderView::section:first {{ padding-left: {edge}px; }}"
            f"QHeaderView::section:last, QHeaderView::section:only-one {{ padding-right: {edge}px; }}"
        )
        header.setCursor(Qt.CursorShape.PointingHandCursor)
        for number in range(len(self._widths)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        self._make_room()

    def _make_room(self) -> None:
        """The main column takes the rest; where little is left it keeps its own and the table scrolls sideways:
        no column of a report is left out."""
        main = self._main_column
        rest = self.viewport().width() - sum(width for number, width in enumerate(self._widths) if number != main)
        for number, width in enumerate(self._widths):
            self.setColumnWidth(number, max(rest, px(_LEAST_MAIN)) if number == main else width)

    def _column(self, number: int) -> Column[Row]:
        heading, main = self._listing.headings[number], _main(self._listing)
        return Column(
            lambda: heading.title.said(current_language()) + self._arrow(number),
            _text_of(number, heading.kind),
            0 if number == main else self._widths[number],
            "right" if heading.kind.is_number else "left",
            "body" if number == main else "secondary",
            tone=_tone_of(number),
        )

    def _arrow(self, number: int) -> str:
        if self._order is None or self._order[0] != number:
            return ""
        return _DOWN if self._order[1] else _UP


class _ClosePainter(RowPainter):
    """Figures stand closer than in other tables: a report has many columns."""

    def _right_padding(self, number: int) -> int:
        return super()._right_padding(number) if number == len(self._model.columns) - 1 else 2


class TotalsRow(QWidget):
    """The sums, under the columns they are of."""

    def __init__(self, table: ListingTable) -> None:
        super().__init__()
        self._table = table
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> list[str]:
        listing = self._table.listing
        return [
            "" if cell is None else cell_text(cell, heading.kind, current_language())
            for cell, heading in zip(listing.totals, listing.headings, strict=False)
        ]

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(ROW_HEIGHT) if self._table.listing.totals else 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("primary_soft"))
        painter.setFont(self._face())
        painter.setPen(colour("figure"))
        for number, text in enumerate(self.texts()):
            left = self._table.columnViewportPosition(number) + self._table.viewport().x()
            first = px(FIRST_PADDING if number == 0 else PADDING)
            last = px(FIRST_PADDING if number == len(self._table.listing.headings) - 1 else 2)
            is_number = self._table.listing.headings[number].kind.is_number
            # A figure may use the air at its left: it must never be cut.
            area = QRectF(left, 0, self._table.columnWidth(number), self.height())
            area = area.adjusted(0 if is_number else first, 0, -last, 0)
            align = ALIGN["right" if is_number else "left"] | Qt.TextFlag.TextDontClip
            painter.drawText(area, int(align), text)

    def _face(self) -> QFont:
        """As large as the rows' figures, so that it fits where they fit, and bolder."""
        face = font("secondary")
        face.setWeight(QFont.Weight.DemiBold)
        return face


class ListingView(QWidget):
    """A table with its sums, in a card's width."""

    def __init__(self, listing: Listing, empty: EmptyState) -> None:
        super().__init__()
        self.table = ListingTable(listing, empty)
        self.totals = TotalsRow(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        self.table.horizontalScrollBar().valueChanged.connect(self.totals.update)
        self.setFocusProxy(self.table)


def _main(listing: Listing) -> int:
    """The column that takes the rest: the first of the widest texts."""
    texts = [number for number, heading in enumerate(listing.headings) if heading.kind is Kind.TEXT]
    return max(texts, key=lambda number: (listing.headings[number].share, -number), default=0)


def _text_of(number: int, kind: Kind) -> Callable[[Row], str]:
    return lambda row: cell_text(row[number], kind, current_language())


def _tone_of(number: int) -> Callable[[Row], Tone]:
    def tone(row: Row) -> Tone:
        cell = row[number]
        if cell is None:
            return "ink2"
        return "danger" if isinstance(cell, int) and cell < 0 else "ink"

    return tone


def _width(listing: Listing, number: int) -> int:
    """Pixels: of figures as much as they need, of texts by their share."""
    heading, language = listing.headings[number], current_language()
    metrics, head_metrics = QFontMetricsF(font("secondary")), QFontMetricsF(font("small"))
    rows = (*listing.rows[:_MEASURED], *([listing.totals] if listing.totals else []))
    widest = max((metrics.horizontalAdvance(cell_text(row[number], heading.kind, language)) for row in rows), default=0)
    head = head_metrics.horizontalAdvance(heading.title.said(language) + _DOWN) * 1.06
    # A name is shortened rather than a figure, and a heading rather than either.
    wanted = max(widest, min(head, px(104))) + px(_AIR)
    if heading.kind is Kind.TEXT:
        wanted = min(wanted, max(text_px(_PER_SHARE * heading.share), text_px(84)))
    edges = (number == 0) + (number == len(listing.headings) - 1)
    return max(px(_LEAST), round(wanted)) + edges * px(FIRST_PADDING)
