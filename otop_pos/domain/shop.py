"""The shop and its tills, as every paper names them."""

from dataclasses import dataclass, field

from otop_pos.domain.money import CashRounding

HEAD_OFFICE_BRANCH = "00000"


@dataclass(frozen=True, slots=True)
class Shop:
    """One OTOP Select centre. `vat_registered` is the status on the day the value was read for."""

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
    role: str = field(default="cashier")


CENTRES = (
    ("CM", "ศูนย์ OTOP Select เชียงใหม่", "OTOP Select Chiang Mai"),
    ("KK", "ศูนย์ OTOP Select ขอนแก่น", "OTOP Select Khon Kaen"),
    ("SK", "ศูนย์ OTOP Select สงขลา", "OTOP Select Songkhla"),
    ("BK", "ศูนย์ OTOP Select กรุงเทพฯ", "OTOP Select Bangkok"),
)
"""Code, Thai name, English name of the four centres: what the set-up offers."""
