"""Who buys, where the paper shall say so: a person, a company, a tourist."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from otop_pos.domain.customer import Customer, CustomerKind
from otop_pos.domain.errors import Refusal
from otop_pos.i18n import _
from otop_pos.ui.sale.customer_fields import FIELDS, KIND_NAMES, read_customer, tax_id_warning
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.overlay import Overlay

WIDTH = 720


class CustomerPanel(Overlay):
    """`ask(customer)` → given(Customer | None). Enter goes from box to box, from the last one it is done."""

    given = Signal(object)

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, WIDTH)
        self.card.column.setSpacing(px(6))
        self.message_bar = MessageBar()
        self.kinds: dict[CustomerKind, KeyButton] = {}
        self.edits = {name: PlainEdit() for name in FIELDS}
        self._fields: dict[str, QWidget] = {}
        self.card.column.addWidget(Label(lambda: _("Customer on the paper"), "heading"))
        self.card.column.addLayout(self._kind_buttons())
        self.card.column.addLayout(self._rows())
        self.card.column.addWidget(self.message_bar)
        self.card.column.addLayout(self._buttons())
        self._connect()

    def _kind_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._group = QButtonGroup(self)
        for kind, name in KIND_NAMES.items():
            button = KeyButton(name)
            button.setCheckable(True)
            button.clicked.connect(self._take_kind)
            self._group.addButton(button)
            self.kinds[kind] = button
            row.addWidget(button, 1)
        return row

    def _rows(self) -> QVBoxLayout:
        """A field that this kind is not asked for leaves its room to those beside it."""
        rows = {field.at[0]: QHBoxLayout() for field in FIELDS.values()}
        column = QVBoxLayout()
        column.setSpacing(px(2))
        for row in rows.values():
            row.setSpacing(px(14))
            column.addLayout(row)
        for name, field in FIELDS.items():
            box = QWidget()
            column_of_field = QVBoxLayout(box)
            column_of_field.setContentsMargins(0, 0, 0, 0)
            column_of_field.setSpacing(0)
            column_of_field.addWidget(Label(field.title, "secondary", "ink2"))
            column_of_field.addWidget(self.edits[name])
            self._fields[name] = box
            rows[field.at[0]].addWidget(box, field.at[1])
        return column

    def _buttons(self) -> QHBoxLayout:
        self.take_off = KeyButton(lambda: _("No customer"), act="take_off", tone="danger")
        self.back = KeyButton(lambda: _("Back"), "Esc")
        self.ok = KeyButton(lambda: _("Put on the bill"), act="finish", tone="soft")
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.take_off)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.ok)
        return row

    def _connect(self) -> None:
        for name, edit in self.edits.items():
            edit.returnPressed.connect(self._going_on(name))
        self.edits["tax_id"].textChanged.connect(lambda _text: self._warn())
        self.take_off.clicked.connect(lambda: self._answer(None))
        self.back.clicked.connect(self.give_up)
        self.ok.clicked.connect(self._finish)

    def ask(self, customer: Customer | None) -> None:
        """What the bill says already is there to be changed."""
        for name, edit in self.edits.items():
            edit.setText(getattr(customer, name) if customer else "")
        self.kinds[customer.kind if customer else CustomerKind.PERSON].setChecked(True)
        self.take_off.setVisible(customer is not None)
        self.message_bar.clear()
        self._show_kind()
        self.open(self.edits["name"])
        self.edits["name"].selectAll()

    def kind(self) -> CustomerKind:
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _take_kind(self) -> None:
        self._show_kind()
        self.edits["name"].setFocus()

    def _show_kind(self) -> None:
        for name, field in FIELDS.items():
            self._fields[name].setVisible(self.kind() in field.kinds)
        self._warn()

    def _going_on(self, name: str) -> Callable[[], None]:
        def go_on() -> None:
            names = list(FIELDS)
            following = [each for each in names[names.index(name) + 1 :] if not self._fields[each].isHidden()]
            if following:
                self.edits[following[0]].setFocus()
                self.edits[following[0]].selectAll()
            else:
                self._finish()

        return go_on

    def _warn(self) -> None:
        """While it is typed nothing is said: a half number is always wrong."""
        text = self.edits["tax_id"].text()
        is_whole = len(text.strip()) >= 13
        warning = tax_id_warning(text) if is_whole and not self._fields["tax_id"].isHidden() else ""
        if warning:
            self.message_bar.say(lambda: tax_id_warning(text), "warn")
        else:
            self.message_bar.clear()

    def _finish(self) -> None:
        try:
            customer = read_customer(self.kind(), {name: edit.text() for name, edit in self.edits.items()})
        except Refusal as refusal:
            self.message_bar.refuse(refusal)
            self.edits["name"].setFocus()
            return
        self._answer(customer)

    def _answer(self, customer: Customer | None) -> None:
        self.close_over()
        self.given.emit(customer)
