"""The lists that came in, each of which can be taken back whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Refusal
from otop_pos.domain.import_list import ImportBatch
from otop_pos.i18n import _
from otop_pos.services.import_batch import list_imports, undo_import
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.importing.columns import batch_columns
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.rows_table import RowsTable

WIDTH, HEIGHT = 860, 380


class PastLists(Overlay):
    """`ask()` opens it; `undone(ImportBatch)` when a list was taken back."""

    undone = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._backend = backend
        self._desk = desk
        self._build()
        self.take_back.clicked.connect(self._begin)
        self.leave.clicked.connect(self.give_up)
        self.table.moved.connect(self._allow)

    def _build(self) -> None:
        self.message = MessageBar()
        self.table: RowsTable[ImportBatch] = RowsTable(
            batch_columns(),
            empty=EmptyState("files", lambda: _("No list came in yet"), lambda: _("What you bring in is listed here")),
        )
        self.table.setFixedHeight(px(HEIGHT))
        self.take_back = KeyButton(lambda: _("Take the whole list back"), act="import_back", tone="danger")
        self.leave = KeyButton(lambda: _("Back"), "Esc", tone="soft")
        framed = Card()
        framed.column.setContentsMargins(1, 1, 1, 1)
        framed.column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_back)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        self.card.column.addWidget(Label(lambda: _("Lists that came in"), "heading"))
        self.card.column.addWidget(self.message)
        self.card.column.addWidget(framed)
        self.card.column.addLayout(buttons)

    def ask(self) -> None:
        self.message.clear()
        self._read()
        self.open(self.table)

    def refuse(self, refusal: Refusal) -> None:
        self._allow()
        self.message.refuse(refusal)

    def _read(self) -> None:
        self._backend.work(list_imports, done=self._show, owner=self)

    def _show(self, batches: tuple[ImportBatch, ...]) -> None:
        self.table.show_rows(batches)
        self._allow()

    def _allow(self) -> None:
        batch = self.table.selected()
        self.take_back.setEnabled(batch is not None and not batch.undone_by)

    def _begin(self) -> None:
        self._undo()

    def _undo(self, approval: Approval | None = None) -> None:
        batch = self.table.selected()
        if batch is None:
            return
        self.take_back.setEnabled(False)
        self._backend.work(
            undo_import,
            batch.id,
            **self._desk.here(),
            approval=approval,
            done=self._taken_back,
            refused=self._desk.approvals.or_refuse(self._undo, self.refuse),
            owner=self,
        )

    def _taken_back(self, batch: ImportBatch) -> None:
        self.message.say(lambda: _("{file} was taken back").format(file=batch.file_name), "good")
        self._read()
        self.undone.emit(batch)
