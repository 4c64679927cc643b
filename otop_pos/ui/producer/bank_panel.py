"""An account to pay a producer to, as it stands in the passbook."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.bank_number import account_digits, checked_numbers
from otop_pos.domain.producer import Producer
from otop_pos.i18n import _
from otop_pos.services.bank_account import enter_bank
from otop_pos.ui.backend import Door
from otop_pos.ui.desk import Desk
from otop_pos.ui.producer.acting import Acts
from otop_pos.ui.producer.words import bank_name
from otop_pos.ui.widgets.form_panel import FormPanel
from otop_pos.ui.widgets.number_edit import PlainEdit
from otop_pos.ui.widgets.pick_box import PickBox
from otop_pos.ui.wording import producer_name

WIDTH = 760


class BankPanel(FormPanel):
    """`ask(producer)` → `entered(account)`."""

    entered = Signal(object)

    def __init__(self, host: QWidget, body: QWidget, backend: Door, desk: Desk) -> None:
        super().__init__(host, body, WIDTH)
        self._acts = Acts(self, backend, desk)
        self._producer_id = 0
        self.bank = PickBox([(code, partial(bank_name, code)) for code in BANKS])
        self.account, self.name = PlainEdit(), PlainEdit()
        self.promptpay = PlainEdit(lambda: _("phone or tax ID"))
        self.add_field(lambda: _("Bank"), self.bank, (0, 0, 3))
        self.add_field(lambda: _("Account number"), self.account, (0, 3, 3), self._check_account)
        self.add_field(lambda: _("Name of the account"), self.name, (1, 0, 3), lambda: self.needed(self.name))
        self.add_field(lambda: _("PromptPay (may stand alone)"), self.promptpay, (1, 3, 3), self._check_numbers)
        self.save.say(lambda: _("Save, then somebody else approves"))
        self.save_wanted.connect(self._save)

    def ask(self, producer: Producer) -> None:
        self._producer_id = producer.id
        for box in (self.account, self.name, self.promptpay):
            box.clear()
        self.say_title(lambda: _("Account of {name}").format(name=producer_name(producer)))
        self.message_bar.clear()
        self.saving(False)
        self.open(self.bank)

    def value(self) -> BankAccount:
        return BankAccount(
            self._producer_id, self.bank.choice(), self.account.text(), self.name.text(), self.promptpay.text()
        )

    def _check_account(self) -> None:
        if self.account.text().strip():
            account_digits(self.bank.choice(), self.account.text())

    def _check_numbers(self) -> None:
        checked_numbers(self.value())

    def _save(self) -> None:
        self._acts.run(
            enter_bank, self.value(), done=self._entered, refuse=self.refuse, pause=lambda: self.saving(False)
        )

    def _entered(self, account: BankAccount) -> None:
        self.close_over()
        self.entered.emit(account)
