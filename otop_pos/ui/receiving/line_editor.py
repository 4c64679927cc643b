"""The selected line of a delivery with its boxes: filled in by keyboard alone, in the order of the count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import ONE
from otop_pos.ui.receiving.album import Album, paint_picture
from otop_pos.ui.receiving.draft import DraftLine, Problem, new_line
from otop_pos.ui.receiving.field import FIELD_NAMES, Field
from otop_pos.ui.receiving.line_columns import (
    ACCEPTED,
    DECLARED,
    DUE,
    NUMBER,
    PRICE,
    PRODUCT,
    REJECTED,
    ROOM_FOR_THUMB,
    THUMB,
    due_text,
)
from otop_pos.ui.receiving.line_reading import read_field
from otop_pos.ui.style import CONTROL, Role, Tone, colour, font, px
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.label import LEFT, RIGHT, Label
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit, QuantityEdit
from otop_pos.ui.widgets.row_painter import BAR, FIRST_PADDING, PADDING
from otop_pos.ui.wording import product_name, unit_name

FIRST_LINE, HEIGHT = 58, 114
"""Of the figures in the columns, and of both lines together."""
ROOMY = 45
"""Em of a second line on which all boxes have room beside each other."""
_COUNTED: dict[int, Field] = {DECLARED: "declared", ACCEPTED: "accepted", REJECTED: "rejected", PRICE: "price"}
_DESCRIBED: dict[Field, int] = {"batch": 84, "expires": 140, "agreed": 88, "pieces": 54, "reason": 0}
"""Boxes of the second line with their widths; 0 takes the rest."""
_DEPENDING: dict[Field, tuple[Field, ...]] = {
    "declared": ("accepted", "rejected"),
    "accepted": ("rejected",),
    "rejected": ("accepted",),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """The line in the boxes; `settled` is what it was when the box in use was entered. A text that turns out
    wrong at its last digit gives that back, and pieces put aside stay so while more digits are typed."""

    number: int
    line: DraftLine
    settled: DraftLine
    today: date
    box: Field | None = None
    """The one in use."""


class LineEditor(QWidget):
    """`load(number, line, today)`; a valid entry emits `changed(line)` at once, a wrong one changes nothing."""

    changed = Signal(object)
    finished = Signal()
    """Enter in the last box that this product needs."""
    escaped = Signal()
    stepped = Signal(object)
    refused = Signal(object)
    """A Problem, named when the box is left by Enter."""

    def __init__(self, album: Album) -> None:
        super().__init__()
        self._album = album
        nothing = new_line(Product("", ""))
        self._told = _Told(0, nothing, nothing, date.min)
        self._is_loading = False
        self._words = QRectF()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.number = Label("", "body", "ink2")
        self.due = Label("", "strong", "good", RIGHT)
        for label in (self.number, self.due):
            label.setParent(self)
        self.declared, self.accepted, self.rejected = (
            QuantityEdit(),
            QuantityEdit(allows_zero=True),
            QuantityEdit(allows_zero=True),
        )
        self.price = MoneyEdit()
        self.pieces = QuantityEdit()
        self.batch, self.expires, self.agreed, self.reason = PlainEdit(), DateEdit(), MoneyEdit(), PlainEdit()
        self.boxes: dict[Field, PlainEdit] = {name: getattr(self, name) for name in FIELD_NAMES}
        for name in _COUNTED.values():
            self.boxes[name].setParent(self)
        self.titles = {name: Label(FIELD_NAMES[name], "secondary", "ink2") for name in _DESCRIBED}
        self.described = QWidget(self)
        row = QHBoxLayout(self.described)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for name, width in _DESCRIBED.items():
            row.addWidget(self.titles[name])
            row.addWidget(self.boxes[name], 0 if width else 1)
            if width:
                self.boxes[name].setFixedWidth(px(width))
        row.addStretch()

    def _connect(self) -> None:
        for name, box in self.boxes.items():
            box.returnPressed.connect(lambda name=name: self._enter(name))
            signal = getattr(box, "changed", box.textChanged)
            signal.connect(lambda _value, name=name: self._typed(name))
            box.editingFinished.connect(self._settle)
        for box in (self.batch, self.reason):
            box.editingFinished.connect(lambda box=box: box.home(False))

    def load(self, number: int, line: DraftLine, today: date) -> None:
        self._told = _Told(number, line, line, today)
        goods, unit = line.goods, line.product.unit
        for box in (self.declared, self.accepted, self.rejected):
            box.use_unit(unit)
        is_counted = goods.declared > 0
        self._fill(self.declared, goods.declared if is_counted else None)
        self._fill(self.accepted, goods.accepted if is_counted else None)
        self._fill(self.rejected, goods.rejected if is_counted else None)
        self._fill(self.price, goods.price or None)
        self._fill(self.expires, goods.expires_on)
        self._fill(self.agreed, goods.agreed_value or None)
        self._fill(self.pieces, goods.pieces * ONE if goods.pieces else ONE)
        self._fill(self.batch, goods.batch)
        self._fill(self.reason, goods.reject_reason)
        self.show_line(line)

    def show_line(self, line: DraftLine) -> None:
        """The same line again, with its answer or in another language; what is in the boxes stays."""
        self._told = replace(self._told, line=line)
        self.number.say(str(self._told.number + 1))
        self.due.say(due_text(line))
        self._take_width()
        self.setAccessibleName(product_name(line.product))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_line(self._told.line)
            if self.expires.value() == self._told.line.goods.expires_on:
                self._fill(self.expires, self._told.line.goods.expires_on)
        super().changeEvent(event)

    def take_columns(self, spans: Sequence[tuple[int, int]]) -> None:
        """Left edge and width of every column of the table: the boxes stand in them."""
        first, high = px(FIRST_LINE), px(CONTROL)
        left, width = spans[NUMBER]
        self.number.setGeometry(left + px(FIRST_PADDING), 0, width - px(FIRST_PADDING), first)
        self.number.setVisible(width > 0)
        left, width = spans[PRODUCT]
        self._words = QRectF(left + px(PADDING), 0, width - 2 * px(PADDING), first)
        self.described.setGeometry(
            left + px(PADDING), first + px(3), self.width() - left - 2 * px(PADDING), px(HEIGHT - FIRST_LINE - 9)
        )
        for place, name in _COUNTED.items():
            left, width = spans[place]
            self.boxes[name].setVisible(width > 0)
            self.boxes[name].setGeometry(left + px(8), (first - high) // 2 + px(2), width - px(8), high)
        self._take_width()
        left, width = spans[DUE]
        self.due.setGeometry(left, 0, width - px(16), first)

    def _take_width(self) -> None:
        """The second line has a reason only where something is rejected, and then may lack room for the value."""
        line, is_narrow = self._told.line, self.width() < font("body").pixelSize() * ROOMY
        has_reason, has_pieces = line.goods.rejected > 0, not line.product.unit.is_whole
        shown: dict[Field, bool] = {
            "reason": has_reason,
            "pieces": has_pieces,
            "agreed": not (is_narrow and (has_reason or has_pieces)),
        }
        for name, is_shown in shown.items():
            self.titles[name].setVisible(is_shown)
            self.boxes[name].setVisible(is_shown)

    def focus_on(self, name: Field) -> None:
        box = self.accepted if name == "rejected" and self.rejected.isHidden() else self.boxes[name]
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.selectAll()

    def has_focus(self) -> bool:
        return any(box.hasFocus() for box in self.boxes.values())

    @property
    def line(self) -> DraftLine:
        return self._told.line

    def problem(self) -> Problem | None:
        """The first box that keeps the line from being posted; None while there is no line."""
        if self.isHidden():
            return None
        return next((found for name in self.boxes if (found := self._problem(name)) is not None), None)

    def wrong(self) -> Problem | None:
        """The first box with a text that changed nothing, because it is no entry."""
        marked = (name for name, box in self.boxes.items() if box.property("wrong"))
        return next((self._problem(name) for name in marked), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # What is wrong goes back to what it was; what is right is on the line already.
            self.load(self._told.number, self._told.line, self._told.today)
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        # Other keys end here: the table underneath would walk on by them.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("primary_soft"))
        painter.fillRect(QRectF(0, 0, px(BAR), self.height()), colour("primary"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        product, area = self._told.line.product, self._words
        picture = self._album.picture(self._told.line.goods.photo_id)
        if picture is not None and area.width() >= px(ROOM_FOR_THUMB - 2 * PADDING):
            side = px(THUMB)
            thumb = QRectF(area.left(), area.center().y() - side / 2, side, side)
            paint_picture(painter, thumb, picture)
            area = area.adjusted(side + px(10), 0, 0, 0)
        half = area.height() / 2
        name = QRectF(area.left(), area.top() + px(4), area.width(), half)
        code = QRectF(area.left(), area.top() + half + px(1), area.width(), half - px(4))
        _write(painter, name, product_name(product), "name", "ink")
        _write(painter, code, f"{product.sku} · {unit_name(product.unit)}", "secondary", "ink2")

    def _fill(self, box: PlainEdit, value: object) -> None:
        self._is_loading = True
        if isinstance(box, QuantityEdit | MoneyEdit | DateEdit):
            box.show_value(value)  # type: ignore[arg-type]
        else:
            box.setText(str(value))
            box.home(False)
        box.mark_wrong(False)
        self._is_loading = False

    def _typed(self, name: Field) -> None:
        if self._is_loading:
            return
        if name != self._told.box:
            self._told = replace(self._told, settled=self._told.line, box=name)
        try:
            line = self._told.settled.change(**self._values(name))
        except Refusal:
            self.boxes[name].mark_wrong(bool(self.boxes[name].text().strip()))
            line = self._told.settled
        else:
            self.boxes[name].mark_wrong(False)
        for counted in _DEPENDING.get(name, ()):
            self._fill(self.boxes[counted], getattr(line.goods, counted) if line.goods.declared else None)
        self.show_line(line)
        self.changed.emit(line)

    def _settle(self) -> None:
        self._told = replace(self._told, settled=self._told.line)

    def _values(self, name: Field) -> dict[str, object]:
        """What the box's text means for the line. Refuses it with the reason."""
        return read_field(name, self.boxes[name], self._told.settled, self._told.today)

    def _problem(self, name: Field) -> Problem | None:
        try:
            self._values(name)
        except Refusal as refusal:
            return Problem(self._told.number, name, refusal)
        if name == "reason" and self._told.line.goods.rejected and not self.reason.text().strip():
            return Problem(self._told.number, name, Missing(FIELD_NAMES[name]()))
        return None

    def _enter(self, name: Field) -> None:
        problem = self._problem(name)
        if problem is not None:
            self.boxes[name].selectAll()
            self.refused.emit(problem)
            return
        following = self._following(name)
        if following is None:
            self.finished.emit()
        else:
            self.focus_on(following)

    def _following(self, name: Field) -> Field | None:
        """The next box to be asked; batch and expiry only of goods that expire."""
        line = self._told.line
        expires = line.product.shelf_life_days is not None or line.goods.expires_on is not None
        match name:
            case "declared":
                return "accepted"
            case "accepted" | "rejected":
                return "reason" if line.goods.rejected else "price"
            case "reason":
                return "price"
            case "price":
                return "expires" if expires else None
            case "expires":
                return "batch"
            case "batch" | "agreed" | "pieces":
                return None


def _write(painter: QPainter, area: QRectF, text: str, role: Role, tone: Tone) -> None:
    """One line, ended by an ellipsis where it is too long; tone marks may reach over its edge."""
    painter.setFont(font(role))
    painter.setPen(colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(LEFT | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine), shown)
