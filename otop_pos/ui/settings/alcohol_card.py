"""When alcohol is sold: three parts of the day, and the days on which it is not."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.i18n import _
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import short_date_text

HOURS = ("11:00–14:00", "14:00–17:00", "17:00–24:00")


class _HourSwitch(KeyButton):
    """Filled and named while alcohol is sold."""

    def __init__(self, hours: str) -> None:
        self._hours = hours
        super().__init__(hours)
        self.setCheckable(True)
        self.toggled.connect(lambda _is_on: self.say(self._told))
        self.say(self._told)

    def _told(self) -> str:
        words = _("{hours} sold") if self.isChecked() else _("{hours} not sold")
        return words.format(hours=self._hours)


class AlcoholCard(Card):
    """`show_rules(hours, days)`, `hours()`, `days()`."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=4)
        self._days: list[date] = []
        self._build()
        self.add.clicked.connect(self._add)
        self.day.returnPressed.connect(self._add)

    def _build(self) -> None:
        self.switches = [_HourSwitch(hours) for hours in HOURS]
        self.day = DateEdit()
        self.field = Field(lambda: _("Not sold on these days"), self.day)
        self.add = KeyButton(lambda: _("Add"), tone="soft")
        self.none = Paragraph(
            lambda: _("No days yet: Buddhist holy days and election days belong here."), "secondary", "ink2"
        )
        self.column.addWidget(Label(lambda: _("Alcohol"), "heading"))
        self.column.addWidget(Label(lambda: _("Sold at these times"), "secondary", "ink2"))
        for switch in self.switches:
            self.column.addWidget(switch)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.column.addWidget(self.none)
        self.column.addWidget(self._list(), 1)

    def _list(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(px(100))
        inner = QWidget()
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(px(6))
        area.setWidget(inner)
        return area

    def show_rules(self, hours: tuple[bool, bool, bool], days: Sequence[date]) -> None:
        for switch, is_on in zip(self.switches, hours, strict=True):
            switch.setChecked(is_on)
        self._show_days(days)

    def hours(self) -> tuple[bool, bool, bool]:
        first, second, third = (switch.isChecked() for switch in self.switches)
        return first, second, third

    def days(self) -> tuple[date, ...]:
        return tuple(self._days)

    def _add(self) -> None:
        try:
            day = self.day.read()
            if day is None:
                raise Missing(_("day"))
        except Refusal as refused:
            refusal = refused
            self.field.say(lambda: refusal.sentence, "danger")
            return
        self.field.say("")
        self.day.show_value(None)
        self._show_days({*self._days, day})
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_days(self, days: Sequence[date] | set[date]) -> None:
        self._days = sorted(days)
        self.none.setVisible(not self._days)
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        columns = 1 if is_large() else 2
        for number, day in enumerate(self._days):
            button = KeyButton(partial(short_date_text, day), icon="x")
            button.setToolTip(_("Take this day off the list"))
            button.clicked.connect(partial(self._drop, day))
            self.grid.addWidget(button, number // columns, number % columns)
        self.grid.setRowStretch(len(self._days) // columns + 1, 1)

    def _drop(self, day: date, _checked: bool = False) -> None:
        self._show_days([each for each in self._days if each != day])
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
