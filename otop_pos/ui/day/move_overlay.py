"""Money put in, taken out, or brought to the safe: how much, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.cash_movement import CashKind, CashMovement
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.services.cash_movement import move_cash
from otop_pos.ui.backend import Door
from otop_pos.ui.day.reason_prompt import ReasonBox
from otop_pos.ui.day.words import MOVE_REASONS, MOVES
from otop_pos.ui.desk import Desk
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.overlay import Overlay

ICONS = {CashKind.PAID_IN: "arrow-down", CashKind.PAID_OUT: "arrow-up", CashKind.DROP: "lock-key"}
"""What is moved by hand; producers are paid by their vouchers."""


class MoveOverlay(Overlay):
    """`ask()` → moved(CashMovement), once it is in the books."""

    moved = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, width=600)
        self._backend = backend
        self._desk = desk
        self._movement: CashMovement | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.kinds = {kind: KeyButton(MOVES[kind], icon=icon) for kind, icon in ICONS.items()}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in self.kinds.values():
            button.setCheckable(True)
            self._group.addButton(button)
            row.addWidget(button, 1)
        self.amount = MoneyEdit("0.00", "action")
        self.amount.setMinimumHeight(px(60))
        self.reason = ReasonBox()
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("Save"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.ok)
        column = self.card.column
        column.addWidget(Label(lambda: _("Money in or out of the drawer"), "heading"))
        column.addLayout(row)
        column.addWidget(Label(lambda: _("Baht"), "secondary", "ink2"))
        column.addWidget(self.amount)
        column.addWidget(self.reason)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self._take_kind(kind))
        self.amount.returnPressed.connect(lambda: self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self.reason.given.connect(self._save)
        self.ok.clicked.connect(self._save)
        self.back.clicked.connect(self.give_up)
        self._backend.crashed.connect(lambda _bug: self.ok.setEnabled(True))

    @property
    def kind(self) -> CashKind:
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def ask(self, kind: CashKind = CashKind.PAID_OUT) -> None:
        self._movement = None
        self.message.clear()
        self.amount.clear()
        self.reason.edit.clear()
        self.ok.setEnabled(True)
        self.kinds[kind].setChecked(True)
        self.reason.offer(MOVE_REASONS[kind])
        self.open(self.amount)

    def refuse(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self.message.refuse(refusal)

    def _take_kind(self, kind: CashKind) -> None:
        self.reason.offer(MOVE_REASONS[kind])
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.ok.isEnabled():
            return
        try:
            self._movement = self._same_or(CashMovement(self.kind, self.amount.read(), self.reason.read()))
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.message.clear()
        self._try()

    def _same_or(self, movement: CashMovement) -> CashMovement:
        """Tried again after an error it is the same movement, with the same key."""
        before = self._movement
        if before is None:
            return movement
        is_same = (before.kind, before.amount, before.reason) == (movement.kind, movement.amount, movement.reason)
        return before if is_same else movement

    def _try(self, approval: Approval | None = None) -> None:
        self.ok.setEnabled(False)
        self._backend.call(
            move_cash,
            self._movement,
            **self._desk.here(),
            approval=approval,
            done=self._saved,
            refused=self._refused,
            owner=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.ok.setEnabled(True)
        self._desk.approvals.or_refuse(self._try, self.refuse)(refusal)

    def _saved(self, movement: CashMovement) -> None:
        self.close_over()
        self.moved.emit(movement)
