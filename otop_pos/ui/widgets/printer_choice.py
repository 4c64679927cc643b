"""Which of the computer's printers this till prints on, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.widgets.choice_list import ChoiceList
from otop_pos.ui.widgets.label import Said

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
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)
        self.choices = ChoiceList([("", "")])
        self.show_printers((), "")

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        known = list(names) if not chosen or chosen in names else [*names, chosen]
        offered: list[tuple[str, Said]] = [("", lambda: _("No printer, files only"))]
        before, self.choices = self.choices, ChoiceList([*offered, *((each, each) for each in known)])
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
        for row in self.choices.findChildren(QAbstractButton):
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choices.choose(chosen)
        self.choices.changed.connect(self.changed)
        self._column.addWidget(self.choices)
        height = self.choices.sizeHint().height() // (len(known) + 1)
        self.setFixedHeight(min(len(known) + 1, MOST_SHOWN) * height + 2)

    def take_focus(self) -> None:
        for row in self.choices.findChildren(QAbstractButton):
            if row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def printer(self) -> str:
        return self.choices.choice()
