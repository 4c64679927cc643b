"""The day at a glance: four figures, the hours, the OTOP categories."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otop_pos.domain.money import BAHT, format_baht
from otop_pos.domain.report import DaySummary
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, FigureCard
from otop_pos.ui.widgets.charts import HourBars, RankBars
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.wording import named

LEAST_CHARTS = 112


class OpenCard(FigureCard):
    """A figure that leads to what stands behind it, by a tap or by Enter."""

    chosen = Signal()

    def __init__(self, title: Said) -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 10)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class DayFigures(QWidget):
    """`show_summary(summary)`; call again after a change of language."""

    chosen = Signal(str)
    """The key of a figure that somebody wants to see behind."""

    def __init__(self) -> None:
        super().__init__()
        self.net = OpenCard(lambda: _("Net sales"))
        self.receipts = OpenCard(lambda: _("Receipts · average"))
        self.refunds = OpenCard(lambda: _("Returns"))
        for opens, key in ((self.net, "net"), (self.receipts, "sales"), (self.refunds, "refunds")):
            opens.chosen.connect(lambda key=key: self.chosen.emit(key))
        self.due = FigureCard(lambda: _("Owed to makers"))
        self.hours = HourBars()
        self.categories = RankBars()
        cards = QHBoxLayout()
        cards.setSpacing(px(12))
        for card in (self.net, self.receipts, self.refunds, self.due):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            cards.addWidget(card, 1)
        self.charts = QWidget()
        charts = QHBoxLayout(self.charts)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(px(12))
        charts.addWidget(_titled(Label(lambda: _("By hour"), "strong"), self.hours), 1)
        charts.addWidget(_titled(Label(lambda: _("By OTOP category"), "strong"), self.categories), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(cards)
        column.addWidget(self.charts, 1)
        column.addStretch(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text on a small screen leaves the figures and gives up the charts."""
        super().resizeEvent(event)
        room = self.height() - self.net.sizeHint().height()
        self.charts.setVisible(room >= px(LEAST_CHARTS))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(400), self.net.sizeHint().height())

    def show_summary(self, summary: DaySummary) -> None:
        self.net.show_text(format_baht(summary.net))
        self.receipts.show_text(f"{summary.receipt_count:,} · {whole_baht(summary.average)}")
        self.refunds.show_text(format_baht(-summary.refunds))
        self.due.show_text(format_baht(summary.due))
        best = max((net for _hour, net in summary.by_hour), default=0)
        self.hours.show_values(all_hours(summary.by_hour), whole_baht(best))
        self.categories.show_values(
            [(named(each.name_th, each.name_en), each.net, whole_baht(each.net)) for each in summary.by_category]
        )


def whole_baht(satang: int) -> str:
    """For charts and averages, where satang only disturb: '38,920'."""
    return f"{satang // BAHT:,}"


def all_hours(by_hour: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Every hour between the first and the last sale; an idle hour is a gap, not left out."""
    if not by_hour:
        return []
    net = dict(by_hour)
    return [(hour, net.get(hour, 0)) for hour in range(min(net), max(net) + 1)]


def _titled(title: Label, chart: QWidget) -> Card:
    card = Card(padding=16, spacing=6)
    card.column.addWidget(title)
    card.column.addWidget(chart, 1)
    return card
