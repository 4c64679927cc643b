"""The month in four steps: which are done, how far the others are, and where one is now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from otop_pos.domain.key_desk import TABS
from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import ActKey, binding, cap_of
from otop_pos.ui.style import colour, font, px
from otop_pos.ui.widgets.key_button import cap_height, cap_width, paint_cap
from otop_pos.ui.widgets.label import Said, said
from otop_pos.ui.widgets.row_painter import DIVIDER

StepName = Literal["drafts", "vouchers", "pay", "papers"]
StepState = Literal["done", "open", "problem", "waiting"]
TITLES: dict[StepName, Callable[[], str]] = {
    "drafts": lambda: _("Statements"),
    "vouchers": lambda: _("Vouchers"),
    "pay": lambda: _("Pay out"),
    "papers": lambda: _("Papers"),
}
HEIGHT, MARK = 62, 30


@dataclass(frozen=True, slots=True)
class Step:
    """How far a step is, in words and as a mark."""

    name: StepName
    state: StepState
    text: Said


class StepButton(QAbstractButton):
    """A number or a tick, the step's name, and below it how far it is."""

    def __init__(self, name: StepName, number: int) -> None:
        super().__init__()
        self.name: StepName = name
        self._number = number
        self._act = TABS[number - 1]
        self._step = Step(name, "waiting", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ActKey(self._act, self).activated.connect(self.click)
        binding().keys_changed.connect(self.update)

    def show_step(self, step: Step) -> None:
        self._step = step
        self.setText(TITLES[self.name]())
        self.setAccessibleName(f"{self._number} {TITLES[self.name]()} · {said(step.text)}")
        self.setToolTip(said(step.text))
        self.update()

    def state(self) -> StepState:
        return self._step.state

    def words(self) -> str:
        return said(self._step.text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_step(self._step)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary_soft"))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
            painter.fillRect(
                QRectF(area.left() + 12, area.bottom() - px(4), area.width() - 24, px(4)), colour("primary")
            )
        side = px(MARK)
        mark = QRectF(px(14), (area.height() - side) / 2, side, side)
        self._paint_mark(painter, mark)
        self._paint_words(
            painter, QRectF(mark.right() + px(10), 0, area.width() - mark.right() - px(18), area.height())
        )

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        match self._step.state:
            case "done":
                draw_icon(painter, area, "check-circle-fill", colour("good"))
                return
            case "problem":
                draw_icon(painter, area, "warning-circle-fill", colour("warn"))
                return
        is_open = self._step.state == "open"
        painter.setPen(Qt.PenStyle.NoPen if is_open else QPen(colour("control_line"), 1.5))
        painter.setBrush(colour("primary_fill") if is_open else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(colour("on_primary" if is_open else "ink2"))
        painter.setFont(font("strong"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(self._number))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        first, second = QFontMetricsF(font("strong")).height(), QFontMetricsF(font("secondary")).height()
        top = (area.height() - first - second) / 2
        painter.setFont(font("strong"))
        painter.setPen(colour("primary" if self.isChecked() else "ink"))
        cap = cap_of(self._act)
        name = TITLES[self.name]()
        # In large type the name needs the place of the cap; the keys stay as they are, and the help tells them.
        has_cap = painter.fontMetrics().horizontalAdvance(name) + cap_width(cap) + px(8) <= area.width()
        title = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(QRectF(area.left(), top, area.width(), first), left, title)
        if has_cap:
            place = QRectF(
                area.right() - cap_width(cap), top + (first - cap_height()) / 2, cap_width(cap), cap_height()
            )
            paint_cap(painter, place, cap, "ink2")
        painter.setFont(font("secondary"))
        painter.setPen(colour({"problem": "warn", "done": "good"}.get(self._step.state, "ink2")))
        text = self._shortened(painter, area.width())
        painter.drawText(QRectF(area.left(), top + first, area.width(), second), left, text)

    def _shortened(self, painter: QPainter, width: float) -> str:
        """The whole, or what stands before its last dot: a sum cut in two would be read as another sum."""
        words = self.words()
        while painter.fontMetrics().horizontalAdvance(words) > width and DIVIDER in words:
            words = words.rpartition(DIVIDER)[0]
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))


class StepLine(QFrame):
    """`show_steps(steps)`, `mark(name)`, `chosen(name)`; each step can be gone to at any time."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedHeight(px(HEIGHT) + 2)
        self._group = QButtonGroup(self)
        self.buttons: dict[StepName, StepButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for number, name in enumerate(TITLES, 1):
            button = self.buttons[name] = StepButton(name, number)
            self._group.addButton(button)
            row.addWidget(button, 1)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))

    def show_steps(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self.buttons[step.name].show_step(step)

    def mark(self, name: StepName) -> None:
        self.buttons[name].setChecked(True)
