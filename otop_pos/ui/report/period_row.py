"""Which days a report is about: usual stretches by one touch, any other typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from otop_pos.domain.period import Period, days_until, month_before, month_of, year_of
from otop_pos.i18n import _
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.segments import Segments

OWN = "own"
_USUAL: dict[str, Callable[[date], Period]] = {
    "month": month_of,
    "last": month_before,
    "90": lambda today: days_until(today, 90),
    "year": year_of,
}


class PeriodRow(QWidget):
    """`period(today)` is None while typed days are none; `changed` by hand only."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.usual = Segments(
            [
                ("month", lambda: _("This month")),
                ("last", lambda: _("Last month")),
                ("90", lambda: _("90 days")),
                ("year", lambda: _("This year")),
                (OWN, lambda: _("Other days")),
            ]
        )
        for button in self.usual.buttons.values():
            button.setMinimumWidth(px(96 if is_large() else 134))
        self.since, self.until = DateEdit("secondary"), DateEdit("secondary")
        self.own = QWidget()
        days = QHBoxLayout(self.own)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(px(8))
        for edit in (self.since, self.until):
            edit.setFixedWidth(px(136))
            edit.setFixedHeight(px(44))
        days.addWidget(self.since)
        days.addWidget(Label("–", "body", "ink2"))
        days.addWidget(self.until)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.usual)
        row.addWidget(self.own)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.usual.choose("month")
        self.own.hide()
        self.usual.changed.connect(self._choose)
        self.since.returnPressed.connect(self._take_since)
        self.until.returnPressed.connect(self.changed)

    def period(self, today: date) -> Period | None:
        chosen = self.usual.choice()
        if chosen != OWN:
            return _USUAL[chosen](today)
        since, until = self.since.value(), self.until.value()
        return Period(since, until) if since is not None and until is not None else None

    def begin_with(self, period: Period) -> None:
        """What the boxes say when other days are wanted: the days just looked at."""
        self.since.show_value(period.since)
        self.until.show_value(period.until)

    def _choose(self, choice: str) -> None:
        self.own.setVisible(choice == OWN)
        if choice == OWN:
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
            self.since.selectAll()
        else:
            self.changed.emit()

    def _take_since(self) -> None:
        self.until.setFocus(Qt.FocusReason.OtherFocusReason)
        self.until.selectAll()
