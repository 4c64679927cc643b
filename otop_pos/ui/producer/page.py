"""A producer: who it is, and behind tabs what is here, owed, agreed, made, paid to and certified."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.key_desk import TABS
from otop_pos.domain.producer import Producer
from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.services.producer import read_producer
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import ActKey
from otop_pos.ui.producer.goods_part import GoodsPart
from otop_pos.ui.producer.money_part import MoneyPart
from otop_pos.ui.producer.owed_part import OwedPart
from otop_pos.ui.producer.part import Part
from otop_pos.ui.producer.shelf_part import ShelfPart
from otop_pos.ui.producer.standard_part import StandardPart
from otop_pos.ui.producer.terms_part import TermsPart
from otop_pos.ui.producer.words import kind_name
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Pill
from otop_pos.ui.widgets.tab_row import TabRow
from otop_pos.ui.widgets.tile import Tile
from otop_pos.ui.wording import place_name, producer_name

PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "shelf": ("archive", lambda: _("Here and sold")),
    "owed": ("wallet", lambda: _("Owed")),
    "terms": ("handshake", lambda: _("Agreement")),
    "goods": ("package", lambda: _("Products")),
    "money": ("users", lambda: _("Members, bank")),
    "standard": ("shield-check", lambda: _("Standards")),
}


class ProducerPage(QWidget):
    left = Signal()
    change_wanted = Signal(object)
    told = Signal(object)
    refused = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.producer = Producer("", "")
        self.shelf = ShelfPart(backend, desk)
        self.owed = OwedPart(backend, desk)
        self.terms = TermsPart(host, body, backend, desk)
        self.goods = GoodsPart(host, body, backend, desk)
        self.money = MoneyPart(host, body, backend, desk)
        self.standard = StandardPart(host, body, backend, desk)
        self.parts: dict[str, Part] = {
            "shelf": self.shelf,
            "owed": self.owed,
            "terms": self.terms,
            "goods": self.goods,
            "money": self.money,
            "standard": self.standard,
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tabs = TabRow(PARTS)
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._head())
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.mark("shelf")

    def _head(self) -> Card:
        self.tile = Tile(52)
        self.name = Label("", "heading", elides=True)
        self.code = Pill("")
        self.line = Label("", "secondary", "ink2", elides=True)
        self.back = KeyButton(lambda: _("All producers"), "Esc", tone="quiet")
        self.change = KeyButton(lambda: _("Change details"), act="maker_change", icon="pencil-simple")
        names = QHBoxLayout()
        names.setSpacing(px(8))
        names.addWidget(self.name)
        names.addWidget(self.code)
        names.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(names)
        words.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.tile)
        row.addLayout(words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card(padding=14, spacing=0)
        card.column.addLayout(row)
        return card

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_part)
        self.back.clicked.connect(self.left)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.producer))
        for part in self.parts.values():
            part.told.connect(self.told)
            part.refused.connect(self.refused)
            part.changed.connect(lambda _value: self.read())
        for name, act in zip(PARTS, TABS, strict=True):
            ActKey(act, self).activated.connect(partial(self.show_part, name))

    @property
    def part(self) -> str:
        return next(name for name, part in self.parts.items() if part is self.stack.currentWidget())

    def show_producer(self, producer: Producer) -> None:
        """Another one starts at what is here."""
        is_other = producer.id != self.producer.id
        self.producer = producer
        self._show_head()
        self.show_part("shelf" if is_other else self.part)

    def read(self) -> None:
        self._backend.call(read_producer, self.producer.id, done=self._read, owner=self)

    def show_part(self, name: str) -> None:
        self.tabs.mark(name)
        self.stack.setCurrentWidget(self.parts[name])
        self.parts[name].show_producer(self.producer)
        self.tabs.take_focus()

    def show_offered(self) -> None:
        self.change.setVisible(self._desk.may(Right.KEEP_PRODUCER))
        for part in self.parts.values():
            part.show_offered()

    def take_scan(self, code: str) -> bool:
        return self.parts[self.part].take_scan(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _read(self, producer: Producer) -> None:
        self.producer = producer
        self._show_head()
        self.parts[self.part].show_producer(producer)

    def _show_head(self) -> None:
        producer = self.producer
        self.tile.show_name(producer.name_th)
        self.name.say(lambda: producer_name(producer))
        self.code.say(producer.code)
        self.line.say(lambda: head_line(producer))


def head_line(producer: Producer) -> str:
    """Kind, village, phone, LINE, stars; that somebody left comes first."""
    line_id = f"LINE {producer.line_id}" if producer.line_id else ""
    gone = "" if producer.active else _("no longer with us")
    stars = "★" * producer.stars
    place = place_name(producer.place) or _("village not known yet")
    parts = (gone, kind_name(producer.kind), place, producer.phone or _("phone not known yet"), line_id, stars)
    return " · ".join(part for part in parts if part)
