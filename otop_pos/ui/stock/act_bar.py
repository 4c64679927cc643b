"""What can be done with the chosen lot: one row of keys under the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.right import Right
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.acts import DONATE, GIVE_BACK, MOVE, WRITE_OFF, Act
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said


class ActBar(QWidget):
    """`show_for(desk, lot)`: what this person may ever do, and what this lot has anything left for."""

    wanted = Signal(object)
    """An Act."""
    price_wanted = Signal()
    found_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.move_goods = _button(MOVE.button, "move")
        self.price = _button(lambda: _("Price"), "new_price")
        self.give_back = _button(GIVE_BACK.button, "give_back")
        self.write_off = _button(WRITE_OFF.button, "write_off")
        self.donate = _button(DONATE.button, "donate")
        self.found = _button(lambda: _("Found again"), "found")
        self._acts: dict[KeyButton, Act] = {
            self.move_goods: MOVE,
            self.give_back: GIVE_BACK,
            self.write_off: WRITE_OFF,
            self.donate: DONATE,
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for button in (self.move_goods, self.price, self.give_back, self.write_off, self.donate, self.found):
            row.addWidget(button, 1)
        for button, act in self._acts.items():
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act))
        self.price.clicked.connect(self.price_wanted)
        self.found.clicked.connect(self.found_wanted)

    def show_for(self, desk: Desk, lot: Lot | None) -> None:
        has_goods = lot is not None and bool(lot.on_hand + lot.quarantine + lot.to_return)
        for button, act in self._acts.items():
            button.setEnabled(has_goods and desk.may(act.right))
        self.price.setEnabled(lot is not None and desk.may(Right.CHANGE_PRICE))
        self.found.setEnabled(lot is not None and desk.may(Right.WRITE_OFF))


def _button(title: Said, key: str) -> KeyButton:
    button = KeyButton(title, act=key, stacked=True)
    button.use_role("secondary")
    return button
