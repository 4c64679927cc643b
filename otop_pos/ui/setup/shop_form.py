"""The few facts that a shop cannot sell without."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout

from otop_pos.domain.errors import Missing, Refusal
from otop_pos.domain.shop import CENTRES, Shop, Till
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.choice_list import ChoiceList
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.wording import named


@dataclass(frozen=True, slots=True)
class NewShop:
    """What the form gives."""

    shop: Shop
    till: Till
    manager: str


class ShopForm(Card):
    """`submitted(NewShop)`. A centre of the four fills in code and names; everything can be typed over."""

    submitted = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=24, spacing=6)
        self._build()
        self._connect()
        self._choose(0)

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.name = PlainEdit(lambda: _("Name on the receipt"))
        self.name_en = PlainEdit(lambda: _("Name in English"))
        self.address = PlainEdit(lambda: _("Address on the receipt"))
        self.tax_id = PlainEdit("0 0000 00000 00 0")
        self.code = PlainEdit("CM")
        self.till = PlainEdit("CM01")
        self.manager = PlainEdit(lambda: _("First name and surname"))
        self.vat = ChoiceList(
            [
                ("none", lambda: _("Not registered for VAT")),
                ("vat", lambda: _("Registered for VAT: prices include it")),
            ]
        )
        self.open = KeyButton(lambda: _("Open my shop"), tone="soft")
        self.column.addWidget(Label(lambda: _("My shop"), "heading"))
        self.column.addWidget(Paragraph(lambda: _("Empty shelves. All of it can be changed later."), tone="ink2"))
        self.column.addLayout(self._centres())
        self.column.addLayout(self._fields())
        self.column.addWidget(self.vat)
        self.column.addWidget(self.message_bar)
        self.column.addStretch(1)
        self.column.addWidget(self.open)

    def _centres(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.centres = QButtonGroup(self)
        for number, (_code, name_th, name_en) in enumerate(CENTRES):
            button = KeyButton(partial(_short_name, name_th, name_en))
            button.use_role("secondary")
            button.setCheckable(True)
            self.centres.addButton(button, number)
            row.addWidget(button, 1)
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        fields: tuple[tuple[Said, PlainEdit, int, int, int], ...] = (
            (lambda: _("Shop name"), self.name, 0, 0, 2),
            (lambda: _("Shop name in English"), self.name_en, 0, 2, 2),
            (lambda: _("Address"), self.address, 2, 0, 4),
            (lambda: _("Tax ID (13 digits)"), self.tax_id, 4, 0, 2),
            (lambda: _("Shop code"), self.code, 4, 2, 1),
            (lambda: _("Till code"), self.till, 4, 3, 1),
            (lambda: _("Manager"), self.manager, 6, 0, 4),
        )
        for title, edit, row, column, span in fields:
            grid.addWidget(Label(title, "secondary", "ink2"), row, column, 1, span)
            grid.addWidget(edit, row + 1, column, 1, span)
        return grid

    def _connect(self) -> None:
        self.centres.idClicked.connect(self._choose)
        self.tax_id.editingFinished.connect(self._check_tax_id)
        self.open.clicked.connect(self._submit)

    def refuse(self, refusal: Refusal) -> None:
        self.open.setEnabled(True)
        self.message_bar.refuse(refusal)

    def _choose(self, number: int) -> None:
        code, name_th, name_en = CENTRES[number]
        self.centres.button(number).setChecked(True)
        self.name.setText(name_th)
        self.name_en.setText(name_en)
        self.code.setText(code)
        self.till.setText(f"{code}01")

    def _check_tax_id(self) -> None:
        """A hint only: numbers that fail the check are in real use."""
        text = self.tax_id.text().strip()
        if text and not is_valid_tax_id(text):
            self.message_bar.say(lambda: _("Please check the tax ID: its last digit does not fit"), "warn")
        else:
            self.message_bar.clear()

    def _submit(self) -> None:
        try:
            new_shop = self._read()
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.open.setEnabled(False)
        self.submitted.emit(new_shop)

    def _read(self) -> NewShop:
        """Refuses Missing, with the field's name."""
        name, code = self._needed(self.name, _("Shop name")), self._needed(self.code, _("Shop code")).upper()
        shop = Shop(
            code=code,
            name_th=name,
            name_en=self.name_en.text().strip(),
            legal_name=name,
            address_th=self.address.text().strip(),
            address_en="",
            tax_id="".join(each for each in to_arabic_digits(self.tax_id.text()) if each.isdigit()),
            vat_registered=self.vat.choice() == "vat",
        )
        till = Till(self._needed(self.till, _("Till code")).upper())
        return NewShop(shop, till, self._needed(self.manager, _("Manager")))

    def _needed(self, edit: PlainEdit, name: str) -> str:
        text = edit.text().strip()
        edit.mark_wrong(not text)
        if not text:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Missing(name)
        return text


def _short_name(name_th: str, name_en: str) -> str:
    """'เชียงใหม่' of 'ศูนย์ OTOP Select เชียงใหม่'."""
    return named(name_th, name_en).rpartition("Select")[2].strip()
