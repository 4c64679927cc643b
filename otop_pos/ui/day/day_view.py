"""A day on screen: which one, how it stands, its figures and its proof."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.report import DaySummary
from otop_pos.i18n import _
from otop_pos.ui.day.figures import DayFigures
from otop_pos.ui.day.proof_card import ProofCard
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Pill
from otop_pos.ui.wording import date_text

DayState = Literal["open", "closed", "sent"]


def state_of(summary: DaySummary) -> DayState:
    if any(session.is_open for session in summary.sessions):
        return "open"
    return "sent" if summary.is_sent else "closed"


class DayView(QWidget):
    """`show_summary(summary)`, `hide_figures()` for a blind count, `show_nothing()` before the first day."""

    earlier = Signal()
    later = Signal()
    print_wanted = Signal()
    send_wanted = Signal()
    figures_wanted = Signal(str)
    """The key of a figure to look behind."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = DayFigures()
        self.proofs = ProofCard()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._shown())
        self.pages.addWidget(
            _card(
                EmptyState(
                    "eye-slash",
                    lambda: _("Count first"),
                    lambda: _("What should be in the drawer is shown after the count is confirmed."),
                )
            )
        )
        self.pages.addWidget(
            _card(
                EmptyState(
                    "storefront",
                    lambda: _("The first day begins here"),
                    lambda: _("Count the money you put into the drawer, then open the till."),
                )
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._head())
        column.addWidget(self.pages, 1)

    def _head(self) -> QFrame:
        card = Card(padding=12, spacing=0)
        self.day = Label("", "name")
        self.state = Pill("")
        # Where large type leaves little room, the words of the buttons go first: they keep icon and key.
        self.state.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.back = KeyButton("", act="earlier", tone="quiet", icon="caret-left", shows_keys=False)
        self.forth = KeyButton("", act="later", tone="quiet", icon="caret-right", shows_keys=False)
        self.print = KeyButton(lambda: _("Print"), act="print_day", tone="quiet", icon="printer")
        self.send = KeyButton(lambda: _("Send"), act="send", tone="quiet", icon="paper-plane-tilt")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for widget in (self.back, self.day, self.state):
            row.addWidget(widget)
        row.addWidget(self.forth)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.send)
        card.column.setContentsMargins(px(8), px(4), px(8), px(4))
        card.column.addLayout(row)
        self.back.clicked.connect(self.earlier)
        self.forth.clicked.connect(self.later)
        self.print.clicked.connect(self.print_wanted)
        self.figures.chosen.connect(self.figures_wanted)
        self.proofs.all_wanted.connect(lambda: self.figures_wanted.emit("net"))
        self.send.clicked.connect(self.send_wanted)
        return card

    def _shown(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.figures, 1)
        column.addWidget(self.proofs)
        return page

    def show_summary(self, summary: DaySummary) -> None:
        self._show_head(summary)
        self.figures.show_summary(summary)
        self.proofs.show_summary(summary)
        self.pages.setCurrentIndex(0)
        self.print.setEnabled(True)

    def hide_figures(self, summary: DaySummary) -> None:
        self._show_head(summary)
        self.pages.setCurrentIndex(1)
        self.print.setEnabled(False)

    def show_nothing(self) -> None:
        self.day.say("")
        self.state.hide()
        self.pages.setCurrentIndex(2)
        self.print.setEnabled(False)

    def allow_steps(self, has_earlier: bool, has_later: bool) -> None:
        self.back.setEnabled(has_earlier)
        self.forth.setEnabled(has_later)

    def _show_head(self, summary: DaySummary) -> None:
        self.day.say(lambda: date_text(summary.business_date))
        self.state.show()
        match state_of(summary):
            case "open":
                self.state.say(lambda: _("Open"), "info")
            case "closed":
                self.state.say(lambda: _("Closed, not sent"), "warn")
            case "sent":
                self.state.say(lambda: _("Sent"), "good")


def _card(inner: QWidget) -> Card:
    card = Card()
    card.column.addWidget(inner)
    return card
