"""The texts of all products in memory, so that a keystroke need not walk the table.

Among 100,000 Thai names a LIKE takes SQLite up to 25 ms and PostgreSQL 50, this at most 6. SQLite's trigram
index is as fast but needs three letters, 34 MB and a second per 50,000 products; PostgreSQL may have none.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Result, Row, bindparam, func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProductRow
from otop_pos.db.query import query

_STAMP = select(
    select(func.coalesce(func.max(ProductRow.id), 0)).scalar_subquery(),
    select(func.count()).select_from(ProductRow).scalar_subquery(),
)
_TEXTS = select(ProductRow.search, ProductRow.id).order_by(ProductRow.search)
_NEW_TEXTS = _TEXTS.where(ProductRow.id > bindparam("last_id"))
_TOGETHER = 2_000


@dataclass(frozen=True, slots=True)
class _Part:
    """The texts of some products, each ended by a line break, which no typed text has."""

    text: str
    starts: Sequence[int]
    """Of each text, and after the last one."""
    ids: Sequence[int]

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        start = 0
        while start < len(self.text) and (match := pattern.search(self.text, start)):
            number = bisect_right(self.starts, match.start()) - 1
            start = self.starts[number + 1]
            yield self.ids[number]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one moment's products are called, by their texts; then those that were registered later. A text
    never changes."""

    parts: tuple[_Part, ...] = ()
    last_id: int = 0
    count: int = 0

    def matching(self, folded: str) -> Iterator[int]:
        """Ids of the products, active or not, that have this text in any part."""
        # A regular expression needs the same time for every text; str.find twice as long for some.
        pattern = re.compile(re.escape(folded))
        return chain.from_iterable(part.matching(pattern) for part in self.parts)


class _Shelf:
    """Holds the newest catalogue of one database."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.catalogue = Catalogue()


_SHELVES: WeakKeyDictionary[Engine | Connection, _Shelf] = WeakKeyDictionary()


@query
def read_catalogue(session: Session) -> Catalogue:
    """From memory, with what this till or another one has registered meanwhile. The first time it takes a
    quarter of a second per 100,000 products: a window may ask for it before anybody types."""
    shelf = _SHELVES.setdefault(session.get_bind(), _Shelf())
    with shelf.lock:
        shelf.catalogue = _renewed(session.connection(), shelf.catalogue)
        return shelf.catalogue


def _renewed(connection: Connection, known: Catalogue) -> Catalogue:
    last_id, count = connection.execute(_STAMP).one()
    if (last_id, count) == (known.last_id, known.count):
        return known
    if known.count:
        new = _parts(connection.execute(_NEW_TEXTS, {"last_id": known.last_id}))
        if known.count + sum(len(part.ids) for part in new) == count:
            return Catalogue((*known.parts, *new), last_id, count)
    # The first time, or some came in late with older ids, from a till that was slower to save them.
    return Catalogue(_parts(connection.execute(_TEXTS)), last_id, count)


def _parts(rows: Result[str, int]) -> tuple[_Part, ...]:
    return tuple(_part(some) for some in rows.partitions(_TOGETHER))


def _part(rows: Sequence[Row[str, int]]) -> _Part:
    texts = [f"{text}\n" for text, _product_id in rows]
    starts = array("i", accumulate(map(len, texts), initial=0))
    return _Part("".join(texts), starts, array("q", [product_id for _text, product_id in rows]))
