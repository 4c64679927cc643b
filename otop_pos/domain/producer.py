"""The maker: a community group, a single owner or an SME whose goods the shop sells."""

from dataclasses import dataclass, field
from enum import StrEnum

from otop_pos.domain.place import Place


class ProducerKind(StrEnum):
    """The three kinds of the OTOP registration."""

    COMMUNITY = "community"
    SINGLE_OWNER = "single_owner"
    SME = "sme"


PRODUCER_KIND_TH = {
    ProducerKind.COMMUNITY: "กลุ่มผู้ผลิตชุมชน",
    ProducerKind.SINGLE_OWNER: "ผู้ผลิตชุมชนที่เป็นเจ้าของรายเดียว",
    ProducerKind.SME: "SME",
}


@dataclass(frozen=True, slots=True)
class Producer:
    """`code` is unique and never used again, e.g. CM-0042. The story is what customers read while they wait."""

    code: str
    name_th: str
    name_en: str = ""
    kind: ProducerKind = ProducerKind.COMMUNITY
    place: Place = field(default_factory=Place)
    address: str = ""
    phone: str = ""
    line_id: str = ""
    tax_id: str = ""
    vat_registered: bool = False
    otop_no: str = ""
    stars: int = 0
    active: bool = True
    id: int = 0
    story_th: str = ""
    story_en: str = ""
