"""operators.csv: who sold, closed, moved or approved; never anything of a PIN."""

from dataclasses import dataclass

from otop_pos.sync.column import Boolean, Date, Id, Integer, Text
from otop_pos.sync.table import Table


@dataclass(frozen=True, slots=True)
class OperatorSnapshot:
    operator_id: Id
    name: Text
    role: Text
    active: Boolean = True
    version: Integer = 1
    valid_from: Date | None = None


OPERATORS = Table("operators", OperatorSnapshot, key=("operator_id",))
