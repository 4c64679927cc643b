"""Where the demo's producers get their money: every second by bank, and how two groups share it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.member import Member
from otop_pos.domain.producer import Producer
from otop_pos.domain.shop import User
from otop_pos.services.bank_account import approve_bank, enter_bank
from otop_pos.services.member import save_members

_BANKS = ("034", "006", "004")
"""BAAC, where farmers save; Krungthai; Kasikornbank."""
_MEMBERS = (("คำแปง ใจดี", 4_000), ("บัวผัด แสนสุข", 3_500), ("จันทร์ตา มีบุญ", 2_500))
_GROUPS = 2


def open_accounts(
    session: Session, producers: Sequence[Producer], *, till: str, clerk: User, manager: User, at: datetime
) -> None:
    """Entered by the clerk from the passbook, approved by the manager. The numbers are invented."""
    entering: dict[str, Any] = {"till": till, "user": clerk, "at": at}
    for producer in producers[::2]:
        account = BankAccount(
            producer.id, _BANKS[producer.id % len(_BANKS)], _number(producer), f"{producer.name_th} (สาธิต)"
        )
        entered = enter_bank(session, account, **entering)
        approve_bank(session, entered.id, till=till, user=manager, at=at)
    for producer in producers[:_GROUPS]:
        members = [Member(name, share) for name, share in _MEMBERS]
        save_members(session, producer.id, members, **entering)


def _number(producer: Producer) -> str:
    """Ten digits; of the bank of farmers and the savings bank twelve."""
    digits = 12 if _BANKS[producer.id % len(_BANKS)] == "034" else 10
    return f"{9_000_000_000 + producer.id:0{digits}d}"
