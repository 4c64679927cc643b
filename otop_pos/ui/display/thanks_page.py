"""After the sale: the change to be counted, and thanks."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from otop_pos.domain.money import format_baht
from otop_pos.ui.display.idle_page import draw_cloth
from otop_pos.ui.display.labelled import draw_labelled
from otop_pos.ui.display.page import MARGIN, Page
from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.typesetting import BOLD
from otop_pos.ui.display.words import CHANGE, COME_AGAIN, PAID, REFUNDED, THANK_YOU, Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the money came to, in satang."""

    words: Words
    amount: int


class ThanksPage(Page):
    """`show_change(change, paid)`, `show_refund(amount)`."""

    def __init__(self, shop: Words) -> None:
        super().__init__(shop)
        self._outcome = Outcome(PAID, 0)

    def show_change(self, change: int, paid: int = 0) -> None:
        """Where nothing is given back, what was paid."""
        self._outcome = Outcome(PAID, paid) if not change and paid else Outcome(CHANGE, change)
        self.update()

    def show_refund(self, amount: int) -> None:
        self._outcome = Outcome(REFUNDED, amount)
        self.update()

    def draw(self, sheet: Sheet) -> None:
        draw_cloth(sheet, sheet.area)
        inset = sheet.px(MARGIN * 1.9)
        card = sheet.area.adjusted(inset, inset, -inset, -inset)
        sheet.card(card)
        panel = QRectF(card.left(), 0, card.width(), card.height() * 0.5)
        panel.moveBottom(card.bottom())
        panel.adjust(inset / 3, 0, -inset / 3, -inset / 3)
        sheet.card(panel, "good_soft")
        self._draw_thanks(sheet, QRectF(card.left(), card.top(), card.width(), panel.top() - card.top()))
        self._draw_outcome(sheet, panel)

    def _draw_thanks(self, sheet: Sheet, area: QRectF) -> None:
        centre = area.center().x()
        height = sheet.px(84) * 1.86 + sheet.px(30) * 1.86
        top = area.center().y() - height / 2
        first = sheet.write_pair(THANK_YOU, 84, QPointF(centre, top), ("figure", "figure"), "centre")
        sheet.write_pair(COME_AGAIN, 30, QPointF(centre, top + first), ("ink2", "ink2"), "centre")

    def _draw_outcome(self, sheet: Sheet, panel: QRectF) -> None:
        figure = sheet.set(format_baht(self._outcome.amount), 170, BOLD, panel.width() * 0.9)
        draw_labelled(sheet, panel, self._outcome.words, figure, ("good", "good", "good"), label=40)
