"""Registered for VAT or not, and from which day on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import Missing, Refusal
from otop_pos.i18n import _
from otop_pos.services.shop import read_shop
from otop_pos.services.vat_status import VatStatus, list_vat_statuses, plan_vat_status
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.style import px
from otop_pos.ui.widgets.card import Card
from otop_pos.ui.widgets.date_edit import DateEdit
from otop_pos.ui.widgets.field import Field
from otop_pos.ui.widgets.key_button import KeyButton
from otop_pos.ui.widgets.label import Label
from otop_pos.ui.widgets.paragraph import Paragraph
from otop_pos.ui.widgets.segments import Segments
from otop_pos.ui.wording import date_text

VAT, NO_VAT = "vat", "none"


class VatCard(Card):
    """Set by a button of its own: it has a day, the rest of the shop's settings begin at once."""

    def __init__(self, backend: Door, desk: Desk) -> None:
        super().__init__(padding=18, spacing=4)
        self._backend = backend
        self._desk = desk
        self._statuses: tuple[VatStatus, ...] = ()
        self._build()
        self.set.clicked.connect(self._plan)
        self.since.returnPressed.connect(self._plan)

    def _build(self) -> None:
        self.now = Paragraph(self._told, "body", most_lines=3)
        self.status = Segments([(NO_VAT, lambda: _("Not registered")), (VAT, lambda: _("Registered"))], large=1)
        self.since = DateEdit()
        self.field = Field(lambda: _("From this day on"), self.since)
        self.set = KeyButton(lambda: _("Set"), tone="soft")
        self.column.addWidget(Label(lambda: _("VAT"), "heading"))
        self.column.addWidget(self.now)
        self.column.addWidget(self.status)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.set, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)

    def arrive(self) -> None:
        self._backend.call(list_vat_statuses, done=self._show, owner=self)

    def refuse(self, refusal: Refusal) -> None:
        self.set.setEnabled(True)
        self.field.say(lambda: refusal.sentence, "danger")

    def _show(self, statuses: tuple[VatStatus, ...]) -> None:
        self._statuses = statuses
        self.now.say(self._told)
        self.status.choose(VAT if self._desk.shop.vat_registered else NO_VAT)

    def _told(self) -> str:
        """'Not registered. From 1 Dec 2026: registered.'"""
        today = self._desk.today
        past = [each for each in self._statuses if each.since <= today]
        now = past[-1].is_registered if past else self._desk.shop.vat_registered
        words = [_("Registered now: prices include VAT.") if now else _("Not registered now: no VAT on any paper.")]
        for each in self._statuses:
            if each.since > today:
                text = _("Registered from {day}.") if each.is_registered else _("Not registered from {day}.")
                words.append(text.format(day=date_text(each.since)))
        return " ".join(words)

    def _plan(self) -> None:
        try:
            day = self.since.read()
            if day is None:
                raise Missing(self.field.title())
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self._send(VatStatus(day, self.status.choice() == VAT))

    def _send(self, status: VatStatus, approval: Approval | None = None) -> None:
        self._backend.call(
            plan_vat_status,
            status,
            **self._desk.here(),
            approval=approval,
            done=self._planned,
            refused=self._desk.approvals.or_refuse(lambda approval: self._send(status, approval), self.refuse),
            owner=self,
        )

    def _planned(self, statuses: tuple[VatStatus, ...]) -> None:
        self.since.show_value(None)
        self.field.say(lambda: _("Set."), "good")
        self._backend.call(read_shop, self._desk.today, done=self._desk.take_shop, owner=self)
        self._show(statuses)
