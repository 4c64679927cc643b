"""tills.csv: the machines of the shop."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.sync.column import Date, Id, Integer, Text
from otop_pos.sync.table import Table


@dataclass(frozen=True, slots=True)
class TillSnapshot:
    till_id: Id
    shop_id: Id
    epoch: Annotated[Integer, "grows with every restore of a backup"]
    name: Text | None
    machine_no: Annotated[Text, "the Revenue Department's number of the machine"] | None
    version: Integer = 1
    valid_from: Date | None = None


TILLS = Table("tills", TillSnapshot, key=("till_id",))
