"""The bill as the customer follows it: the latest lines, what they cost, and the total."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import UNIT_EN, UNIT_TH, format_quantity
from otop_pos.domain.sale import Basket, BasketLine, Priced, PricedLine
from otop_pos.ui.display.column import Column
from otop_pos.ui.display.page import MARGIN, Page
from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.typesetting import BOLD, REGULAR, SEMIBOLD
from otop_pos.ui.display.words import DISCOUNT, EARLIER, ITEM, ITEMS, MORE, RETURNED, TOTAL, Words
from otop_pos.ui.style import colour
from otop_pos.ui.widgets.tile import paint_tile

TOTAL_HEIGHT, TOTAL_HIGH, TILE, MONEY, PADDING, NOTE = 190, 324, 64, 250, 7, 38
FACTS = 0.34
"""How much of the page's width what stands beside the total may take."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, set and measured."""

    line: BasketLine
    names: Column
    money: Column
    height: float


class BillPage(Page):
    """`show_bill(basket, priced)`; the line that changed last is marked and always in sight. `credit` is what
    goods that come back count for."""

    def __init__(self, shop: Words) -> None:
        super().__init__(shop)
        self._basket = Basket()
        self._priced = Priced((), ())
        self._credit = 0
        self.newest = 0
        """Which line is marked."""

    def show_bill(self, basket: Basket, priced: Priced, credit: int = 0) -> None:
        before = self._basket.lines
        changed = [number for number, line in enumerate(basket.lines) if line not in before[number : number + 1]]
        last = len(basket.lines) - 1
        if len(basket.lines) < len(before) or self._basket.key != basket.key:
            self.newest = last
        elif changed:
            self.newest = changed[-1]
        self._basket, self._priced, self._credit = basket, priced, credit
        self.update()

    def draw(self, sheet: Sheet) -> None:
        super().draw(sheet)
        body = self.draw_head(sheet)
        edge = body.bottom() - sheet.px(TOTAL_HIGH if sheet.is_portrait else TOTAL_HEIGHT)
        self._draw_lines(sheet, QRectF(body.left(), body.top(), body.width(), edge - body.top()))
        self._draw_total(sheet, QRectF(0, edge, body.width(), body.bottom() - edge))

    def _draw_lines(self, sheet: Sheet, area: QRectF) -> None:
        note = sheet.px(NOTE)
        rows, first = self._rows_in_sight(sheet, area.width(), area.height())
        if len(rows) < len(self._basket.lines):
            rows, first = self._rows_in_sight(sheet, area.width(), area.height() - note)
        top = area.top()
        if first:
            self._draw_note(sheet, area.topLeft(), first, EARLIER)
            top += note
        for number, row in enumerate(rows, start=first):
            place = QRectF(area.left(), top, area.width(), row.height)
            self._draw_row(sheet, place, row, is_newest=number == self.newest)
            top = place.bottom()
        below = len(self._basket.lines) - first - len(rows)
        if below and not first:
            self._draw_note(sheet, QPointF(area.left(), top), below, MORE)

    def _draw_note(self, sheet: Sheet, spot: QPointF, count: int, what: Words) -> None:
        text = sheet.set(f"+ {count} {what.th} · {count} {what.en}", 20, REGULAR, sheet.area.width() / 2)
        top = spot.y() + (sheet.px(NOTE) - text.height) / 2
        sheet.write(text, QPointF(spot.x() + sheet.px(MARGIN), top), "ink2")

    def _rows_in_sight(self, sheet: Sheet, width: float, room: float) -> tuple[list[_Row], int]:
        """As many of the last lines as there is room for, the newest among them; and the first one's number."""
        lines = list(zip(self._basket.lines, self._priced.lines, strict=True))
        rows: list[_Row] = []
        first = len(lines)
        while first > 0:
            row = _row(sheet, width, *lines[first - 1])
            if sum(each.height for each in rows) + row.height > room:
                if first <= self.newest or not rows:
                    break
                rows.pop()
                continue
            rows.insert(0, row)
            first -= 1
        return rows, first

    def _draw_row(self, sheet: Sheet, area: QRectF, row: _Row, *, is_newest: bool) -> None:
        if is_newest:
            sheet.painter.fillRect(area, colour("primary_soft"))
            sheet.painter.fillRect(QRectF(area.left(), area.top(), sheet.px(8), area.height()), colour("primary"))
        margin, side, middle = sheet.px(MARGIN), sheet.px(TILE), area.center().y()
        tile = QRectF(area.left() + margin, middle - side / 2, side, side)
        paint_tile(sheet.painter, tile, row.line.offer.product.name_th)
        row.names.draw(QPointF(tile.right() + sheet.px(20), middle - row.names.height / 2))
        row.money.draw(QPointF(area.right() - margin, middle - row.money.height / 2))
        edge = QRectF(area.left() + margin, area.bottom() - 1, area.width() - 2 * margin, 1)
        sheet.painter.fillRect(edge, colour("line"))

    def _draw_total(self, sheet: Sheet, area: QRectF) -> None:
        sheet.painter.fillRect(area, colour("rail_active"))
        below = self.draw_band(sheet, area.top())
        margin = sheet.px(MARGIN)
        room = QRectF(area.left() + margin, below, area.width() - 2 * margin, area.bottom() - below)
        facts = room.width() * (1 if sheet.is_portrait else FACTS)
        edge = self._draw_facts(sheet, room.topLeft(), facts)
        place = room.adjusted(facts + margin, 0, 0, 0)
        if sheet.is_portrait:
            # Under the facts: beside them the figure would be small.
            place = room.adjusted(0, edge - below, 0, -margin / 2)
        figure = sheet.set(format_baht(self._priced.net - self._credit), 132, BOLD, place.width())
        sheet.write_figure(figure, QPointF(place.right(), place.center().y()), "on_primary", "right")

    def _draw_facts(self, sheet: Sheet, spot: QPointF, width: float) -> float:
        """What the total is made of. Gives where it ends."""
        count, discount = len(self._basket.lines), self._priced.discount
        top = spot.y() + sheet.px(8)
        top += sheet.write_pair(TOTAL, 32, QPointF(spot.x(), top), ("on_primary", "rail_text"), "left")
        what = ITEM if count == 1 else ITEMS
        column = Column(sheet, width)
        column.say(f"{count} {what.th} · {count} {what.en}", 24, REGULAR, "rail_text")
        if discount:
            text = f"{DISCOUNT.th} · {DISCOUNT.en}  {format_baht(-discount)}"
            column.say(text, 24, REGULAR, "accent", gap=-8)
        if self._credit:
            text = f"{RETURNED.th} · {RETURNED.en}  {format_baht(-self._credit)}"
            column.say(text, 24, REGULAR, "accent", gap=-8)
        column.draw(QPointF(spot.x(), top))
        return top + column.height


def _row(sheet: Sheet, width: float, line: BasketLine, priced: PricedLine) -> _Row:
    product = line.offer.product
    money_width, tile = min(sheet.px(MONEY), round(width * 0.27)), sheet.px(TILE)
    names = Column(sheet, width - 2 * sheet.px(MARGIN) - tile - money_width - 2 * sheet.px(20))
    names.say(product.name_th or product.name_en, 32, SEMIBOLD, "ink", most=3)
    names.say(product.name_en if product.name_th else "", 23, REGULAR, "ink2", most=2, gap=-9)
    money = Column(sheet, money_width, "right")
    money.say(format_baht(priced.gross - priced.line_discount), 36, BOLD, "figure")
    money.say(_count(line), 23, REGULAR, "ink2", gap=-6)
    if priced.line_discount:
        money.say(f"{DISCOUNT.th} {DISCOUNT.en} {format_baht(-priced.line_discount)}", 22, REGULAR, "good", gap=-6)
    height = max(names.height, money.height, tile) + 2 * sheet.px(PADDING)
    return _Row(line, names, money, height)


def _count(line: BasketLine) -> str:
    """'2 × 180.00'; of measured goods with their unit in both languages."""
    unit = line.offer.product.unit
    quantity = format_quantity(line.qty, unit)
    measured = quantity if unit.is_whole else f"{quantity} {UNIT_TH[unit]}/{UNIT_EN[unit]}"
    return f"{measured} × {format_baht(line.unit_price)}"
