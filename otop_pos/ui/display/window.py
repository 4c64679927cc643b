"""The customer's display: a window of its own that never takes a key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.sale import Basket, Priced
from otop_pos.domain.story import Story
from otop_pos.ui.display.bill_page import BillPage
from otop_pos.ui.display.idle_page import IdlePage
from otop_pos.ui.display.page import Page
from otop_pos.ui.display.paying_page import PayingPage
from otop_pos.ui.display.qr_page import QrPage
from otop_pos.ui.display.sheet import Sheet
from otop_pos.ui.display.thanks_page import ThanksPage
from otop_pos.ui.display.words import NOT_A_SALE, TRAINING, Words
from otop_pos.ui.style import colour, wear

THANKS_MS = 15_000
"""How long the change stays before the stories go on."""


class CustomerDisplay(QWidget):
    """One page in front; both languages always. Amounts in satang."""

    appeared = Signal()
    """Shown, after it was not."""
    activated = Signal()
    """In front of the till, where it must not be."""
    key_strayed = Signal(object)
    """A key event that came here and is meant for the till."""

    def __init__(self, shop: Words) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(f"OTOP POS · {shop.th}")
        wear(self, kind="paper")
        self._build(shop)
        self._patience = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._patience.timeout.connect(self.rest)
        self.rest()

    def _build(self, shop: Words) -> None:
        self.training = TrainingBand(shop)
        self.training.hide()
        self.idle, self.bill, self.paying = IdlePage(shop), BillPage(shop), PayingPage(shop)
        self.qr, self.thanks = QrPage(shop), ThanksPage(shop)
        self.pages = QStackedWidget()
        for page in (self.idle, self.bill, self.paying, self.qr, self.thanks):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(0)
        column.addWidget(self.training)
        column.addWidget(self.pages, 1)

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.pages.currentWidget()
        return page if isinstance(page, Page) else self.idle

    def show_idle(self, stories: Sequence[Story]) -> None:
        self.idle.show_stories(stories)
        self.rest()

    def rest(self) -> None:
        """Nobody is being served: the stories go on."""
        self._turn_to(self.idle)

    def show_bill(self, basket: Basket, priced: Priced, credit: int = 0) -> None:
        self.bill.show_bill(basket, priced, credit)
        self._turn_to(self.bill)

    def show_paying(self, total: int, given: int, left: int) -> None:
        self.paying.show_paying(total, given, left)
        self._turn_to(self.paying)

    def show_qr(self, amount: int, modules: Sequence[Sequence[bool]]) -> None:
        self.qr.show_qr(amount, modules)
        self._turn_to(self.qr)

    def show_change(self, change: int, paid: int = 0) -> None:
        """What is given back with thanks; where that is nothing, what was paid."""
        self.thanks.show_change(change, paid)
        self._turn_to(self.thanks)
        self._patience.start()

    def show_refund(self, amount: int) -> None:
        self.thanks.show_refund(amount)
        self._turn_to(self.thanks)
        self._patience.start()

    def mark_training(self, is_training: bool) -> None:
        """A band over every page says that this is practice."""
        self.training.setVisible(is_training)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.appeared.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self.key_strayed.emit(event)
            return True
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.training.setFixedHeight(max(round(min(self.width(), self.height()) * 0.075), 32))
        super().resizeEvent(event)

    def _turn_to(self, page: Page) -> None:
        self._patience.stop()
        self.pages.setCurrentWidget(page)
        self.idle.run(page is self.idle)


class TrainingBand(Page):
    """Says in words and colour that nothing here is sold."""

    def draw(self, sheet: Sheet) -> None:
        painter, area = sheet.painter, sheet.area
        painter.fillRect(area, colour("accent"))
        words = f"{TRAINING.th} · {TRAINING.en} · {NOT_A_SALE.th} · {NOT_A_SALE.en}"
        text = sheet.line(words, area.height() * 0.46, area.width() * 0.96)
        sheet.write(text, QPointF(area.center().x(), area.center().y() - text.height / 2), "on_accent", "centre")
