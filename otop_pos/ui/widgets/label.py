"""Text on screen that follows the language, the text size and the width it is given."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from otop_pos.ui.style import Role, Tone, colour, font, px, wear

Said = Callable[[], str] | str
"""A text, or how to get it: a callable is asked again whenever the language changes."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def said(text: Said) -> str:
    return text if isinstance(text, str) else text()


class Label(QLabel):
    """One line of plain text: `Label(lambda: _("Total"), "heading")`. Markup is never interpreted.

    With `elides` it may be narrower than its text and ends in an ellipsis.
    """

    def __init__(
        self,
        text: Said = "",
        role: Role = "body",
        tone: Tone = "ink",
        align: Qt.AlignmentFlag = LEFT,
        elides: bool = False,
    ) -> None:
        super().__init__()
        self._said = text
        self._elides = elides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setIndent(0)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setText(said(text))

    def say(self, text: Said, tone: Tone | None = None) -> None:
        self._said = text
        self.setText(said(text))
        if tone is not None and tone != self.property("tone"):
            wear(self, tone=tone)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(said(self._said))
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(px(24), hint.height()) if self._elides else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        area = self.contentsRect()
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(self.alignment()), text)
        self.setToolTip(self.text() if text != self.text() else "")


class Figure(QWidget):
    """Money or a count in large type; shrinks to fit rather than cut a digit off."""

    SMALLEST = 0.4

    def __init__(self, role: Role = "amount", tone: Tone = "figure", align: Qt.AlignmentFlag = RIGHT) -> None:
        super().__init__()
        self._role: Role = role
        self._tone: Tone = tone
        self._align = align
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._role))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 4, round(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = font(self._role)
        needed = QFontMetricsF(face).horizontalAdvance(self._text) + 2
        if needed > self.width():
            face.setPixelSize(max(int(face.pixelSize() * max(self.width() / needed, self.SMALLEST)), 1))
        painter.setFont(face)
        painter.setPen(colour(self._tone))
        painter.drawText(QRectF(self.rect()), int(self._align), self._text)


class Pill(QWidget):
    """A small rounded state: `Pill(lambda: _("Sent"), "good")`; grounds: info, good, warn, danger."""

    pressed = Signal()

    INK: ClassVar = {"info": "primary", "good": "good", "warn": "warn", "danger": "danger"}

    def __init__(self, text: Said = "", ground: str = "info") -> None:
        super().__init__()
        self._said = text
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return said(self._said)

    def say(self, text: Said, ground: str = "info") -> None:
        self._said, self._ground = text, ground
        self.setAccessibleName(said(text))
        self.setToolTip(said(text))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say(self._said, self._ground)
        super().changeEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._face())
        return QSize(round(metrics.horizontalAdvance(self.text())) + px(26), round(metrics.height()) + px(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary_soft" if self._ground == "info" else f"{self._ground}_soft"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setFont(self._face())
        painter.setPen(colour(self.INK[self._ground]))
        inner = self.rect().adjusted(px(10), 0, -px(10), 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(CENTRE | Qt.TextFlag.TextDontClip), text)

    def _face(self) -> QFont:
        face = font("secondary")
        face.setWeight(QFont.Weight.Medium)
        return face


def rule() -> QFrame:
    """A hairline between parts of a card."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
