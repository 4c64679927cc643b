"""Who may do what: every right for each role, and how far without asking."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import DiscountTooLarge, Missing, Refusal
from otop_pos.domain.right import RIGHTS, Matrix, Right, Role
from otop_pos.domain.vat import BASIS_POINTS
from otop_pos.i18n import _
from otop_pos.services.permission import read_matrix, save_matrix
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.staff.grant_cell import GrantCell
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import CENTRE, Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import MoneyEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import role_name

GROUPS = {
    Right.SELL: lambda: _("Selling"),
    Right.OPEN_DRAWER: lambda: _("Drawer and till"),
    Right.RECEIVE: lambda: _("Goods and makers"),
    Right.ENTER_BANK: lambda: _("Paying the makers"),
    Right.TRAIN: lambda: _("Shop"),
}
"""Headings, each over the first right it is for."""
CAPPED = tuple(right for right, facts in RIGHTS.items() if facts.cap is not None)
KEPT = (Role.MANAGER, Right.KEEP_STAFF)
"""Somebody must be able to put the rest right."""


class RightsPanel(QWidget):
    """Changed by touch or keys, and saved in one act: from today on, on every till."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.cells: dict[tuple[Role, Right], GrantCell] = {}
        self.caps: dict[Right, MoneyEdit] = {}
        self._build()
        self._connect()
        self.show_matrix(desk.matrix)

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.usual = KeyButton(lambda: _("As in a new shop"), tone="quiet")
        self.save = KeyButton(lambda: _("Save"), act="finish", tone="primary")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._rows())
        self.area.viewport().setAutoFillBackground(False)
        card = Card(padding=14, spacing=4)
        card.column.addLayout(self._head())
        card.column.addWidget(self.area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.message_bar, 1)
        foot.addStretch(0)
        foot.addWidget(self.usual)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(card, 1)
        column.addLayout(foot)

    def _head(self) -> QGridLayout:
        grid = QGridLayout()
        _measure(grid)
        for number, role in enumerate(Role, start=1):
            grid.addWidget(Label(partial(role_name, role), "strong", "ink2", CENTRE), 0, number)
        grid.addWidget(Label(lambda: _("Alone up to"), "strong", "ink2", CENTRE), 0, len(Role) + 1)
        return grid

    def _rows(self) -> QWidget:
        ground = QWidget()
        grid = QGridLayout(ground)
        _measure(grid)
        line = 0
        for right, facts in RIGHTS.items():
            if right in GROUPS:
                grid.addWidget(Label(GROUPS[right], "strong", "figure"), line, 0, 1, len(Role) + 2)
                line += 1
            grid.addWidget(Paragraph(facts.title, most_lines=2), line, 0, Qt.AlignmentFlag.AlignVCenter)
            for number, role in enumerate(Role, start=1):
                grid.addWidget(self._cell(role, right), line, number)
            if right in CAPPED:
                grid.addLayout(self._cap(right), line, len(Role) + 1)
            line += 1
        grid.setRowStretch(line, 1)
        return ground

    def _cell(self, role: Role, right: Right) -> GrantCell:
        cell = self.cells[role, right] = GrantCell(lambda: f"{RIGHTS[right].title()} · {role_name(role)}")
        cell.setEnabled((role, right) != KEPT)
        cell.changed.connect(self._changed)
        cell.stepped.connect(lambda across, down: self._step(role, right, across, down))
        cell.reached.connect(lambda: self.area.ensureWidgetVisible(cell, 0, px(60)))
        return cell

    def _cap(self, right: Right) -> QHBoxLayout:
        """Percent and baht are typed alike: 10 is 1000 basis points, or 1000 satang."""
        edit = self.caps[right] = MoneyEdit()
        edit.setFixedWidth(px(104))
        edit.changed.connect(lambda _value: self._changed())
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(edit)
        row.addWidget(Label("%" if right is Right.DISCOUNT else lambda: _("baht"), "secondary", "ink2"), 1)
        return row

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.usual.clicked.connect(lambda: self.show_matrix(Matrix(), is_saved=False))

    def arrive(self) -> None:
        self.message_bar.clear()
        self.cells[Role.CASHIER, Right.SELL].setFocus(Qt.FocusReason.OtherFocusReason)
        self._backend.call(read_matrix, self._desk.today, done=self.show_matrix, owner=self)

    def refuse(self, refusal: Refusal) -> None:
        self.save.setEnabled(True)
        self.message_bar.refuse(refusal)

    def show_matrix(self, matrix: Matrix, is_saved: bool = True) -> None:
        for (role, right), cell in self.cells.items():
            cell.show_grant(matrix.grant(role, right))
        for right, edit in self.caps.items():
            edit.show_value(matrix.cap(right))
        self.save.setEnabled(not is_saved)

    def read(self) -> Matrix:
        """Only what differs from a new shop. Refuses Missing, NotANumber, DiscountTooLarge."""
        usual = Matrix()
        grants = {key: cell.grant for key, cell in self.cells.items() if cell.grant is not usual.grant(*key)}
        caps = {right: self._read_cap(right) for right in self.caps}
        return Matrix(grants, {right: cap for right, cap in caps.items() if cap != usual.cap(right)})

    def _read_cap(self, right: Right) -> int:
        edit = self.caps[right]
        edit.mark_wrong(not edit.text().strip())
        if not edit.text().strip():
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Missing(_("Alone up to"))
        cap = edit.read()
        if right is Right.DISCOUNT and cap > BASIS_POINTS:
            raise DiscountTooLarge
        return cap

    def _changed(self) -> None:
        self.message_bar.clear()
        self.save.setEnabled(True)

    def _step(self, role: Role, right: Right, across: int, down: int) -> None:
        roles, rights = list(Role), list(RIGHTS)
        column = min(max(roles.index(role) + across, 0), len(roles) - 1)
        line = min(max(rights.index(right) + down, 0), len(rights) - 1)
        self.cells[roles[column], rights[line]].setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        try:
            matrix = self.read()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.save.setEnabled(False)
        self._run(matrix)

    def _run(self, matrix: Matrix, approval: Approval | None = None) -> None:
        allowed = {"approval": approval} if approval is not None else {}
        self._backend.call(
            save_matrix,
            matrix,
            **allowed,
            **self._desk.here(),
            done=self._saved,
            refused=lambda refusal: self._refused(refusal, matrix),
            owner=self,
        )

    def _refused(self, refusal: Refusal, matrix: Matrix) -> None:
        """Nothing comes back where the second person gives up: the button is there again at once."""
        self.save.setEnabled(True)
        self._desk.approvals.or_refuse(lambda given: self._run(matrix, given), self.refuse)(refusal)

    def _saved(self, matrix: Matrix) -> None:
        self.show_matrix(matrix)
        self._desk.take_matrix(matrix)
        self.message_bar.say(lambda: _("Saved. From today on, on every till"), "good")


def _measure(grid: QGridLayout) -> None:
    """Head and rows alike, so that they stand below each other."""
    grid.setContentsMargins(px(6), px(2), px(6), px(2))
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    for number in range(1, len(Role) + 1):
        grid.setColumnMinimumWidth(number, px(168))
    grid.setColumnMinimumWidth(len(Role) + 1, px(170))
