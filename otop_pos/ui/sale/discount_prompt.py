"""A discount, and whose money it is."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.i18n import _
from otop_pos.ui.sale.discount_text import discount_text, parse_discount
from otop_pos.ui.sale.prompt import Prompt
from otop_pos.ui.style import px
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.number_edit import PlainEdit

PERCENTS = ("5%", "10%", "15%", "20%")


class DiscountPrompt(Prompt):
    """`ask_discount(title, discount)` → answered(Discount | None)."""

    def __init__(self, host: QWidget, body: QWidget) -> None:
        super().__init__(host, body, PlainEdit(), self._read_discount)
        self.offer_presets(PERCENTS)
        self._group = QButtonGroup(self)
        self.bearers: dict[Bearer | None, KeyButton] = {}
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for bearer, text in ((None, _agreed), (Bearer.CENTRE, _centre), (Bearer.PRODUCER, _maker)):
            row.addWidget(self._bearer_button(bearer, text), 1)
        self.who = Label("", "secondary", "ink2")
        self.more.addWidget(self.who)
        self.more.addLayout(row)

    def _bearer_button(self, bearer: Bearer | None, text: Said) -> KeyButton:
        button = KeyButton(text)
        button.use_role("secondary")
        button.setCheckable(True)
        button.clicked.connect(self.edit.setFocus)
        self._group.addButton(button)
        self.bearers[bearer] = button
        return button

    def ask_discount(self, title: Said, discount: Discount | None) -> None:
        bearer = discount.bearer if discount is not None else None
        self.bearers.get(bearer, self.bearers[None]).setChecked(True)
        self.show_agreed(None)
        self.ask(title, _hint, discount_text(discount))

    def show_agreed(self, bearer: Bearer | None) -> None:
        """What the maker's agreement says, as soon as it is known."""
        self.who.say(lambda: _who_text(bearer))

    def _read_discount(self, text: str) -> Discount | None:
        discount = parse_discount(text)
        bearer = next(bearer for bearer, button in self.bearers.items() if button.isChecked())
        return replace(discount, bearer=bearer) if discount is not None else None


def _who_text(agreed: Bearer | None) -> str:
    match agreed:
        case Bearer.CENTRE:
            return _("Who gives it (agreed: the centre)")
        case Bearer.PRODUCER:
            return _("Who gives it (agreed: the maker)")
        case Bearer.SHARED:
            return _("Who gives it (agreed: both)")
    return _("Who gives it")


def _agreed() -> str:
    return _("As agreed")


def _centre() -> str:
    return _("The centre")


def _maker() -> str:
    return _("The maker")


def _hint() -> str:
    return _("Percent or baht: 10% or 50. 0 takes it off.")
