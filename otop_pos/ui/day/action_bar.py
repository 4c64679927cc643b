"""What else is done at the drawer during the day: one row of keys."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.right import Right
from otop_pos.i18n import _
from otop_pos.ui.desk import Desk
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton


class ActionBar(QWidget):
    """`show_for(desk)`: what this person may ever do; what needs an open till waits for one."""

    move_wanted = Signal()
    drawer_wanted = Signal()
    x_wanted = Signal()
    hand_over_wanted = Signal()
    zs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.move_money = _button(lambda: _("Cash in · out"), "move_cash")
        self.drawer = _button(lambda: _("Open drawer"), "drawer")
        self.x_so_far = _button(lambda: _("X so far"), "x")
        self.hand_over = _button(lambda: _("Hand over"), "hand_over")
        self.zs = _button(lambda: _("Past Zs"), "old_zs")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for button in (self.move_money, self.drawer, self.x_so_far, self.hand_over, self.zs):
            row.addWidget(button, 1)
        self.move_money.clicked.connect(self.move_wanted)
        self.drawer.clicked.connect(self.drawer_wanted)
        self.x_so_far.clicked.connect(self.x_wanted)
        self.hand_over.clicked.connect(self.hand_over_wanted)
        self.zs.clicked.connect(self.zs_wanted)

    def show_for(self, desk: Desk) -> None:
        is_open = desk.session is not None
        self.move_money.setEnabled(is_open and (desk.may(Right.PAY_IN) or desk.may(Right.PAY_OUT)))
        self.drawer.setEnabled(is_open and desk.may(Right.OPEN_DRAWER))
        self.x_so_far.setEnabled(is_open and desk.may(Right.READ_X))
        self.hand_over.setEnabled(is_open and desk.may(Right.HAND_OVER))


def _button(title: Callable[[], str], act: str) -> KeyButton:
    button = KeyButton(title, act=act, stacked=True)
    button.use_role("secondary")
    return button
