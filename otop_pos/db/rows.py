"""What a query gives back."""

from typing import Any, TypeAlias

from sqlalchemy import BigInteger, ColumnElement, Row, Select, cast, func
from sqlalchemy.sql.roles import ExpressionElementRole

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]


def total(column: ExpressionElementRole[Any]) -> ColumnElement[int]:
    """Σ as an int, 0 over nothing: PostgreSQL's own sum of big integers is a Decimal."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)
