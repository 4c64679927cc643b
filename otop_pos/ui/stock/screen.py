"""Stock: the shelf, what asks for attention, counts, sales without a lot, labels, notes; and the acts on lots."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.right import Right
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_note import StockNote
from otop_pos.i18n import _
from otop_pos.services.stock import list_notes
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.screen import Screen
from otop_pos.ui.stock.act_overlay import ActOverlay, Wanted
from otop_pos.ui.stock.acts import GIVE_BACK, WRITE_OFF, Act
from otop_pos.ui.stock.board_page import BoardPage
from otop_pos.ui.stock.board_row import LotRow, past_term
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
    """A tab with its page; `right` is what a person must have to see it."""

    icon: str
    title: Callable[[], str]
    page: QWidget
    right: Right | None = None


class StockScreen(Screen):
    """One page in front; the acts lie over all of them, and what they posted is printed and said here."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._queue: list[Wanted] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        backend, desk = self._backend, self._desk
        self.body = QWidget()
        self.shelf = ShelfPage(backend, desk, self.message_bar)
        self.board = BoardPage(backend, desk)
        self.count = CountPage(backend, desk, self.message_bar, TotalPrompt(self, self.body))
        self.exceptions = ExceptionPage(backend, desk, self.message_bar)
        self.labels = LabelPage(backend, desk, self.message_bar)
        self.notes = NotesPage(backend, desk)
        self.parts = {
            "shelf": Part("archive", lambda: _("On the shelf"), self.shelf),
            "board": Part("hourglass-medium", lambda: _("To look after"), self.board),
            "count": Part("clipboard-text", lambda: _("Counting"), self.count, Right.COUNT_STOCK),
            "exceptions": Part("question", lambda: _("Sold without a lot"), self.exceptions, Right.RESOLVE_SALE),
            "labels": Part("tag", lambda: _("Labels to change"), self.labels, Right.CHANGE_PRICE),
            "notes": Part("files", lambda: _("Stock notes"), self.notes),
        }
        self.bar = TabBar({name: (part.icon, part.title) for name, part in self.parts.items()})
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part.page)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(px(GUTTER), px(8), px(GUTTER), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.bar)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.acting = ActOverlay(self, self.body, backend, desk)
        self.taking_back = TakingBack(self, self.body, backend, desk)
        self.pricing = PriceOverlay(self, self.body, backend, desk)
        self.printer = NotePrinter(self, backend, desk)
        self.code_box, self.totals = self.shelf.code_box, self.shelf.totals

    def _connect(self) -> None:
        self.bar.chosen.connect(self.show_part)
        self.shelf.act_wanted.connect(self._act_on_lot)
        self.shelf.price_wanted.connect(self.pricing.ask)
        self.shelf.found_wanted.connect(self._look_for_loss)
        self.shelf.lot_card.paper_wanted.connect(self._show_paper)
        self.board.act_wanted.connect(self._act_on_rows)
        self.board.board_read.connect(lambda _board: self.bar.show_waiting("board", self.board.waiting()))
        self.exceptions.counted.connect(partial(self.bar.show_waiting, "exceptions"))
        self.exceptions.posted.connect(self._posted)
        self.labels.counted.connect(partial(self.bar.show_waiting, "labels"))
        self.count.posted.connect(self._count_posted)
        self.count.sheet_wanted.connect(self.printer.print_sheet)
        self.notes.print_wanted.connect(self.printer.print_again)
        self.notes.back_wanted.connect(self.taking_back.ask_about)
        self.acting.posted.connect(self._posted)
        self.acting.cancelled.connect(self._queue.clear)
        self.taking_back.posted.connect(self._posted)
        self.pricing.changed.connect(self._price_changed)
        self.printer.printed.connect(self._note_printed)
        self.printer.refused.connect(self._not_printed)
        self._desk.announcements.stock_changed.connect(self._stock_changed)
        self._desk.announcements.day_changed.connect(self._show_offered)

    @property
    def help_topic(self) -> str:
        return "stock"

    @property
    def part(self) -> str:
        """The name of the page in front."""
        return next(name for name, part in self.parts.items() if part.page is self.stack.currentWidget())

    @property
    def offered(self) -> list[str]:
        """The parts of the person at the till."""
        return [name for name, part in self.parts.items() if part.right is None or self._desk.may(part.right)]

    def arrive(self) -> None:
        self._show_offered()
        self._arrive_at(self.part)
        self._read_waiting()

    def show_part(self, name: str) -> None:
        self.message_bar.clear()
        self._arrive_at(name)

    def scan(self, code: str) -> bool:
        """To the question that is open, to the count, to the board's mark; else the lot is shown."""
        if self.acting.is_open:
            self.acting.take_scan(code)
        elif self._is_asking:
            return True
        elif self.part == "count" and self.count.is_counting:
            self.count.take_scan(code)
        elif self.part == "exceptions" and self.exceptions.take_scan(code):
            return True
        elif self.part == "notes":
            self.notes.show_code(code)
        elif self.part != "board" or not self.board.show_code(code):
            self._arrive_at("shelf")
            self.shelf.show_code(code)
        return True

    @property
    def _is_asking(self) -> bool:
        return not self.body.isEnabled()

    def _arrive_at(self, name: str) -> None:
        self.bar.mark(name)
        page = self.parts[name].page
        self.stack.setCurrentWidget(page)
        arrive: Callable[[], None] = page.arrive  # type: ignore[attr-defined]
        arrive()

    def _show_offered(self) -> None:
        self.bar.show_only(set(self.offered))
        if self.part not in self.offered:
            self.stack.setCurrentWidget(self.shelf)
        self.bar.mark(self.part)
        self.shelf.acts.show_for(self._desk, self.shelf.table.selected())

    def _read_waiting(self) -> None:
        """What the tabs say waits behind them."""
        for name, page in (("board", self.board), ("exceptions", self.exceptions), ("labels", self.labels)):
            if name in self.offered and name != self.part:
                page.read()

    def _stock_changed(self) -> None:
        if self.isVisible():
            if self.part == "shelf":
                self.shelf.look()
            self._read_waiting()

    def _act_on_lot(self, act: Act, lot: Lot) -> None:
        self._ask_next([Wanted(act, lot.producer, (lot.id,))])

    def _act_on_rows(self, act: Act, rows: Sequence[LotRow]) -> None:
        """One note per maker, one after the other."""
        lots: dict[int, list[Lot]] = {}
        for row in rows:
            lots.setdefault(row.lot.producer.id, []).append(row.lot)
        is_expired = act is WRITE_OFF and self.board.kind == "expiring"
        choice = "expired" if is_expired else "to_return" if self.board.kind == "ending" else ""
        self._ask_next(
            [
                Wanted(act, each[0].producer, tuple(lot.id for lot in each), choice, takes_all=True)
                for each in lots.values()
            ]
        )

    def _ask_next(self, wanted: Sequence[Wanted]) -> None:
        self._queue[:] = wanted
        if self._queue:
            self._ask(self._queue.pop(0))

    def _ask(self, wanted: Wanted) -> None:
        ended = past_term(self.board.board, wanted.producer.id) if wanted.act is GIVE_BACK else ()
        self.acting.ask(wanted, ended)

    def _posted(self, note: StockNote) -> None:
        """In the books; now the paper."""
        self.message_bar.say(lambda: note_posted(note), "good")
        self._desk.announcements.stock_changed.emit()
        if self.part != "shelf":
            self._arrive_at(self.part)
        self.printer.print(note)
        if self._queue:
            self._ask(self._queue.pop(0))

    def _count_posted(self, notes: Sequence[StockNote]) -> None:
        self._desk.announcements.stock_changed.emit()
        for note in notes:
            self.printer.print(note)

    def _note_printed(self, number: str, file: Path) -> None:
        """After posting its number is on the bar already; a copy or a sheet is what was asked for."""
        if number not in self.message_bar.text():
            self.message_bar.say(lambda: _("Printed: {number} · {file}").format(number=number, file=file.name), "good")

    def _not_printed(self, refusal: Refusal) -> None:
        """Posted it is; the paper can be printed again among the notes."""
        self.message_bar.refuse(refusal)

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

    def _price_changed(self, text: str) -> None:
        self.message_bar.say(text, "good")
        self._desk.announcements.products_changed.emit()
        self._desk.announcements.stock_changed.emit()
