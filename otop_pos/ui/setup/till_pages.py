"""How the shop stands to VAT, and which of its tills this is."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from otop_pos.domain.code import LONGEST_OWNER_CODE, code_of
from otop_pos.domain.errors import Refusal
from otop_pos.domain.shop import Till
from otop_pos.i18n import _
from otop_pos.ui.setup.page import Page, needed, text_of, wrong
from otop_pos.ui.setup.plan import Plan
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.label import Label, Said
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments

VAT, NO_VAT = "vat", "none"


class VatPage(Page):
    """In plain words what each answer means for the papers."""

    def __init__(self) -> None:
        super().__init__(
            lambda: _("VAT"),
            lambda: _("Is the shop registered for VAT?"),
            lambda: _("Registered is who has the certificate ภ.พ.20. Not sure? Choose “no”; it can be changed later."),
        )
        self.status = Segments([(NO_VAT, lambda: _("No")), (VAT, lambda: _("Yes, registered"))])
        for button in self.status.buttons.values():
            button.use_role("name")
            button.setMinimumHeight(px(64))
        self._chosen = NO_VAT
        self.status.choose(NO_VAT)
        self.status.changed.connect(self._choose)
        self.column.addWidget(self.status)
        told = QHBoxLayout()
        told.setSpacing(px(8))
        told.addWidget(
            _meaning(
                "ใบเสร็จรับเงิน",
                lambda: _("A plain receipt. The word “tax invoice” and a VAT line never stand on it."),
                lambda: _("From 1.8 million baht a year on the shop must register."),
            ),
            1,
        )
        told.addWidget(
            _meaning(
                "ใบเสร็จรับเงิน/ใบกำกับภาษีอย่างย่อ",
                lambda: _("A receipt that is a short tax invoice too. Prices include 7 % VAT, which is shown."),
                lambda: _("It names the branch and the number the Revenue Department gave this machine."),
            ),
            1,
        )
        self.column.addLayout(told, 1)

    def arrive(self, plan: Plan) -> None:
        self.status.take_focus()

    def take(self, plan: Plan) -> None:
        plan.shop = replace(plan.shop, vat_registered=self.status.choice() == VAT)

    def _choose(self, status: str) -> None:
        """Chosen once more is a yes."""
        before, self._chosen = self._chosen, status
        if status == before:
            self.done.emit()


class TillPage(Page):
    """Its code begins every number it gives."""

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Till"),
            lambda: _("Which till is this?"),
            lambda: _("Its code begins every receipt number, for example CM01-1-690000001."),
        )
        self.code_edit, self.machine_edit = PlainEdit(), PlainEdit("E0105012345678")
        self.code = Field(lambda: _("Till code"), self.code_edit)
        self.name = Field(lambda: _("Where it stands"), PlainEdit(lambda: _("Front counter")))
        self.machine = Field(lambda: _("Machine number of the Revenue Department (POS#)"), self.machine_edit)
        self.why = Paragraph("", "secondary", "ink2")
        self.add_form(self.code, self.name, self.machine, self.why)
        self.add_fields(self.code, self.name, self.machine)

    def arrive(self, plan: Plan) -> None:
        if not self.code_edit.text():
            self.code_edit.setText(f"{plan.shop.code}01"[:LONGEST_OWNER_CODE])
        registered = plan.shop.vat_registered
        self.why.say(
            (lambda: _("It must stand on every short tax invoice. Not granted yet? Leave it empty and add it later."))
            if registered
            else (lambda: _("Without VAT it is not needed: leave it empty."))
        )
        super().arrive(plan)

    def take(self, plan: Plan) -> None:
        """Refuses BadCode, Missing."""
        text = needed(self.code)
        try:
            code = code_of(text, LONGEST_OWNER_CODE)
        except Refusal as refusal:
            raise wrong(self.code, refusal) from refusal
        plan.till = Till(code, text_of(self.name), text_of(self.machine))


def _meaning(paper: str, *sentences: Said) -> Card:
    """What is printed, in the words of the paper itself."""
    card = Card(padding=18, spacing=4)
    card.column.addWidget(Label(paper, "strong", "figure", elides=True))
    for sentence in sentences:
        card.column.addWidget(Paragraph(sentence, "body", "ink2"))
    card.column.addStretch(1)
    return card
