"""The file of transfers that is uploaded at the bank: CSV, UTF-8, comma, CRLF, one heading line.

| column | what it holds |
|---|---|
| bank | three digits of the Bank of Thailand (004); PROMPTPAY where the account is a PromptPay ID |
| account | digits of the account, or the PromptPay ID |
| account_name | the name the bank knows |
| amount | baht with two decimals and no comma: 1500.00 |
| reference | number of the payment voucher; comes back on the bank's report |

Rows are in the order of their vouchers, so that the same vouchers make the same bytes.
"""

import csv
import io
from collections.abc import Sequence

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.money import BAHT
from otop_pos.domain.voucher import Voucher

HEADING = ("bank", "account", "account_name", "amount", "reference")
PROMPTPAY = "PROMPTPAY"


def batch_csv(vouchers: Sequence[Voucher]) -> str:
    """The whole file. Every voucher has its account: one without is a bug and raises ValueError."""
    text = io.StringIO(newline="")
    write = csv.writer(text, lineterminator="\r\n").writerow
    write(HEADING)
    for voucher in sorted(vouchers, key=lambda each: each.doc_no):
        if voucher.account is None:
            raise ValueError(f"{voucher.doc_no} goes to no account")
        write((*_target(voucher.account), _amount(voucher.net), voucher.doc_no))
    return text.getvalue()


def batch_file_name(doc_no: str) -> str:
    return f"{doc_no}.csv"


def _target(account: BankAccount) -> tuple[str, str, str]:
    if account.account:
        return account.bank, account.account, account.account_name
    return PROMPTPAY, account.promptpay, account.account_name


def _amount(satang: int) -> str:
    return f"{satang // BAHT}.{satang % BAHT:02d}"
