"""Lists brought in from files: what each row would do, and what came in."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from otop_pos.domain.identity import new_id


class ImportKind(StrEnum):
    PRODUCT = "product"
    PRODUCER = "producer"


@dataclass(frozen=True, slots=True)
class ImportList:
    """A file to bring in. `default_price` (satang) is for products without one. `key` keeps a double click from
    bringing it in twice."""

    file: Path
    kind: ImportKind = ImportKind.PRODUCT
    default_price: int | None = None
    key: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the file as it is understood. With `problems` it stays out; `doubts` are to be looked at again."""

    row_no: int
    name: str
    about: str = ""
    price: int | None = None
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """`new_producers`: makers that a list of products names and nobody knows yet. `lacks_prices`: rows without a
    price of their own, whatever was given for them."""

    kind: ImportKind
    file_name: str
    rows: tuple[ImportRow, ...]
    new_producers: int = 0
    lacks_prices: int = 0

    @property
    def good(self) -> int:
        return sum(not row.problems for row in self.rows)

    @property
    def bad(self) -> int:
        return len(self.rows) - self.good

    @property
    def doubtful(self) -> int:
        return sum(bool(row.doubts) and not row.problems for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """A list that came in: how many producers and products it added; `undone_by` is "" while they are there."""

    id: UUID
    file_name: str
    at: datetime
    user: str
    producers: int
    products: int
    undone_by: str = ""
    undone_at: datetime | None = None
