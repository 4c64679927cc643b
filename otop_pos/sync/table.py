"""One CSV file of the package: its row, its keys, and the Table Schema that follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from otop_pos.sync.column import Column, columns_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key. `target` names the columns there where they are called otherwise."""

    fields: tuple[str, ...]
    table: str
    target: tuple[str, ...] = ()

    @property
    def target_fields(self) -> tuple[str, ...]:
        return self.target or self.fields


@dataclass(frozen=True, slots=True)
class Table:
    """`row` is a frozen dataclass whose hints are columns; `key` are its primary key's fields, in sort order."""

    name: str
    row: type
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns_of(self.row)

    @property
    def header(self) -> list[str]:
        return [column.name for column in self.columns]

    def key_of(self, row: Any) -> tuple[Any, ...]:
        """Comparable: rows of a file stand in this order. A UUID sorts as its text does."""
        return tuple(getattr(row, name) for name in self.key)

    def row_of(self, values: Sequence[Any]) -> Any:
        return self.row(*values)

    def schema(self) -> dict[str, Any]:
        """Its Table Schema (Data Package v2)."""
        foreign = [_descriptor(reference) for reference in self.references]
        return {
            "fields": [column.field() for column in self.columns],
            "primaryKey": list(self.key),
            **({"foreignKeys": foreign} if foreign else {}),
        }


def _descriptor(reference: Reference) -> dict[str, Any]:
    return {
        "fields": list(reference.fields),
        "reference": {"resource": reference.table, "fields": list(reference.target_fields)},
    }
