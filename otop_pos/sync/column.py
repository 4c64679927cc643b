"""Columns of a CSV file, declared by the type hints of its row: `price: Money`, `batch: Text | None`."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_type_hints
from uuid import UUID

from otop_pos.i18n import _
from otop_pos.sync import kind
from otop_pos.sync.kind import Kind, Unfit

Money = Annotated[int, kind.MONEY]
"""Satang, written as baht: 0.00."""
Quantity = Annotated[int, kind.QUANTITY]
"""Thousandths, written 0.000."""
Rate = Annotated[int, kind.RATE]
"""Basis points, written as percent: 7.00."""
Integer = Annotated[int, kind.INTEGER]
Date = Annotated[date, kind.DATE]
Timestamp = Annotated[datetime, kind.TIMESTAMP]
Boolean = Annotated[bool, kind.BOOLEAN]
Text = Annotated[str, kind.TEXT]
Id = Annotated[str, kind.IDENTIFIER]
Uuid = Annotated[UUID, kind.UUID_TEXT]


@dataclass(frozen=True, slots=True)
class Column:
    """`attribute` is the row's field, `name` the header; they differ for Python's own words (`in_`, `in`)."""

    attribute: str
    kind: Kind
    is_required: bool
    about: str = ""

    @property
    def name(self) -> str:
        return self.attribute.removesuffix("_")

    def writer(self) -> Callable[[Any], str]:
        """Gives the cell of a value; None and an empty text are an empty cell. Raises Unfit."""
        write, is_required = self.kind.write, self.is_required

        def cell(value: Any) -> str:
            # Few values are false, and asking that is cheaper than comparing.
            if value or (value is not None and value != ""):
                return write(value)
            if is_required:
                raise Unfit(_("a value is missing"))
            return ""

        return cell

    def read(self, cell: str) -> Any:
        """The value of a cell. Raises Unfit."""
        if cell:
            return self.kind.read(cell)
        if self.is_required:
            raise Unfit(_("a value is missing"))
        return None

    def field(self) -> dict[str, Any]:
        """Its Table Schema field descriptor."""
        constraints = {**({"required": True} if self.is_required else {}), **(self.kind.constraints or {})}
        return {
            "name": self.name,
            **self.kind.schema(),
            **({"description": self.about} if self.about else {}),
            **({"constraints": constraints} if constraints else {}),
        }


@cache
def columns_of(row: type) -> tuple[Column, ...]:
    """In the order of the row's fields. A hint of `X | None` makes the column optional; a text beside the
    kind in the Annotated is the column's description."""
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in fields(row))


def _column(name: str, hint: Any) -> Column:
    parts = get_args(hint)
    is_required = NoneType not in parts
    if not is_required:
        parts = get_args(next(part for part in parts if part is not NoneType))
    about = "".join(part for part in parts if isinstance(part, str))
    return Column(name, next(part for part in parts if isinstance(part, Kind)), is_required, about)
