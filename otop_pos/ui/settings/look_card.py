"""How this till looks and speaks: everybody's to choose."""

from dataclasses import replace

from PySide6.QtCore import Signal

from otop_pos.i18n import _, current_language
from otop_pos.ui.desk import Desk
from otop_pos.ui.settings.part import Part
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.segments import Segments

SIZES = ("100", "125", "150")


class LookCard(Card):
    """Language and theme at once; the size of the text by opening the window anew."""

    language_wanted = Signal(str)
    restart_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(padding=18, spacing=8)
        self._desk = desk
        self._size_worn = desk.settings.text_scale
        self._build()
        self._connect()
        self.arrive()

    def _build(self) -> None:
        self.language = Segments([("th", "ไทย"), ("en", "English")])
        self.theme = Segments([("light", lambda: _("Light")), ("dark", lambda: _("Dark"))])
        self.text_size = Segments([(size, size) for size in SIZES], large=2)
        self.restart = MessageBar()
        self.column.addWidget(Label(lambda: _("Look"), "heading"))
        self.column.addWidget(Part(lambda: _("Language"), self.language))
        self.column.addWidget(Part(lambda: _("Colours"), self.theme))
        self.column.addWidget(Part(lambda: _("Size of the text in %"), self.text_size))
        self.column.addWidget(self.restart)
        self.column.addSpacing(px(4))

    def _connect(self) -> None:
        self.language.changed.connect(self.language_wanted)
        self.theme.changed.connect(lambda theme: self._desk.take_settings(replace(self._desk.settings, theme=theme)))
        self.text_size.changed.connect(self._take_size)

    def arrive(self) -> None:
        settings = self._desk.settings
        self.language.choose(current_language())
        self.theme.choose(settings.theme)
        self.text_size.choose(str(settings.text_scale))

    def _take_size(self, size: str) -> None:
        self._desk.take_settings(replace(self._desk.settings, text_scale=int(size)))
        if int(size) == self._size_worn:
            self.restart.clear()
            return
        self.restart.say(
            lambda: _("In force when the window is opened anew."),
            "info",
            lambda: _("Open it anew now"),
            self.restart_wanted.emit,
        )


def offer_training(button: KeyButton, is_training: bool) -> None:
    """The way in, or the way out."""
    button.say((lambda: _("Back to the real till")) if is_training else (lambda: _("Begin to practise")))
