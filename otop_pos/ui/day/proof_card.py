"""The close proves itself: equations of figures summed in different ways, ticked one by one."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.report import DaySummary, Proof
from otop_pos.i18n import _
from otop_pos.ui.icons import draw_icon
from otop_pos.ui.style import colour, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import RIGHT, Label, rule

EQUATIONS: dict[str, Callable[[], str]] = {
    "lines": lambda: _("Sum of lines = sum of receipts"),
    "tenders": lambda: _("Tenders − change + rounding = receipts"),
    "shares": lambda: _("Makers' dues + commission + VAT = receipts"),
    "drawer": lambda: _("Drawer = float + cash − returned + in − out"),
}
DRAWER = "drawer"


class _Mark(QWidget):
    """A tick, a question or a cross: shape and colour say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._role = "question-fill", "accent"
        self.setFixedSize(px(26), px(26))

    def show_state(self, holds: bool | None) -> None:
        self._icon, self._role = {
            True: ("check-circle-fill", "good"),
            False: ("x-circle-fill", "danger"),
            None: ("question-fill", "accent"),
        }[holds]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), QRectF(self.rect()), self._icon, colour(self._role))


class ProofRow(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.mark = _Mark()
        self.amount = Label("", "body", align=RIGHT)
        self.setMinimumHeight(px(33))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(px(12))
        row.addWidget(self.mark)
        row.addWidget(Label(EQUATIONS[name], elides=True), 1)
        row.addWidget(self.amount)

    def show_proof(self, proof: Proof | None) -> None:
        """None: not known before the count."""
        self.mark.show_state(proof.holds if proof else None)
        if proof is None:
            self.amount.say(lambda: _("after the count"), "ink2")
        elif proof.holds:
            self.amount.say(format_baht(proof.right), "ink")
        else:
            self.amount.say(f"{format_baht(proof.left)} ≠ {format_baht(proof.right)}", "danger")


class ProofCard(Card):
    """`show_summary(summary)`."""

    all_wanted = Signal()
    """Somebody wants to see behind the figures."""
    zs_wanted = Signal()
    """The closes before: offered here while no till is open."""

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.all = KeyButton(lambda: _("All figures"), act="figures", tone="quiet", icon="list-numbers")
        self.all.clicked.connect(self.all_wanted)
        self.zs = KeyButton(lambda: _("Past Zs"), act="old_zs", tone="quiet", icon="receipt")
        self.zs.clicked.connect(self.zs_wanted)
        head = QHBoxLayout()
        head.addWidget(Label(lambda: _("A close that proves itself"), "strong", elides=True), 1)
        head.addWidget(self.zs)
        head.addWidget(self.all)
        self.rows = {name: ProofRow(name) for name in EQUATIONS}
        self.column.setContentsMargins(px(18), px(3), px(10), px(5))
        self.column.addLayout(head)
        for number, row in enumerate(self.rows.values()):
            if number:
                self.column.addWidget(rule())
            self.column.addWidget(row)

    def show_summary(self, summary: DaySummary) -> None:
        is_counted = any(not session.is_open for session in summary.sessions)
        for proof in summary.proofs:
            if proof.name in self.rows:
                self.rows[proof.name].show_proof(proof if proof.name != DRAWER or is_counted else None)
