"""The month proves itself: sums made in different ways, ticked beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.settlement.proof import Equation
from otop_pos.ui.style import Role, colour, font, is_large, px

HEIGHT, MARK = 40, 22


class EquationMark(QWidget):
    """A tick or a cross, the equation in words, and its sum: shape, colour and words say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.equation: Equation | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_equation(self, equation: Equation) -> None:
        self.equation = equation
        self.setToolTip(f"{equation.title()}: {self.amount()}")
        self.setAccessibleName(self.toolTip())
        self.update()

    def amount(self) -> str:
        """'= 1,250.00', or both sides where they differ."""
        if self.equation is None:
            return ""
        right = format_baht(self.equation.right)
        return right if self.equation.holds else f"{format_baht(self.equation.left)} ≠ {right}"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.equation is not None:
            self.show_equation(self.equation)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.equation is None:
            return
        painter = QPainter(self)
        side, holds = px(MARK), self.equation.holds
        mark = QRectF(0, (self.height() - side) / 2, side, side)
        draw_icon(
            painter, mark, "check-circle-fill" if holds else "x-circle-fill", colour("good" if holds else "danger")
        )
        painter.setFont(font(_role()))
        room = self.width() - side - px(8)
        figures = QFontMetricsF(font(_role())).horizontalAdvance(self.amount()) + 2
        title = painter.fontMetrics().elidedText(
            self.equation.title(), Qt.TextElideMode.ElideRight, int(max(room - figures - px(10), px(40)))
        )
        area = QRectF(side + px(8), 0, room, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
        painter.setPen(colour("ink2"))
        painter.drawText(area, int(flags | Qt.AlignmentFlag.AlignLeft), title)
        width = painter.fontMetrics().horizontalAdvance(title) + px(10)
        painter.setPen(colour("ink" if holds else "danger"))
        painter.drawText(area.adjusted(width, 0, 0, 0), int(flags | Qt.AlignmentFlag.AlignLeft), self.amount())


def _role() -> Role:
    """In large type the equation is read whole rather than large."""
    return "small" if is_large() else "secondary"


class ProofStrip(QWidget):
    """`show_equations(equations)`; `holds`, and `texts()` for whoever reads it aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[EquationMark] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(16))
        self.setFixedHeight(px(HEIGHT))
        self.setAccessibleName(_("What proves itself"))

    def show_equations(self, equations: Sequence[Equation]) -> None:
        """In large type two have room: one that does not hold is never left out."""
        if is_large():
            equations = sorted(equations, key=lambda each: each.holds)[:2]
        while len(self.marks) < len(equations):
            self.marks.append(EquationMark())
            self._row.addWidget(self.marks[-1], 1)
        for number, mark in enumerate(self.marks):
            mark.setVisible(number < len(equations))
        for mark, equation in zip(self.marks, equations, strict=False):
            mark.show_equation(equation)
        self.setVisible(bool(equations))

    @property
    def equations(self) -> tuple[Equation, ...]:
        return tuple(mark.equation for mark in self.marks if mark.equation is not None and not mark.isHidden())

    @property
    def holds(self) -> bool:
        return all(each.holds for each in self.equations)
