"""Column types: what a number or a moment in a table means."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)


class Satang(TypeDecorator[int]):
    """Money. Integers only: Numeric becomes a float on SQLite."""

    impl = BigInteger
    cache_ok = True


class Milli(TypeDecorator[int]):
    """Quantity in thousandths of the unit."""

    impl = BigInteger
    cache_ok = True


class UtcTime(TypeDecorator[datetime]):
    """A moment. Aware in, aware UTC out; a naive time is a bug and raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value}: every moment in the books is UTC")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[E]):
    """A StrEnum as its word, so that the tables read like the rules and new words need no migration."""

    impl = String(20)
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        # Almost always a member already: making it again costs more than sending it.
        return None if value is None else str(value if type(value) is self.words else self.words(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.words(value)
