"""How many of a lot there are in all: for what is measured, or counted in one go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otop_pos.domain.count import CountLine
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.ui.stock.take_edit import TakeEdit
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import lot_name, named, product_name, unit_name


class TotalPrompt(Overlay):
    """`ask(line)` → answered(CountLine, thousandths)."""

    answered = Signal(object, object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, width=520)
        self._line: CountLine | None = None
        self.title = Paragraph("", "heading", most_lines=2)
        self.hint = Label("", "secondary", "ink2", elides=True)
        self.edit = TakeEdit()
        self.edit.setMinimumHeight(px(60))
        self.unit = Label("", "heading", "ink2")
        self.message = MessageBar()
        self.ok = KeyButton(lambda: _("That is all there is"), "Enter", tone="soft")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(self.unit)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.ok)
        self.card.column.addWidget(self.title)
        self.card.column.addWidget(self.hint)
        self.card.column.addLayout(row)
        self.card.column.addWidget(self.message)
        self.card.column.addLayout(buttons)
        self.edit.returnPressed.connect(self._answer)
        self.ok.clicked.connect(self._answer)
        self.back.clicked.connect(self.give_up)

    def ask(self, line: CountLine) -> None:
        self._line = line
        self.title.say(lambda: product_name(line.product))
        self.hint.say(lambda: f"{lot_name(line.lot_code)} · {named(line.producer_name, line.producer_name_en)}")
        self.unit.say(lambda: unit_name(line.product.unit))
        self.message.clear()
        self.edit.use_unit(line.product.unit)
        self.edit.show_value(line.counted)
        self.open(self.edit)
        self.edit.selectAll()

    def _answer(self) -> None:
        if self._line is None:
            return
        try:
            qty = self.edit.read()
        except Refusal as refusal:
            self.message.refuse(refusal)
            self.edit.selectAll()
            return
        self.close_over()
        self.answered.emit(self._line, qty)
