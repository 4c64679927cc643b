"""A place of the shop on screen: what the frame may ask of every screen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.ui.style import wear
from otop_pos.ui.widgets.message_bar import MessageBar


class Screen(QWidget):
    """Screens put their `message_bar` into their own layout; a Refusal nobody handles appears there."""

    def __init__(self) -> None:
        super().__init__()
        self.message_bar = MessageBar(self)
        wear(self, kind="paper")

    def arrive(self) -> None:
        """The screen was chosen: read afresh, put the focus where the hands go first."""

    @property
    def help_topic(self) -> str:
        """What the help tells about: a name in help_topics."""
        return ""

    def scan(self, code: str) -> bool:
        """A scanner read a code while this screen was in front. False: it belongs on the bill."""
        return False

    def retranslate(self) -> None:
        """The language changed: write anew what no label asks for by itself."""

    def refuse(self, refusal: Refusal) -> None:
        self.message_bar.refuse(refusal)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
