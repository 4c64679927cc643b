"""Where a producer's money goes."""

from dataclasses import dataclass
from datetime import datetime

BANKS = {
    "002": ("ธ.กรุงเทพ", "Bangkok Bank"),
    "004": ("ธ.กสิกรไทย", "Kasikornbank"),
    "006": ("ธ.กรุงไทย", "Krungthai Bank"),
    "011": ("ธ.ทหารไทยธนชาต", "TMBThanachart"),
    "014": ("ธ.ไทยพาณิชย์", "Siam Commercial Bank"),
    "022": ("ธ.ซีไอเอ็มบี ไทย", "CIMB Thai"),
    "024": ("ธ.ยูโอบี", "UOB"),
    "025": ("ธ.กรุงศรีอยุธยา", "Krungsri"),
    "030": ("ธ.ออมสิน", "Government Savings Bank"),
    "033": ("ธ.อาคารสงเคราะห์", "Government Housing Bank"),
    "034": ("ธ.ก.ส.", "BAAC"),
    "066": ("ธ.อิสลาม", "Islamic Bank"),
    "069": ("ธ.เกียรตินาคินภัทร", "Kiatnakin Phatra"),
    "073": ("ธ.แลนด์ แอนด์ เฮ้าส์", "LH Bank"),
}
"""Bank of Thailand's code: Thai and English name."""


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Paid to only once approved, by another person than who entered it. `promptpay` may stand alone."""

    producer_id: int
    bank: str = ""
    account: str = ""
    account_name: str = ""
    promptpay: str = ""
    entered_by: str = ""
    entered_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    id: int = 0

    @property
    def is_approved(self) -> bool:
        return bool(self.approved_by)
