"""The day being exported, and how its rows are read: streamed, in key order."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, collate
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleRow
from otop_pos.db.rows import AnyRow, AnySelect

BATCH = 1_000


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
        result = self.session.execute(statement.execution_options(yield_per=BATCH))
        self.cursors.callback(result.close)
        return iter(result)

    def by_code(self, column: Any) -> ColumnElement[Any]:
        """Orders codes by code point on both databases, as the files must be."""
        dialect = self.session.get_bind().dialect.name
        return collate(column, "C") if dialect == "postgresql" else collate(column, "BINARY")
