"""Account numbers as Thai banks print them in their passbooks."""

import re

from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.errors import BadAccount, Missing, NotFound
from otop_pos.domain.promptpay import promptpay_payload
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.i18n import _

_USUAL = (10,)
_DIGITS = {"022": (10, 14), "030": (12, 15), "033": (12,), "034": (12,), "069": (10, 14)}
"""Per bank; the state banks' and some small banks' accounts are longer."""


def account_digits(bank: str, account: str) -> str:
    """'123-4-56789-0' → '1234567890'. Refuses NotFound (bank), BadAccount (not as many digits as the bank's
    accounts have)."""
    if bank not in BANKS:
        raise NotFound(_("Bank"), bank)
    digits = re.sub(r"[\s-]", "", to_arabic_digits(account))
    lengths = _DIGITS.get(bank, _USUAL)
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in lengths:
        raise BadAccount(account, BANKS[bank][0], " / ".join(map(str, lengths)))
    return digits


def format_account(account: str) -> str:
    """'1234567890' → '123-4-56789-0'; longer ones in fours, for reading aloud."""
    if len(account) == 10:
        return f"{account[:3]}-{account[3]}-{account[4:9]}-{account[9]}"
    return " ".join(account[at : at + 4] for at in range(0, len(account), 4))


def checked_numbers(bank: BankAccount) -> tuple[str, str, str]:
    """(bank, account, promptpay) as stored: digits only, one of the two may be empty.

    Refuses Missing (both empty), NotFound, BadAccount, BadPromptPayId.
    """
    promptpay = re.sub(r"[\s().-]", "", to_arabic_digits(bank.promptpay))
    if promptpay:
        promptpay_payload(promptpay)
    if bank.account.strip():
        return bank.bank, account_digits(bank.bank, bank.account), promptpay
    if not promptpay:
        raise Missing(_("account number"))
    return "", "", promptpay
