"""Which shop this is: name, address and number, as every paper will say them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from otop_pos.domain.code import LONGEST_OWNER_CODE, code_of
from otop_pos.domain.errors import OutOfRange, Refusal
from otop_pos.domain.shop import CENTRES, HEAD_OFFICE_BRANCH
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _
from otop_pos.ui.setup.page import Page, needed, text_of, wrong
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import named

LARGEST_BRANCH = 99_999


class ShopPage(Page):
    """A centre of the four fills in code and names; everything can be typed over."""

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Shop"), lambda: _("Which shop is it?"), lambda: _("As it shall stand on every paper.")
        )
        self._build()
        self.centres.changed.connect(self._choose)
        self.tax_id_edit.editingFinished.connect(self._check_tax_id)
        self.centres.choose(CENTRES[0][0])
        self._choose(CENTRES[0][0])

    def _build(self) -> None:
        self.centres = Segments([(code, partial(_short_name, th, en)) for code, th, en in CENTRES], large=2)
        self.code = Field(lambda: _("Shop code"), PlainEdit())
        self.name = Field(lambda: _("Shop name"), PlainEdit())
        self.name_en = Field(lambda: _("Shop name in English"), PlainEdit())
        self.address_edit, self.tax_id_edit = PlainEdit(), PlainEdit("0 0000 00000 00 0")
        self.address = Field(lambda: _("Address"), self.address_edit)
        self.tax_id = Field(lambda: _("Tax ID (13 digits)"), self.tax_id_edit)
        self.branch = Field(lambda: _("Branch (00000: head office)"), PlainEdit())
        self.phone = Field(lambda: _("Telephone"), PlainEdit())
        self.column.addWidget(self.centres)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        fields = ((self.code, 0, 0, 2), (self.name, 0, 2, 5), (self.name_en, 0, 7, 5), (self.address, 1, 0, 12))
        for field, row, column, span in (
            *fields,
            (self.tax_id, 2, 0, 5),
            (self.branch, 2, 5, 4),
            (self.phone, 2, 9, 3),
        ):
            grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self._edit(self.branch).setText(HEAD_OFFICE_BRANCH)
        self.add_fields(self.code, self.name, self.name_en, self.address, self.tax_id, self.branch, self.phone)

    def arrive(self, plan: Plan) -> None:
        self.centres.take_focus()

    def take(self, plan: Plan) -> None:
        """Refuses BadCode, Missing, OutOfRange."""
        try:
            code = code_of(needed(self.code), LONGEST_OWNER_CODE)
        except Refusal as refusal:
            raise wrong(self.code, refusal) from refusal
        name = needed(self.name)
        tax_id = "".join(each for each in to_arabic_digits(needed(self.tax_id)) if each.isdigit())
        plan.shop = replace(
            plan.shop,
            code=code,
            name_th=name,
            name_en=text_of(self.name_en),
            legal_name=name,
            address_th=text_of(self.address),
            tax_id=tax_id or text_of(self.tax_id),
            branch_no=self._branch(),
            phone=text_of(self.phone),
        )

    def _branch(self) -> str:
        text = to_arabic_digits(text_of(self.branch)) or HEAD_OFFICE_BRANCH
        if not (text.isascii() and text.isdigit() and int(text) <= LARGEST_BRANCH):
            raise wrong(self.branch, OutOfRange(text_of(self.branch), 0, LARGEST_BRANCH))
        return text.zfill(5)

    def _choose(self, code: str) -> None:
        _code, name_th, name_en = next(centre for centre in CENTRES if centre[0] == code)
        for field, text in ((self.code, code), (self.name, name_th), (self.name_en, name_en)):
            self._edit(field).setText(text)
            self._edit(field).setCursorPosition(0)

    def _check_tax_id(self) -> None:
        """A hint only: numbers that fail the check are in real use."""
        text = text_of(self.tax_id)
        is_odd = bool(text) and not is_valid_tax_id(text)
        self.tax_id.say((lambda: _("Its last digit does not fit: please check")) if is_odd else "")

    def _edit(self, field: Field) -> PlainEdit:
        if not isinstance(field.edit, PlainEdit):
            raise TypeError(field.title())
        return field.edit


def _short_name(name_th: str, name_en: str) -> str:
    """'เชียงใหม่' of 'ศูนย์ OTOP Select เชียงใหม่'."""
    return named(name_th, name_en).rpartition("Select")[2].strip()
