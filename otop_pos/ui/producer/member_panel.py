"""The members of a group and what of each payment is theirs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.member import Member
from otop_pos.domain.producer import Producer
from otop_pos.domain.vat import BASIS_POINTS
from otop_pos.i18n import _
from otop_pos.services.member import save_members
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.style import px
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.percent_edit import PercentEdit
from otop_pos.ui.wording import producer_name

WIDTH = 820


class MemberRow(QWidget):
    removed = Signal()

    def __init__(self, member: Member) -> None:
        super().__init__()
        self.name = PlainEdit(lambda: _("Name"))
        self.phone = PlainEdit(lambda: _("Phone"))
        self.share = PercentEdit("%")
        self.off = KeyButton("×", tone="danger")
        self.off.setFixedWidth(px(44))
        self.name.setText(member.name)
        self.phone.setText(member.phone)
        self.share.show_value(member.share_bp or None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for widget, stretch in ((self.name, 5), (self.phone, 3), (self.share, 2), (self.off, 0)):
            row.addWidget(widget, stretch)
        self.off.clicked.connect(self.removed)

    @property
    def is_empty(self) -> bool:
        return not (self.name.text().strip() or self.share.text().strip())

    def read(self) -> Member:
        """Refuses NotANumber, OutOfRange."""
        return Member(self.name.text(), self.share.read(), self.phone.text())


class MemberPanel(FormPanel):
    """`ask(producer, members)` → `saved(members)`; rows left empty are nobody."""

    saved = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._acts = Acts(self, backend, desk)
        self._producer_id = 0
        self.rows: list[MemberRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(px(6))
        self.sum = Label("", "strong")
        self.add = KeyButton(lambda: _("Another member"), act="new", tone="quiet", icon="plus")
        self.evenly = KeyButton(lambda: _("Share evenly"), act="share_evenly", tone="quiet")
        below = QHBoxLayout()
        for widget in (self.add, self.evenly):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self.sum)
        self.grid.addLayout(self._column, 0, 0, 1, self.COLUMNS)
        self.grid.addLayout(below, 1, 0, 1, self.COLUMNS)
        self.save.say(lambda: _("Save"))
        self.add.clicked.connect(self._add_empty)
        self.evenly.clicked.connect(self._share_evenly)
        self.save_wanted.connect(self._save)

    def ask(self, producer: Producer, members: Sequence[Member]) -> None:
        self._producer_id = producer.id
        for row in tuple(self.rows):
            self._remove(row)
        for member in members or (Member("", 0),):
            self._add_row(member)
        self.say_title(lambda: _("Members of {name}").format(name=producer_name(producer)))
        self.message_bar.clear()
        self.saving(False)
        self._show_sum()
        self.make_room(self.rows[0])
        self.open(self.rows[0].name)

    def _add_row(self, member: Member) -> MemberRow:
        row = MemberRow(member)
        row.removed.connect(lambda: self._drop(row))
        row.share.changed.connect(lambda _value: self._show_sum())
        row.name.returnPressed.connect(row.phone.setFocus)
        row.phone.returnPressed.connect(row.share.setFocus)
        row.share.returnPressed.connect(lambda: self._go_on_from(row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _add_empty(self) -> None:
        row = self._add_row(Member("", 0))
        row.name.setFocus()
        self.make_room(row)

    def _go_on_from(self, row: MemberRow) -> None:
        following = self.rows[self.rows.index(row) + 1 :]
        target = following[0] if following else self._add_row(Member("", 0))
        target.name.setFocus()

    def _drop(self, row: MemberRow) -> None:
        self._remove(row)
        self._show_sum()
        self.add.setFocus()

    def _remove(self, row: MemberRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _share_evenly(self) -> None:
        """As far as hundredths of a percent go; the first ones take what is left."""
        named = [row for row in self.rows if row.name.text().strip()]
        for number, row in enumerate(named):
            share, left = divmod(BASIS_POINTS, len(named))
            row.share.show_value(share + (number < left))

    def _show_sum(self) -> None:
        total = sum(row.share.value() or 0 for row in self.rows)
        text = f"{total / 100:g} %"
        is_whole = total == BASIS_POINTS
        self.sum.say(lambda: _("Together {percent}").format(percent=text), "good" if is_whole else "warn")

    def _save(self) -> None:
        try:
            members = tuple(row.read() for row in self.rows if not row.is_empty)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._acts.run(
            save_members,
            self._producer_id,
            members,
            done=self._saved,
            refuse=self.refuse,
            pause=lambda: self.saving(False),
        )

    def _saved(self, members: Sequence[Member]) -> None:
        self.close_over()
        self.saved.emit(members)
