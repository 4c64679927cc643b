"""A picture of the goods on the line: from the camera's file, from the clipboard, or dropped in."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.services.photo import keep_photo, read_photos
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.receiving.draft import DraftLine
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.photo_box import PhotoBox
from otop_pos.ui.wording import product_name

SIDE = 280


class PhotoPanel(Overlay):
    """`ask(number, line)` → `chosen(number, photo_id)`, None when the picture is taken off."""

    chosen = Signal(int, object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, 620)
        self._backend = backend
        self._desk = desk
        self._number = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label("", "heading", elides=True)
        self.message_bar = MessageBar()
        self.box = PhotoBox(self._backend, SIDE)
        self.choose = KeyButton(lambda: _("Choose a photo"), act="photo", tone="soft", icon="image")
        self.paste = KeyButton(lambda: _("Paste"), act="paste")
        self.none = KeyButton(lambda: _("No photo"), tone="danger")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        hint = Paragraph(
            lambda: _("Take it with a phone or camera, then choose its file, paste it, or drop it into the frame."),
            "secondary",
            "ink2",
        )
        buttons = QVBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addWidget(hint)
        for button in (self.choose, self.paste, self.none):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        self.card.column.addWidget(self.title)
        self.card.column.addWidget(self.message_bar)
        self.card.column.addLayout(row)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.box.choose)
        self.paste.clicked.connect(self.box.paste)
        self.none.clicked.connect(lambda: self._end(None))
        self.back.clicked.connect(self.give_up)
        self.box.taken.connect(self._keep)
        self.box.refused.connect(self.refuse)

    def ask(self, number: int, line: DraftLine) -> None:
        """For the line with this number, from 0."""
        self._number = number
        self.title.say(lambda: _("Photo of {product}").format(product=product_name(line.product)))
        self.message_bar.clear()
        self.box.show_jpeg(None)
        photo_id = line.goods.photo_id
        self.none.setVisible(photo_id is not None)
        if photo_id is not None:
            self._backend.call(read_photos, (photo_id,), done=partial(self._show, number, photo_id), owner=self)
        self.open(self.box)

    def refuse(self, refusal: Refusal) -> None:
        self.message_bar.refuse(refusal)

    def _show(self, number: int, photo_id: UUID, photos: dict[UUID, bytes]) -> None:
        if number == self._number and self.box.jpeg is None:
            self.box.show_jpeg(photos.get(photo_id))

    def _keep(self) -> None:
        """Kept at once: a delivery found again after a power cut has its pictures."""
        self._backend.call(keep_photo, self.box.jpeg, **self._desk.here(), done=self._end, owner=self)

    def _end(self, photo_id: UUID | None) -> None:
        if self.is_open:
            self.close_over()
            self.chosen.emit(self._number, photo_id)
