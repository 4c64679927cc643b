"""On the open bill: what comes back and what it is worth, until it is paid or taken off again."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.sale.brought_back import BroughtBack
from otop_pos.ui.style import colour, px, wear
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(26), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), QRectF(self.rect()), "arrow-u-up-left", colour("primary"))


class ExchangeBanner(QFrame):
    """`show_return(brought)`, hidden with None; `taken_off` when nothing shall come back after all."""

    taken_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.goods = Label("", "name", elides=True)
        self.receipt = Label("", "secondary", "ink2", elides=True)
        self.amount = Label("", "action", "figure")
        self.off = KeyButton(lambda: _("Take it off"), tone="quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.goods)
        words.addWidget(self.receipt)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        row.setSpacing(px(12))
        row.addWidget(_Sign())
        row.addLayout(words, 1)
        row.addWidget(self.amount)
        row.addWidget(self.off)
        wear(self, ground="info")
        self.off.clicked.connect(self.taken_off)
        self.hide()

    def show_return(self, brought: BroughtBack | None) -> None:
        self.setVisible(brought is not None)
        if brought is None:
            return
        self.goods.say(lambda: _("Comes back: {goods}").format(goods=brought.goods_text()))
        self.receipt.say(lambda: _("Receipt {number}").format(number=brought.sale.doc_no))
        self.amount.say(format_baht(-brought.value.credit))
