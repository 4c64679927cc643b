"""Where the figures of reports come from: sold lines and their shares, each dated as the books date it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, case, select, union_all
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerRow, SaleAllocRow, SaleLineRow, SaleRow, StockNoteRow
from otop_pos.db.query import query
from otop_pos.db.rows import AnySelect, total
from otop_pos.domain.listing import Heading, Words
from otop_pos.domain.period import Period

SHARES = ("net", "commission", "fee", "due", "vat_centre")
TOTAL = Words("รวม", "Total")
PRODUCER = Heading(Words("ผู้ผลิต", "Producer"), share=4)
CODE = Heading(Words("รหัส", "Code"), share=1)


@dataclass(frozen=True, slots=True)
class Maker:
    """A producer as reports name it."""

    code: str
    name: Words
    tambon: Words
    amphoe: Words
    province: Words


@query
def makers_of(session: Session) -> dict[int, Maker]:
    """All producers by id: they are few beside what they sold."""
    rows = session.execute(
        select(
            ProducerRow.id,
            ProducerRow.code,
            *(
                getattr(ProducerRow, f"{part}_{language}")
                for part in ("name", "tambon", "amphoe", "province")
                for language in ("th", "en")
            ),
        )
    )
    return {
        number: Maker(code, *(Words(names[place], names[place + 1]) for place in range(0, 8, 2)))
        for number, code, *names in rows
    }


def within(day: Any, period: Period) -> ColumnElement[bool]:
    inside: ColumnElement[bool] = day.between(period.since, period.until)
    return inside


@query
def sales_by(session: Session, column: Any, *periods: Period) -> dict[Any, tuple[int, ...]]:
    """Key → net sales in satang in each of the periods; refunds are taken off on their own day."""
    whole = Period(min(each.since for each in periods), max(each.until for each in periods))
    # Far-apart periods are read one by one: a year between them need not be walked.
    if whole.days > 2 * sum(each.days for each in periods):
        parts = [sales_by(session, column, each) for each in periods]
        keys = dict.fromkeys(key for part in parts for key in part)
        return {key: tuple(part.get(key, (0,))[0] for part in parts) for key in keys}
    nets = (total(case((within(SaleRow.business_date, each), SaleLineRow.net), else_=0)) for each in periods)
    rows = session.execute(
        select(column, *nets)
        .join(SaleRow, SaleRow.id == SaleLineRow.sale_id)
        .where(within(SaleRow.business_date, whole))
        .group_by(column)
    )
    return {key: tuple(nets) for key, *nets in rows}


@query
def shares_by(session: Session, name: str, period: Period) -> Mapping[Any, Any]:
    """Producer or lot → what was allocated to it: a row with qty and SHARES. Goods that found their lot later
    count on the day they found it."""
    allocated = _allocated(name, period)
    rows = session.execute(
        select(allocated.c.key, *(total(allocated.c[part]).label(part) for part in ("qty", *SHARES))).group_by(
            allocated.c.key
        )
    )
    return {row.key: row for row in rows}


def _allocated(name: str, period: Period) -> Subquery:
    columns = [getattr(SaleAllocRow, name).label("key"), *(getattr(SaleAllocRow, part) for part in ("qty", *SHARES))]
    at_once: AnySelect = (
        select(*columns)
        .join(SaleRow, SaleRow.id == SaleAllocRow.sale_id)
        .where(SaleAllocRow.note_id.is_(None), within(SaleRow.business_date, period))
    )
    later: AnySelect = (
        select(*columns)
        .join(StockNoteRow, StockNoteRow.id == SaleAllocRow.note_id)
        .where(within(StockNoteRow.business_date, period))
    )
    return union_all(at_once, later).subquery()
