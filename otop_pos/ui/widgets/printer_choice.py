"""Which of the computer's printers this till prints on, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from otop_pos.i18n import _
from otop_pos.ui.widgets.choice_list import ChoiceList

MOST_SHOWN = 5


class PrinterChoice(QScrollArea):
    """`show_printers(names, chosen)`, `.printer()` ("" for files only), `changed(name)` by hand only.

    A chosen printer that is not there now (switched off) stays on the list.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices = ChoiceList([("", "")])
        self.show_printers((), "")

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        known = list(names) if not chosen or chosen in names else [*names, chosen]
        self.choices = ChoiceList([("", lambda: _("No printer, files only")), *((each, each) for each in known)])
        column = self.choices.layout()
        if isinstance(column, QVBoxLayout):
            column.addStretch(1)
        for row in self.choices.findChildren(QAbstractButton):
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choices.choose(chosen)
        self.choices.changed.connect(self.changed)
        self.setWidget(self.choices)
        rows = min(len(known) + 1, MOST_SHOWN)
        height = self.choices.sizeHint().height() // (len(known) + 1)
        self.setFixedHeight(rows * height + 2)

    def printer(self) -> str:
        return self.choices.choice()
