"""The file of transfers, byte by byte."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.producer import Producer
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.sync.bank_batch import batch_csv, batch_file_name

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def voucher(number: int, net: int, account: BankAccount | None) -> Voucher:
    return Voucher(
        id=UUID(int=number),
        doc_no=f"CM-PV69{number:07d}",
        state=VoucherState.APPROVED,
        producer=Producer(f"CM-{number:04d}", "กลุ่ม", id=number),
        statement_id=UUID(int=100 + number),
        statement_no=f"CM-{number:04d}-S0001",
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


WEAVERS = BankAccount(1, "006", "1234567890", "กลุ่มทอผ้าบ้านตาล")
FARMERS = BankAccount(2, account_name="นางคำ, ทอดี", promptpay="0812345678")

GOLDEN = (
    "bank,account,account_name,amount,reference\r\n"
    "006,1234567890,กลุ่มทอผ้าบ้านตาล,1500.00,CM-PV690000001\r\n"
    'PROMPTPAY,0812345678,"นางคำ, ทอดี",0.05,CM-PV690000002\r\n'
)


def test_the_file_is_these_bytes_whatever_the_order_of_the_vouchers() -> None:
    vouchers = (voucher(1, 150_000, WEAVERS), voucher(2, 5, FARMERS))
    assert batch_csv(vouchers).encode() == GOLDEN.encode()
    assert batch_csv(vouchers[::-1]) == GOLDEN


def test_an_account_goes_before_a_promptpay_id() -> None:
    both = replace(WEAVERS, promptpay="0812345678")
    assert "006,1234567890," in batch_csv([voucher(1, 123_456_789, both)])
    assert ",1234567.89," in batch_csv([voucher(1, 123_456_789, both)])


def test_the_file_has_the_name_of_its_number() -> None:
    assert batch_file_name("CM-PB690000001") == "CM-PB690000001.csv"


def test_a_voucher_without_an_account_is_a_bug() -> None:
    with pytest.raises(ValueError, match="CM-PV690000001"):
        batch_csv([voucher(1, 100, None)])
