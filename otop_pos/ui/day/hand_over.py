"""The drawer goes to somebody else: counted or not, then the taker signs in."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.money import format_baht
from otop_pos.domain.shop import User
from otop_pos.domain.till import counted
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Handing:
    """Under way: who gives the drawer, what was counted, and who allowed it where that is needed."""

    giver: User
    pieces: dict[int, int]
    approval: Approval | None = None


class HandOverOverlay(Overlay):
    """`ask(pieces)`: with what was counted at the left, or without a count → wanted(pieces)."""

    wanted = Signal(object)
    """{denomination in satang: pieces}, empty without a count."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=560)
        self._pieces: dict[int, int] = {}
        self.counted = KeyButton("", tone="soft")
        self.uncounted = KeyButton(lambda: _("Hand over without a count"))
        self.back = KeyButton(lambda: _("Back"), "Esc")
        column = self.card.column
        column.addWidget(Paragraph(lambda: _("Hand the drawer over"), "heading"))
        column.addWidget(
            Paragraph(
                lambda: _(
                    "Who takes it signs in with a PIN of their own on the next screen. "
                    "To hand it over counted, type the count at the left first."
                ),
                "body",
                "ink2",
            )
        )
        column.addSpacing(px(4))
        column.addWidget(self.counted)
        column.addWidget(self.uncounted)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.back)
        column.addLayout(row)
        self.counted.clicked.connect(lambda: self._answer(self._pieces))
        self.uncounted.clicked.connect(lambda: self._answer({}))
        self.back.clicked.connect(self.give_up)

    def ask(self, pieces: dict[int, int]) -> None:
        self._pieces = pieces
        amount = format_baht(counted(pieces))
        self.counted.say(lambda: _("Hand over with {amount} counted").format(amount=amount))
        self.counted.setVisible(bool(pieces))
        self.open(self.counted if pieces else self.uncounted)

    def _answer(self, pieces: dict[int, int]) -> None:
        self.close_over()
        self.wanted.emit(pieces)
