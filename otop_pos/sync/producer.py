"""producers.csv: each producer that the package names, as known on the day."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.domain.producer import ProducerKind
from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Boolean, Date, Id, Integer, Text
from otop_pos.sync.table import Table


@dataclass(frozen=True, slots=True)
class ProducerSnapshot:
    """Neither phone nor bank account nor tax id: a single maker's tax id is a person's national id."""

    producer_id: Id
    name_th: Text
    name_en: Text | None
    kind: Annotated[str, kinds.choice(*ProducerKind)]
    place_code: Annotated[Id, "official code of the tambon"] | None
    tambon_th: Text | None
    amphoe_th: Text | None
    province_th: Text | None
    vat_registered: Boolean
    otop_no: Text | None = None
    stars: Integer = 0
    active: Boolean = True
    version: Integer = 1
    valid_from: Date | None = None


PRODUCERS = Table("producers", ProducerSnapshot, key=("producer_id",))
