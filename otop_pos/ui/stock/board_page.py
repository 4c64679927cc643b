"""What asks for attention: what expires, whose term ends, what runs low; from here straight to the act."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.board import Board, Urgency
from otop_pos.domain.scan import read_scan
from otop_pos.i18n import _
from otop_pos.services.stock.board import read_board
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.stock.acts import DONATE, GIVE_BACK, MOVE, WRITE_OFF, Act
from otop_pos.ui.stock.board_row import (
    BringRow,
    LotRow,
    bring_columns,
    bring_rows,
    ending_rows,
    expiring_rows,
    lot_board_columns,
    waiting_count,
)
from otop_pos.ui.stock.bring_card import BringCard
from otop_pos.ui.stock.mark_list import MarkList
from otop_pos.ui.stock.roomy import RoomySegments
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.rows_table import RowsTable

WITHIN = {"all": Urgency.MONTH, "past": Urgency.PAST, "7": Urgency.WEEK, "14": Urgency.FORTNIGHT}
KINDS = ("expiring", "ending", "bring")


class BoardPage(QWidget):
    """`board_read(board)` whenever it was read; `act_wanted(act, rows)` with the marked rows, or the chosen one."""

    board_read = Signal(object)
    act_wanted = Signal(object, object)

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self.board = Board(desk.today)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.kinds = RoomySegments(
            [
                ("expiring", lambda: _("Expires · {count}").format(count=len(self.board.expiring))),
                ("ending", lambda: _("Term ends · {count}").format(count=len(self.board.ending))),
                ("bring", lambda: _("Runs low · {count}").format(count=len(bring_rows(self.board.bring)))),
            ]
        )
        self.within = RoomySegments(
            [
                ("all", lambda: _("30 days")),
                ("14", lambda: _("14 days")),
                ("7", lambda: _("7 days")),
                ("past", lambda: _("Past")),
            ]
        )
        self.kinds.choose("expiring")
        self.within.choose("all")
        self.empty = EmptyState("check-circle", "", "")
        self.lots: MarkList[LotRow] = MarkList(lot_board_columns(), lambda row: row.lot.id, 62, self.empty)
        self.bring: RowsTable[BringRow] = RowsTable(
            bring_columns(),
            62,
            EmptyState(
                "check-circle",
                lambda: _("Nothing runs low"),
                lambda: _("A product has its mark on the Makers screen: below it, it is listed here."),
            ),
        )
        self.card = BringCard()
        self.marked = Label("", "body", "ink2", elides=True)
        self.past = KeyButton(lambda: _("Mark all past"), act="past_term")
        self.acts: dict[KeyButton, Act] = {KeyButton(act.button, act=key): act for act, key in _ACTS.items()}
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(self.within)
        self.tables = QStackedWidget()
        self.tables.addWidget(self.lots)
        self.tables.addWidget(self.bring)
        frame = Card()
        frame.column.setContentsMargins(1, 1, 1, 1)
        frame.column.addWidget(self.tables)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(frame, 1)
        middle.addWidget(self.card)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.marked, 1)
        foot.addWidget(self.past)
        for button in self.acts:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.kinds.changed.connect(lambda _kind: self._show(is_other=True))
        self.within.changed.connect(lambda _within: self._show())
        self.lots.marks_changed.connect(self._say_marked)
        self.lots.moved.connect(self._say_marked)
        self.lots.chosen.connect(self.lots.toggle)
        self.bring.moved.connect(self._show_bring)
        self.past.clicked.connect(self._mark_past)
        for button, act in self.acts.items():
            button.clicked.connect(lambda _checked=False, act=act: self._want(act))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedWidth(min(px(360), round(self.width() * 0.36)))

    def arrive(self) -> None:
        self.read()
        self._focus()

    def read(self) -> None:
        self._backend.work(read_board, self._desk.today, done=self._take, owner=self)

    def show_code(self, code: str) -> bool:
        """The scanned lot is marked, where it is on the board."""
        text = read_scan(code).code
        for kind in ("expiring", "ending"):
            rows = self._rows_of(kind)
            if (row := next((each for each in rows if each.lot.code == text), None)) is not None:
                self.kinds.choose(kind)
                self.within.choose("all")
                self._show()
                self.lots.select(rows.index(row))
                self.lots.mark(row)
                return True
        return False

    @property
    def kind(self) -> str:
        return self.kinds.choice()

    def _take(self, board: Board) -> None:
        self.board = board
        for button in self.kinds.buttons.values():
            button.say(button._said)
        self._show()
        self.board_read.emit(board)

    def waiting(self) -> int:
        return waiting_count(self.board)

    def _rows_of(self, kind: str) -> tuple[LotRow, ...]:
        if kind == "expiring":
            return expiring_rows(self.board.expiring)
        return ending_rows(self.board.ending, self.board.on)

    def _show(self, is_other: bool = False) -> None:
        is_bring = self.kind == "bring"
        self.tables.setCurrentWidget(self.bring if is_bring else self.lots)
        for part in (self.within, self.past, self.marked, *self.acts):
            part.setVisible(not is_bring)
        if is_bring:
            self.bring.show_rows(bring_rows(self.board.bring))
            self._show_bring()
        else:
            self.card.hide()
            self._show_lots(is_other)
        if is_other:
            self._focus()

    def _show_lots(self, is_other: bool) -> None:
        if is_other:
            self.lots.mark_only(())
        limit = WITHIN[self.within.choice()]
        rows = [row for row in self._rows_of(self.kind) if row.urgency <= limit]
        if self.kind == "expiring":
            self.empty.say(
                lambda: _("Nothing expires in these days"), lambda: _("Choose more days above, or look at the terms.")
            )
        else:
            self.empty.say(
                lambda: _("No term ends in these days"), lambda: _("Choose more days above, or look at what expires.")
            )
        self.lots.show_rows(rows, 0 if is_other else None)
        self._say_marked()

    def _show_bring(self) -> None:
        row = self.bring.selected()
        self.card.setVisible(self.kind == "bring" and row is not None)
        if row is not None:
            rows = [each for each in self.bring.rows_model.rows if each.producer.id == row.producer.id]
            self.card.show_rows(row.producer, rows)

    def _mark_past(self) -> None:
        self.lots.mark_only([row for row in self.lots.rows_model.rows if row.urgency is Urgency.PAST])
        self._focus()

    def _chosen(self) -> Sequence[LotRow]:
        selected = self.lots.selected()
        return self.lots.marked_rows() or ((selected,) if selected is not None else ())

    def _say_marked(self) -> None:
        rows = self.lots.marked_rows()
        makers = len({row.lot.producer.id for row in rows})
        self.marked.say(
            lambda: (
                _("{count} lots · {makers} notes").format(count=len(rows), makers=makers)
                if rows
                else _("Space marks a lot")
            )
        )
        has_any = bool(self._chosen())
        for button, act in self.acts.items():
            button.setEnabled(has_any and self._desk.may(act.right))

    def _want(self, act: Act) -> None:
        rows = self._chosen()
        if rows:
            self.act_wanted.emit(act, tuple(rows))

    def _focus(self) -> None:
        (self.bring if self.kind == "bring" else self.lots).setFocus()


_ACTS: dict[Act, str] = {MOVE: "move", GIVE_BACK: "give_back", WRITE_OFF: "write_off", DONATE: "donate"}
