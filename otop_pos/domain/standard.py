"""Registrations and certificates of makers and goods, and when they lapse."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StandardKind(StrEnum):
    """What Thai buyers look for. A food licence (อย.) and a cosmetics notification are the law; the rest is
    the maker's choice."""

    FDA = "fda"
    COSMETIC = "cosmetic"
    TCPS = "tcps"
    TIS = "tis"
    GMP = "gmp"
    GI = "gi"
    HALAL = "halal"
    ORGANIC = "organic"
    SILK = "silk"
    OTHER = "other"


STANDARD_TH = {
    StandardKind.FDA: "อย.",
    StandardKind.COSMETIC: "จดแจ้งเครื่องสำอาง",
    StandardKind.TCPS: "มผช.",
    StandardKind.TIS: "มอก.",
    StandardKind.GMP: "GMP",
    StandardKind.GI: "GI",
    StandardKind.HALAL: "ฮาลาล",
    StandardKind.ORGANIC: "เกษตรอินทรีย์",
    StandardKind.SILK: "ตรานกยูงพระราชทาน",
    StandardKind.OTHER: "อื่น ๆ",
}
STANDARD_EN = {
    StandardKind.FDA: "FDA",
    StandardKind.COSMETIC: "Cosmetics notification",
    StandardKind.TCPS: "TCPS",
    StandardKind.TIS: "TIS",
    StandardKind.GMP: "GMP",
    StandardKind.GI: "GI",
    StandardKind.HALAL: "Halal",
    StandardKind.ORGANIC: "Organic",
    StandardKind.SILK: "Royal Peacock silk",
    StandardKind.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class Standard:
    """`product_id` 0: of the producer as a whole. `expires_on` None: does not lapse."""

    producer_id: int
    kind: StandardKind
    number: str
    expires_on: date | None = None
    product_id: int = 0
    id: int = 0

    def days_left(self, on: date) -> int | None:
        return None if self.expires_on is None else (self.expires_on - on).days
