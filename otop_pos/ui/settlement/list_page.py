"""What all four steps have in common: a list to find in, its sums and proofs, a word on the row, the next act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.i18n import _
from otop_pos.ui.settlement.proof import Equation
from otop_pos.ui.settlement.proof_strip import ProofStrip
from otop_pos.ui.settlement.sum_row import SumRow
from otop_pos.ui.style import is_large, px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.code_box import CodeBox
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Said
from otop_pos.ui.widgets.message_bar import Kind, MessageBar
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.widgets.table_model import Column

Row = TypeVar("Row")
ROW_HEIGHT, BOX = 52, 46
ALL = "all"


@dataclass(frozen=True, slots=True)
class Nothing:
    """What an empty list says, and what to do then."""

    icon: str
    title: Said
    hint: Said = ""


class HintBar(MessageBar):
    """`keep_quiet(True)`: it gives its place to the screen's own message, and takes it again."""

    def __init__(self) -> None:
        super().__init__()
        self._is_quiet = False
        self._has_words = False

    def keep_quiet(self, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        self.setVisible(self._has_words and not is_quiet)

    def say(self, text: Said, kind: Kind = "info", action: Said = "", do: Callable[[], None] | None = None) -> None:
        super().say(text, kind, action, do)
        self._has_words = True
        self.setVisible(not self._is_quiet)

    def clear(self) -> None:
        self._has_words = False
        super().clear()


class ListPage(QWidget, Generic[Row]):
    """A page says which rows fit a filter and a text (`fits`, `words`), and what to tell of one (`tell`).

    Arrows walk the list while the box keeps the focus; Enter opens the row: opened(row).
    """

    opened = Signal(object)
    moved_on = Signal()
    """A hand chose another row, a filter or a text: what was said before is read."""

    def __init__(
        self, columns: Sequence[Column[Row]], filters: Sequence[tuple[str, Said]], nothing: Nothing, hint: Said
    ) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._nothing = nothing
        self.code_box = CodeBox(hint, icon="magnifying-glass", act="find")
        self.code_box.action.hide()
        self.code_box.setFixedHeight(px(BOX))
        self.filter = Segments(filters)
        self.filter.choose(filters[0][0])
        self.empty = EmptyState(nothing.icon, lambda: _("Reading the books…"))
        self.table: RowsTable[Row] = RowsTable(columns, row_height=ROW_HEIGHT, empty=self.empty)
        self.sums = SumRow(self.table)
        self.proofs = ProofStrip()
        self.hint = HintBar()
        self.keys = QHBoxLayout()
        self.next = KeyButton("", act="finish", tone="primary")
        self._build()
        self._connect()

    def _build(self) -> None:
        card = Card(spacing=0)
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addWidget(self.table, 1)
        card.column.addWidget(self.sums)
        card.column.addWidget(self.proofs)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.code_box, 2 if is_large() else 1)
        head.addWidget(self.filter, 3 if is_large() else 1)
        self.keys.setSpacing(px(8))
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addLayout(self.keys, 5 if is_large() else 3)
        foot.addWidget(self.next, 4 if is_large() else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(self.hint)
        column.addLayout(foot)
        self.next.use_role("name" if is_large() else "heading")

    def _connect(self) -> None:
        box = self.code_box
        for signal in (box.typed, box.stepped, self.filter.changed, self.table.clicked):
            signal.connect(lambda _what: self.moved_on.emit())
        box.typed.connect(lambda _text: self._show())
        box.entered.connect(self._enter)
        box.empty_enter.connect(self._open)
        box.stepped.connect(self.table.step)
        box.escaped.connect(self._show_all)
        box.action.clicked.connect(self.take_focus)
        self.filter.changed.connect(lambda _key: self._show())
        self.table.chosen.connect(self.opened)
        self.table.moved.connect(self._tell)

    def fits(self, row: Row, choice: str) -> bool:
        """Whether a filter shows the row."""
        return True

    def words(self, row: Row) -> str:
        """What the row is found by."""
        return ""

    def tell(self, row: Row | None) -> None:
        """The word on the selected row; None: there is none."""

    def sums_of(self, rows: Sequence[Row]) -> Mapping[int, Said]:
        """What stands under the columns."""
        return {}

    def show_rows(self, rows: Sequence[Row], equations: Sequence[Equation] = ()) -> None:
        self._rows = tuple(rows)
        self.proofs.show_equations(equations)
        self._show()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them, also those that no filter shows now."""
        return self._rows

    def selected(self) -> Row | None:
        return self.table.selected()

    def take_focus(self) -> None:
        self.code_box.setFocus()

    def look_for(self, text: str) -> None:
        """Scanned: the text is there to be typed over."""
        self.code_box.set_text(text)
        self.code_box.edit.selectAll()
        self._show()

    def add_keys(self, *buttons: KeyButton) -> None:
        for button in buttons:
            button.use_role("small" if is_large() else "secondary")
            self.keys.addWidget(button, 1)

    def ask_again(self) -> None:
        """The sums and words once more, in another language."""
        self._show()

    def _show(self) -> None:
        text, choice = self.code_box.text().strip().casefold(), self.filter.choice() or ALL
        shown = [row for row in self._rows if self.fits(row, choice) and text in self.words(row).casefold()]
        if self._rows:
            self.empty.say(lambda: _("None of them fits"), lambda: _("Esc shows all again."))
        else:
            self.empty.say(self._nothing.title, self._nothing.hint)
        before = self.table.selected()
        number = next((at for at, row in enumerate(shown) if self.same(row, before)), 0)
        self.table.show_rows(shown, select=number)
        self.sums.show_sums(self.sums_of(shown))
        self._tell()

    def same(self, row: Row, before: Row | None) -> bool:
        """Whether it is the row that was selected before the list was read anew."""
        return row == before

    def _enter(self, text: str) -> None:
        self.look_for(text)
        self._open()

    def _open(self) -> None:
        if (row := self.table.selected()) is not None:
            self.opened.emit(row)

    def _show_all(self) -> None:
        self.code_box.clear()
        self.filter.choose(ALL)
        self._show()

    def _tell(self) -> None:
        self.tell(self.table.selected())
