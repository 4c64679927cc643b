"""Why goods come back: the usual reasons, kept in both languages, for the maker and for the buyer's paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReturnReason:
    th: str
    en: str

    @property
    def both(self) -> str:
        """As the books keep it and the slip prints it."""
        return f"{self.th} / {self.en}"


RETURN_REASONS = (
    ReturnReason("ชำรุดหรือมีตำหนิ", "Damaged or faulty"),
    ReturnReason("เสียหรือหมดอายุ", "Spoiled or expired"),
    ReturnReason("ขนาดหรือสีไม่ถูกใจ", "Wrong size or colour"),
    ReturnReason("ไม่ตรงกับที่บอกไว้", "Not as described"),
    ReturnReason("ลูกค้าเปลี่ยนใจ", "Changed their mind"),
    ReturnReason("หยิบหรือขายผิดชิ้น", "Wrong item sold"),
)

VOID_REASONS = (
    ReturnReason("กดรายการผิด", "Rung up wrongly"),
    ReturnReason("รับชำระผิดวิธี", "Wrong payment"),
    ReturnReason("ลูกค้าไม่เอาแล้ว", "Customer left it"),
)


def kept_reason(text: str) -> str:
    """A usual reason in both languages, whichever of them was chosen or typed; any other as it was typed."""
    text = text.strip()
    known = {name: reason.both for reason in (*RETURN_REASONS, *VOID_REASONS) for name in (reason.th, reason.en)}
    return known.get(text, text)
