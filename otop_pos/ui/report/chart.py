"""A listing's chart on screen: a ranking's best, the months of a year, a meter."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.listing import BASIS_POINTS, Listing, Meter
from otop_pos.domain.listing_chart import NEAR, Drawn, drawn_values
from otop_pos.domain.listing_text import percent_text
from otop_pos.domain.money import format_baht
from otop_pos.i18n import current_language
from otop_pos.ui.style import colour, font, is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.charts import RankBars
from otop_pos.ui.widgets.label import Label

MOST_BARS, MOST_LARGE_BARS = 6, 3
_LEAST_STEPS = 6


class MonthBars(QWidget):
    """`show_values(drawn)`: standing bars with their names below, the highest dark and with its figure."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[Drawn, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: Sequence[Drawn]) -> None:
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(130))

    def paintEvent(self, _event: QPaintEvent) -> None:
        best = max([1, *(value for _name, value, _figure in self._values)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        text = QFontMetricsF(font("small")).height()
        step = self.width() / max(len(self._values), _LEAST_STEPS)
        room = self.height() - 2 * text - 4
        for number, (name, value, figure) in enumerate(self._values):
            place = QRectF(number * step, 0, step, self.height())
            tall = max(room * max(value, 0) / best, 2)
            bar = QPainterPath()
            bar.addRoundedRect(QRectF(place.left() + step * 0.2, text + room - tall, step * 0.6, tall), 3, 3)
            painter.fillPath(bar, colour("primary" if value == best else "bar"))
            painter.setPen(colour("ink2"))
            under = QRectF(place.left(), self.height() - text, step, text)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(step))
            painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), shown)
            if value == best:
                painter.setPen(colour("figure"))
                half = QFontMetricsF(font("small")).horizontalAdvance(figure) / 2 + 2
                over = min(max(place.center().x(), half), self.width() - half)
                painter.drawText(QRectF(over - half, 0, 2 * half, text), Qt.AlignmentFlag.AlignCenter, figure)


class MeterBar(QWidget):
    """Green far from its limit, marigold near it, red beyond; the percentage beside says the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0
        self.setFixedHeight(px(14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, basis_points: int) -> None:
        self._share = basis_points
        self.setAccessibleName(percent_text(basis_points))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("head"))
        painter.drawRoundedRect(self.rect(), 5, 5)
        if self._share > 0:
            tone = "danger" if self._share >= BASIS_POINTS else "accent" if self._share >= NEAR else "good"
            painter.setBrush(colour(tone))
            width = max(self.width() * min(self._share, BASIS_POINTS) / BASIS_POINTS, 8)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 5, 5)


class ChartCard(Card):
    """`show_listing(listing)`; hidden where there is nothing to compare."""

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=2)
        self.title = Label("", "strong")
        self.figure = Label("", "strong", "figure")
        self.meter = MeterBar()
        self.bars = RankBars()
        self.months = MonthBars()
        self.kinds = QStackedWidget()
        self.kinds.addWidget(self.bars)
        self.kinds.addWidget(self.months)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.figure)
        drawn = QVBoxLayout()
        drawn.setSpacing(px(6))
        drawn.addWidget(self.meter)
        drawn.addWidget(self.kinds, 1)
        self.column.addLayout(head)
        self.column.addLayout(drawn, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_listing(self, listing: Listing) -> None:
        drawn = drawn_values(listing, current_language(), MOST_LARGE_BARS if is_large() else MOST_BARS)
        self._show_meter(listing.meter)
        self.kinds.setVisible(bool(drawn))
        if listing.chart is not None:
            heading = listing.headings[listing.chart.value].title
            meter = listing.meter
            self.title.say(lambda: (meter.title if meter else heading).said(current_language()))
            is_course = listing.chart.form == "columns"
            self.kinds.setCurrentWidget(self.months if is_course else self.bars)
            self.months.show_values(drawn if is_course else ())
            self.bars.show_values([] if is_course else list(drawn))
            height = px(130) if is_course else round(font("secondary").pixelSize() * 1.62 * max(len(drawn), 1))
            self.kinds.setFixedHeight(height)
        self.setVisible(bool(drawn) or listing.meter is not None)

    def _show_meter(self, meter: Meter | None) -> None:
        self.meter.setVisible(meter is not None)
        self.figure.setVisible(meter is not None)
        if meter is not None:
            self.meter.show_share(meter.share)
            said = f"{format_baht(meter.value)} / {format_baht(meter.limit)} · {percent_text(meter.share)}"
            self.figure.say(said, "danger" if meter.share >= BASIS_POINTS else "figure")
