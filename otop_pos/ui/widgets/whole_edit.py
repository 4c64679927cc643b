"""A box for a whole number: days, pieces, stars."""

from otop_pos.domain.errors import NotANumber, OutOfRange
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.number_edit import NumberEdit


class WholeEdit(NumberEdit):
    """From `least` to `most`; `.given()` is None of an empty box."""

    def __init__(self, least: int, most: int, hint: Said = "") -> None:
        super().__init__(hint)
        self._least, self._most = least, most

    def read(self) -> int:
        """Refuses NotANumber, OutOfRange."""
        text = to_arabic_digits(self.text()).strip()
        if not text.isdecimal():
            raise NotANumber(self.text())
        if not self._least <= int(text) <= self._most:
            raise OutOfRange(self.text(), self._least, self._most)
        return int(text)

    def given(self) -> int | None:
        return self.read() if self.text().strip() else None

    def show_value(self, number: int | None) -> None:
        self.setText("" if number is None else str(number))
