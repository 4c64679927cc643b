"""What every paper says of the shop, and the rules it sells by."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Missing, OutOfRange, Refusal
from otop_pos.domain.money import CashRounding
from otop_pos.domain.promptpay import promptpay_payload
from otop_pos.domain.shop import Shop
from otop_pos.domain.tax_id import is_valid_tax_id
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _
from otop_pos.services.shop import save_shop
from otop_pos.ui.backend import Door, Refused
from otop_pos.ui.desk import Desk
from otop_pos.ui.settings.alcohol_card import AlcoholCard
from otop_pos.ui.settings.vat_card import VatCard
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.message_bar import MessageBar
from otop_pos.ui.widgets.number_edit import MoneyEdit, PlainEdit
from otop_pos.ui.widgets.segments import Segments

LARGEST_BRANCH = 99_999
TEXTS = ("name_th", "name_en", "legal_name", "address_th", "address_en", "tax_id", "phone", "branch_no", "promptpay_id")
"""The fields of Shop that are typed."""
NEEDED = ("name_th", "tax_id", "branch_no")


class ShopPanel(QWidget):
    """Saved in one act, for all tills, from today on; nothing is taken before Save is pressed."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__()
        self._backend = backend
        self._desk = desk
        self._build()
        self._connect()
        self.show_shop(desk.shop)

    def _build(self) -> None:
        self.message_bar = MessageBar()
        self.fields = {
            "name_th": Field(lambda: _("Shop name"), PlainEdit()),
            "name_en": Field(lambda: _("Shop name in English"), PlainEdit()),
            "legal_name": Field(lambda: _("Who issues the papers (legal name)"), PlainEdit()),
            "phone": Field(lambda: _("Telephone"), PlainEdit()),
            "address_th": Field(lambda: _("Address"), PlainEdit()),
            "address_en": Field(lambda: _("Address in English"), PlainEdit()),
            "tax_id": Field(lambda: _("Tax ID (13 digits)"), PlainEdit()),
            "branch_no": Field(lambda: _("Branch (00000: head office)"), PlainEdit()),
            "promptpay_id": Field(lambda: _("PromptPay number"), PlainEdit()),
        }
        self.limit = MoneyEdit()
        self.limit_field = Field(lambda: _("Manager needed beyond (baht)"), self.limit)
        self.rounding = Segments(
            [
                (CashRounding.DOWN_25, lambda: _("Down 0.25")),
                (CashRounding.NEAREST_25, lambda: _("Near 0.25")),
                (CashRounding.DOWN_100, lambda: _("Down 1.00")),
                (CashRounding.NONE, lambda: _("Not at all")),
            ],
            columns=2,
            large=1,
        )
        self.vat = VatCard(self._backend, self._desk)
        self.alcohol = AlcoholCard()
        self.save = KeyButton(lambda: _("Save"), act="finish", tone="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._cards(), 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.message_bar, 1)
        foot.addStretch()
        foot.addWidget(self.save)
        column.addLayout(foot)

    def _cards(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(4), px(4), px(4), px(4))
        row.setSpacing(px(14))
        row.addWidget(self._papers(), 5)
        right = QVBoxLayout()
        right.setSpacing(px(14))
        right.addWidget(self.vat)
        right.addWidget(self._cash(), 1)
        row.addLayout(right, 3)
        row.addWidget(self.alcohol, 3)
        area.setWidget(inner)
        self.area = area
        return area

    def _papers(self) -> Card:
        card = Card(padding=18, spacing=4)
        card.column.addWidget(Label(lambda: _("On every paper"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        places = {
            "name_th": (0, 0, 1),
            "name_en": (0, 1, 1),
            "legal_name": (1, 0, 2),
            "address_th": (2, 0, 2),
            "address_en": (3, 0, 2),
            "tax_id": (4, 0, 1),
            "branch_no": (4, 1, 1),
            "phone": (5, 0, 1),
            "promptpay_id": (5, 1, 1),
        }
        for name, (row, column, span) in places.items():
            grid.addWidget(self.fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        card.column.addLayout(grid)
        card.column.addStretch(1)
        return card

    def _cash(self) -> Card:
        card = Card(padding=18, spacing=0)
        card.column.addWidget(Label(lambda: _("Cash"), "heading"))
        card.column.addWidget(Label(lambda: _("A cash amount is rounded"), "secondary", "ink2"))
        card.column.addWidget(self.rounding)
        card.column.addWidget(Label(lambda: _("When the counted drawer differs"), "secondary", "ink2", elides=True))
        card.column.addWidget(self.limit_field)
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        for name, field in self.fields.items():
            self._edit(name).textEdited.connect(lambda _text, field=field: self._forget_wrong(field))
            self._edit(name).returnPressed.connect(self.focusNextChild)
        self._edit("tax_id").editingFinished.connect(self._check_tax_id)
        self.limit.returnPressed.connect(self.focusNextChild)
        for edit in [*(field.edit for field in self.fields.values()), self.limit]:
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever Tab reaches is seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.area.ensureWidgetVisible(watched)
        return False

    def arrive(self) -> None:
        """What somebody began to type is still there; else the shop as it is now."""
        self.vat.arrive()
        if not self.is_changed:
            self.show_shop(self._desk.shop)
        self._edit("name_th").setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, refusal: Refusal) -> None:
        self.save.setEnabled(True)
        self.message_bar.refuse(refusal)

    def show_shop(self, shop: Shop) -> None:
        self._shown = shop
        for name in TEXTS:
            self._edit(name).setText(getattr(shop, name))
            self._edit(name).setCursorPosition(0)
            self._forget_wrong(self.fields[name])
        self.rounding.choose(shop.cash_rounding)
        self.limit.show_value(shop.drawer_limit)
        self.alcohol.show_rules(shop.alcohol_hours, shop.banned_days)
        self._check_tax_id()

    @property
    def is_changed(self) -> bool:
        try:
            return self.read() != self._shown
        except Refusal:
            return True

    def read(self) -> Shop:
        """The shop as typed. Refuses Missing, OutOfRange, BadPromptPayId, NotANumber; the box is marked."""
        texts = {name: self._edit(name).text().strip() for name in TEXTS}
        for name in NEEDED:
            if not texts[name]:
                raise self._wrong(name, Missing(self.fields[name].title()))
        texts["tax_id"] = _digits(texts["tax_id"]) or texts["tax_id"]
        branch = to_arabic_digits(texts["branch_no"])
        if not (branch.isascii() and branch.isdigit() and int(branch) <= LARGEST_BRANCH):
            raise self._wrong("branch_no", OutOfRange(texts["branch_no"], 0, LARGEST_BRANCH))
        texts["branch_no"] = branch.zfill(5)
        self._check_promptpay(texts["promptpay_id"])
        return replace(
            self._desk.shop,
            **texts,  # type: ignore[arg-type]
            cash_rounding=CashRounding(self.rounding.choice()),
            drawer_limit=self.limit.read(),
            alcohol_hours=self.alcohol.hours(),
            banned_days=self.alcohol.days(),
        )

    def _check_promptpay(self, number: str) -> None:
        if not number:
            return
        try:
            promptpay_payload(number)
        except Refusal as refusal:
            raise self._wrong("promptpay_id", refusal) from refusal

    def _check_tax_id(self) -> None:
        """A hint only: numbers that fail the check are in real use."""
        text = self._edit("tax_id").text().strip()
        is_odd = bool(text) and not is_valid_tax_id(text)
        self.fields["tax_id"].say((lambda: _("Its last digit does not fit: please check")) if is_odd else "")

    def _wrong(self, name: str, refusal: Refusal) -> Refusal:
        self._edit(name).mark_wrong(True)
        self.fields[name].say(lambda: refusal.sentence, "danger")
        return refusal

    def _forget_wrong(self, field: Field) -> None:
        if isinstance(field.edit, PlainEdit):
            field.edit.mark_wrong(False)
        field.say("")

    def _save(self) -> None:
        try:
            shop = self.read()
        except Refusal as refusal:
            self.refuse(refusal)
            wrong = next((field for field in self.fields.values() if field.edit.property("wrong")), self.limit_field)
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._send(shop)

    def _send(self, shop: Shop, approval: Approval | None = None) -> None:
        self.save.setEnabled(False)
        self._backend.call(
            save_shop,
            shop,
            **self._desk.here(),
            approval=approval,
            done=self._saved,
            refused=self._refused(shop),
            owner=self,
        )

    def _refused(self, shop: Shop) -> Refused:
        """A second person may be asked; meanwhile it can be pressed again."""
        answer = self._desk.approvals.or_refuse(lambda approval: self._send(shop, approval), self.refuse)

        def answered(refusal: Refusal) -> None:
            self.save.setEnabled(True)
            answer(refusal)

        return answered

    def _saved(self, shop: Shop) -> None:
        self.save.setEnabled(True)
        self._desk.take_shop(shop)
        self.show_shop(shop)
        self.message_bar.say(lambda: _("Saved. All tills sell by it from now on."), "good")

    def _edit(self, name: str) -> PlainEdit:
        edit = self.fields[name].edit
        if not isinstance(edit, PlainEdit):
            raise TypeError(name)
        return edit


def _digits(text: str) -> str:
    return "".join(each for each in to_arabic_digits(text) if each.isdigit())
