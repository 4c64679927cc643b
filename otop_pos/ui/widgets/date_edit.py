"""A box for a day, typed the way Thai people write it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from otop_pos.domain.errors import Refusal
from otop_pos.domain.thai_date import parse_date
from otop_pos.i18n import _
from otop_pos.ui.style import Role
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.wording import date_text


class DateEdit(PlainEdit):
    """'30/6/2570', '๓๐ มิ.ย. ๗๐', '300670' or '2027-06-30'; left, it shows the day it understood."""

    changed = Signal(object)
    """The date, or None while the text is none."""

    def __init__(self, role: Role = "body") -> None:
        super().__init__(lambda: _("dd/mm/yyyy"), role)
        self.textChanged.connect(self._tell)

    def value(self) -> date | None:
        try:
            return self.read()
        except Refusal:
            return None

    def read(self) -> date | None:
        """The day, None of an empty box. Refuses NotADate."""
        text = self.text().strip()
        return parse_date(text) if text else None

    def show_value(self, day: date | None) -> None:
        self.setText(date_text(day) if day else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        day = self.value()
        if day is not None and self.text() != date_text(day):
            self.show_value(day)

    def _tell(self) -> None:
        value = self.value()
        self.mark_wrong(value is None and bool(self.text().strip()))
        self.changed.emit(value)
