"""Up to which day is settled: the month's end, the last closed day, or any day typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Missing, NotADate, Refusal
from otop_pos.i18n import _
from otop_pos.ui.settlement.words import month_name
from otop_pos.ui.style import px
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import date_text


@dataclass(frozen=True, slots=True)
class Offered:
    """A day that is often meant, and why."""

    day: date
    title: Callable[[], str]


def month_end_before(today: date) -> date:
    """The last day of the month before; today where today is itself a last day."""
    if (today + timedelta(days=1)).day == 1:
        return today
    return today.replace(day=1) - timedelta(days=1)


def usual_cutoff(today: date, newest: date | None) -> date:
    """Where a month was begun it is taken up again, else it is the last full month."""
    ended = month_end_before(today)
    return max(ended, newest) if newest is not None and newest <= today else ended


def offers(today: date, last_closed: date | None, newest: date | None) -> tuple[Offered, ...]:
    """The newest first, each day once."""
    found: dict[date, Callable[[], str]] = {}
    if last_closed is not None:
        found[last_closed] = lambda: _("Last closed day")
    if newest is not None:
        found.setdefault(newest, lambda: _("Cut-off of the last statements"))
    ended = month_end_before(today)
    found[ended] = partial(_end_of, ended)
    return tuple(Offered(day, found[day]) for day in sorted(found, reverse=True))


def _end_of(day: date) -> str:
    return _("End of {month}").format(month=month_name(day))


class CutoffOverlay(Overlay):
    """`ask(day, offers)` → chosen(date)."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, today: Callable[[], date]) -> None:
        super().__init__(host, body, width=600)
        self._today = today
        self.edit = DateEdit("input")
        self.edit.setMinimumHeight(px(56))
        self.buttons: list[KeyButton] = []
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Settle up to this day"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self._offers = QVBoxLayout()
        self._offers.setSpacing(px(8))
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.ok)
        column = self.card.column
        column.addWidget(Label(lambda: _("Settle up to and including"), "heading"))
        column.addWidget(
            Paragraph(
                lambda: _("The whole day belongs to the statement. Later sales come on the next one."), tone="ink2"
            )
        )
        column.addWidget(self.edit)
        column.addLayout(self._offers)
        column.addWidget(self.message)
        column.addLayout(foot)
        self.edit.returnPressed.connect(self._take)
        self.ok.clicked.connect(self._take)
        self.back.clicked.connect(self.give_up)

    def ask(self, day: date, offered: Sequence[Offered]) -> None:
        self.message.clear()
        for button in self.buttons:
            self._offers.removeWidget(button)
            button.deleteLater()
        self.buttons = [KeyButton(partial(_offer_text, each)) for each in offered]
        for button, each in zip(self.buttons, offered, strict=True):
            button.clicked.connect(partial(self._answer, each.day))
            self._offers.addWidget(button)
        self.edit.show_value(day)
        self.open(self.edit)
        self.edit.selectAll()

    def _take(self) -> None:
        try:
            day = self.edit.read()
            if day is None:
                raise Missing(_("cut-off day"))
            if day > self._today():
                raise NotADate(self.edit.text())
        except Refusal as refusal:
            self.message.refuse(refusal)
            return
        self._answer(day)

    def _answer(self, day: date, _checked: bool = False) -> None:
        self.close_over()
        self.chosen.emit(day)


def _offer_text(offered: Offered) -> str:
    return f"{offered.title()} · {date_text(offered.day)}"
