"""One question with one box: a quantity or a discount."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from otop_pos.domain.errors import Refusal
from otop_pos.domain.quantity import Unit
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import ButtonTone, KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit, QuantityEdit
from otop_pos.ui.widgets.overlay import Overlay
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import unit_name


class Prompt(Overlay):
    """`ask(…)` opens it; Enter gives the read value to the caller unless reading it is refused."""

    answered = Signal(object)

    def __init__(
        self,
        host: QWidget,
        body: QWidget,
        edit: PlainEdit,
        read: Callable[[str], object],
        ok_tone: ButtonTone = "soft",
    ) -> None:
        super().__init__(host, body, width=480)
        self.edit = edit
        self._read = read
        self.ok = KeyButton(lambda: _("OK"), "Enter", tone=ok_tone)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.edit.setProperty("role", "action")
        self.edit.setMinimumHeight(px(60))
        self.title = Label("", "heading", elides=True)
        self.hint = Paragraph("", "body", "ink2")
        self.unit = Label("", "heading", "ink2")
        self.message = MessageBar()
        self.presets = QHBoxLayout()
        self.presets.setSpacing(px(8))
        self.more = QVBoxLayout()
        self.more.setSpacing(px(4))
        self.cancel = KeyButton(lambda: _("Back"), "Esc")
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(self.unit)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        for part in (self.title, self.hint, row, self.presets, self.more, self.message, buttons):
            if isinstance(part, QLayout):
                self.card.column.addLayout(part)
            else:
                self.card.column.addWidget(part)

    def _connect(self) -> None:
        self.edit.returnPressed.connect(self._answer)
        self.ok.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.give_up)

    def offer_presets(self, texts: Sequence[str]) -> None:
        """Buttons that answer at once. What a prompt asks besides stands in `more`."""
        for text in texts:
            button = KeyButton(text)
            button.clicked.connect(lambda _checked=False, text=text: self._preset(text))
            self.presets.addWidget(button, 1)

    def ask(self, title: Said, hint: Said, text: str, unit: str = "") -> None:
        self.title.say(title)
        self.hint.say(hint)
        self.unit.say(unit)
        self.unit.setVisible(bool(unit))
        self.message.clear()
        self.edit.setText(text)
        self.open(self.edit)
        self.edit.selectAll()

    def _preset(self, text: str) -> None:
        self.edit.setText(text)
        self._answer()

    def _answer(self) -> None:
        try:
            value = self._read(self.edit.text())
        except Refusal as refusal:
            self.message.refuse(refusal)
            self.edit.selectAll()
            return
        self.close_over()
        self.answered.emit(value)


class QuantityPrompt(Prompt):
    """`ask_quantity(name, unit, milli)` → answered(thousandths)."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        self._box = QuantityEdit()
        super().__init__(host, body, self._box, lambda _text: self._box.read())

    def ask_quantity(self, name: Said, unit: Unit, milli: int | None) -> None:
        self._box.use_unit(unit)
        self._box.show_value(milli)
        text = self._box.text()
        self.ask(name, lambda: _("Quantity in {unit}").format(unit=unit_name(unit)), text, unit_name(unit))
