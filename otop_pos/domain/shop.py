"""The shop and its tills, as every paper names them."""

from dataclasses import dataclass
from datetime import date

from otop_pos.domain.money import CashRounding
from otop_pos.domain.right import Role

HEAD_OFFICE_BRANCH = "00000"


@dataclass(frozen=True, slots=True)
class Shop:
    """One OTOP Select centre. `vat_registered` is the status on the day the value was read for.

    `drawer_limit`: satang by which a counted drawer may differ without a manager. `alcohol_hours`: whether
    alcohol is sold 11–14, 14–17 and 17–24 h; on `banned_days` it is not. `is_demo`: everybody's PIN is
    known. `is_training`: a copy to practise in, whose papers say so.
    """

    code: str
    name_th: str
    name_en: str
    legal_name: str
    address_th: str
    address_en: str
    tax_id: str
    phone: str = ""
    branch_no: str = HEAD_OFFICE_BRANCH
    vat_registered: bool = False
    cash_rounding: CashRounding = CashRounding.DOWN_25
    promptpay_id: str = ""
    drawer_limit: int = 100_00
    alcohol_hours: tuple[bool, bool, bool] = (True, False, True)
    banned_days: tuple[date, ...] = ()
    is_demo: bool = False
    is_training: bool = False


@dataclass(frozen=True, slots=True)
class Till:
    """`machine_no` is the Revenue Department's number of the machine, printed as POS#.

    `epoch` grows with every restore, so that a printed number is never used again.
    """

    code: str
    name: str = ""
    machine_no: str = ""
    epoch: int = 1


@dataclass(frozen=True, slots=True)
class User:
    id: int
    code: str
    name: str
    role: Role = Role.CASHIER
    has_secret: bool = False


CENTRES = (
    ("CM", "ศูนย์ OTOP Select เชียงใหม่", "OTOP Select Chiang Mai"),
    ("KK", "ศูนย์ OTOP Select ขอนแก่น", "OTOP Select Khon Kaen"),
    ("SK", "ศูนย์ OTOP Select สงขลา", "OTOP Select Songkhla"),
    ("BK", "ศูนย์ OTOP Select กรุงเทพฯ", "OTOP Select Bangkok"),
)
"""Code, Thai name, English name of the four centres: what the set-up offers."""
