"""Who stands at the desk: name, village, and the agreement in plain words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from otop_pos.i18n import _
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.words import card_line, kind_name
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Pill
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.tile import Tile
from otop_pos.ui.wording import producer_name


class ProducerCard(Card):
    """`show_draft(draft)`; `repeat` offers the last delivery again."""

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=2)
        self.tile = Tile(56)
        self.name = Label("", "name", elides=True)
        self.code = Pill("")
        self.terms = Paragraph("", "secondary", "ink2", most_lines=2)
        self.repeat = KeyButton(lambda: _("Repeat last delivery"), act="repeat")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.name)
        head.addWidget(self.code)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self.terms)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.repeat, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)

    def show_draft(self, draft: Draft) -> None:
        producer = draft.producer
        self.tile.show_name(producer.name_th)
        self.name.say(lambda: producer_name(producer))
        self.code.say(lambda: f"{producer.code} · {kind_name(producer.kind)}")
        self.terms.say(lambda: card_line(draft))
        self.terms.setToolTip(card_line(draft))
