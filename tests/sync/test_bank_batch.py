"""The file of transfers for the bank."""

import csv
import io
from dataclasses import replace

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.identity import new_id
from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.sync.bank_batch import HEADING, batch_csv, batch_file_name
from tests.factories import NOW

ACCOUNT = BankAccount(1, "006", "9810001234", "กลุ่มทอผ้าบ้านตาล")


def voucher(doc_no: str, net: int, account: BankAccount | None = ACCOUNT) -> Voucher:
    return Voucher(
        id=new_id(),
        doc_no=doc_no,
        state=VoucherState.APPROVED,
        producer=Producer("CM-0001", "กลุ่มทอผ้าบ้านตาล"),
        statement_id=new_id(),
        statement_no="CM-0001-S0001",
        gross=net,
        wht_rule="none",
        wht_base=0,
        wht=0,
        net=net,
        method=PayoutMethod.BANK,
        prepared_by="นก",
        prepared_at=NOW,
        account=account,
    )


def test_every_transfer_is_a_row_in_the_order_of_the_vouchers() -> None:
    second = voucher("CM-PV690000002", 5, replace(ACCOUNT, bank="004"))
    assert batch_csv((second, voucher("CM-PV690000001", 150_000))) == (
        "bank,account,account_name,amount,reference\r\n"
        "006,9810001234,กลุ่มทอผ้าบ้านตาล,1500.00,CM-PV690000001\r\n"
        "004,9810001234,กลุ่มทอผ้าบ้านตาล,0.05,CM-PV690000002\r\n"
    )


def test_the_order_of_asking_changes_no_byte() -> None:
    vouchers = [voucher(f"CM-PV69000000{number}", number * 10_101) for number in range(1, 8)]
    assert batch_csv(vouchers) == batch_csv(vouchers[::-1])


def test_promptpay_stands_alone() -> None:
    promptpay = BankAccount(1, account_name="นางคำ ทอดี", promptpay="0812345678")
    (row,) = list(csv.reader(io.StringIO(batch_csv((voucher("CM-PV690000001", 1, promptpay),)))))[1:]
    assert row == ["PROMPTPAY", "0812345678", "นางคำ ทอดี", "0.01", "CM-PV690000001"]


@pytest.mark.parametrize("name", ['ร้าน "ดี", หจก.', "บ้าน,สวน", "กลุ่ม; ทอ"])
def test_a_name_with_commas_and_quotes_stays_one_cell(name: str) -> None:
    rows = list(csv.reader(io.StringIO(batch_csv((voucher("P", 100, replace(ACCOUNT, account_name=name)),)))))
    assert rows == [list(HEADING), ["006", "9810001234", name, "1.00", "P"]]


def test_large_sums_have_no_comma() -> None:
    assert ",12345678.90," in batch_csv((voucher("P", 1_234_567_890),))


def test_without_an_account_there_is_no_file() -> None:
    with pytest.raises(ValueError, match="P goes to no account"):
        batch_csv((voucher("P", 100, None),))


def test_the_file_is_called_as_the_batch() -> None:
    assert batch_file_name("CM-PB690000001") == "CM-PB690000001.csv"
