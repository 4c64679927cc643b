"""Producers: the list of them, and a page for each."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.producer import Producer
from otop_pos.domain.scan import as_code
from otop_pos.i18n import _
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.list_page import ListPage
from otop_pos.ui.producer.page import ProducerPage
from otop_pos.ui.producer.producer_panel import ProducerPanel
from otop_pos.ui.screen import Screen
from otop_pos.ui.style import GUTTER, px
from otop_pos.ui.wording import producer_name

CARD_MARK = "-"
"""Stands in the number of a maker and of every paper, and in no code of goods."""


class ProducerScreen(Screen):
    """`show_producer(producer)` from other screens too."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = ListPage(backend, desk)
        self.body = QWidget()
        self.form = ProducerPanel(self, self.body, backend, desk)
        self.page = ProducerPage(self, self.body, backend, desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.page)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(GUTTER), px(14), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_producer)
        self.list.new_wanted.connect(self.form.ask_new)
        self.list.missed.connect(self._missed)
        self.page.left.connect(self._leave)
        self.page.change_wanted.connect(self.form.ask_change)
        self.page.told.connect(lambda text: self.message_bar.say(text, "good"))
        self.page.refused.connect(self.refuse)
        self.form.saved.connect(self._saved)
        self._desk.announcements.day_changed.connect(self._show_offered)

    @property
    def help_topic(self) -> str:
        return "producer_page" if self.is_on_page else "producer"

    @property
    def is_on_page(self) -> bool:
        return self.stack.currentWidget() is self.page

    def arrive(self) -> None:
        self._show_offered()
        if self.is_on_page:
            self.page.read()
        else:
            self.list.arrive()

    def scan(self, code: str) -> bool:
        """A maker's card opens the page; goods belong on the bill."""
        if not self.body.isEnabled():
            return self.page.take_scan(code)
        if self.is_on_page or CARD_MARK not in as_code(code):
            return False
        self.list.look_for(code)
        return True

    def show_producer(self, producer: Producer) -> None:
        self.message_bar.clear()
        self.stack.setCurrentWidget(self.page)
        self.page.show_producer(producer)

    def _leave(self) -> None:
        self.message_bar.clear()
        self.stack.setCurrentWidget(self.list)
        self.list.arrive()

    def _missed(self, text: str) -> None:
        self.message_bar.say(
            lambda: _("No producer found for “{text}”").format(text=text),
            "warn",
            lambda: _("Register a new one"),
            lambda: self.form.ask_new(text),
        )

    def _saved(self, producer: Producer, is_new: bool) -> None:
        self._desk.announcements.products_changed.emit()
        self.show_producer(producer)
        name = producer_name(producer)
        if is_new:
            self.message_bar.say(lambda: _("Registered: {name}. Now sign the terms").format(name=name), "good")
            self.page.show_part("terms")
        else:
            self.message_bar.say(lambda: _("Saved: {name}").format(name=name), "good")

    def _show_offered(self) -> None:
        self.list.show_offered()
        self.page.show_offered()
