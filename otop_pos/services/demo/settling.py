"""The demo's producers are paid when their periods end: statements, vouchers, the bank's file, cash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from otop_pos.db.database import Database
from otop_pos.domain.errors import NothingToSettle, Refusal
from otop_pos.domain.money import BAHT
from otop_pos.domain.payout_cycle import last_period_end
from otop_pos.domain.producer import Producer
from otop_pos.domain.shop import User
from otop_pos.domain.statement import Statement
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.services.demo.shop import DemoShop
from otop_pos.services.producer import read_agreement
from otop_pos.services.settlement.batch import confirm_batch, make_batch
from otop_pos.services.settlement.issuing import issue_statement
from otop_pos.services.settlement.paying import pay_voucher
from otop_pos.services.settlement.vouching import approve_voucher, list_vouchers, prepare_voucher

_LEFT_FOR_CHANGE = 2_000 * BAHT
_ACCOUNT_CLOSED = "ธนาคารแจ้งว่าบัญชีปิดแล้ว"


@dataclass(frozen=True, slots=True)
class Office:
    """The manager's desk in the morning: at which till, when (UTC)."""

    database: Database
    shop: DemoShop
    at: datetime

    def by(self, user: User) -> dict[str, Any]:
        return {"till": self.shop.tills[0].code, "user": user, "at": self.at}


def settle(office: Office) -> tuple[Statement, ...]:
    """Before the shop opens: everyone whose period ended yesterday gets a statement; vouchers are approved and the
    bank's are paid, of which now and then one comes back."""
    statements = tuple(
        statement for producer in office.shop.producers if (statement := _issued(office, producer)) is not None
    )
    vouchers = [voucher for each in statements if (voucher := _approved(office, each)) is not None]
    by_bank = [voucher for voucher in vouchers if voucher.method is PayoutMethod.BANK]
    if by_bank:
        _transfer(office, by_bank)
    return statements


def pay_waiting(office: Office, in_drawer: int) -> int:
    """Producers who come by are paid from the drawer, while enough is left in it for change; satang that left."""
    paid = 0
    for voucher in office.database.run(list_vouchers, states=(VoucherState.APPROVED,)):
        if voucher.method is PayoutMethod.CASH and in_drawer - paid - voucher.net >= _LEFT_FOR_CHANGE:
            office.database.run(pay_voucher, voucher.doc_no, **office.by(office.shop.manager))
            paid += voucher.net
    return paid


def _issued(office: Office, producer: Producer) -> Statement | None:
    today = local_date(office.at)
    yesterday = today - timedelta(days=1)
    cycle = office.database.run(read_agreement, producer.id, yesterday).cycle
    if last_period_end(cycle, today) != yesterday:
        return None
    try:
        return office.database.run(issue_statement, producer.id, yesterday, **office.by(office.shop.clerk))
    except NothingToSettle:
        return None


def _approved(office: Office, statement: Statement) -> Voucher | None:
    """Prepared by the clerk, approved by the manager; None where there is nothing to pay."""
    for method in (PayoutMethod.BANK, PayoutMethod.CASH):
        try:
            voucher = office.database.run(prepare_voucher, statement.doc_no, method, **office.by(office.shop.clerk))
        except Refusal:
            continue
        return office.database.run(approve_voucher, voucher.doc_no, **office.by(office.shop.manager))
    return None


def _transfer(office: Office, vouchers: Sequence[Voucher]) -> None:
    """One file; of a longer one the last transfer fails."""
    numbers = tuple(voucher.doc_no for voucher in vouchers)
    batch = office.database.run(make_batch, numbers, **office.by(office.shop.manager))
    failed = {numbers[-1]: _ACCOUNT_CLOSED} if len(numbers) > 5 else {}
    reference = f"BULK{local_date(office.at):%Y%m%d}"
    confirm_batch(office.database, batch.doc_no, failed, reference, **office.by(office.shop.manager))
