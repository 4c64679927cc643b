"""A digit key, whichever layout is active: to choose the third of several things."""

from PySide6.QtGui import QKeyEvent

from otop_pos.domain.scan import from_kedmanee
from otop_pos.domain.thai_digits import to_arabic_digits


def pressed_number(event: QKeyEvent) -> int:
    """1 to 9, or 0 for any other key. The digit row of the Thai layout writes ๅ / - ภ ถ ุ ึ ค ต."""
    for text in (to_arabic_digits(event.text()), from_kedmanee(event.text())):
        if len(text) == 1 and text in "123456789":
            return int(text)
    return 0
