"""Which shop, till, day and person this is, and whether head office has the files."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from otop_pos.i18n import _, current_language
from otop_pos.ui.desk import Desk
from otop_pos.ui.keys import ActKey
from otop_pos.ui.style import GUTTER, TOP_BAR, px
from otop_pos.ui.training_band import TrainingBand
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Pill, Said
from otop_pos.ui.wording import date_text, role_name, shop_name, time_text

LEAST_NAME = 150


class TopBar(QFrame):
    language_chosen = Signal(str)
    user_wanted = Signal()
    """Somebody else takes over the till."""
    help_wanted = Signal()
    training_left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._build()
        self._connect()
        self.show_desk()
        self._tick()

    def _build(self) -> None:
        self.setProperty("kind", "top")
        self.setFixedHeight(px(TOP_BAR))
        self.shop = Label("", "strong", elides=True)
        self.till = Label("", "secondary", "ink2")
        self.day_title = Label("", "secondary", "ink2")
        self.day = Label("", "strong")
        self.sync = Pill("")
        self.sync.hide()
        self.user = Pill("")
        self.user.setCursor(Qt.CursorShape.PointingHandCursor)
        self.language = KeyButton(lambda: _("ไทย / EN"), tone="quiet")
        self.language.setToolTip("ไทย / English")
        self.language.use_role("secondary")
        self.language.setMinimumWidth(self.language.sizeHint().width())
        self.help = KeyButton("", act="help", tone="quiet", icon="question")
        self.help.setMinimumWidth(self.help.sizeHint().width() - px(16))
        self.clock = Label("", "body", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), 0, px(GUTTER), 0)
        row.setSpacing(px(20))
        row.addWidget(self.shop)
        row.addWidget(self.till)
        day = QHBoxLayout()
        day.setSpacing(px(6))
        day.addWidget(self.day_title)
        day.addWidget(self.day)
        row.addLayout(day)
        row.addStretch(1)
        for widget in (self.sync, self.user, self.language, self.clock, self.help):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.setSpacing(px(18))
        self.band = TrainingBand()
        self.band.setVisible(self._desk.shop.is_training)
        if self._desk.shop.is_training:
            self._mark_training(row)

    def _mark_training(self, row: QHBoxLayout) -> None:
        """In the place of shop and day: at 150 % the screen has no line to spare for a band of its own."""
        for label in (self.shop, self.till, self.day_title, self.day):
            label.hide()
        row.setContentsMargins(0, 0, px(GUTTER), 0)
        row.insertWidget(0, self.band, 100)

    def _connect(self) -> None:
        self.language.clicked.connect(self._switch)
        self.help.clicked.connect(self.help_wanted)
        self.band.left.connect(self.training_left)
        self.user.pressed.connect(self.user_wanted)
        ActKey("lock", self).activated.connect(self.user_wanted)
        self._desk.announcements.day_changed.connect(self.show_desk)
        self._desk.announcements.settings_changed.connect(lambda _settings: self.show_desk())
        self._timer = QTimer(self, interval=10_000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def show_desk(self) -> None:
        desk = self._desk
        self.shop.say(lambda: shop_name(desk.shop))
        self.till.say(lambda: _("Till {code}").format(code=desk.till.code))
        self.day_title.say(lambda: _("Sales day") if desk.session else "")
        self.day.say(lambda: date_text(desk.business_date) if desk.session else _("Till not open"))
        self.user.say(lambda: f"{desk.user.name} · {role_name(desk.user.role)}")
        # Who is at the till matters more than what was sent when: with large text the files give way.
        self.user.setMinimumWidth(min(self.user.sizeHint().width(), px(LEAST_NAME)))

    def show_sync(self, text: Said, ground: str) -> None:
        """The state of the nightly files: a sentence ("" for none), and good / warn / danger / info."""
        self.sync.say(text, ground)
        self.sync.setVisible(bool(self.sync.text()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tick()

    def _switch(self) -> None:
        self.language_chosen.emit("en" if current_language() == "th" else "th")

    def _tick(self) -> None:
        self.clock.say(time_text(self._desk.now()))
