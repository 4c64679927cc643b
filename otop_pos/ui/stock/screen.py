"""Stock: the shelf, what asks for attention, counts, sales without a lot, labels, notes; and the acts on lots."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.board import Board
from otop_pos.domain.right import Right
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_note import StockNote
from otop_pos.i18n import _
from otop_pos.services.stock import list_notes
from otop_pos.services.stock.board import read_board
from otop_pos.services.stock.exception import list_exceptions
from otop_pos.services.stock.price import labels_to_reprint
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.screen import Screen
from otop_pos.ui.stock.act_overlay import ActOverlay, Wanted
from otop_pos.ui.stock.acts import GIVE_BACK, WRITE_OFF, Act
from otop_pos.ui.stock.board_page import BoardPage
from otop_pos.ui.stock.board_row import LotRow, past_term, waiting_count
from otop_pos.ui.stock.count_page import CountPage
from otop_pos.ui.stock.exception_page import ExceptionPage
from otop_pos.ui.stock.label_page import LabelPage
from otop_pos.ui.stock.note_printer import NotePrinter
from otop_pos.ui.stock.note_words import can_take_back, is_lost, note_posted
from otop_pos.ui.stock.notes_page import NotesPage
from otop_pos.ui.stock.price_overlay import PriceOverlay
from otop_pos.ui.stock.shelf_page import ShelfPage
from otop_pos.ui.stock.tab_bar import TabBar
from otop_pos.ui.stock.taking_back import TakingBack
from otop_pos.ui.stock.total_prompt import TotalPrompt
from otop_pos.ui.style import GUTTER, px


@dataclass(frozen=True, slots=True)
class Part:
    """A tab; `right` is what a person must have to see it."""

    icon: str
    title: Callable[[], str]
    right: Right | None = None


PARTS = {
    "shelf": Part("archive", lambda: _("On the shelf")),
    "board": Part("hourglass-medium", lambda: _("To look after")),
    "count": Part("clipboard-text", lambda: _("Counting"), Right.COUNT_STOCK),
    "exceptions": Part("question", lambda: _("Sold without a lot"), Right.RESOLVE_SALE),
    "labels": Part("tag", lambda: _("Labels to change"), Right.CHANGE_PRICE),
    "notes": Part("files", lambda: _("Stock notes")),
}


class StockScreen(Screen):
    """One page in front; the acts lie over all of them, and what they posted is printed and said here.

    Pages and acts are built when they are first wanted: the till starts with the shelf alone.
    """

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._queue: list[Wanted] = []
        self._board = Board(desk.today)
        self.part = "shelf"
        """The name of the page in front."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body = QWidget()
        self.shelf = ShelfPage(self._backend, self._desk, self.message_bar)
        self.bar = TabBar({name: (part.icon, part.title) for name, part in PARTS.items()})
        self.stack = QStackedWidget()
        self.stack.addWidget(self.shelf)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(GUTTER), px(8), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.bar)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.printer = NotePrinter(self, self._backend, self._desk)
        self.code_box, self.totals = self.shelf.code_box, self.shelf.totals

    def _connect(self) -> None:
        self.bar.chosen.connect(self.show_part)
        self.shelf.act_wanted.connect(lambda act, lot: self._ask_all([Wanted(act, lot.producer, (lot.id,))]))
        self.shelf.price_wanted.connect(self._ask_price)
        self.shelf.found_wanted.connect(self._look_for_loss)
        self.shelf.lot_card.paper_wanted.connect(self._show_paper)
        self.printer.printed.connect(self._printed)
        # Posted it is; the paper can be printed again among the notes.
        self.printer.refused.connect(self.message_bar.refuse)
        self._desk.announcements.stock_changed.connect(self._stock_changed)
        self._desk.announcements.day_changed.connect(self._show_offered)

    @cached_property
    def board(self) -> BoardPage:
        page = BoardPage(self._backend, self._desk)
        page.act_wanted.connect(self._act_on_rows)
        page.board_read.connect(self._take_board)
        return page

    @cached_property
    def count(self) -> CountPage:
        page = CountPage(self._backend, self._desk, self.message_bar, TotalPrompt(self, self.body))
        page.posted.connect(self._count_posted)
        page.sheet_wanted.connect(self.printer.print_sheet)
        return page

    @cached_property
    def exceptions(self) -> ExceptionPage:
        page = ExceptionPage(self._backend, self._desk, self.message_bar)
        page.counted.connect(partial(self.bar.show_waiting, "exceptions"))
        page.posted.connect(self._posted)
        return page

    @cached_property
    def labels(self) -> LabelPage:
        page = LabelPage(self._backend, self._desk, self.message_bar)
        page.counted.connect(partial(self.bar.show_waiting, "labels"))
        return page

    @cached_property
    def notes(self) -> NotesPage:
        page = NotesPage(self._backend, self._desk)
        page.print_wanted.connect(self.printer.print_again)
        page.back_wanted.connect(self._ask_back)
        return page

    @cached_property
    def acting(self) -> ActOverlay:
        overlay = ActOverlay(self, self.body, self._backend, self._desk)
        overlay.posted.connect(self._posted)
        overlay.cancelled.connect(self._queue.clear)
        return overlay

    @cached_property
    def taking_back(self) -> TakingBack:
        overlay = TakingBack(self, self.body, self._backend, self._desk)
        overlay.posted.connect(self._posted)
        return overlay

    @cached_property
    def pricing(self) -> PriceOverlay:
        overlay = PriceOverlay(self, self.body, self._backend, self._desk)
        overlay.changed.connect(self._price_changed)
        return overlay

    @property
    def help_topic(self) -> str:
        if "acting" in self.__dict__ and self.acting.is_open:
            return "stock_act"
        return "stock" if self.part == "shelf" else f"stock_{self.part}"

    @property
    def offered(self) -> list[str]:
        """The parts of the person at the till."""
        return [name for name, part in PARTS.items() if part.right is None or self._desk.may(part.right)]

    def arrive(self) -> None:
        self._show_offered()
        self._arrive_at(self.part)
        self._read_waiting()

    def show_part(self, name: str) -> None:
        self.message_bar.clear()
        self._arrive_at(name)

    def scan(self, code: str) -> bool:
        """To the question that is open, to the count, to the board's mark; else the lot is shown."""
        if not self.body.isEnabled():
            if "acting" in self.__dict__ and self.acting.is_open:
                self.acting.take_scan(code)
        elif not self._is_taken(code):
            self._arrive_at("shelf")
            self.shelf.show_code(code)
        return True

    def _is_taken(self, code: str) -> bool:
        """By the page in front."""
        match self.part:
            case "board":
                return self.board.show_code(code)
            case "count" if self.count.is_counting:
                self.count.take_scan(code)
                return True
            case "exceptions":
                return self.exceptions.take_scan(code)
            case "notes":
                self.notes.show_code(code)
                return True
        return False

    def _arrive_at(self, name: str) -> None:
        self.part = name
        self.bar.mark(name)
        page = getattr(self, name)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.arrive()

    def _show_offered(self) -> None:
        self.bar.show_only(set(self.offered))
        if self.part not in self.offered:
            self.part = "shelf"
            self.stack.setCurrentWidget(self.shelf)
        self.bar.mark(self.part)
        self.shelf.acts.show_for(self._desk, self.shelf.table.selected())

    def _read_waiting(self) -> None:
        """What the tabs say waits behind them; the page in front has read it itself."""
        offered, ask = set(self.offered) - {self.part}, partial(self._backend.work, owner=self)
        if "board" in offered:
            ask(read_board, self._desk.today, done=self._take_board)
        for name, use_case in (("exceptions", list_exceptions), ("labels", labels_to_reprint)):
            if name in offered:
                ask(use_case, done=partial(self._count_waiting, name))

    def _take_board(self, board: Board) -> None:
        self._board = board
        self.bar.show_waiting("board", waiting_count(board))

    def _count_waiting(self, name: str, waiting: Sequence[object]) -> None:
        self.bar.show_waiting(name, len(waiting))

    def _stock_changed(self) -> None:
        if self.isVisible():
            if self.part == "shelf":
                self.shelf.look()
            self._read_waiting()

    def _act_on_rows(self, act: Act, rows: Sequence[LotRow]) -> None:
        """One note per maker, one after the other."""
        lots: dict[int, list[Lot]] = {}
        for row in rows:
            lots.setdefault(row.lot.producer.id, []).append(row.lot)
        is_expired = act is WRITE_OFF and self.board.kind == "expiring"
        choice = "expired" if is_expired else "to_return" if self.board.kind == "ending" else ""
        self._ask_all(
            Wanted(act, each[0].producer, tuple(lot.id for lot in each), choice, takes_all=True)
            for each in lots.values()
        )

    def _ask_all(self, wanted: Iterable[Wanted]) -> None:
        self._queue[:] = wanted
        self._ask_next()

    def _ask_next(self) -> None:
        if self._queue:
            wanted = self._queue.pop(0)
            ended = past_term(self._board, wanted.producer.id) if wanted.act is GIVE_BACK else ()
            self.acting.ask(wanted, ended)

    def _posted(self, note: StockNote) -> None:
        """In the books; now the paper."""
        self.message_bar.say(lambda: note_posted(note), "good")
        self._desk.announcements.stock_changed.emit()
        if self.part != "shelf":
            self._arrive_at(self.part)
        self.printer.print(note)
        self._ask_next()

    def _count_posted(self, notes: Sequence[StockNote]) -> None:
        self._desk.announcements.stock_changed.emit()
        for note in notes:
            self.printer.print(note)

    def _printed(self, number: str, file: Path) -> None:
        """After posting its number is on the bar already; a copy or a sheet is what was asked for."""
        if number not in self.message_bar.text():
            self.message_bar.say(lambda: _("Printed: {number} · {file}").format(number=number, file=file.name), "good")

    def _look_for_loss(self, lot: Lot) -> None:
        self._backend.call(list_notes, lot.producer.id, limit=1000, done=partial(self._losses_came, lot), owner=self)

    def _losses_came(self, lot: Lot, notes: Sequence[StockNote]) -> None:
        mine = [
            note
            for note in notes
            if can_take_back(note) and is_lost(note) and any(line.lot_code == lot.code for line in note.lines)
        ]
        if not mine:
            self.message_bar.say(lambda: _("Nothing of this lot was written off"), "info")
        elif len(mine) == 1:
            self.taking_back.ask_about(mine[0])
        else:
            self._show_paper(lot.code)
            self.message_bar.say(lambda: _("Written off several times: choose the note and take it back"), "info")

    def _show_paper(self, text: str) -> None:
        """The notes of a number or a lot."""
        self._arrive_at("notes")
        self.notes.show_code(text)

    def _ask_back(self, note: StockNote) -> None:
        self.taking_back.ask_about(note)

    def _ask_price(self, lot: Lot) -> None:
        self.pricing.ask(lot)

    def _price_changed(self, text: Callable[[], str]) -> None:
        self.message_bar.say(text, "good")
        self._desk.announcements.products_changed.emit()
        self._desk.announcements.stock_changed.emit()
