"""The PromptPay code, as large as the page allows, with its amount."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from otop_pos.domain.money import format_baht
from otop_pos.ui.display.column import Column
from otop_pos.ui.display.page import MARGIN, Page
from otop_pos.ui.display.sheet import Align, Sheet
from otop_pos.ui.display.typesetting import BOLD, REGULAR, SEMIBOLD
from otop_pos.ui.display.words import PROMPTPAY, SCAN_TO_PAY, Words
from otop_pos.ui.style import colour

QUIET = 4
"""Light squares that must be left around the code (ISO/IEC 18004)."""
AMOUNT = 96


class QrPage(Page):
    """`show_qr(amount, modules)`: satang, and rows of dark and light squares."""

    def __init__(self, shop: Words) -> None:
        super().__init__(shop)
        self._amount = 0
        self._modules: Sequence[Sequence[bool]] = ()

    def show_qr(self, amount: int, modules: Sequence[Sequence[bool]]) -> None:
        self._amount, self._modules = amount, modules
        self.update()

    def draw(self, sheet: Sheet) -> None:
        super().draw(sheet)
        # Beside the code the shop's name has its place in the words; above it it would make the code smaller.
        body = self.draw_head(sheet) if sheet.is_portrait else sheet.area.adjusted(0, self.draw_band(sheet, 0), 0, 0)
        margin = sheet.px(MARGIN * 0.7)
        body = body.adjusted(margin, margin, -margin, -margin)
        if sheet.is_portrait:
            words = self._words(sheet, body.width(), "centre")
            words.draw(QPointF(body.center().x(), body.top()))
            self._draw_code(sheet, body.adjusted(0, words.height + margin, 0, 0))
            return
        side = min(body.height() - sheet.px(AMOUNT), body.width() * 0.55)
        self._draw_code(sheet, QRectF(body.left(), body.top(), side, body.height()))
        right = body.adjusted(side + 2 * margin, 0, 0, 0)
        words = self._words(sheet, right.width(), "left")
        words.draw(QPointF(right.left(), right.center().y() - words.height / 2))

    def _words(self, sheet: Sheet, width: float, align: Align) -> Column:
        column = Column(sheet, width, align)
        if not sheet.is_portrait:
            column.say(self.shop.th, 32, SEMIBOLD, "primary", most=2)
            column.say(self.shop.en, 26, REGULAR, "ink2", most=2, gap=-6)
            column.add(0, lambda _spot: None, gap=48)
        column.say(f"{PROMPTPAY.th} · {PROMPTPAY.en}", 30, SEMIBOLD, "warn")
        column.say(SCAN_TO_PAY.th, 56, BOLD, "figure", most=2)
        column.say(SCAN_TO_PAY.en, 40, REGULAR, "ink", most=2)
        return column

    def _draw_code(self, sheet: Sheet, area: QRectF) -> None:
        """White in every theme: a camera looks for dark on light."""
        amount = sheet.px(AMOUNT)
        side = min(area.width(), area.height() - amount)
        card = QRectF(0, 0, side, side + amount)
        card.moveCenter(area.center())
        sheet.fill(card, colour("line"), sheet.px(16))
        sheet.fill(card.adjusted(1, 1, -1, -1), QColor(Qt.GlobalColor.white), sheet.px(16))
        self._draw_squares(sheet, card, side)
        figure = sheet.set(f"฿ {format_baht(self._amount)}", 72, BOLD, side * 0.9)
        middle = QPointF(card.center().x(), card.top() + side + amount / 2 - sheet.px(12))
        sheet.write_figure(figure, middle, QColor(Qt.GlobalColor.black), "centre")

    def _draw_squares(self, sheet: Sheet, card: QRectF, side: float) -> None:
        count = len(self._modules) + 2 * QUIET
        # Whole pixels: squares of uneven width are harder to read.
        dot = max(int(side // count), 1)
        left = round(card.center().x() - dot * count / 2) + QUIET * dot
        top = round(card.top() + (side - dot * count) / 2) + QUIET * dot
        for y, row in enumerate(self._modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    sheet.painter.fillRect(left + x * dot, top + y * dot, dot, dot, Qt.GlobalColor.black)
