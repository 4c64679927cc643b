"""Several facts under each other, shown anew without building them anew."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otop_pos.ui.style import Role, Tone, px, wear
from otop_pos.ui.widgets.card import Fact
from otop_pos.ui.widgets.label import Said, rule


@dataclass(frozen=True, slots=True)
class FactRow:
    """What it is, its value, and how loud: a `strong` row is the one that matters."""

    title: Said
    text: Said
    tone: Tone = "ink"
    strong: bool = False


class FactList(QWidget):
    """`show_rows([FactRow(…), …])`; `ruled` draws a hairline between rows."""

    def __init__(self, *, ruled: bool = False, row_height: int = 32) -> None:
        super().__init__()
        self._ruled = ruled
        self._row_height = row_height
        self._facts: list[Fact] = []
        self._rules: list[QWidget] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(2))

    def texts(self) -> list[tuple[str, str]]:
        """(title, value) of every row shown."""
        return [(fact.title.text(), fact.value.text()) for fact in self._facts if not fact.isHidden()]

    def show_rows(self, rows: Sequence[FactRow]) -> None:
        while len(self._facts) < len(rows):
            self._grow()
        for number, fact in enumerate(self._facts):
            fact.setVisible(number < len(rows))
            if self._ruled:
                self._rules[number].setVisible(0 < number < len(rows))
        for fact, row in zip(self._facts, rows, strict=False):
            fact.title.say(row.title, "ink" if row.strong else "ink2")
            fact.show_value(row.text, row.tone)
            role: Role = "strong" if row.strong else "body"
            wear(fact.title, role=role)
            wear(fact.value, role=role)

    def _grow(self) -> None:
        if self._ruled:
            self._rules.append(rule())
            self.column.addWidget(self._rules[-1])
        fact = Fact("")
        fact.setMinimumHeight(px(self._row_height))
        self._facts.append(fact)
        self.column.addWidget(fact)
