"""What the form of an act consists of: the lots at the left; how much, why and what it comes to at the right."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.stock.act_columns import act_columns
from otop_pos.ui.stock.act_lines import ActLine
from otop_pos.ui.stock.reason_box import ReasonBox
from otop_pos.ui.stock.roomy import scrolled
from otop_pos.ui.stock.take_edit import TakeEdit
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.fact_list import FactList
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import RIGHT, Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable

SIDE = 372


class ActView(QWidget):
    """The parts only; ActOverlay makes them work."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "heading", elides=True)
        self.maker = Label("", "secondary", "ink2", RIGHT, elides=True)
        self.choices = QVBoxLayout()
        self.table: RowsTable[ActLine] = RowsTable(
            act_columns(),
            row_height=58,
            empty=EmptyState(
                "package",
                lambda: _("Nothing of this maker lies there"),
                lambda: _("Choose another place above, or go back with Esc."),
            ),
        )
        self.edit = TakeEdit()
        self.unit = Label("", "name", "ink2")
        self.there = Label("", "secondary", "ink2", elides=True)
        self.facts = FactList(row_height=28)
        self.reason = ReasonBox()
        self.credit = Paragraph("", "secondary", "ink2", most_lines=3)
        self.message = MessageBar()
        self.all = KeyButton(lambda: _("All of it"), act="all")
        self.past_term = KeyButton(lambda: _("All past their term"), act="past_term")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.ok = KeyButton("", act="finish", tone="primary")
        self.ok.use_role("name")
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 2)
        head.addWidget(self.maker, 3)
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.table)
        middle = QHBoxLayout()
        middle.setSpacing(px(18))
        middle.addWidget(frame, 1)
        middle.addWidget(self._side())
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.past_term)
        buttons.addWidget(self.all)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addLayout(self.choices)
        column.addWidget(self.message)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(px(SIDE))
        self.edit.setMinimumHeight(px(56))
        quantity = QHBoxLayout()
        quantity.setSpacing(px(10))
        quantity.addWidget(self.edit, 1)
        quantity.addWidget(self.unit)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.there)
        column.addLayout(quantity)
        column.addWidget(self._scrolled(), 1)
        return side

    def _scrolled(self) -> QScrollArea:
        """Large text on a small screen scrolls here; what is typed stays in sight."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addSpacing(px(6))
        column.addWidget(self.facts)
        column.addWidget(self.credit)
        column.addStretch(1)
        column.addWidget(self.reason)
        area = scrolled(inner)
        self.reason.focused.connect(
            lambda: QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(self.reason.edit))
        )
        return area
