"""What the delivery comes to, and what is read to the producer before anybody signs."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.receiving.draft import Draft
from otop_pos.ui.receiving.words import rejected_count, rejections, to_read_out, warnings
from otop_pos.ui.style import px, wear
from otop_pos.ui.widgets.card import Card, Fact
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import date_text


class DraftTotals(Card):
    """`show_draft(draft, today)`; `beside` stands at the end of its heading."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__(padding=18, spacing=0)
        self.lines = Fact(lambda: _("Lines"))
        self.counted = Fact(lambda: _("Accepted / rejected"))
        self.value = Fact(lambda: _("Value at selling price"))
        self.due = Fact(lambda: _("Maker gets if all sells"))
        self.term_end = Fact(lambda: _("Term ends"))
        head = QHBoxLayout()
        head.addWidget(Label(lambda: _("Goods received note (draft)"), "name"))
        head.addWidget(beside, 1)
        head.addStretch()
        self.column.addLayout(head)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for fact in (self.lines, self.counted, self.value, self.due, self.term_end):
            self.column.addWidget(fact)

    def show_draft(self, draft: Draft, today: date) -> None:
        self.lines.show_value(str(len(draft.lines)))
        self.counted.show_value(f"{format_quantity(draft.accepted)} / {format_quantity(draft.rejected)}")
        self.value.show_value(format_baht(draft.value))
        self.due.show_value(format_baht(draft.due), "good")
        self.term_end.show_value(lambda: date_text(draft.term_end(today)))


class RejectedCard(Card):
    """`show_draft(draft)`: what goes back with who brought it, and why; hidden while everything is taken in."""

    def __init__(self) -> None:
        super().__init__(padding=12, spacing=0)
        self.column.setContentsMargins(px(18), px(8), px(18), px(10))
        self.title = Label("", "strong", "danger", elides=True)
        self.what = Paragraph("", "secondary", "ink2", most_lines=2)
        self.column.addWidget(self.title)
        self.column.addWidget(self.what)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        self.setVisible(draft.rejected > 0)
        self.title.say(lambda: _("Rejected: {count} · goes back with the maker").format(count=rejected_count(draft)))
        self.what.say(lambda: rejections(draft))
        self.what.setToolTip(rejections(draft))


class ReadingCard(Card):
    """`show_draft(draft, today)`: sentences to read out, and second looks on yellow.

    `be_tight(True)` where large type leaves little room: everything in one column to be scrolled, with what was
    rejected.
    """

    def __init__(self) -> None:
        super().__init__(padding=18, spacing=0)
        self.took = Paragraph("", "body")
        self.rejected = Paragraph("", "body", "danger")
        self.terms = Paragraph("", "body")
        self.warning = Paragraph("", "secondary", "warn", most_lines=3)
        self._warning_panel = QFrame()
        wear(self._warning_panel, ground="warn")
        panel = QVBoxLayout(self._warning_panel)
        panel.setContentsMargins(px(12), px(8), px(12), px(8))
        panel.addWidget(self.warning)
        inner = QWidget()
        self._sentences = QVBoxLayout(inner)
        self._sentences.setContentsMargins(0, 0, px(4), 0)
        self._sentences.setSpacing(0)
        for paragraph in (self.took, self.rejected, self.terms):
            self._sentences.addWidget(paragraph)
        self._sentences.addStretch(1)
        self.rejected.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.column.addWidget(Label(lambda: _("Read to the maker before signing"), "name"))
        self.column.addWidget(scroll, 1)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._warning_panel)
        self._is_tight = False

    def be_tight(self, is_tight: bool) -> None:
        if is_tight == self._is_tight:
            return
        self._is_tight = is_tight
        home, other = (self._sentences, self.column) if is_tight else (self.column, self._sentences)
        other.removeWidget(self._warning_panel)
        home.insertWidget(0 if is_tight else home.count(), self._warning_panel)
        self.rejected.setVisible(is_tight and bool(self.rejected.text()))

    def show_draft(self, draft: Draft, today: date) -> None:
        self.took.say(lambda: to_read_out(draft)[0] if draft.lines else _("Nothing counted yet. The agreement says:"))
        self.rejected.say(lambda: _("Rejected: {count}").format(count=rejections(draft)) if draft.rejected else "")
        self.rejected.setVisible(self._is_tight and draft.rejected > 0)
        self.terms.say(lambda: "\n".join(f"• {sentence}" for sentence in to_read_out(draft)[1:]))
        self.warning.say(lambda: "\n".join(warnings(draft, today)))
        self._warning_panel.setVisible(bool(warnings(draft, today)))
