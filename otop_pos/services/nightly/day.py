"""The day being exported, and how its rows are read: streamed, in key order."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, CursorResult, Label, String, collate, null, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from otop_pos.db.models import SaleRow
from otop_pos.db.rows import AnyRow, AnySelect

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

BATCH = 1_000

FileRow = TypeVar("FileRow", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Day:
    """`after` is the day of the batch before: what happened between the two without an open till (a
    delivery on a day of rest) belongs to this batch."""

    session: Session
    shop_code: str
    business_date: date
    after: date
    cursors: ExitStack = field(default_factory=ExitStack)
    """Closed when the day is written or given up: a server keeps a stream open until it is told."""

    @property
    def is_sold_today(self) -> ColumnElement[bool]:
        return SaleRow.business_date == self.business_date

    def stream(self, statement: AnySelect) -> Iterator[AnyRow]:
        """Columns, not entities: a night has ten times more rows than anyone looks at in a day."""
        return iter(self._execute(statement))

    def rows(self, kind: type[FileRow], statement: AnySelect) -> Iterator[FileRow]:
        """The rows of a file from columns labelled as its fields, in their order; the last may be left out."""
        result = self._execute(statement)
        labels, names = tuple(result.keys()), tuple(field.name for field in fields(kind))
        if labels != names[: len(labels)]:
            raise TypeError(f"{kind.__name__} has {names}, selected are {labels}")
        return starmap(kind, result)

    def _execute(self, statement: AnySelect) -> CursorResult[*tuple[Any, ...]]:
        result = self.session.connection().execute(statement, execution_options={"yield_per": BATCH})
        self.cursors.callback(result.close)
        return result

    def by_code(self, column: Any) -> ColumnElement[Any]:
        """Orders codes by code point on both databases, as the files must be."""
        dialect = self.session.get_bind().dialect.name
        return collate(column, "C") if dialect == "postgresql" else collate(column, "BINARY")


def word(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """A word as it stands in the books, which is how the files have it: no enum is made of it."""
    return type_coerce(column, String)


def nothing(name: str) -> Label[None]:
    return null().label(name)
