"""Room for what must be read whole: choices with their check, and parts that scroll where text is large."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from otop_pos.ui.style import px
from otop_pos.ui.widgets.segments import Segments

CHECK_ROOM = 30
"""What the check of the chosen one takes, before another is chosen."""


class RoomySegments(Segments):
    """As wide as its longest name with the check needs, beside something that takes the rest."""

    def minimumSizeHint(self) -> QSize:
        widest = max(
            button.sizeHint().width() + (0 if button.isChecked() else px(CHECK_ROOM))
            for button in self.buttons.values()
        )
        gaps = px(8) * (len(self.buttons) - 1)
        return QSize(widest * len(self.buttons) + gaps, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def scrolled(inner: QWidget) -> QScrollArea:
    """Scrolls up and down where it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
