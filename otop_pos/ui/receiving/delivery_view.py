"""The delivery at the desk: maker, code box, lines with their boxes; figures and words at the right."""

from datetime import date

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from otop_pos.domain.product import Product
from otop_pos.i18n import _
from otop_pos.ui.keys import cap_of
from otop_pos.ui.receiving.album import Album
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.lines_table import LinesTable
from otop_pos.ui.receiving.picture_strip import PictureStrip
from otop_pos.ui.receiving.producer_card import ProducerCard
from otop_pos.ui.receiving.product_columns import product_columns
from otop_pos.ui.receiving.summary import DraftTotals, ReadingCard, RejectedCard
from otop_pos.ui.style import Role, font, is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.search_list import Ask, SearchList

ROOMY = 600
"""Drawing pixels of height that leave room for all cards at the right."""


class DeliveryView(QWidget):
    """Layout, keys and the search in place of the lines; what a key means is the page's business."""

    def __init__(self, ask: Ask[Product], album: Album) -> None:
        super().__init__()
        self._album = album
        self._draft: Draft | None = None
        self._build(ask)
        self._connect()

    def _build(self, ask: Ask[Product]) -> None:
        self.card = ProducerCard()
        self.code_box = CodeBox(
            lambda: _("Scan goods, or type part of their name or code"), lambda: _("Find goods"), "find"
        )
        left = QVBoxLayout()
        left.setSpacing(px(10))
        left.addWidget(self.card)
        left.addWidget(self.code_box)
        left.addWidget(self._middle(ask), 1)
        left.addLayout(self._keys())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(left, 854)
        row.addLayout(self._right(), 372)

    def _middle(self, ask: Ask[Product]) -> QWidget:
        self.table = LinesTable(
            self._album,
            EmptyState(
                "package",
                lambda: _("Scan or pick the first product"),
                lambda: _("{repeat} starts from the last delivery, {new} registers a new product").format(
                    repeat=cap_of("repeat"), new=cap_of("new")
                ),
            ),
        )
        self.search: SearchList[Product] = SearchList(
            product_columns(),
            ask,
            lambda: _("This maker has no such product"),
            lambda: _("{key} registers it as a new product").format(key=cap_of("new")),
        )
        self.search.table.take_taps()
        card = Card()
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addWidget(self.table)
        middle = QWidget()
        self.pages = QStackedLayout(middle)
        self.pages.addWidget(card)
        self.pages.addWidget(self.search)
        return middle

    def _keys(self) -> QHBoxLayout:
        self.new_product = _key(lambda: _("New product"), lambda: _("New"), "new")
        self.photo = _key(lambda: _("Take a photo"), lambda: _("Photo"), "photo")
        self.reject = _key(lambda: _("Reject + reason"), lambda: _("Reject"), "reject")
        self.describe = _key(lambda: _("Expiry · batch"), lambda: _("Expires"), "describe")
        self.hold = _key(lambda: _("Keep for later"), lambda: _("Later"), "hold")
        self.remove = _key(lambda: _("Remove line"), lambda: _("Remove"), "remove", "danger")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.new_product, self.photo, self.reject, self.describe, self.hold, self.remove):
            row.addWidget(button, 1)
        return row

    def _right(self) -> QVBoxLayout:
        self.pictures = PictureStrip(self._album)
        self.totals = DraftTotals(self.pictures)
        self.rejected = RejectedCard()
        self.reading = ReadingCard()
        self.post = KeyButton("", act="finish", tone="primary")
        column = QVBoxLayout()
        column.setSpacing(px(12))
        column.addWidget(self.totals)
        column.addWidget(self.rejected)
        column.addWidget(self.reading, 1)
        column.addWidget(self.post)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_post()
        self._fit_right()

    def say_labels(self, count: int) -> None:
        """How many labels the one button will print."""
        self.post.say(lambda: _("Save + print {count} labels").format(count=count))
        self._fit_post()

    def show_draft(self, draft: Draft, today: date) -> None:
        """Everything at the right."""
        self._draft = draft
        self.totals.show_draft(draft, today)
        self.pictures.show_draft(draft)
        self.reading.show_draft(draft, today)
        self._fit_right()
        self.say_labels(draft.label_count)

    def _fit_right(self) -> None:
        """Large type leaves no room for a card of its own: then what was rejected is read out with the rest."""
        is_tight = self.height() < px(ROOMY)
        self.reading.be_tight(is_tight)
        if self._draft is not None:
            self.rejected.show_draft(self._draft)
        if is_tight:
            self.rejected.hide()

    def _fit_post(self) -> None:
        """What the button does must be read whole, in smaller letters if need be."""
        room = self.post.width() - px(70)
        roles: tuple[Role, ...] = ("action", "heading", "strong")
        fitting = (role for role in roles if QFontMetricsF(font(role)).horizontalAdvance(self.post.words()) <= room)
        self.post.use_role(next(fitting, roles[-1]))

    def _connect(self) -> None:
        self.code_box.typed.connect(self._look_for)
        self.code_box.action.clicked.connect(lambda: self.open_search(self.code_box.text()))
        self.code_box.stepped.connect(self._step)

    @property
    def is_searching(self) -> bool:
        return self.pages.currentIndex() == 1

    def open_search(self, text: str) -> None:
        """Products of this maker in place of the lines."""
        self.pages.setCurrentIndex(1)
        self.search.look_for(text)
        self.code_box.setFocus()

    def close_search(self) -> None:
        self.code_box.clear()
        self.pages.setCurrentIndex(0)

    def _look_for(self, text: str) -> None:
        if text.strip():
            self.open_search(text)
        else:
            self.close_search()

    def _step(self, by: int) -> None:
        (self.search.table if self.is_searching else self.table).step(by)


def _key(words: Said, short: Said, act: str, tone: ButtonTone = "plain") -> KeyButton:
    """A key of the row; six of them have room for one word each when the text is large."""
    button = KeyButton(short if is_large() else words, act=act, tone=tone, stacked=True)
    if is_large():
        button.use_role("secondary")
    return button
