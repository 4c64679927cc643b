"""Text of several lines with room for Thai vowels and tone marks above and below."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from otop_pos.ui.style import INK_ABOVE, INK_BELOW, Role, Tone, colour, font, px
from otop_pos.ui.widgets.label import Said, said

LINE_HEIGHT = 1.45
KEPT_WRAPS = 8
FONT_LINE = 1.3
"""Sarabun's own ascent and descent."""


class Paragraph(QWidget):
    """Wraps at words, and anywhere where a word is wider than the widget; never wider than its place.

    `most_lines` > 0 ends the text with an ellipsis after so many lines.
    """

    def __init__(self, text: Said = "", role: Role = "body", tone: Tone = "ink", most_lines: int = 0) -> None:
        super().__init__()
        self._said = text
        self._role: Role = role
        self._tone: Tone = tone
        self._most = most_lines
        self._wraps: dict[tuple[str, int, int], list[str]] = {}
        self.is_centred = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return said(self._said)

    def say(self, text: Said, tone: Tone | None = None) -> None:
        self._said, self._tone = text, tone or self._tone
        self.setAccessibleName(said(text))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width))) if self.text() else 0

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self._height(1) if self.text() else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(self._role))
        painter.setPen(colour(self._tone))
        height = self._line_height()
        lines = self._lines(self.width())
        gap = self._em() * INK_ABOVE + painter.fontMetrics().ascent()
        if self.is_centred:
            gap += max((self.height() - self._height(len(lines))) / 2, 0)
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, number * height + gap), line)

    def _em(self) -> int:
        return font(self._role).pixelSize()

    def _line_height(self) -> float:
        return self._em() * LINE_HEIGHT

    def _height(self, lines: int) -> int:
        """Of so many lines, with the room the first needs above it and the last below."""
        return ceil(self._em() * (FONT_LINE + INK_ABOVE + INK_BELOW + (lines - 1) * LINE_HEIGHT))

    def _lines(self, width: int) -> list[str]:
        """Kept for the widths a layout asks for again and again."""
        key = (self.text(), width, self._em())
        if key not in self._wraps:
            if len(self._wraps) >= KEPT_WRAPS:
                self._wraps.clear()
            self._wraps[key] = self._cut(width)
        return self._wraps[key]

    def _cut(self, width: int) -> list[str]:
        lines = [line for part in self.text().split("\n") for line in self._wrapped(part, width)]
        if self._most and len(lines) > self._most:
            lines[self._most - 1 :] = [self._ended(lines[self._most - 1], width)]
        return lines

    def _wrapped(self, text: str, width: int) -> list[str]:
        layout = QTextLayout(text, font(self._role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return lines or [""]

    def _ended(self, line: str, width: int) -> str:
        metrics = QFontMetrics(font(self._role))
        return metrics.elidedText(f"{line}…", Qt.TextElideMode.ElideRight, width)
