"""What is chosen, over the choices."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.ui.style import px
from otop_pos.ui.widgets.label import Label, Said


class Part(QWidget):
    """`Part(lambda: _("Language"), segments)`."""

    def __init__(self, title: Said, choices: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(Label(title, "secondary", "ink2", elides=True))
        column.addWidget(choices)
        self.setFocusProxy(choices)
