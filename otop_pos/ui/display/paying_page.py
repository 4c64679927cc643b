"""While money is handed over: the total, what was received, what is left."""

from PySide6.QtCore import QPointF, QRectF

from otop_pos.domain.money import format_baht
from otop_pos.ui.display.labelled import draw_labelled
from otop_pos.ui.display.page import MARGIN, Page
from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.typesetting import BOLD
from otop_pos.ui.display.words import LEFT_TO_PAY, PAID_IN_FULL, RECEIVED, TO_PAY, Words

GAP = 24


class PayingPage(Page):
    """`show_paying(total, given, left)` in satang."""

    def __init__(self, shop: Words) -> None:
        super().__init__(shop)
        self._total = self._given = self._left = 0

    def show_paying(self, total: int, given: int, left: int) -> None:
        self._total, self._given, self._left = total, given, left
        self.update()

    def draw(self, sheet: Sheet) -> None:
        super().draw(sheet)
        margin, gap = sheet.px(MARGIN), sheet.px(GAP)
        body = self.draw_head(sheet).adjusted(margin, margin, -margin, -margin)
        rest = self._rest()
        if not rest:
            _draw_figure(sheet, body, TO_PAY, self._total, "figure", size=190)
            return
        share = body.height() * (0.42 if sheet.is_portrait else 0.54)
        _draw_figure(sheet, QRectF(body.left(), body.top(), body.width(), share), TO_PAY, self._total, "figure", 150)
        below = body.adjusted(0, share + gap, 0, 0)
        for place, (words, amount, ground, tone) in zip(_parted(sheet, below, len(rest)), rest, strict=True):
            sheet.card(place, ground)
            _draw_figure(sheet, place, words, amount, tone, size=84)

    def _rest(self) -> list[tuple[Words, int | None, str, str]]:
        """Only what says more than the total: words, satang, ground, tone."""
        rows: list[tuple[Words, int | None, str, str]] = []
        if self._given:
            rows.append((RECEIVED, self._given, "card", "ink"))
        if self._given and not self._left:
            rows.append((PAID_IN_FULL, None, "good_soft", "good"))
        elif self._left != self._total:
            rows.append((LEFT_TO_PAY, self._left, "warn_soft", "warn"))
        return rows


def _parted(sheet: Sheet, area: QRectF, count: int) -> list[QRectF]:
    """Side by side, or one above the other."""
    gap = sheet.px(GAP)
    if sheet.is_portrait:
        height = (area.height() - gap * (count - 1)) / count
        return [QRectF(area.left(), area.top() + n * (height + gap), area.width(), height) for n in range(count)]
    width = (area.width() - gap * (count - 1)) / count
    return [QRectF(area.left() + n * (width + gap), area.top(), width, area.height()) for n in range(count)]


def _draw_figure(sheet: Sheet, area: QRectF, words: Words, amount: int | None, tone: str, size: int) -> None:
    label = 40 if size > 100 else 32
    if amount is None:
        height = sheet.px(label) * 1.86
        spot = QPointF(area.center().x(), area.center().y() - height / 2)
        sheet.write_pair(words, label, spot, (tone, tone), "centre")
        return
    figure = sheet.set(format_baht(amount), size, BOLD, area.width() - sheet.px(48))
    draw_labelled(sheet, area, words, figure, ("ink", "ink2", tone), label)
