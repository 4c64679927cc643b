"""After the sale: the change in large type, the number it was saved under, and the paper."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import PAYMENT_METHODS, Payment
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType, Sale, SaleLine
from otop_pos.i18n import _
from otop_pos.services.exchange import Exchanged
from otop_pos.ui.paper_view import PaperView
from otop_pos.ui.papers import Printed
from otop_pos.ui.sale.change_panel import ChangePanel
from otop_pos.ui.style import GUTTER, TYPE, font, px, worn_scale
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.fact_list import FactList, FactRow
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import CENTRE, Label, rule
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import method_name, named, quantity_text

MOST_LINES = 7
"""At 100 %; larger text takes more height and wraps nothing."""
LARGE = 120


class DonePage(QWidget):
    """`show_sale(sale)` or `show_exchange(exchanged)`, then `show_paper(sale, paper)` for each paper when it is
    there. A key or a scan begins the next bill."""

    finished = Signal(str)
    """The next bill begins; with what was typed to begin it."""
    copy_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sale: Sale | None = None
        self._documents: tuple[Sale, ...] = ()
        self._files: tuple[str, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.headline = Label("", "heading", "good")
        self.number = Label("", "action", "figure")
        self.note = Label("", "secondary", "ink2")
        self.change = ChangePanel("total", height=112)
        self.money = FactList(ruled=True)
        self.goods = FactList(row_height=30)
        self.hint = Paragraph(lambda: _("Scan the next product at once, or press Enter."), "body", "ink2")
        card = Card(padding=24, spacing=6)
        for widget in (self.headline, self.number, self.note, self.message_bar, self.change):
            card.column.addWidget(widget)
        card.column.addWidget(self.money)
        card.column.addWidget(rule())
        card.column.addWidget(self.goods)
        card.column.addStretch(1)
        card.column.addWidget(self.hint)
        self.paper = PaperView()
        self.second_paper = PaperView()
        self.paper_title = Label("", "secondary", "ink2", CENTRE)
        self.copy = KeyButton(lambda: _("Print a copy"), act="reprint")
        self.next = KeyButton(lambda: _("Next bill"), "Enter", act="finish", tone="primary")
        side = Card(padding=14, spacing=8)
        side.column.addWidget(self.paper_title)
        papers = QHBoxLayout()
        papers.setSpacing(px(8))
        for paper in (self.paper, self.second_paper):
            papers.addWidget(paper, 1)
        side.column.addLayout(papers, 1)
        side.column.addWidget(self.copy)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(side, 1)
        right.addWidget(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(GUTTER), px(16), px(GUTTER), px(14))
        row.setSpacing(px(16))
        row.addWidget(card, 796)
        row.addLayout(right, 430)

    def _connect(self) -> None:
        self.next.clicked.connect(lambda: self.finished.emit(""))
        self.copy.clicked.connect(self._copy)

    def show_sale(self, sale: Sale) -> None:
        self._show((sale,))
        self._show_money(sale)
        self.headline.say(lambda: _headline(sale))
        self.number.say(sale.doc_no)
        self.note.setVisible(bool(sale.refers_to))
        self.note.say(lambda: _note(sale))

    def show_exchange(self, done: Exchanged) -> None:
        """Two papers, one difference."""
        self._show((done.refund, done.sale))
        self.headline.say(lambda: _("Exchanged and saved"))
        self.number.say(done.sale.doc_no)
        self.note.setVisible(True)
        self.note.say(lambda: _("Return {number}").format(number=done.refund.doc_no))
        self.change.show_change(-done.paid if done.paid < 0 else done.sale.change)
        if done.paid <= 0:
            self.change.title.say(lambda: _("Give back") if done.paid else _("Nothing to pay"))
        rows = [
            FactRow(lambda: _("Came back"), format_baht(done.refund.net)),
            FactRow(lambda: _("New goods"), format_baht(done.sale.net)),
        ]
        rounding = done.refund.rounding + done.sale.rounding
        if rounding:
            rows.append(FactRow(lambda: _("Cash rounding"), format_baht(rounding)))
        rows += _tenders((*done.refund.payments, *done.sale.payments))
        self.money.show_rows(rows)
        # Large text leaves no room for goods: the papers beside it name them.
        is_roomy = worn_scale() <= LARGE
        lines = [*_goods(done.refund, MOST_LINES // 2), *_goods(done.sale, MOST_LINES // 2)]
        self.goods.show_rows(lines if is_roomy else [])

    def shows(self, sale: Sale) -> bool:
        """Another one may be in front by now."""
        return any(each is sale for each in self._documents)

    def show_paper(self, sale: Sale, paper: Printed) -> None:
        if not self.shows(sale):
            return
        is_second = len(self._documents) > 1 and sale is self._documents[1]
        (self.second_paper if is_second else self.paper).show_image(paper.image)
        before = self._files if len(self._documents) > 1 else ()
        self._files = (*before, paper.file.stem)
        self.paper_title.say(" · ".join(self._files[-len(self._documents) :]))
        self.copy.setEnabled(True)

    def show_no_paper(self) -> None:
        self.paper_title.say(lambda: _("No paper was asked for"))
        self.copy.setEnabled(True)

    def refuse(self, refusal: Refusal) -> None:
        """The sale stands; only its paper could not be made."""
        self.message_bar.refuse(refusal)
        self.paper_title.say("")
        self.copy.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.finished.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit("")
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        self.copy.setEnabled(False)
        for document in self._documents:
            self.copy_wanted.emit(document)

    def _show(self, documents: tuple[Sale, ...]) -> None:
        self._documents, self.sale, self._files = documents, documents[-1], ()
        self.message_bar.clear()
        self.paper.show_image(None)
        self.second_paper.show_image(None)
        self.second_paper.setVisible(len(documents) > 1)
        self.paper_title.say(lambda: _("Preparing the paper…"))
        self.copy.setEnabled(False)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_money(self, sale: Sale) -> None:
        is_refund = sale.doc_type is DocumentType.REFUND
        self.change.show_change(-sale.total if is_refund else sale.change)
        if is_refund:
            self.change.title.say(lambda: _("Give back"))
        rows = [FactRow(lambda: _("Bill"), format_baht(sale.net), strong=True)]
        if sale.rounding:
            rows.append(FactRow(lambda: _("Cash rounding"), format_baht(sale.rounding)))
        self.money.show_rows([*rows, *_tenders(sale.payments)])
        self.goods.show_rows(_goods(sale, MOST_LINES))


def _headline(sale: Sale) -> str:
    if sale.is_void:
        return _("Voided and saved")
    return _("Returned and saved") if sale.doc_type is DocumentType.REFUND else _("Paid and saved")


def _note(sale: Sale) -> str:
    said = _("Voids {number}") if sale.is_void else _("For receipt {number}")
    return said.format(number=sale.refers_to)


def _tenders(payments: Sequence[Payment]) -> list[FactRow]:
    """What somebody handed over; an exchange's own tender is no money."""
    return [
        FactRow(partial(method_name, each.method), format_baht(each.tendered))
        for each in payments
        if each.tendered and not PAYMENT_METHODS[each.method].is_internal
    ]


def _goods(sale: Sale, most: int) -> list[FactRow]:
    """What goes into the bag; on a long bill the last row counts the rest."""
    most = most * TYPE["body"][0] ** 2 // font("body").pixelSize() ** 2
    rows = [FactRow(partial(_line_name, line), format_baht(line.net)) for line in sale.lines[:most]]
    hidden = sale.lines[most:]
    if hidden:
        net, count = sum(line.net for line in hidden), len(hidden)
        rows.append(FactRow(lambda: _("and {count} more").format(count=count), format_baht(net)))
    return rows


def _line_name(line: SaleLine) -> str:
    return f"{named(line.name_th, line.name_en)} × {quantity_text(abs(line.qty), Unit(line.unit))}"
