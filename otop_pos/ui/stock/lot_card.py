"""The selected lot: what it is, and its story from the delivery on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import ONE
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.stock import LotMove
from otop_pos.ui.stock.lot_columns import StoryRow, story_columns
from otop_pos.ui.stock.story import told
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.empty_state import EmptyState
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Pill
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.rows_table import RowsTable
from otop_pos.ui.wording import date_text, lot_name, maker_line, product_name


class LotCard(Card):
    """`show_lot(lot)`, then `show_moves(moves)` when they are here."""

    paper_wanted = Signal(str)
    """The number of the paper behind a movement."""

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self.lot: Lot | None = None
        self.may_print = True
        """Labels are for those who receive goods."""
        self._build()
        self.show_lot(None)

    def _build(self) -> None:
        self.column.setContentsMargins(1, 1, 1, 1)
        self.name = Paragraph("", "name", most_lines=2)
        self.maker = Label("", "secondary", "ink2", elides=True)
        self.code = Pill("")
        self.batch = Label("", "secondary", "ink2", elides=True)
        self.due = Fact(lambda: _("Maker gets per unit"))
        self.expires = Fact(lambda: _("Expires"))
        self.moves: RowsTable[StoryRow] = RowsTable(
            story_columns(),
            row_height=58,
            empty=EmptyState("clock-counter-clockwise", lambda: _("Choose a lot to see its story")),
        )
        self.who = Label("", "secondary", "ink2", elides=True)
        self.print = KeyButton("", act="reprint", icon="printer")
        self.head = QWidget()
        head = QVBoxLayout(self.head)
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        head.setSpacing(px(4))
        codes = QHBoxLayout()
        codes.addWidget(self.code)
        codes.addWidget(self.batch, 1)
        head.addWidget(self.name)
        head.addWidget(self.maker)
        head.addLayout(codes)
        head.addSpacing(px(4))
        head.addWidget(self.due)
        head.addWidget(self.expires)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(14), px(10), px(14), px(14))
        foot.setSpacing(px(4))
        foot.addWidget(self.who)
        foot.addWidget(self.print)
        self.column.addWidget(self.head)
        self.column.addWidget(self.moves, 1)
        self.column.addLayout(foot)
        self.moves.moved.connect(self._say_who)
        self.moves.chosen.connect(lambda row: self.paper_wanted.emit(row.move.doc_no))

    def show_lot(self, lot: Lot | None) -> None:
        is_other = lot is None or self.lot is None or lot.id != self.lot.id
        self.lot = lot
        for widget in (self.head, self.who, self.print):
            widget.setVisible(lot is not None)
        if is_other:
            self.show_moves(())
        if lot is None:
            return
        self.name.say(lambda: product_name(lot.product))
        self.maker.say(lambda: maker_line(lot.producer))
        self.code.say(lambda: _("lot {lot}").format(lot=lot_name(lot.code)))
        self.batch.say(lambda: _("batch {batch}").format(batch=lot.batch) if lot.batch else "")
        self.due.show_value(format_baht(lot.due_per_unit), "good")
        self.expires.show_value(lambda: date_text(lot.expires_on) if lot.expires_on else _("does not expire"))
        count = labels_left(lot)
        self.print.say(lambda: _("Print {count} labels again").format(count=count))

    def show_moves(self, moves: Sequence[LotMove]) -> None:
        """Labels are drawn from the delivery's paper, which is known only from its movement: they wait for it."""
        has_labels = bool(moves) and self.lot is not None and labels_left(self.lot) > 0
        self.print.setEnabled(has_labels and self.may_print)
        if self.lot is None:
            self.moves.show_rows(())
            self._say_who()
            return
        lot = self.lot
        rows = [StoryRow(lot, move, left) for move, left in told(moves)]
        self.moves.show_rows(rows, select=len(rows) - 1 if rows else None)
        self._say_who()

    def _say_who(self) -> None:
        row = self.moves.selected()
        self.who.say(lambda: _("Done by {name}").format(name=row.move.user) if row else "")


def labels_left(lot: Lot) -> int:
    """Labels for what is on the shelf: one a piece, one for a box or roll."""
    if not lot.on_hand:
        return 0
    return lot.on_hand // ONE if lot.product.unit.is_whole else 1
