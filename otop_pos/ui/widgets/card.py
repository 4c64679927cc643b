"""White ground for what belongs together, and a figure on one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.ui.style import Role, Tone, px
from otop_pos.ui.widgets.label import Figure, Label, Said


class Card(QFrame):
    """A card with its own column layout: `card.column.addWidget(…)`. `padding` in drawing pixels."""

    def __init__(self, padding: int = 18, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(padding), px(padding - 4), px(padding), px(padding - 4))
        self.column.setSpacing(px(spacing))


class FigureCard(Card):
    """A title over one large figure."""

    def __init__(self, title: Said, tone: Tone = "figure") -> None:
        super().__init__(padding=14, spacing=2)
        self.title = Label(title, "secondary", "ink2", elides=True)
        self.figure = Figure("figure", tone)
        self.column.addWidget(self.title)
        self.column.addWidget(self.figure)

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        self.figure.show_text(text, tone)


class Fact(QWidget):
    """One row of a card: what it is at the left, its value at the right."""

    def __init__(self, title: Said, role: Role = "body", value_role: Role = "strong") -> None:
        super().__init__()
        self.title = Label(title, role, "ink2", elides=True)
        self.value = Label("", value_role, align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.title, 1)
        row.addWidget(self.value)

    def show_value(self, text: Said, tone: Tone = "ink") -> None:
        self.value.say(text, tone)
