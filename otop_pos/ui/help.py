"""Help for the screen in front: what it is for, its steps, its keys as they are now."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.key_act import Place
from otop_pos.domain.key_row import PLACES, rows_at
from otop_pos.i18n import _
from otop_pos.ui.help_topic import Topic, Words
from otop_pos.ui.help_topics import topic_of
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.keys import binding, cap_of
from otop_pos.ui.style import INK_ABOVE, colour, font, px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.key_list import KeyList
from otop_pos.ui.widgets.label import CENTRE, Label
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import FONT_LINE, Paragraph

WIDTH, HEAD_AND_EDGES = 1120, 164
KEYS = 252


class _Caps(dict[str, str]):
    """The key of an act, when a sentence asks for it."""

    def __missing__(self, act: str) -> str:
        return cap_of(act)


class _Sign(QWidget):
    """A topic's icon, or a step's number, on a round ground."""

    def __init__(self, text: str = "", side: int = 26) -> None:
        super().__init__()
        self._text = text
        self.icon = ""
        self.setFixedSize(px(side), px(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary_soft"))
        painter.drawEllipse(area)
        if self.icon:
            draw_icon(painter, area.adjusted(*(px(9), px(9), -px(9), -px(9))), self.icon, colour("primary"))
            return
        painter.setFont(font("strong"))
        painter.setPen(colour("primary"))
        painter.drawText(area, int(CENTRE | Qt.TextFlag.TextDontClip), self._text)


class Help(Overlay):
    """`show_topic(name, places)`; Esc, its key or its button closes it, and the hands are where they were."""

    MOST_STEPS = 6

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self.topic: Topic = topic_of("")
        self._places: tuple[str, ...] = ()
        self._build()
        self.close_button.clicked.connect(self.leave)

    def _build(self) -> None:
        self.sign = _Sign(side=44)
        self.title = Label("", "action", "figure")
        self.purpose = Paragraph("", "body", "ink2")
        self.steps = [Paragraph("", "body") for _number in range(self.MOST_STEPS)]
        self.numbers = [_Sign(str(number)) for number in range(1, self.MOST_STEPS + 1)]
        self.keys_title = Label("", "strong", "ink2")
        self.keys = KeyList()
        self.shop_title = Label("", "strong", "ink2")
        self.shop_keys = KeyList()
        self.close_button = KeyButton(lambda: _("Close"), "Esc", tone="soft")
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        body = QHBoxLayout()
        body.setSpacing(px(30))
        body.addLayout(self._told(), 1)
        body.addLayout(_column(self.keys_title, self.keys))
        body.addLayout(_column(self.shop_title, self.shop_keys))
        self.card.column.addLayout(head)
        self.card.column.addLayout(body)

    def _told(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addWidget(self.purpose)
        for number, step in zip(self.numbers, self.steps, strict=True):
            row = QHBoxLayout()
            row.setSpacing(px(12))
            row.addWidget(_on_first_line(number), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(step, 1)
            column.addLayout(row)
        column.addStretch(1)
        return column

    def show_topic(self, name: str, places: Sequence[str] = ()) -> None:
        """Of the shop's places only those whose act is in `places` are told."""
        self.topic, self._places = topic_of(name), tuple(places)
        self._tell()
        self.card.setFixedWidth(min(px(WIDTH), self._host.width() - px(24)))
        room = self._host.height() - px(HEAD_AND_EDGES)
        for keys in (self.keys, self.shop_keys):
            keys.fit(room)
            # What is told needs the width more than a long name of a key.
            keys.setMaximumWidth(px(KEYS))
        self.open(self.close_button)

    def leave(self) -> None:
        if self.is_open:
            self.close_over()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        topic = self.topic
        self.sign.icon = topic.icon
        self.title.say(topic.title)
        self.purpose.say(topic.purpose)
        for number, sign, step in zip(range(self.MOST_STEPS), self.numbers, self.steps, strict=True):
            has_step = number < len(topic.steps)
            step.say(_told(topic.steps[number]) if has_step else "")
            sign.setVisible(has_step)
            step.setVisible(has_step)
        self._show_keys(topic.place)

    def _show_keys(self, place: Place) -> None:
        keys = binding().keys
        shop = [row for row in rows_at("everywhere", keys) if not row.act.startswith("go_") or row.act in self._places]
        is_own = place != "everywhere"
        self.keys_title.say(lambda: _("Keys here"))
        self.keys.show_rows(rows_at(place, keys) if is_own else ())
        self.keys_title.setVisible(is_own)
        self.keys.setVisible(is_own)
        self.shop_title.say(PLACES["everywhere"])
        self.shop_keys.show_rows(shop)


def _told(step: Words) -> Words:
    """With the keys as they are when it is read."""
    return lambda: step().format_map(_Caps())


def _on_first_line(sign: QWidget) -> QWidget:
    """Its middle where the middle of a paragraph's first line is."""
    holder = QWidget()
    middle = font("body").pixelSize() * (INK_ABOVE + FONT_LINE / 2)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, max(round(middle - sign.height() / 2), 0), 0, 0)
    column.addWidget(sign)
    return holder


def _column(title: Label, keys: KeyList) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(2))
    column.addWidget(title)
    column.addWidget(keys)
    column.addStretch(1)
    return column
