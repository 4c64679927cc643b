"""The first start: what this till shall be."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import Language, _, current_language, use_language
from otop_pos.services.counter import set_up_shop
from otop_pos.services.sign_in import Door
from otop_pos.ui.backend import Door as Backend
from otop_pos.ui.desk import utc_now
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.setup.shop_form import NewShop, ShopForm
from otop_pos.ui.style import colour, font, px, wear
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.focus_ring import FocusRing
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.tile import Tile

SHELF = (
    "ผ้าคลุมไหล่",
    "น้ำผึ้งป่า",
    "ชากุหลาบ",
    "แก้วศิลาดล",
    "ร่มกระดาษสา",
    "กาแฟดริป",
    "ย่ามฝ้าย",
    "สบู่คราม",
    "โคมยี่เป็ง",
)


class _Banner(QWidget):
    """The indigo side with the name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(320))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("rail"))
        painter.fillRect(0, 0, 4, self.height(), colour("accent"))
        side = px(72)
        draw_icon(painter, QRectF(px(36), px(110), side, side), "storefront", colour("accent"))
        face = font("amount")
        face.setWeight(QFont.Weight.Bold)
        painter.setFont(face)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(QRectF(px(36), px(200), self.width(), px(60)), "OTOP POS")
        painter.setFont(font("name"))
        painter.setPen(colour("rail_text"))
        area = QRectF(px(36), px(264), self.width() - px(60), px(90))
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), _("The till of the OTOP Select centres"))


class SetupWindow(QWidget):
    """`finished(till code, user code)` when there is a shop to open."""

    finished = Signal(str, str)
    language_chosen = Signal(str)

    def __init__(self, backend: Backend, pepper: bytes = b"") -> None:
        super().__init__()
        self._backend = backend
        self._pepper = pepper
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("OTOP POS")
        self.setMinimumSize(1024, 640)
        wear(self, kind="paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.message_bar = MessageBar()
        self.banner = _Banner()
        self.language = KeyButton(lambda: _("ไทย / EN"), tone="quiet")
        self.form = ShopForm()
        head = QHBoxLayout()
        head.addWidget(Label(lambda: _("Welcome. What shall this till be?"), "action", "figure"))
        head.addStretch(1)
        head.addWidget(self.language)
        choices = QHBoxLayout()
        choices.setSpacing(px(16))
        choices.addWidget(self._demo(), 4)
        choices.addWidget(self.form, 6)
        right = QVBoxLayout()
        right.setContentsMargins(px(28), px(22), px(28), px(22))
        right.setSpacing(px(12))
        right.addLayout(head)
        right.addWidget(self.message_bar)
        right.addLayout(choices, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.banner)
        row.addLayout(right, 1)
        self.focus_ring = FocusRing(self)
        self.demo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _demo(self) -> Card:
        card = Card(padding=24, spacing=10)
        self.demo = KeyButton(lambda: _("Open the demo shop"), tone="primary")
        card.column.addWidget(Label(lambda: _("Demo shop"), "heading"))
        card.column.addWidget(
            Paragraph(
                lambda: _(
                    "A craft shop of the North with its makers, agreements and full shelves: "
                    "to look around, to learn, to try everything."
                ),
                tone="ink2",
            )
        )
        card.column.addWidget(
            Paragraph(lambda: _("Its goods and figures are invented. Nothing is sent anywhere."), tone="ink2")
        )
        card.column.addSpacing(px(12))
        card.column.addLayout(_tiles())
        card.column.addStretch(1)
        card.column.addWidget(self.demo)
        return card

    def _connect(self) -> None:
        self.demo.clicked.connect(self._open_demo)
        self.form.submitted.connect(self._open_own)
        self.language.clicked.connect(self._switch)

    def refuse(self, refusal: Refusal) -> None:
        self._allow(True)
        self.message_bar.refuse(refusal)

    def _open_demo(self) -> None:
        self._allow(False)
        self.message_bar.say(lambda: _("Filling the shelves…"))
        self._backend.batch(
            _load_demo, self._pepper, utc_now(), done=lambda codes: self.finished.emit(*codes), owner=self
        )

    def _open_own(self, new_shop: NewShop) -> None:
        self._allow(False)
        self._backend.call(
            set_up_shop,
            new_shop.shop,
            new_shop.till,
            new_shop.manager,
            on=local_date(utc_now()),
            done=lambda counter: self.finished.emit(counter.till.code, counter.user.code),
            owner=self,
        )

    def _allow(self, is_allowed: bool) -> None:
        self.demo.setEnabled(is_allowed)
        self.form.open.setEnabled(is_allowed)

    def _switch(self) -> None:
        language: Language = "en" if current_language() == "th" else "th"
        use_language(language)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self.banner.update()
        self.language_chosen.emit(language)


def _tiles() -> QGridLayout:
    """A taste of the shelves."""
    grid = QGridLayout()
    grid.setSpacing(px(10))
    for number, name in enumerate(SHELF):
        tile = Tile(80)
        tile.show_name(name)
        tile.setToolTip(name)
        grid.addWidget(tile, number // 3, number % 3)
    return grid


def _load_demo(database: Any, pepper: bytes, at: datetime) -> tuple[str, str]:
    """Its first till, and its manager, who may see everything."""
    from otop_pos.services.demo.people import give_demo_secrets
    from otop_pos.services.demo.shop import load_demo_shop

    demo = database.run(load_demo_shop, at=at)
    give_demo_secrets(database, Door(demo.tills[0].code, pepper, at))
    return demo.tills[0].code, demo.manager.code
