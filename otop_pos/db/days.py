"""Days between two dates, as each database counts them."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, literal, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import Date


def days_between(session: Session, since: Any, until: Any) -> ColumnElement[int]:
    """Whole days from one date (a column or a day) to another, 0 on the same day."""
    first, last = _dated(since), _dated(until)
    if session.get_bind().dialect.name == "sqlite":
        return cast(func.julianday(last) - func.julianday(first), Integer)
    return type_coerce(last - first, Integer)


def _dated(day: Any) -> Any:
    return literal(day, Date) if isinstance(day, date) else day
